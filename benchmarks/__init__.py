"""What the program costs, measured and written into docs/benchmarks.md."""
