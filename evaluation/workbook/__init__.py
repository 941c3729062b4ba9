"""The schema of the round's workbook: sheets, columns, forms, where values came from."""
