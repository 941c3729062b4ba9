"""The shared nouns of an evaluation round, their arithmetic and checks."""
