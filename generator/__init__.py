"""From an evaluation to documents: templates, blocks, writers, the command line."""
