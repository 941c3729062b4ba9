"""Who scored and who did not: a missing assessor moves a mean, so he is told; by what is usual."""

from pathlib import Path

import pytest

from evaluation.coverage import Usual, coverage, usual
from evaluation.sources import Finding
from extractors.workbook import read_workbook
from tests.evaluation.checking import COMPLETENESS, findings
from tests.extractors import tiny
from tests.extractors.tiny import Sheets, write_xlsx

REGIONS, PEOPLE = 10, ("Asesor 1", "Asesor 2", "Asesor 3")
KERJA_SAMA = 6  # the column of a dimension that is scored directly


def whole() -> Sheets:
    """Give a round of ten regions of two categories, each scored and commented by three people."""
    sheets = tiny.sound()
    names = [f"KAB. WILAYAH {'ABCDEFGHIJ'[number]}" for number in range(REGIONS)]
    sheets["Wilayah"] = sheets["Wilayah"][:1] + [
        [place, f"51.{place:02}", name, f"Bupati {name[5:].title()}", category, "Ya"]
        for place, name in enumerate(names, 1)
        for category in ["KHUSUS" if place > REGIONS // 2 else "REGULER"]
    ]
    sheets["Nilai"] = sheets["Nilai"][:1] + [
        [name, who, 1 + (row + column) % 4, 2, 3, 4, None]
        for row, name in enumerate(names)
        for column, who in enumerate(PEOPLE)
    ]
    sheets["Tahun Lalu"] = sheets["Tahun Lalu"][:1]
    sheets["Catatan"] = sheets["Catatan"][:1] + [
        [name, section, who, "Universitas X", f"{section} {name} menurut {who} nomor {turn}"]
        for name in names
        for who in PEOPLE
        for section in ("Kekuatan", "Kelemahan")
        for turn in range(4)
    ]
    return sheets


def told(path: Path, sheets: Sheets) -> list[Finding]:
    return [one for one in findings(path, sheets) if one.rule in COMPLETENESS]


def row_of(sheets: Sheets, region: int, person: int) -> int:
    """Give the row of a person's scores, counted from 0 below the headings."""
    return 1 + region * len(PEOPLE) + person


def test_a_whole_round_gives_no_finding(tmp_path: Path) -> None:
    assert told(tmp_path, whole()) == []


def test_a_region_with_fewer_assessors_is_told_with_what_it_would_come_to(tmp_path: Path) -> None:
    sheets = whole()
    del sheets["Nilai"][row_of(sheets, 0, 1)]
    sheets["Catatan"] = [
        row for row in sheets["Catatan"] if row[0] != "KAB. WILAYAH A" or row[2] != "Asesor 2"
    ]
    (found,) = told(tmp_path, sheets)
    assert (found.rule, str(found.source)) == ("assessor-missing", "Nilai!A2")
    text = str(found.message)
    assert "KAB. WILAYAH A was scored by 2 assessors (Asesor 1, Asesor 3)" in text
    assert "REGULER by 3" in text
    # Means of 1 and 3, 2, 3, 4 give 0.4 · 2 + 0.6 · 3.5; a third 1 or 4 everywhere moves them.
    assert "now 2.90; with what is missing, between 2.27 and 3.27" in text


def test_a_gap_of_one_assessor_is_told_at_its_cell(tmp_path: Path) -> None:
    sheets = whole()
    sheets["Nilai"][row_of(sheets, 2, 2)][3] = None
    (found,) = told(tmp_path, sheets)
    assert (found.rule, str(found.source)) == ("score-missing", "Nilai!D10")
    assert "Asesor 3 left question 2 of KAB. WILAYAH C blank" in str(found.message)
    assert "between" in str(found.message)


def test_several_gaps_of_one_assessor_are_one_finding(tmp_path: Path) -> None:
    sheets = whole()
    for column in (2, 4):
        sheets["Nilai"][row_of(sheets, 2, 2)][column] = "-"
    (found,) = told(tmp_path, sheets)
    assert "questions 1, 3" in str(found.message)


def test_a_directly_scored_dimension_is_no_question(tmp_path: Path) -> None:
    sheets = whole()
    for region in range(REGIONS // 2, REGIONS - 1):
        sheets["Nilai"][row_of(sheets, region, 0)][KERJA_SAMA] = 2
    assert told(tmp_path, sheets) == []


def test_where_assessors_share_the_questions_no_gap_is_told(tmp_path: Path) -> None:
    sheets = whole()
    for region in range(REGIONS):
        for person, column in ((0, 2), (1, 3), (2, 4)):
            sheets["Nilai"][row_of(sheets, region, person)][column] = None
    assert told(tmp_path, sheets) == []


@pytest.mark.parametrize(("short", "expected"), [(1, 1), (2, 0), (3, 0)])
def test_the_usual_number_is_that_of_four_regions_in_five(
    tmp_path: Path, short: int, expected: int
) -> None:
    sheets = whole()
    for region in reversed(range(short)):
        del sheets["Nilai"][row_of(sheets, region, 2)]
    sheets["Catatan"] = sheets["Catatan"][:1]
    found = [one for one in told(tmp_path, sheets) if one.rule == "assessor-missing"]
    assert len(found) == expected


def test_the_usual_number_is_that_of_the_region_s_category(tmp_path: Path) -> None:
    sheets = whole()
    for region in reversed(range(REGIONS // 2)):
        del sheets["Nilai"][row_of(sheets, region, 2)]
    sheets["Catatan"] = sheets["Catatan"][:1]
    assert told(tmp_path, sheets) == []


def test_comments_of_one_who_gave_no_scores_are_told_once_a_person(tmp_path: Path) -> None:
    sheets = whole()
    for row in sheets["Catatan"][1:4]:
        row[2] = "Asesor 9"
    (found,) = told(tmp_path, sheets)
    assert (found.rule, str(found.source)) == ("comment-without-scores", "Catatan!E2")
    assert "Asesor 9" in str(found.message)


def test_where_others_comment_than_score_nothing_is_told(tmp_path: Path) -> None:
    sheets = whole()
    for row in sheets["Catatan"][1:]:
        row[2] = f"Penulis {str(row[2])[-1]}"
    assert told(tmp_path, sheets) == []


def test_scores_of_one_who_stands_nowhere_else_are_told(tmp_path: Path) -> None:
    sheets = whole()
    sheets["Nilai"][row_of(sheets, 4, 0)][1] = "Asesor Satu"
    found = told(tmp_path, sheets)
    assert [(one.rule, str(one.source)) for one in found] == [
        ("assessor-named-once", "Nilai!A14"),
        ("comment-without-scores", "Catatan!E98"),
    ]


def test_where_each_region_has_assessors_of_its_own_nothing_is_told(tmp_path: Path) -> None:
    sheets = whole()
    for sheet, column in (("Nilai", 1), ("Catatan", 2)):
        for row in sheets[sheet][1:]:
            row[column] = f"{row[column]} dari {str(row[0])[-1]}"
    assert told(tmp_path, sheets) == []


def test_a_section_that_occurs_once_is_told_with_the_usual_one(tmp_path: Path) -> None:
    sheets = whole()
    sheets["Catatan"][5][1] = "Kekuatn"
    (found,) = told(tmp_path, sheets)
    assert found.rule == "section-odd"
    assert "usual are Kekuatan." in str(found.message)
    sheets["Catatan"][13][1] = "Kekuatn"
    assert told(tmp_path, sheets) == []


def test_the_matrix_counts_what_each_assessor_scored(tmp_path: Path) -> None:
    sheets = whole()
    sheets["Nilai"][row_of(sheets, 1, 0)][2] = None
    del sheets["Nilai"][row_of(sheets, 0, 2)]
    reading = read_workbook(write_xlsx(tmp_path / "ronde.xlsx", sheets))
    covered = coverage(reading.evaluation)
    assert [len(one.assessors) for one in covered[:3]] == [2, 3, 3]
    first = covered[1].assessors[0]
    assert (first.scored, first.asked, first.blank, first.whole) == (3, 4, (1,), False)
    assert covered[1].scorers(1) == 2
    assert usual(covered)["REGULER"] == Usual(3, {1: None, 2: 3, 3: 3, 4: 3})
    assert usual(covered)["KHUSUS"] == Usual(3, dict.fromkeys((1, 2, 3, 4), 3))
