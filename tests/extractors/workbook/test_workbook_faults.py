"""Every kind of bad input is found at its place, alone, and told with a remedy."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from evaluation.sources import Severity
from extractors.workbook import read_workbook
from tests.extractors.tiny import Formula, Sheets, broken, sound, write_xlsx

# cell that is changed, what it is changed to, rule; the finding stands in that very cell
WRONG_CELLS = [
    ("Surat!B5", None, "scale-missing"),
    ("Surat!B5", "satu", "scale-missing"),
    ("Surat!B6", 1, "scale-wrong"),
    ("Surat!B6", 0, "scale-wrong"),
    ("Surat!B7", 0, "scale-wrong"),
    ("Surat!B7", 2, "scale-wrong"),
    ("Surat!B7", -1, "scale-wrong"),
    ("Surat!B8", "mungkin", "choice-unknown"),
    ("Surat!A4", None, "cell-blank"),
    ("Instrumen!A3", 1, "question-repeated"),
    ("Instrumen!D3", Formula("=1/0", "#DIV/0!"), "formula-error"),
    ("Instrumen!E3", None, "cell-blank"),
    ("Dimensi!A2", "AWALAN", "dimension-unknown"),
    ("Dimensi!A2", None, "cell-blank"),
    ("Elemen!A2", "AWALAN", "dimension-unknown"),
    ("Elemen!B2", None, "cell-blank"),
    ("Bobot!B2", -40, "weight-negative"),
    ("Bobot!B2", "banyak", "cell-not-a-number"),
    ("Bobot!D2", "abaikan", "choice-unknown"),
    ("Wilayah!A2", None, "cell-blank"),
    ("Wilayah!A3", 1, "region-number-repeated"),
    ("Wilayah!A2", "1,5", "number-not-whole"),
    ("Wilayah!A2", 0, "number-not-whole"),
    ("Wilayah!A2", "satu", "cell-not-a-number"),
    ("Wilayah!C4", "Kab Badung", "region-repeated"),
    ("Wilayah!C4", None, "cell-blank"),
    ("Wilayah!D2", "  ", "cell-blank"),
    ("Wilayah!E2", None, "cell-blank"),
    ("Wilayah!E2", "ISTIMEWA", "category-unknown"),
    ("Wilayah!F2", None, "cell-blank"),
    ("Wilayah!F2", "mungkin", "answer-unknown"),
    ("Wilayah!F2", 2, "answer-unknown"),
    ("Nilai!A2", "KAB. PEMATANG", "region-unknown"),
    ("Nilai!A2", None, "cell-blank"),
    ("Nilai!B3", "asesor 1", "scores-repeated"),
    ("Nilai!B3", None, "scores-mixed"),
    ("Nilai!B2", Formula("=1/0", "#DIV/0!"), "formula-error"),
    ("Nilai!C2", "tiga", "cell-not-a-number"),
    ("Nilai!C2", "3.6*", "cell-not-a-number"),
    ("Nilai!C2", True, "cell-not-a-number"),
    ("Nilai!C2", date(2024, 6, 3), "cell-not-a-number"),
    ("Nilai!C2", 1e300, "cell-not-a-number"),
    ("Nilai!C2", Formula("=1+1"), "formula-not-calculated"),
    ("Nilai!C2", Formula("=Lain!A1", "#REF!"), "formula-error"),
    ("Nilai!C2", "#N/A", "formula-error"),
    ("Nilai!D1", "1", "column-repeated"),
    ("Tahun Lalu!A3", "KAB. BADUNG", "previous-repeated"),
    ("Tahun Lalu!A3", "KAB. ANTAH", "region-unknown"),
    ("Tahun Lalu!B2", "tinggi", "cell-not-a-number"),
    ("Tahun Lalu!E2", "?", "cell-not-a-number"),
    ("Tahun Lalu!B1", "AWALL", "dimension-unknown"),
    ("Catatan!A2", None, "cell-blank"),
    ("Catatan!A2", "KAB. ANTAH", "region-unknown"),
    ("Catatan!B2", None, "cell-blank"),
    ("Catatan!E2", None, "cell-blank"),
    ("Pengecualian!C2", None, "cell-blank"),
]

# A question that lost its number or column leaves the other without its counterpart.
FOLLOWING = {"scores-mixed", "question-unknown", "question-without-column", "category-unknown"}


def _errors(path: Path) -> list[tuple[str, str]]:
    findings = read_workbook(path).findings
    return [(f.rule, str(f.source)) for f in findings if f.severity is Severity.ERROR]


def test_the_sound_round_has_no_findings_at_all(tmp_path):
    reading = read_workbook(write_xlsx(tmp_path / "a.xlsx", sound()))
    assert reading.findings == ()
    assert reading.evaluation is not None


@pytest.mark.parametrize(("place", "value", "rule"), WRONG_CELLS)
def test_a_wrong_cell_is_found_where_it_stands(tmp_path, place, value, rule):
    errors = _errors(write_xlsx(tmp_path / "a.xlsx", broken(place, value)))
    assert errors.count((rule, place)) == 1
    assert {rule for rule, _place in errors} <= {rule, *FOLLOWING}


def _cut_column(sheet: str, column: int) -> Callable[[Sheets], None]:
    def cut(sheets: Sheets) -> None:
        for row in sheets[sheet]:
            del row[column]

    return cut


def _cut_sheet(sheet: str) -> Callable[[Sheets], None]:
    return lambda sheets: sheets.pop(sheet) and None


def _copy_sheet(sheet: str, name: str) -> Callable[[Sheets], None]:
    return lambda sheets: sheets.update({name: sheets[sheet]})


def _set(**cells: object) -> Callable[[Sheets], None]:
    def change(sheets: Sheets) -> None:
        for place, value in cells.items():
            sheet, row, column = place.split("_")
            sheets[sheet][int(row)][int(column)] = value

    return change


def _append(sheet: str, *row: object) -> Callable[[Sheets], None]:
    return lambda sheets: sheets[sheet].append(list(row))


# what is done to the sound round, rule, place
WRONG_SHAPES = [
    (_cut_sheet("Instrumen"), "sheet-missing", "{file}"),
    (_cut_sheet("Nilai"), "sheet-missing", "{file}"),
    (_cut_sheet("Wilayah"), "sheet-missing", "{file}"),
    (_copy_sheet("Nilai", "NILAI."), "sheet-repeated", "NILAI."),
    (_cut_column("Wilayah", 3), "column-missing", "Wilayah"),
    (_cut_column("Catatan", 4), "column-missing", "Catatan"),
    (_cut_column("Instrumen", 0), "column-missing", "Instrumen"),
    (_set(Wilayah_0_1="Hadir"), "column-repeated", "Wilayah!F1"),
    (_cut_column("Nilai", 2), "question-without-column", "Nilai"),
    (_cut_column("Nilai", 6), "dimension-without-column", "Nilai"),
    (_append("Nilai", "KAB. BADUNG", "Asesor 3", *[None] * 5, 4), "", ""),
    (_set(Bobot_1_1=30), "weight-sum", "Bobot!B1"),
    (_set(Bobot_1_1="39,9"), "weight-sum", "Bobot!B1"),
    (_append("Bobot", "awal", 0, 0), "dimension-repeated", "Bobot!A5"),
    (_append("Dimensi", "Awal", "", "", ""), "dimension-repeated", "Dimensi!A3"),
    (_set(Instrumen_1_1="AWALAN", Instrumen_2_1="AWALAN"), "dimension-unknown", "Instrumen!B2"),
    (_append("Surat", "Nomor", "B-2/X/2024"), "fact-repeated", "Surat!B11"),
    (lambda sheets: sheets["Nilai"][0].append(9), "question-unknown", "Nilai!H1"),
    (lambda sheets: sheets["Nilai"][0].append("Q4"), "column-repeated", "Nilai!H1"),
    (_append("Wilayah", None, None, None, "Bupati"), "cell-blank", "Wilayah!C5"),
    (_append("Catatan", None, None, None, None, "lepas"), "cell-blank", "Catatan!A4"),
]


@pytest.mark.parametrize(("change", "rule", "place"), WRONG_SHAPES)
def test_a_wrong_shape_is_found(tmp_path, change, rule, place):
    sheets = sound()
    change(sheets)
    path = write_xlsx(tmp_path / "a.xlsx", sheets)
    found = [(rule, place.format(file=path))] if rule else []
    assert [error for error in _errors(path) if error in found] == found
    assert bool(_errors(path)) is bool(rule)


def test_each_error_says_what_to_do(tmp_path):
    for number, (place, value, _rule) in enumerate(WRONG_CELLS):
        path = write_xlsx(tmp_path / f"{number}.xlsx", broken(place, value))
        for finding in read_workbook(path).findings:
            assert finding.remedy, finding
            assert "\n" not in str(finding)


def test_an_unknown_region_names_the_nearest_one(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", broken("Nilai!A2", "KAB. PEMATANG"))
    (finding,) = read_workbook(path).findings
    assert str(finding) == (
        "Nilai!A2: 'KAB. PEMATANG' is no region of the sheet Wilayah. Nearest: KAB. PEMALANG."
    )


def test_missing_question_columns_are_listed_once_and_compactly(tmp_path):
    sheets = sound()
    sheets["Nilai"] = [[*row[:2], *row[5:]] for row in sheets["Nilai"]]
    (finding,) = read_workbook(write_xlsx(tmp_path / "a.xlsx", sheets)).findings
    assert (finding.rule, str(finding.message).endswith("questions: 1–3.")) == (
        "question-without-column",
        True,
    )


def test_a_score_that_became_a_date_is_told_as_that(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", broken("Nilai!C2", date(2024, 6, 3)))
    (finding,) = read_workbook(path).findings
    assert "date" in str(finding.remedy)


def test_all_errors_come_in_one_go_in_the_order_of_the_sheets(tmp_path):
    sheets = sound()
    sheets["Catatan"][1][0] = "KAB. ANTAH"
    sheets["Nilai"][3][2] = "x"
    sheets["Nilai"][1][4] = "y"
    sheets["Bobot"][1][1] = 30
    sheets["Instrumen"][2][0] = 1
    sheets["Surat"][5][1] = "empat"
    reading = read_workbook(write_xlsx(tmp_path / "a.xlsx", dict(reversed(sheets.items()))))
    assert [str(finding.source) for finding in reading.findings] == [
        "Surat!B6",
        "Instrumen!A3",
        "Bobot!B1",
        "Nilai!D1",
        "Nilai!E2",
        "Nilai!C4",
        "Catatan!A2",
    ]
    assert not reading.understood


def test_a_flood_of_errors_is_counted_and_not_listed(tmp_path):
    sheets = sound()
    sheets["Catatan"] += [["KAB. BADUNG", None, None, None, "x"] for _each in range(1500)]
    findings = read_workbook(write_xlsx(tmp_path / "a.xlsx", sheets)).findings
    assert len(findings) == 1001
    assert str(findings[0].message).startswith("500 more")


@pytest.mark.parametrize(
    ("sheet", "heading", "severity"),
    [
        ("Wilayah", "Catatan Data", Severity.NOTICE),
        ("Bobot", "Keterangan", Severity.NOTICE),
        ("Nilai", "Rerata", Severity.NOTICE),
        ("Nilai", "HASIL", Severity.NOTICE),
        ("Tahun Lalu", "Peringkat", Severity.NOTICE),
    ],
)
def test_an_unknown_column_is_reported_and_not_fatal(tmp_path, sheet, heading, severity):
    sheets = sound()
    sheets[sheet][0].append(heading)
    sheets[sheet][1].append("apa saja")
    (finding,) = read_workbook(write_xlsx(tmp_path / "a.xlsx", sheets)).findings
    assert finding.severity is severity
    assert heading in str(finding.message)


def test_a_nearly_right_heading_is_a_warning_with_the_right_one(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", broken("Wilayah!B1", "Kodee"))
    (finding,) = read_workbook(path).findings
    assert finding.severity is Severity.WARNING
    assert "'Kode'" in str(finding.remedy)


def test_a_nearly_right_required_heading_is_named_in_the_remedy(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", broken("Wilayah!D1", "Penerimaa"))
    missing = read_workbook(path).findings[0]
    assert missing.rule == "column-missing"
    assert "'Penerimaa'" in str(missing.remedy)


def test_an_indicator_lost_in_merged_cells_is_a_warning(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", broken("Instrumen!C3", None))
    (finding,) = read_workbook(path).findings
    assert (finding.severity, str(finding.source)) == (Severity.WARNING, "Instrumen!C3")
    assert "unmerge" in str(finding.remedy)


def test_an_instrument_without_indicators_is_sound(tmp_path):
    sheets = sound()
    sheets["Instrumen"] = [[*row[:2], row[4]] for row in sheets["Instrumen"]]
    assert read_workbook(write_xlsx(tmp_path / "a.xlsx", sheets)).findings == ()


def test_a_heading_that_was_never_calculated_is_told_as_that(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", broken("Nilai!D1", Formula("=C1+1")))
    assert ("formula-not-calculated", "Nilai!D1") in _errors(path)


def test_a_column_without_heading_is_reported(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", broken("Wilayah!H3", "lepas"))
    (finding,) = read_workbook(path).findings
    assert (finding.rule, str(finding.source)) == ("column-without-heading", "Wilayah!H1")


def test_unknown_sheets_are_reported_and_not_fatal(tmp_path):
    sheets = sound()
    sheets["Rekap"] = [["apa", "saja"]]
    sheets["Catatn"] = sheets.pop("Catatan")
    sheets["Sheet1"] = []
    reading = read_workbook(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert {(str(f.source), f.severity, str(f.remedy)) for f in reading.findings} == {
        ("Rekap", Severity.NOTICE, ""),
        ("Catatn", Severity.WARNING, "Did you mean 'Catatan'?"),
    }
    assert reading.evaluation is not None


def test_a_misspelled_key_of_the_letter_is_a_warning(tmp_path):
    (finding,) = read_workbook(
        write_xlsx(tmp_path / "a.xlsx", broken("Surat!A2", "Nomer"))
    ).findings
    assert (finding.rule, str(finding.source)) == ("fact-unknown", "Surat!A2")
    assert "'Nomor'" in str(finding.remedy)


def test_weights_that_sum_to_one_are_taken_as_percent_with_a_notice(tmp_path):
    sheets = sound()
    for row, weight in ((1, 0.4), (2, 0.6)):
        sheets["Bobot"][row][1] = weight
    reading = read_workbook(write_xlsx(tmp_path / "a.xlsx", sheets))
    (finding,) = reading.findings
    assert (finding.severity, str(finding.source)) == (Severity.NOTICE, "Bobot!B1")
    assert reading.evaluation is not None
    assert [d.weights.get("REGULER") for d in reading.evaluation.instrument.dimensions] == [
        40,
        60,
        None,
    ]


def test_rounded_weights_may_miss_the_hundred_by_their_rounding(tmp_path):
    sheets = sound()
    for row, weight in ((1, "33,33"), (2, "33,33"), (3, "33,33")):
        sheets["Bobot"][row][1] = weight
    assert _errors(write_xlsx(tmp_path / "a.xlsx", sheets)) == []
    sheets["Bobot"][3][1] = "33,31"
    assert _errors(write_xlsx(tmp_path / "b.xlsx", sheets)) == [("weight-sum", "Bobot!B1")]
