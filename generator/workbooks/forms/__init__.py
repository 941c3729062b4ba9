"""Assessor forms: one workbook a region and assessor, to be filled in and collected again."""
