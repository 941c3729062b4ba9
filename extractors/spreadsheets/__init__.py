"""Bytes to sheets of cells, whatever the format; the one reading of numbers."""
