"""One cause is one finding: whatever is missing, blank, misspelled or doubled, in every programme.

The whole of ``check`` goes over a round in which one sheet, column or cell is not as it should be.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

import pytest

from evaluation.findings import has_errors
from evaluation.sources import Finding, Severity
from evaluation.workbook.sheets import SHEETS
from examples import perpustakaan, round_2024
from extractors.workbook import read_workbook
from generator.making.inspection import inspect
from tests.extractors import tiny
from tests.extractors.tiny import Sheets, write_xlsx

PROGRAMMES: dict[str, Callable[[], Sheets]] = {
    "perpustakaan": lambda: {n: [list(r) for r in s] for n, s in perpustakaan.sheets().items()},
    "tiny": tiny.sound,
}
NEEDED = {sheet.name: [c.heading for c in sheet.columns if c.required] for sheet in SHEETS}


def findings(folder: Path, sheets: Sheets) -> tuple[Finding, ...]:
    reading = read_workbook(write_xlsx(folder / "a.xlsx", sheets))
    return inspect(reading.evaluation, reading.findings, None).findings


def errors(folder: Path, sheets: Sheets) -> list[tuple[str, str]]:
    told = findings(folder, sheets)
    return [(one.rule, str(one.source)) for one in told if one.severity is Severity.ERROR]


def damages(sheets: Sheets, name: str) -> Iterator[tuple[str, Sheets]]:
    """Give the round with a sheet and each column of it damaged in each way, and what was done."""
    rows = sheets[name]
    for label, changed in (("dropped", None), ("emptied", []), ("headings only", rows[:1])):
        damaged = deepcopy(sheets)
        damaged.pop(name) if changed is None else damaged.update({name: deepcopy(changed)})
        yield label, damaged
    damaged = deepcopy(sheets)
    damaged[f"{name}x"] = damaged.pop(name)
    yield "renamed", damaged
    for column in range(min(len(rows[0]), 7)):
        for label, change in COLUMN_DAMAGES.items():
            damaged = deepcopy(sheets)
            change(damaged[name], column)
            yield f"column {column} {label}", damaged


def _drop(rows: list[list[object]], column: int) -> None:
    for row in rows:
        del row[column : column + 1]


def _double(rows: list[list[object]], column: int) -> None:
    for row in rows:
        row.insert(column, row[column] if column < len(row) else None)


def _blank(rows: list[list[object]], column: int) -> None:
    for row in rows[1:]:
        row[column : column + 1] = [None]


def _put(line: int, value: object) -> Callable[[list[list[object]], int], None]:
    def put(rows: list[list[object]], column: int) -> None:
        rows[line][column] = value if value != "x" else f"{rows[line][column]}x"

    return put


COLUMN_DAMAGES: dict[str, Callable[[list[list[object]], int], None]] = {
    "dropped": _drop,
    "doubled": _double,
    "blank": _blank,
    "heading blank": _put(0, None),
    "heading mistyped": _put(0, "x"),
    "heading strange": _put(0, "Zzzz"),
    "cell blank": _put(1, None),
    "cell mistyped": _put(1, "x"),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("programme", "name"), [(one, name) for one, sheets in PROGRAMMES.items() for name in sheets()]
)
def test_no_damage_ends_in_an_exception_nor_in_a_flood(
    programme: str, name: str, tmp_path: Path
) -> None:
    """The many are cascades of one cause; seven is what a letter without its facts may need."""
    sound = PROGRAMMES[programme]()
    before = set(findings(tmp_path, sound))
    for label, sheets in damages(sound, name):
        told = [one for one in findings(tmp_path, sheets) if one not in before]
        wrong = [one for one in told if one.severity is Severity.ERROR]
        assert len(wrong) <= 7, (label, [str(one) for one in wrong])
        assert all(one.source is not None for one in wrong), label


@pytest.mark.parametrize("sheet", [sheet.name for sheet in SHEETS if sheet.required])
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_a_missing_sheet_is_the_only_error(programme: str, sheet: str, tmp_path: Path) -> None:
    sheets = PROGRAMMES[programme]()
    before = errors(tmp_path, sheets)
    del sheets[sheet]
    new = [one for one in errors(tmp_path, sheets) if one not in before]
    assert new == [("sheet-missing", str(tmp_path / "a.xlsx"))]


@pytest.mark.parametrize("sheet", ["Wilayah", "Nilai", "Instrumen", "Bobot", "Catatan"])
def test_a_missing_column_is_the_only_error(sheet: str, tmp_path: Path) -> None:
    for heading in NEEDED[sheet]:
        sheets = PROGRAMMES["perpustakaan"]()
        _drop(sheets[sheet], sheets[sheet][0].index(heading))
        assert errors(tmp_path, sheets) == [("column-missing", sheet)], heading


@pytest.mark.parametrize("sheet", ["Wilayah", "Nilai", "Instrumen", "Bobot", "Catatan"])
def test_a_misspelled_heading_is_told_in_its_own_cell_alone(sheet: str, tmp_path: Path) -> None:
    for heading in NEEDED[sheet]:
        sheets = PROGRAMMES["perpustakaan"]()
        column = sheets[sheet][0].index(heading)
        sheets[sheet][0][column] = f"{heading}s"
        place = f"{sheet}!{'ABCDEFG'[column]}1"
        told = findings(tmp_path, sheets)
        assert [(one.rule, str(one.source)) for one in told] == [("column-missing", place)]


@pytest.mark.parametrize(
    ("place", "value", "rule"),
    [
        ("Wilayah!E2", "PROVINSII", "category-unknown"),
        ("Wilayah!E2", "LAIN", "category-unknown"),
        ("Wilayah!E2", None, "cell-blank"),
        ("Bobot!B1", "PROVINSII", "category-unknown"),
        ("Bobot!B1", "DAERAH", "category-unknown"),
        ("Bobot!B1", None, "column-without-heading"),
        ("Bobot!A2", "KOLEKSII", "dimension-unknown"),
        ("Wilayah!C2", "PROV. BENGKULUU", "region-unknown"),
    ],
)
def test_a_wrong_name_is_one_error_in_its_cell(
    place: str, value: object, rule: str, tmp_path: Path
) -> None:
    sheets = PROGRAMMES["perpustakaan"]()
    name, row, column = tiny.position(place)
    sheets[name][row][column] = value
    expected = [(rule, place)]
    assert [e for e in errors(tmp_path, sheets) if e[0] != "addressee-contradicts-region"] == (
        expected
    )


def test_a_stray_row_among_the_regions_is_one_error(tmp_path: Path) -> None:
    sheets = PROGRAMMES["perpustakaan"]()
    sheets["Wilayah"].append([None, None, "JUMLAH", None, None, None])
    told = [(f.rule, str(f.source)) for f in findings(tmp_path, sheets)]
    place = f"Wilayah!D{len(sheets['Wilayah'])}"
    assert [one for one in told if one[0] != "region-kind-unknown"] == [("cell-blank", place)]


@pytest.mark.parametrize("key", ["Skala Minimum", "Skala Maksimum", "Langkah Skala"])
def test_without_the_scale_all_the_rest_is_checked(key: str, tmp_path: Path) -> None:
    sheets = PROGRAMMES["perpustakaan"]()
    sheets["Surat"] = [row for row in sheets["Surat"] if row[0] != key]
    sheets["Nilai"][1][2] = "x"
    sheets["Catatan"][1][0] = "KAB. ANTAH"
    found = [rule for rule, _place in errors(tmp_path, sheets)]
    assert found == ["scale-missing", "cell-not-a-number", "region-unknown"]


@pytest.mark.slow
def test_a_renamed_category_of_125_regions_is_one_error(tmp_path: Path) -> None:
    sheets = {name: [list(row) for row in rows] for name, rows in round_2024.sheets().items()}
    sheets["Bobot"][0][1] = "REGULR"
    assert errors(tmp_path, sheets) == [("category-unknown", "Bobot!B1")]
    assert has_errors(findings(tmp_path, sheets))
