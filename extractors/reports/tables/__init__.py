"""Heads, columns, rows, and tables that go on over pages."""
