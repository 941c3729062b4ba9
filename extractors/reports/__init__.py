"""Pages of an issued report, letter or annex → the record of what they say."""

from extractors.reports.reading import read_report

__all__ = ["read_report"]
