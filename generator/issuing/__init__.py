"""What went out: frozen in a folder of its own, corrected in the open, never overwritten."""
