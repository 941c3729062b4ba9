"""What makes a read value believed: scale, second reading, third opinion."""
