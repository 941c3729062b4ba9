"""From a round to its files: inspected, planned, filled, made."""
