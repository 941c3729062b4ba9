"""The one pool of processes, here or on a cluster."""
