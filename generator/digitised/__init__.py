"""Digitised records → a workbook, a page to review, and settled values put back."""
