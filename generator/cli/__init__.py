"""What the user types and is told."""
