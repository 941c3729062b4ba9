"""A table of a sheet: its headings, its columns, its rows."""

from dataclasses import dataclass

from extractors.collect.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet: its heading rows, its columns, and the rows below that hold anything.

    ``titles`` are the rows above it that are its own; columns from ``end`` on are another table's.
    ``summaries`` are rows that sum up the rows below them.
    """

    sheet: Sheet
    heading_rows: tuple[int, ...]
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    titles: tuple[int, ...] = ()
    end: int = 1 << 20
    summaries: tuple[int, ...] = ()

    @property
    def span(self) -> range:
        """Give all columns from its first to where the next table begins."""
        return range(self.columns[0] if self.columns else 0, min(self.end, self.sheet.width))

    def label(self, row: int, column: int, *, reach: bool) -> str:
        """Give the text of a heading in one row; one of an upper row may reach to the right."""
        text = self.sheet.text(row, column)
        if text or not reach or not self.sheet.text(self.heading_rows[-1], column):
            return text
        for other in reversed([c for c in self.columns if c < column]):
            if self.sheet.text(row, other):
                below = self.sheet.text(self.heading_rows[-1], other)
                spans = self.sheet.first_of.get((row, other)) is not None
                return self.sheet.text(row, other) if below and not spans else ""
        return ""

    def parts(self, column: int) -> tuple[str, ...]:
        """Give the texts of a column's heading, from above to below, each once."""
        texts = (self.sheet.text(row, column) for row in self.heading_rows)
        return tuple(dict.fromkeys(text for text in texts if text))

    def heading(self, column: int) -> str:
        """Give the whole heading of a column."""
        return " / ".join(self.parts(column))


def is_wording(text: str) -> bool:
    """Tell whether a text can only be words: no number, no mark, no choice with its number."""
    return sum(map(str.isalpha, text)) > 2 and not text[:1].isdigit()


def is_word(text: str) -> bool:
    """Tell whether a text is a word or an abbreviation: neither number nor mark."""
    return len(text) > 1 and sum(map(str.isalpha, text)) > len(text) / 2
