"""Two states of a round: what differs is told, each thing once, with its cell; nothing else."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from evaluation.comparing import Difference, differences, result_differences
from evaluation.comparing.items import Aspect, Part
from evaluation.model import Evaluation
from examples import perpustakaan
from extractors.workbook import read_workbook
from generator.workbooks.book import write_workbook

Sheets = dict[str, list[list[object]]]
Change = Callable[[Sheets], None]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Change], Evaluation]:
    """Write the small example round, changed, and read it."""

    def changed(change: Change) -> Evaluation:
        sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
        change(sheets)
        path: Path = tmp_path_factory.mktemp("putaran") / "putaran.xlsx"
        buffer = BytesIO()
        write_workbook(buffer, sheets)
        path.write_bytes(buffer.getvalue())
        return read_workbook(path).evaluation

    return changed


Read = Callable[[Change], Evaluation]


def same(sheets: Sheets) -> None:
    """Leave the round as it is."""


def setting(sheet: str, row: int, column: int, value: object) -> Change:
    """Give a change of one cell, counted from 0; row 0 holds the headings."""

    def change(sheets: Sheets) -> None:
        sheets[sheet][row][column] = value

    return change


def shown(found: tuple[Difference, ...]) -> list[tuple[object, ...]]:
    return [
        (
            one.item.aspect,
            one.item.region,
            one.item.names,
            one.before.value if one.before else None,
            one.after.value if one.after else None,
        )
        for one in found
    ]


def test_a_round_is_no_different_from_itself(read: Read) -> None:
    round_ = read(same)
    assert differences(round_, round_) == ()
    assert differences(round_, read(same)) == ()
    assert result_differences(round_, read(same)) == ()


def _headings(sheet: str) -> list[str]:
    return [str(one) for one in perpustakaan.sheets()[sheet][0]]


CHANGES = {
    "a fact": (setting("Surat", 1, 1, "Nilai lain"), Aspect.FACT),
    "a question's text": (
        setting("Instrumen", 1, _headings("Instrumen").index("Pertanyaan"), "Lain?"),
        Aspect.QUESTION,
    ),
    "an indicator": (
        setting("Instrumen", 1, _headings("Instrumen").index("Indikator"), "Lain"),
        Aspect.QUESTION,
    ),
    "an addressee": (
        setting("Wilayah", 1, _headings("Wilayah").index("Penerima"), "Gubernur Lain"),
        Aspect.REGION,
    ),
    "a comment": (
        setting("Catatan", 1, _headings("Catatan").index("Butir"), "Butir lain."),
        Aspect.COMMENT,
    ),
}


@pytest.mark.parametrize("case", CHANGES)
def test_one_change_is_told_once_with_its_cell(read: Read, case: str) -> None:
    change, aspect = CHANGES[case]
    (found,) = differences(read(same), read(change))
    assert found.item.aspect is aspect
    assert found.before is not None and found.after is not None
    assert found.before.value != found.after.value
    assert found.after.source is not None and found.after.source.cell is not None


def test_a_score_is_told_with_assessor_question_and_cell_and_what_it_comes_to(read: Read) -> None:
    column = _headings("Nilai").index("3")
    old, new = read(same), read(setting("Nilai", 1, column, 1))
    row = perpustakaan.sheets()["Nilai"][1]
    region, assessor = str(row[0]), str(row[1])
    (found,) = differences(old, new)
    assert found.item.region == region
    assert found.item.names == (assessor, 3)
    assert found.after is not None and found.after.value == 1
    assert str(found.after.source) == f"Nilai!{'ABCDEFGH'[column]}3"
    results = result_differences(old, new)
    assert {one.item.region for one in results} == {region}
    assert ("",) in [one.item.names for one in results]
    assert (3,) in [one.item.names for one in results]


def test_a_score_that_is_gone_is_told(read: Read) -> None:
    column = _headings("Nilai").index("3")
    (found,) = differences(read(same), read(setting("Nilai", 1, column, None)))
    assert found.before is not None and found.after is None


def test_an_assessor_more_is_told_score_by_score(read: Read) -> None:
    def more(sheets: Sheets) -> None:
        row = list(sheets["Nilai"][1])
        row[1] = "Asesor Tambahan"
        sheets["Nilai"].insert(2, row)

    found = differences(read(same), read(more))
    assert {one.item.names[0] for one in found} == {"Asesor Tambahan"}
    assert all(one.before is None for one in found)
    asked = [one.item.names[1] for one in found]
    assert asked == list(read(same).instrument.items)


def test_points_are_told_as_added_dropped_or_worded_otherwise(read: Read) -> None:
    def change(sheets: Sheets) -> None:
        butir = _headings("Catatan").index("Butir")
        rows = sheets["Catatan"]
        first = list(rows[1])
        first[butir] = "Butir baru di depan."
        rows.insert(1, first)

    (found,) = differences(read(same), read(change))
    assert found.before is None
    assert found.after is not None and found.after.value == "Butir baru di depan."
    (gone,) = differences(read(change), read(same))
    assert gone.after is None


def test_a_region_under_another_name_with_its_code_is_the_same_region(read: Read) -> None:
    sheets = perpustakaan.sheets()
    name = str(sheets["Wilayah"][1][_headings("Wilayah").index("Wilayah")])

    def renamed(sheets: Sheets) -> None:
        for rows in sheets.values():
            for row in rows:
                for place, value in enumerate(row):
                    if value == name:
                        row[place] = "PROV. LAIN"

    (found,) = differences(read(same), read(renamed))
    assert shown((found,)) == [(Aspect.REGION, name, (Part.NAME,), name, "PROV. LAIN")]
    assert result_differences(read(same), read(renamed)) == ()


def test_a_region_that_is_gone_takes_all_with_it(read: Read) -> None:
    name = str(perpustakaan.sheets()["Wilayah"][1][_headings("Wilayah").index("Wilayah")])

    def without(sheets: Sheets) -> None:
        for title in ("Wilayah", "Nilai", "Catatan", "Tahun Lalu"):
            sheets[title] = [row for row in sheets[title] if name not in row]

    found = differences(read(same), read(without))
    assert {one.item.region for one in found} == {name}
    assert all(one.after is None for one in found)
    assert {Aspect.REGION, Aspect.SCORE, Aspect.COMMENT} <= {one.item.aspect for one in found}


def test_what_concerns_all_comes_first_then_region_by_region(read: Read) -> None:
    names = [
        str(row[_headings("Wilayah").index("Wilayah")])
        for row in perpustakaan.sheets()["Wilayah"][1:]
    ]
    addressee = _headings("Wilayah").index("Penerima")

    def change(sheets: Sheets) -> None:
        sheets["Wilayah"][2][addressee] = "Gubernur X"
        sheets["Wilayah"][1][addressee] = "Gubernur Y"
        sheets["Surat"][1][1] = "Lain"

    found = differences(read(same), read(change))
    assert [one.item.region for one in found] == [None, names[0], names[1]]
