"""Blocks set on pages."""
