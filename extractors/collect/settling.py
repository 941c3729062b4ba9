"""A map that was filled in as a workbook → what the user settled."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.errors import WrongDataError
from evaluation.messages import _
from evaluation.names import name_key
from evaluation.sources import Source, cell_name
from evaluation.vocabulary.maps import COLUMNS, NAMES, Columns, Names
from evaluation.vocabulary.meanings import COLLECTED, Meaning
from extractors.collect.mapping import DETAILED, Mapping, Settled, ShapeMap
from extractors.spreadsheets.grid import read_grid
from extractors.spreadsheets.values import text_of

_BY_WORD = {name_key(meaning.value): meaning for meaning in COLLECTED}
_WIDTH = 8
Row = tuple[int, Sequence[str]]


def read_map_book(path: Path) -> Mapping:
    """Read a map. Raises UnreadableInputError, and WrongDataError with the cell of what is wrong.

    A row whose meaning was left blank leaves its column as it was understood.
    """
    sheets, _digest = read_grid(path)
    rows = {sheet.name: list(_rows(sheet.rows)) for sheet in sheets}
    tables: dict[tuple[str, str], list[Row]] = {}
    for number, row in rows.get(COLUMNS, ()):
        tables.setdefault((row[Columns.FILE], row[Columns.SHEET]), []).append((number, row))
    shapes = tuple(_shape(path, table) for table in tables.values())
    settled = {
        row[Names.TEXT]: row[Names.REGION]
        for _number, row in rows.get(NAMES, ())
        if row[Names.TEXT] and row[Names.REGION]
    }
    return Mapping(shapes, settled)


def _rows(rows: Sequence[Sequence[object]]) -> Iterator[Row]:
    for number, cells in enumerate(rows[1:], 1):
        texts = [text_of(cell) for cell in cells]  # type: ignore[arg-type]
        yield number, [*texts, *[""] * (_WIDTH - len(texts))]


def _shape(path: Path, rows: Sequence[Row]) -> ShapeMap:
    headings = frozenset(name_key(row[Columns.HEADING]) for _n, row in rows)
    columns = {
        name_key(row[Columns.HEADING]): _settled(path, number, row)
        for number, row in rows
        if row[Columns.MEANING]
    }
    return ShapeMap(headings - {""}, columns)


def _settled(path: Path, number: int, row: Sequence[str]) -> Settled:
    word, detail = row[Columns.MEANING], row[Columns.DETAIL]
    meaning = _BY_WORD.get(name_key(word))
    place = Source(str(path), COLUMNS, cell_name(number, Columns.MEANING))
    if meaning is None or meaning is Meaning.UNSETTLED:
        known = ", ".join(m.value for m in COLLECTED)
        message = _("'%(word)s' is none of: %(known)s.") % {"word": word[:40], "known": known}
        raise WrongDataError(message, source=place)
    if meaning in DETAILED and not detail:
        message = _("'%(word)s' needs a detail in the column beside it.") % {"word": word}
        raise WrongDataError(message, source=place)
    numbered = meaning is Meaning.ITEM and detail.isdecimal()
    return Settled(meaning, int(detail) if numbered else detail or None)
