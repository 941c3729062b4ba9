"""What the checks found, told on a terminal, on a page, in the workbook, and to programs."""
