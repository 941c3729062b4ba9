"""Pages of issued reports, letters or annexes → the records of what they say."""

from extractors.reports.parting import read_reports
from extractors.reports.reading import read_report

__all__ = ["read_report", "read_reports"]
