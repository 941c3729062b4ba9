"""Every tolerance of the proof, held by what lies just inside and just outside of it."""

from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from evaluation.sources import Box, Source
from extractors.pages.page import Word
from extractors.reports.proof import tolerances
from extractors.reports.proof.named import absent
from extractors.reports.proof.scales import scale_of
from extractors.reports.proof.second import blocks
from extractors.reports.proof.third_opinion import Plumber
from extractors.reports.proof.unread import Unread, unread_rows
from extractors.reports.tables.tables import Contents
from extractors.reports.text.lines import Line
from tests.extractors.reports.tables.sheets import chunk, sheet, side_by_side
from tests.extractors.tolerated import Bound, Bounds, names_of, unnoticed, untold

MANY = 250


def strays(count: int) -> bool:
    """Whether so many scores of many are taken for misread ones."""
    scores = [Decimal(4)] * (MANY - count) + [Decimal(5)] * count
    scale = scale_of(None, scores)
    return scale is not None and scale.maximum == 4


def found_on(line: int) -> bool:
    """Whether the score of the last question is found on a line, its own the first."""
    texts = ["1. Apa?", *["kata"] * (line - 2), "kata 3"]
    return Decimal(3) in blocks(["\n".join(texts)], [1])[0].at_ends


def found_before(lines: int) -> bool:
    texts = ["3", *["kata"] * (lines - 1), "1. Apa?"]
    return Decimal(3) in blocks(["\n".join(texts)], [1])[0].before


def named(rows: int = 0, beside: float = 0, name: str = "Kelola") -> list[str]:
    """The dimensions that a table of weights names, beside one that is there."""
    head = side_by_side(100, (50, "Dimensi"), (300, "Bobot"))
    middle = head.words[1].box.left + 12.5 + beside
    lines = [
        side_by_side(120, (50, "Kelola"), (middle - 7.5, "60%")),
        *(chunk(50, 90, 140 + n) for n in range(rows)),
        side_by_side(600, (50, "Layanan"), (middle - 7.5, "40%")),
    ]
    return [one.name for one in absent(Contents(), [sheet([head, *lines])], [name])]


def rows_found(
    count: int = 3, astray: float = 0, first: int = 1, apart: float = 300
) -> list[Unread]:
    lines = []
    for place in range(count):
        top, left = 100 + 20 * place, 50 + astray * place
        words = (
            Word(str(first + place), Box(left, top, left + 10 + place, top + 10)),
            Word("3,2", Box(60 + apart, top, 80 + apart, top + 10)),
        )
        lines.append(Line(1, words))
    return list(unread_rows(Contents(list(lines))))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("opinion") / "a.pdf"
    canvas = Canvas(str(path), pagesize=(400, 400))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(100, 292, "3,6")
    canvas.save()
    return path


@pytest.fixture(scope="module")
def bounds(page: Path) -> Iterator[Bounds]:
    middle = 100 + stringWidth("3,6", "Helvetica", 10) / 2
    with closing(Plumber(page)) as plumber:

        def beside(by: float) -> bool:
            box = Box(middle - by - 20, 100, middle - by, 110)
            return plumber(Source("a.pdf", page=1, box=box)) == "3,6"

        yield {**BOUNDS, ("READINGS", "room"): Bound(beside, 1.45, 1.55)}


BOUNDS: Bounds = {
    ("SCALES", "fewest"): Bound(lambda n: scale_of(None, [Decimal(3)] * n) is not None, 12, 11),
    ("SCALES", "strays"): Bound(strays, 10, 11),
    ("NAMED", "lines"): Bound(lambda rows: named(rows) == ["Layanan"], 88, 89),
    ("NAMED", "beside"): Bound(lambda by: named(beside=by) == ["Layanan"], 39.9, 40.1),
    ("NAMED", "stem"): Bound(lambda name: named(name=name) == ["Layanan"], "Kelopak", "Kelabu"),
    ("UNREAD", "rows"): Bound(lambda count: bool(rows_found(count)), 3, 2),
    ("UNREAD", "aligned"): Bound(lambda by: bool(rows_found(astray=by)), 3.9, 4.1),
    ("UNREAD", "digits"): Bound(lambda first: bool(rows_found(first=first)), 100, 1000),
    ("UNREAD", "apart"): Bound(lambda apart: bool(rows_found(apart=apart)), 152.1, 151.9),
    ("READINGS", "lines"): Bound(found_on, 14, 15),
    ("READINGS", "lines_before"): Bound(found_before, 4, 5),
    ("READINGS", "digits"): Bound(
        lambda number: bool(blocks([f"{number}. Apa? 3"], [number])), 1234, 12345
    ),
}

NAMES = names_of(tolerances)


def test_every_tolerance_has_a_bound_a_unit_and_a_meaning(bounds: Bounds) -> None:
    assert sorted(bounds) == sorted(NAMES)
    assert untold(tolerances) == []


@pytest.mark.parametrize("name", NAMES, ids=".".join)
def test_what_lies_inside_is_tolerated_and_what_lies_outside_is_not(
    name: tuple[str, str], bounds: Bounds
) -> None:
    assert bounds[name].holds()


@pytest.mark.parametrize("name", NAMES, ids=".".join)
def test_a_changed_tolerance_is_noticed(name: tuple[str, str], bounds: Bounds) -> None:
    assert unnoticed(tolerances, name, bounds[name]) == []
