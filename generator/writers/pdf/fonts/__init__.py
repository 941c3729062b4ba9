"""Type faces: how wide their letters are, which of them a file carries, and under which codes."""
