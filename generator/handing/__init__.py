"""What was made, made ready to be handed over: archives, labels, one file to print."""
