"""Pages whose characters stand in the file."""
