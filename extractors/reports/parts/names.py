"""Lists of names: the addressees of a letter, the regions that were absent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.record import RecordedName
from evaluation.sources import Source
from evaluation.vocabulary.layouts import layouts
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.parts.tolerances import LETTERS
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Cell, What
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.lines import Line, joined

_ENTRY = re.compile(
    r"(?<!\S)([0-9]{1,4})[.)]?\s+(\D*?[^\W\d_]\D*?)(?=\s+[0-9]{1,4}[.)]?\s+\D|\s*$)"
)


@dataclass(frozen=True, slots=True)
class NamedRegion:
    """One line of a list of regions, with the category beside it ("" where there is none)."""

    name: RecordedName
    category: str


@dataclass(frozen=True, slots=True)
class Lists:
    """Both lists of a document; each is empty where the document has none."""

    addressees: tuple[RecordedName, ...] = ()
    absent: tuple[NamedRegion, ...] = ()


def read_lists(contents: Contents, file: str) -> Lists:
    """Read the lists of a document, from tables and from running text in one or more columns."""
    addressees: list[RecordedName] = []
    absent: list[NamedRegion] = []
    above: list[Line] = []
    labels = layouts().lists
    for part in contents.parts:
        if isinstance(part, Line):
            above.append(part)
            continue
        if part.kind is Kind.NAMES:
            if part.index(Meaning.ADDRESSEE) is not None:
                addressees += [entry.name for entry in _table(part, Meaning.ADDRESSEE, file)]
            elif labels.absent.within(_last_words(above)):
                absent += _table(part, Meaning.REGION, file)
            elif labels.addressees.within(_last_words(above)):
                addressees += [entry.name for entry in _table(part, Meaning.REGION, file)]
        above = []
    addressees = addressees or list(_from_lines(contents.lines, file))
    return Lists(_ordered(addressees), tuple(absent))


def _last_words(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines[-LETTERS.label_within :])


def _ordered(names: Sequence[RecordedName]) -> tuple[RecordedName, ...]:
    return tuple(sorted(names, key=lambda name: name.number))


def _table(table: Table, role: Meaning, file: str) -> Iterator[NamedRegion]:
    place, category = table.index(role), table.index(Meaning.CATEGORY)
    entries: list[tuple[int, list[str], list[str], Source]] = []
    for piece in table.pieces:
        names = list(piece.cells.get(place if place is not None else -1, Cell()).texts)
        kinds = list(piece.cells.get(category if category is not None else -1, Cell()).texts)
        if piece.what is What.ROW:
            cell = piece.cells.get(place or 0, Cell())
            source = Source(file, page=piece.page, box=cell.box)
            entries.append((piece.number or 0, names, kinds, source))
        elif piece.what is What.TAIL and entries:
            entries[-1][1].extend(names)
            entries[-1][2].extend(kinds)
    for number, names, kinds, source in entries:
        yield NamedRegion(RecordedName(number, joined(names), source), joined(kinds))


def _from_lines(lines: Sequence[Line], file: str) -> Iterator[RecordedName]:
    """Give the entries of a list without a head, which may stand in several columns."""
    addressees = layouts().lists.addressees
    started = False
    pages: set[int] = set()
    for index, line in enumerate(lines):
        below = lines[index + 1 : index + 1 + LETTERS.names_within]
        if addressees.begins(line.text) and _list_follows(below):
            started = True
            pages.add(line.page)
            continue
        if not started or not (line.page in pages or line.page - 1 in pages):
            continue
        found = list(_entries(line, file))
        if found:
            pages.add(line.page)
            yield from found


def _list_follows(lines: Sequence[Line]) -> bool:
    return sum(1 for line in lines if any(True for _e in _entries(line, ""))) >= LETTERS.names


def _entries(line: Line, file: str) -> Iterator[RecordedName]:
    """Give the numbered names of one line; only names that begin with an office count."""
    offices = layouts().lists.offices
    for match in _ENTRY.finditer(line.text):
        name = match[2].strip()
        if offices.begins(name):
            yield RecordedName(int(match[1]), name, Source(file, page=line.page, box=line.box))
