"""Numbers read back out of the finished files by independent readers, held against the input.

Both formats come from one description, so they could be wrong alike; here pdfplumber and
python-docx read the files and plain arithmetic over the input says what must stand there.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pdfplumber
import pytest

from generator.document.kinds import KINDS, REPORT
from generator.making.plan import plan_regions, plan_round
from generator.making.rounds import Round
from tests import reading_docx
from tests.conftest import ROUNDS
from tests.generator.test_agreement import write

PUBLISHED = Path(__file__).parent.parent / "examples" / "published.csv"
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Printed:
    """A question's row as a reader sees it."""

    number: int
    question: str
    score: str


def pdf_tables(path: Path) -> list[list[list[str]]]:
    with pdfplumber.open(path) as pdf:
        return [
            [[_folded(cell or "") for cell in row] for row in table]
            for page in pdf.pages
            for table in page.extract_tables()
        ]


def _folded(text: str) -> str:
    return " ".join(text.split())


def questions(tables: Iterable[Sequence[Sequence[str]]]) -> list[Printed]:
    """Find the rows that hold a numbered question and, in the last column, its score."""
    found = []
    for table in tables:
        for row in table:
            numbered = [re.fullmatch(r"(\d+)\. (.+)", cell) for cell in row]
            for match in filter(None, numbered):
                found.append(Printed(int(match[1]), _folded(match[2]), row[-1]))
    return found


def expected(name: str, region: str) -> list[Printed]:
    """Give what must be printed, computed from the example's sheets with nothing of the program."""
    sheets = ROUNDS[name].sheets()
    heads = [str(cell) for cell in sheets["Nilai"][0]]
    rows = [row for row in sheets["Nilai"][1:] if row[0] == region]
    texts = {int(str(row[0])): str(row[4]) for row in sheets["Instrumen"][1:]}
    dimensions = {str(row[1]) for row in sheets["Instrumen"][1:] if _weight(sheets, row[1], region)}
    printed = []
    for line in sheets["Instrumen"][1:]:
        if str(line[1]) in dimensions:
            number = int(str(line[0]))
            given = [row[heads.index(str(number))] for row in rows]
            scores = [Decimal(str(score)) for score in given if score not in (None, "", "-")]
            mean = (sum(scores) / len(scores)).quantize(CENT, ROUND_HALF_UP) if scores else None
            printed.append(Printed(number, _folded(texts[number]), _comma(mean)))
    return printed


def _weight(
    sheets: Mapping[str, Sequence[Sequence[object]]], dimension: object, region: str
) -> bool:
    category = next(row[4] for row in sheets["Wilayah"][1:] if row[2] == region)
    column = sheets["Bobot"][0].index(category)
    row = next(row for row in sheets["Bobot"][1:] if row[0] == dimension)
    return row[column] not in (None, "", "-")


def _comma(value: Decimal | None) -> str:
    return "-" if value is None else f"{value.normalize():f}".replace(".", ",")


REGIONS = [
    ("evaluasi-2024", "KAB. BADUNG"),  # five dimensions
    ("evaluasi-2024", "KAB. BANTUL"),  # six dimensions
    ("evaluasi-2024", "KAB. HUMBANG HASUNDUTAN"),  # a direct score is missing
    ("evaluasi-2024", "KOTA TERNATE"),  # no last year
    ("perpustakaan", "PROV. BENGKULU"),  # another programme
    ("perpustakaan", "KAB. ENDE"),  # a question that nobody scored
]


@pytest.mark.parametrize(("name", "region"), REGIONS)
def test_number_text_and_score_of_every_question_stand_in_both_files(
    name: str, region: str, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds[name]
    (job,) = plan_regions(opened.evaluation, [opened.region(region)], ("pdf", "docx"), (REPORT,))
    paths = write(opened, job, tmp_path)
    wanted = expected(name, region)
    assert len(wanted) > 5
    assert questions(reading_docx.tables(paths["docx"])) == wanted
    assert questions(pdf_tables(paths["pdf"])) == wanted


def test_a_region_that_did_not_take_part_has_no_questions(
    rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds["evaluasi-2024"]
    (job,) = plan_regions(
        opened.evaluation, [opened.region("KAB. BUTON")], ("pdf", "docx"), (REPORT,)
    )
    paths = write(opened, job, tmp_path)
    assert not questions(reading_docx.tables(paths["docx"]))
    assert not questions(pdf_tables(paths["pdf"]))


Tables = Callable[[Path], list[list[list[str]]]]
READERS: Mapping[str, Tables] = {"pdf": pdf_tables, "docx": reading_docx.tables}


def numbered_rows(kind: str, file_format: str, opened: Round, folder: Path) -> list[list[str]]:
    (job,) = plan_round(opened.evaluation, (file_format,), (KINDS[kind],))
    tables = READERS[file_format](write(opened, job, folder)[file_format])
    return [row for table in tables for row in table if row[0].isdigit()]


def published_rows() -> list[list[str]]:
    """Give the published rows as ours are set: two rules where the source has another sign.

    A dimension that the category has and that has no value is printed as a dash; the source leaves
    some of these blank. A minus is a minus (U+2212), not a hyphen.
    """
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        rows = [[re.sub("^-(?=[0-9])", "−", cell) for cell in row] for row in csv.reader(file)][1:]
    return [[cell or "-" for cell in row] if row[-1] == "KPPN IKN" else row for row in rows]


@pytest.mark.parametrize("file_format", READERS)
def test_the_national_table_equals_the_140_published_rows(
    file_format: str, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    rows = numbered_rows("national-table", file_format, rounds["evaluasi-2024"], tmp_path)
    published = published_rows()
    assert len(published) == 140
    assert rows[:140] == published
    assert [int(row[0]) for row in rows] == list(range(1, 166))


@pytest.mark.parametrize("file_format", READERS)
def test_the_annexes_list_191_addressees_and_26_absent_regions(
    file_format: str, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds["evaluasi-2024"]
    absent = numbered_rows("absent", file_format, opened, tmp_path)
    assert [int(row[0]) for row in absent] == list(range(1, 27))
    if file_format == "docx":  # the annex of addressees has no rulings for pdfplumber to follow
        pairs = numbered_rows("addressees", file_format, opened, tmp_path)
        assert [int(row[0]) for row in pairs] == list(range(1, 101))
        right = [row for row in pairs if row[2]]
        assert [int(row[2]) for row in right] == list(range(101, 192))
        assert (pairs[90][1], right[-1][3]) == ("Bupati Pemalang", "Walikota Yogyakarta")
