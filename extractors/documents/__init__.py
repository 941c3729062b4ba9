"""The text of a document as lines, whatever its format."""
