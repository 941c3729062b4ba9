"""The file around what was drawn: PDF/A, objects, metadata."""
