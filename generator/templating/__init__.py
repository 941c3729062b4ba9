"""A pack's templates, filled with fields, to blocks."""
