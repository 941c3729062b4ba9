"""What columns, sections, totals and regions are called in what comes in, as data.

``headings.toml`` holds the words of spreadsheets, ``layouts.toml`` those of issued reports,
``sections.toml`` and ``regions.toml`` what both have. A new wording is a new phrase there.
"""
