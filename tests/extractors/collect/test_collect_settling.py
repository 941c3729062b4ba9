"""A map is written as a workbook, filled in as people do, and read again."""

from pathlib import Path

import openpyxl
import pytest

from evaluation.errors import WrongDataError
from evaluation.understanding import Collected
from extractors.collect import collect, read_mapping
from generator.workbooks.maps import write_map
from tests.extractors.collect import making
from tests.extractors.collect.truth import TRUTH, scores_of
from tests.extractors.collect.writing import Grid, Rows, write_book


def rivals() -> Rows:
    """Two columns that may both hold the scores."""
    rows = [[*row, row[-1]] for row in making.long(TRUTH)]
    rows[0][-2:] = ["Skor", "Skor Akhir"]
    for number, row in enumerate(rows[1:]):
        row[-1] = 1 + number % 4
    return rows


def gathered(folder: Path, rows: Rows, mapping: Path | None = None) -> Collected:
    path = write_book(folder / "a.xlsx", [Grid("A", rows)])
    if mapping is None:
        return collect([path], known=TRUTH.known())
    return collect([path], known=TRUTH.known(), mapping=read_mapping(mapping))


def filled_in(path: Path, found: Collected, answers: dict[str, tuple[str, str]]) -> Path:
    write_map(path, found, TRUTH.names)
    book = openpyxl.load_workbook(path)
    for row in book["Kolom"].iter_rows(min_row=2):
        if row[3].value in answers:
            row[6].value, row[7].value = answers[str(row[3].value)]
    book.save(path)
    return path


def test_two_columns_that_may_hold_the_scores_are_settled_once(tmp_path: Path) -> None:
    found = gathered(tmp_path, rivals())
    assert not found.draft.scores
    assert "Skor Akhir" in str(found.findings[0])
    answers = {"Skor": ("nilai", ""), "Skor Akhir": ("abaikan", "")}
    path = filled_in(tmp_path / "peta.xlsx", found, answers)
    assert scores_of(gathered(tmp_path, rivals(), path)) == TRUTH.scores()


def test_the_map_shows_the_first_values_beside_the_question_and_offers_meanings(
    tmp_path: Path,
) -> None:
    found = gathered(tmp_path, rivals())
    write_map(tmp_path / "peta.xlsx", found, TRUTH.names)
    sheet = openpyxl.load_workbook(tmp_path / "peta.xlsx")["Kolom"]
    rows = {row[3]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert rows["Skor Akhir"][4:6] == ("1; 2; 3", "?")
    assert rows["Penilai"][5] == "asesor"
    rules = sheet.data_validations.dataValidation
    assert [(rule.type, str(rule.sqref).split(":")[0]) for rule in rules] == [("list", "G2")]


def test_an_unknown_name_is_settled_on_its_own_sheet(tmp_path: Path) -> None:
    rows = making.wide(TRUTH)
    for row in rows[1:4]:
        row[1], row[2] = "", "Badoeng"
    found = gathered(tmp_path, rows)
    path = tmp_path / "peta.xlsx"
    write_map(path, found, TRUTH.names)
    book = openpyxl.load_workbook(path)
    assert book["Wilayah"]["A2"].value == "Badoeng"
    book["Wilayah"]["C2"].value = "KAB. BADUNG"
    book.save(path)
    assert scores_of(gathered(tmp_path, rows, path)) == TRUTH.scores()


@pytest.mark.parametrize(
    ("answer", "said"), [(("entah", ""), "entah"), (("nilai asesor", ""), "detail")]
)
def test_a_wrong_answer_is_told_with_its_cell(
    tmp_path: Path, answer: tuple[str, str], said: str
) -> None:
    found = gathered(tmp_path, rivals())
    path = filled_in(tmp_path / "peta.xlsx", found, {"Skor": answer})
    with pytest.raises(WrongDataError) as caught:
        read_mapping(path)
    assert said in str(caught.value)
    assert caught.value.source
    assert caught.value.source.cell == "G5"


def test_a_text_of_a_file_is_never_a_formula_of_the_map(tmp_path: Path) -> None:
    rows = rivals()
    rows[1][1] = "=1+1"
    found = gathered(tmp_path, rows)
    write_map(tmp_path / "peta.xlsx", found, TRUTH.names)
    sheet = openpyxl.load_workbook(tmp_path / "peta.xlsx")["Kolom"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
