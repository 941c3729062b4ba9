"""Everything that is written as a spreadsheet."""
