"""One module for each producer of PDF files."""
