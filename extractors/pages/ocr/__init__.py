"""What a recogniser says of a picture."""
