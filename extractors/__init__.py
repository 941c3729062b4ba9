"""Readers: spreadsheet or PDF in, one evaluation out."""
