"""Sheets being filled in: every score that is put down is remembered with its place."""

import csv
import html
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from benchmarks.messy.programmes import Programme
from evaluation.model import Scale


@dataclass(frozen=True, slots=True)
class Score:
    """A score as a cell: ``shown`` is what stands there, ``lost`` that no reader can know it."""

    key: tuple[str, str, int]
    value: Decimal
    shown: Any = None
    lost: bool = False

    @property
    def cell(self) -> Any:
        """Give what stands in the cell."""
        return self.value if self.shown is None else self.shown


@dataclass(frozen=True, slots=True)
class Place:
    """Where a score stands; rows and columns count from 0."""

    value: Decimal
    file: str
    sheet: str
    row: int
    column: int
    lost: bool


@dataclass
class Paper:
    """One sheet: rows of cells, merged areas as (row, column, row, column), from 0."""

    name: str
    rows: list[list[Any]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False

    def add(self, *cells: Any) -> int:
        """Add a row; give its number."""
        self.rows.append(list(cells))
        return len(self.rows) - 1

    def add_groups(self, keys: Sequence[Any], groups: Sequence[tuple[Any, Sequence[Any]]]) -> None:
        """Add two rows of headings: keys, then headings, each merged over those below it."""
        row, above, under = len(self.rows), list(keys), [None] * len(keys)
        for heading, below in groups:
            self.merge(row, len(above), row, len(above) + len(below) - 1)
            above += [heading, *[None] * (len(below) - 1)]
            under += below
        self.add(*above)
        self.add(*under)

    def skip(self, count: int = 1) -> None:
        """Leave rows blank."""
        self.rows += [[] for _ in range(count)]

    def merge(self, row: int, column: int, to_row: int, to_column: int) -> None:
        """Merge an area; its first cell holds the value."""
        if (row, column) != (to_row, to_column):
            self.merged.append((row, column, to_row, to_column))


@dataclass
class Case:
    """One delivery of an office: its files, and what should come of them.

    ``plain`` tells whether the files alone say enough to be understood without the round; None
    where only the round can tell that they are wrong.
    """

    programme: Programme
    files: dict[str, bytes] = field(default_factory=dict)
    truth: dict[tuple[str, str, int], Place] = field(default_factory=dict)
    comments: set[tuple[str, str, str, str]] = field(default_factory=set)
    plain: bool | None = True

    def score(
        self,
        region: str,
        assessor: str,
        question: int,
        shown: Callable[[Decimal], Any] | None = None,
        *,
        lost: bool = False,
        key: str | None = None,
    ) -> Score | None:
        """Give the score as a cell, None where none was given; ``key`` names the assessor else."""
        value = self.programme.value(region, assessor, question)
        if value is None:
            return None
        told = shown(value) if shown else None
        return Score((region, assessor if key is None else key, question), value, told, lost)

    def lay(
        self, target: str, papers: Sequence[Paper], *, within: str = ""
    ) -> list[list[list[Any]]]:
        """Note where the scores of a file stand; give its plain cells, sheet by sheet."""
        name = f"{within}/{target}" if within else target
        return [
            [
                [self._note(cell, name, paper.name, r, c) for c, cell in enumerate(row)]
                for r, row in enumerate(paper.rows)
            ]
            for paper in papers
        ]

    def _note(self, cell: Any, file: str, sheet: str, row: int, column: int) -> Any:
        if not isinstance(cell, Score):
            return cell
        self.truth[cell.key] = Place(cell.value, file, sheet, row, column, cell.lost)
        return cell.cell

    def xlsx(self, name: str, *papers: Paper, within: str = "") -> bytes:
        """Write a workbook; one that lies within an archive is only given back."""
        book = Workbook()
        book.remove(book.active)
        for paper, cells in zip(papers, self.lay(name, papers, within=within), strict=True):
            sheet = book.create_sheet(paper.name)
            for r, row in enumerate(cells, 1):
                for c, cell in enumerate(row, 1):
                    if cell is not None and cell != "":
                        sheet.cell(r, c, _plain(cell))
            for area in paper.merged:
                sheet.merge_cells(_area(*area))
            sheet.sheet_state = "hidden" if paper.hidden else "visible"
        stream = io.BytesIO()
        book.save(stream)
        return self._kept(name, stream.getvalue(), within)

    def csv(
        self,
        name: str,
        paper: Paper,
        *,
        delimiter: str = ",",
        encoding: str = "utf-8",
        comma: bool = False,
        within: str = "",
    ) -> bytes:
        """Write a file of separated values; ``comma`` writes decimals with a comma."""
        paper = Paper(name.rsplit(".", 1)[0], paper.rows)
        stream = io.StringIO()
        writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
        for row in self.lay(name, [paper], within=within)[0]:
            writer.writerow([_text(cell, comma=comma) for cell in row])
        return self._kept(name, stream.getvalue().encode(encoding), within)

    def page(self, name: str, paper: Paper, *, comma: bool = True) -> bytes:
        """Write a table of HTML, as systems do that call it a workbook."""
        paper = Paper("Tabel 1", paper.rows, paper.merged)
        spans = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in paper.merged}
        under = {
            (r, c) for a, b, y, x in paper.merged for r in range(a, y + 1) for c in range(b, x + 1)
        } - spans.keys()
        lines = ["<html><meta charset='utf-8'><body><table border=1>"]
        for r, row in enumerate(self.lay(name, [paper])[0]):
            cells = []
            for c, cell in enumerate(row):
                if (r, c) not in under:
                    down, across = spans.get((r, c), (1, 1))
                    told = html.escape(_text(cell, comma=comma))
                    cells.append(f"<td rowspan={down} colspan={across}>{told}</td>")
            lines.append("<tr>" + "".join(cells) + "</tr>")
        return self._kept(name, "\n".join([*lines, "</table></body></html>"]).encode(), "")

    def zip(self, name: str, members: Mapping[str, bytes]) -> None:
        """Write an archive."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        self.files[name] = stream.getvalue()

    def _kept(self, name: str, content: bytes, within: str) -> bytes:
        if not within:
            self.files[name] = content
        return content

    def write(self, folder: Path) -> None:
        """Write all files into a folder."""
        for name, content in self.files.items():
            folder.joinpath(name).write_bytes(content)


def _plain(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell


def _text(cell: Any, *, comma: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        told = format(cell.normalize(), "f")
        return told.replace(".", ",") if comma else told
    return str(cell)


def _area(row: int, column: int, to_row: int, to_column: int) -> str:
    first = f"{get_column_letter(column + 1)}{row + 1}"
    return f"{first}:{get_column_letter(to_column + 1)}{to_row + 1}"


def mean(values: Iterable[Decimal | None]) -> Decimal | None:
    """Give the mean of what is there, to two decimals."""
    kept = [value for value in values if value is not None]
    return round(sum(kept) / Decimal(len(kept)), 2) if kept else None


def values(cells: Iterable[Score | None]) -> list[Decimal | None]:
    """Give the values of cells."""
    return [None if cell is None else cell.value for cell in cells]


def comma(value: Decimal) -> str:
    """Write a number with a decimal comma."""
    return format(value.normalize(), "f").replace(".", ",")


def levels(scale: Scale) -> int:
    """Give how many steps a scale has."""
    assert scale.step is not None
    return int((scale.maximum - scale.minimum) / scale.step) + 1
