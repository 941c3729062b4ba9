"""The evaluation round of 2024 as the sheets of a workbook, made from the facts in CSV.

``README.md`` beside this file says what is published, what is corrected and what is invented.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from evaluation.workbook.rows import Cells, Place, rows_of
from evaluation.workbook.sheets import (
    BOBOT,
    CATATAN,
    DIMENSI,
    ELEMEN,
    INSTRUMEN,
    NILAI,
    SURAT,
    TAHUN_LALU,
    WILAYAH,
)
from examples.facts import Cell, Row, Sheets, cell, number, records, sheet, whole_sheet
from examples.remarks import Panel, comment_sheet, panel_of, panels
from examples.scoring import scores, total_for

_FACTS = Path(__file__).parent / "evaluasi_2024"
_MOST_POINTS = 5
_REGION = WILAYAH.region.heading
_VALUE = SURAT.value.heading

Record = Mapping[str, str]
Known = Mapping[str, Mapping[int, Decimal]]


def _records(name: str) -> list[dict[str, str]]:
    return records(_FACTS / f"{name}.csv")


def _questions() -> dict[str, list[int]]:
    """Give the question numbers of each dimension that has questions, in order."""
    numbers: dict[str, list[int]] = {}
    for row in _records("instrumen"):
        dimension = row[INSTRUMEN.dimension.heading]
        numbers.setdefault(dimension, []).append(int(row[INSTRUMEN.number.heading]))
    return numbers


def _known_questions() -> Known:
    """Give the values that are known question by question, by region."""
    known: dict[str, dict[int, Decimal]] = {}
    for row in _records("nilai_pertanyaan"):
        question = int(row[INSTRUMEN.number.heading])
        known.setdefault(row[_REGION], {})[question] = number(row[_VALUE])
    return known


def _from_questions(
    region: str, known: Mapping[int, Decimal], panel: int
) -> dict[int, tuple[int, ...]]:
    """Give the scores of a region whose questions' means are known."""
    given: dict[int, tuple[int, ...]] = {}
    for question, mean in known.items():
        given |= scores(region, [question], panel, total_for(mean, panel))
    return given


def _from_dimensions(
    result: Record, questions: Mapping[str, Sequence[int]], panel: int
) -> dict[int, tuple[int, ...]]:
    """Give the scores of a region whose dimensions' values are known."""
    given: dict[int, tuple[int, ...]] = {}
    for dimension, numbers in questions.items():
        total = total_for(number(result[dimension]), len(numbers) * panel)
        given |= scores(result[_REGION], numbers, panel, total)
    return given


def _score_rows(
    result: Record, panel: Panel, given: Mapping[int, Sequence[int]], direct: Sequence[str]
) -> Iterator[Cells[Cell]]:
    """Give a region's rows, one an assessor; the first alone bears what is scored directly."""
    for index, assessor in enumerate(panel):
        cells: dict[Place, Cell] = {
            NILAI.region: result[_REGION],
            NILAI.assessor: assessor.name,
        }
        cells |= {str(question): scored[index] for question, scored in given.items()}
        if index == 0:
            cells |= {name: cell(result[name]) for name in direct}
        yield cells


def _score_sheet() -> list[Row]:
    """Give the sheet ``Nilai``: five rows a region that took part, one an assessor."""
    among = panels(_FACTS)
    questions, known = _questions(), _known_questions()
    direct = [
        name for row in _records("bobot") if (name := row[BOBOT.dimension.heading]) not in questions
    ]
    numbers = [str(question) for group in questions.values() for question in group]
    rows: list[Cells[Cell]] = []
    for result in _records("hasil"):
        region = result[_REGION]
        panel = panel_of(region, among)
        if region in known:
            given = _from_questions(region, known[region], len(panel))
        else:
            given = _from_dimensions(result, questions, len(panel))
        rows += _score_rows(result, panel, given, direct)
    return list(rows_of(NILAI, rows, [*numbers, *direct]))


def sheets() -> Sheets:
    """Give the sheets of the workbook by name, each with its headings as first row.

    Headings are text throughout; scores are whole numbers, other values Decimal, dates
    ``datetime.date``, and a blank cell is None. Called twice, it gives the same.
    """
    return {
        SURAT.name: whole_sheet(_FACTS / "surat.csv"),
        INSTRUMEN.name: whole_sheet(_FACTS / "instrumen.csv"),
        DIMENSI.name: whole_sheet(_FACTS / "dimensi.csv"),
        ELEMEN.name: whole_sheet(_FACTS / "elemen.csv"),
        BOBOT.name: whole_sheet(_FACTS / "bobot.csv"),
        WILAYAH.name: sheet(_records("wilayah"), WILAYAH.columns),
        NILAI.name: _score_sheet(),
        TAHUN_LALU.name: whole_sheet(_FACTS / "tahun_lalu.csv"),
        CATATAN.name: comment_sheet(_FACTS, _MOST_POINTS),
    }
