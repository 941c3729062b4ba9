"""All that a writer may see: blocks, style, kinds of document."""
