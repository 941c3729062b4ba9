"""Tables of a web page that bears a spreadsheet's name: each table is a sheet.

Portals export HTML and call it ``.xls``; spreadsheet programs open it after a question.
"""

import re
from html.parser import HTMLParser

from evaluation.errors import UnreadableInputError
from evaluation.messages import _
from evaluation.sources import Source
from extractors.spreadsheets.cells import MAX_CELLS, Cell, Position, RawSheet, refuse_vast
from extractors.spreadsheets.csvfiles import decoded

_BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096  # bytes in which a page shows what it is
_MOST_TABLES = 500
_WIDEST_SPAN = 1000  # columns or rows that a cell may claim
_UNSEEN = ("script", "style", "title")
_BREAKS = ("br", "p", "div", "li")


def is_web_page(data: bytes) -> bool:
    """Tell whether a file is HTML, by how it begins."""
    return _BEGINS.match(data[:_HEAD].lstrip(b"\xef\xbb\xbf")) is not None


def tables_of_page(data: bytes, file: str, name: str) -> tuple[RawSheet, ...]:
    """Give the tables of a page that hold anything; ``name`` is that of the first sheet.

    Raises UnreadableInputError when there is none, or when a table is too large.
    """
    reader = _Tables(file, name)
    reader.feed(decoded(data, file))
    reader.close()
    sheets = [table.sheet(file) for table in reader.tables if table.cells]
    if not sheets:
        raise UnreadableInputError(
            _("the file is a web page without any table."),
            source=Source(file),
            remedy=_("Open it in a browser: it may ask you to sign in. Export it again."),
        )
    return tuple(sheets)


class _Table:
    """One table while it is read; cells that span keep their place from the later ones."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells: dict[Position, str] = {}
        self.merged: list[tuple[Position, Position]] = []
        self._taken: set[Position] = set()
        self._row = -1
        self._column = 0

    def begin_row(self) -> None:
        self._row += 1
        self._column = 0

    def add(self, text: str, rows: int, columns: int) -> None:
        row = max(self._row, 0)
        while (row, self._column) in self._taken:
            self._column += 1
        last = (row + rows - 1, self._column + columns - 1)
        if rows * columns > 1 and len(self._taken) < MAX_CELLS:
            self.merged.append(((row, self._column), last))
            self._taken.update(
                (r, c) for r in range(row, last[0] + 1) for c in range(self._column, last[1] + 1)
            )
        if text:
            self.cells[row, self._column] = text
        self._column = last[1] + 1

    def sheet(self, file: str) -> RawSheet:
        bottom = max(row for row, _c in self.cells)
        right = max(column for _r, column in self.cells)
        refuse_vast(file, self.name, (bottom, right))
        rows: list[list[Cell]] = [[""] * (right + 1) for _row in range(bottom + 1)]
        for (row, column), text in self.cells.items():
            rows[row][column] = text
        return RawSheet(self.name, rows, merged=tuple(self.merged))


class _Tables(HTMLParser):
    """Gathers tables; one within a cell of another is text of that cell."""

    def __init__(self, file: str, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._file = file
        self._name = name
        self._depth = 0
        self._unseen = 0
        self._span = (1, 1)
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1 and len(self.tables) < _MOST_TABLES:
                count = len(self.tables) + 1
                self.tables.append(_Table(self._name if count == 1 else f"{self._name} {count}"))
        elif self._depth == 1 and tag in ("tr", "td", "th"):
            self._end_cell()
            self._begin(tag, dict(attrs))
        elif tag in _BREAKS and self._text is not None:
            self._text.append("\n")

    def _begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "tr":
            self.tables[-1].begin_row()
            return
        self._span = (_span(attributes.get("rowspan")), _span(attributes.get("colspan")))
        self._text = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in ("td", "th", "tr", "table") and self._depth == 1:
            self._end_cell()
        if tag == "table":
            self._depth = max(self._depth - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._unseen:
            self._text.append(" ".join(data.splitlines()) if "\n" in data else data)

    def _end_cell(self) -> None:
        if self._text is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._text).split("\n"))
        self.tables[-1].add("\n".join(line for line in lines if line), *self._span)
        self._text = None


def _span(value: str | None) -> int:
    told = (value or "").strip()
    return min(max(int(told), 1), _WIDEST_SPAN) if told.isdecimal() and len(told) < 5 else 1
