"""What the operating system gives: files, folders, a terminal; what may be replaced there."""
