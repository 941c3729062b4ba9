"""A pack's folder: its layers, settings, looks, pictures."""
