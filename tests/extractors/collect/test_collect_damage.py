"""What happens to real files: the truth comes back or a finding does, never a wrong number."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from evaluation.draft import Known
from evaluation.sources import Severity
from evaluation.understanding import Collected, Shape
from extractors.collect import collect
from tests.extractors.collect import making
from tests.extractors.collect.truth import TRUTH, comments_of, scores_of
from tests.extractors.collect.writing import (
    ErrorCell,
    Grid,
    Rows,
    resaved,
    write_book,
    write_csv,
)

FIRST = ("KAB. BADUNG", "Asesor 1", 1)


def book(path: Path, *grids: Grid) -> Path:
    return write_book(path / "rekap.xlsx", grids)


def collected(*paths: Path) -> Collected:
    return collect(paths, known=TRUTH.known())


def rules(result: Collected, least: Severity = Severity.NOTICE) -> list[str]:
    return [finding.rule for finding in result.findings if finding.severity >= least]


def places(result: Collected, rule: str) -> list[str]:
    return [str(finding.source) for finding in result.findings if finding.rule == rule]


def with_cell(cell: object) -> Rows:
    """Put something else than a number where the first score stands (F2)."""
    rows = making.wide(TRUTH)
    rows[1][5] = cell
    return rows


@pytest.mark.parametrize(
    ("cell", "value"),
    [("3,60", "3.6"), (" 4 ", "4"), ("2.4", "2.4"), ("3", "3"), ("\u00a03,6\u00a0", "3.6")],
)
def test_a_number_typed_as_text_is_read(tmp_path: Path, cell: str, value: str) -> None:
    result = collected(book(tmp_path, Grid("A", with_cell(cell))))
    assert scores_of(result)[FIRST] == Decimal(value)
    assert not result.findings


@pytest.mark.parametrize(
    ("cell", "value", "rule"),
    [
        ("3.6*", "3.6", "score-with-mark"),
        ("4 (baik)", "4", "score-with-words"),
        ("4 - Sangat Baik", "4", "score-with-words"),
        ("Cukup (2)", "2", "score-with-words"),
    ],
)
def test_a_number_with_something_beside_it_is_read_and_told(
    tmp_path: Path, cell: str, value: str, rule: str
) -> None:
    result = collected(book(tmp_path, Grid("A", with_cell(cell))))
    assert scores_of(result)[FIRST] == Decimal(value)
    assert rules(result) == [rule]
    assert places(result, rule) == ["A!F2"]


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        (date(2024, 6, 3), "score-as-date"),
        (ErrorCell(), "formula-error"),
        ("#REF!", "formula-error"),
        (36, "score-off-scale"),
        (0.9, "score-off-scale"),
        ("3-4", "cell-not-a-number"),
        ("85%", "cell-not-a-number"),
        ("baik", "cell-not-a-number"),
        ("3.6/4", "cell-not-a-number"),
        ("1.234,5", "cell-not-a-number"),
        ("4 dari 4", "cell-not-a-number"),
        ("3. 6", "cell-not-a-number"),
        ("2 (3)", "cell-not-a-number"),
        ("03/06/2024", "cell-not-a-number"),
        ("3 Jun", "cell-not-a-number"),
    ],
)
def test_what_is_no_score_is_told_with_its_cell_and_not_collected(
    tmp_path: Path, cell: object, rule: str
) -> None:
    result = collected(book(tmp_path, Grid("A", with_cell(cell))))
    assert FIRST not in scores_of(result)
    assert len(result.draft.scores) == len(TRUTH.scores()) - 1
    assert rules(result) == [rule]
    assert places(result, rule) == ["A!F2"]


def test_titles_blank_rows_totals_and_notes_are_no_regions(tmp_path: Path) -> None:
    rows = making.wide(TRUTH)
    width = len(rows[0])
    numbering: list[object] = [f"({i})" for i in range(1, width + 1)]
    foot: Rows = [
        ["", "", "Jumlah", "", "", *[30] * 8, "", ""],
        ["Rata-rata", "", "", "", "", *[3.2] * 8, "", ""],
        ["", "", "Nilai Tertinggi", "", "", *[4] * 8, "", ""],
        ["", "", "Min", "", "", *[1] * 8, "", ""],
        [],
        ["Catatan: nilai sementara"],
        ["Sumber: panitia evaluasi"],
        ["* belum termasuk kunjungan"],
    ]
    damaged: Rows = [["REKAPITULASI NILAI"], ["Tahun 2024"], [], rows[0], numbering, *rows[1:4], []]
    result = collected(book(tmp_path, Grid("A", [*damaged, *rows[4:], *foot])))
    assert not rules(result)
    assert scores_of(result) == TRUTH.scores()
    assert {unused.place.cell for unused in result.unused if "total" in str(unused.why)}


def test_tables_beside_and_below_each_other_are_read_apart(tmp_path: Path) -> None:
    scores = making.wide(TRUTH)
    points = making.points_one_a_row(TRUTH)
    half = len(scores) // 2
    left: Rows = [*scores[: half + 1], [], ["Bagian kedua"], scores[0], *scores[half + 1 :]]
    width = len(scores[0])
    rows = [
        [*row, *[""] * (width - len(row)), "", *(points[i] if i < len(points) else ())]
        for i, row in enumerate([*left, *([] for _point in points)])
    ]
    result = collected(book(tmp_path, Grid("A", rows)))
    assert scores_of(result) == TRUTH.scores()
    assert comments_of(result) == TRUTH.comments()
    assert not rules(result, Severity.WARNING)


def test_blank_columns_within_a_table_do_not_part_it(tmp_path: Path) -> None:
    rows = [[*row[:3], "", *row[3:7], "", "", *row[7:]] for row in making.wide(TRUTH)]
    result = collected(book(tmp_path, Grid("A", rows)))
    assert scores_of(result) == TRUTH.scores()


def test_a_hidden_sheet_is_read_only_when_it_is_the_only_one_of_its_kind(tmp_path: Path) -> None:
    stale = making.wide(TRUTH)
    stale[1][5] = 1
    visible = Grid("Nilai", making.wide(TRUTH))
    hidden = Grid("Lama", stale, hidden=True)
    result = collected(book(tmp_path, visible, hidden))
    assert scores_of(result) == TRUTH.scores()
    assert [unused.place.sheet for unused in result.unused if "hidden" in str(unused.why)] == [
        "Lama"
    ]
    cover = Grid("Sampul", [["Evaluasi Contoh"]])
    alone = collected(book(tmp_path, cover, Grid("N", making.wide(TRUTH), hidden=True)))
    assert scores_of(alone) == TRUTH.scores()
    assert rules(alone) == ["sheet-hidden-read"]


def test_a_city_and_a_regency_of_one_name_are_not_confused(tmp_path: Path) -> None:
    rows = making.wide(TRUTH)
    for row in rows[1:]:
        if row[2] == "KAB. BOGOR":
            row[1], row[2] = "", "Bogor"
        elif row[2] == "KAB. BADUNG":
            row[2] = "Kabupaten Badung"
        elif row[2] == "KOTA BOGOR":
            row[1], row[2] = "", "Bogor, Kota"
        elif row[2] == "KAB. PEMALANG":
            row[1], row[2] = "", "pemalang"
    beside = collected(book(tmp_path, Grid("A", rows)))  # the city stands in the same column
    assert scores_of(beside) == TRUTH.scores()
    alone = [row for row in rows if row[2] != "Bogor, Kota"]
    result = collected(book(tmp_path, Grid("A", alone)))
    wanted = {k: v for k, v in TRUTH.scores().items() if k[0] not in ("KAB. BOGOR", "KOTA BOGOR")}
    assert scores_of(result) == wanted
    assert rules(result) == ["region-ambiguous"] * 3
    assert [(u.text, set(u.near)) for u in result.unknown_names] == [
        ("Bogor", {"KAB. BOGOR", "KOTA BOGOR"})
    ]


def test_a_code_beside_an_ambiguous_name_settles_it(tmp_path: Path) -> None:
    rows = making.wide(TRUTH)
    for row in rows[1:]:
        row[2] = str(row[2]).split(". ")[-1].removeprefix("KOTA ").title()
    result = collected(book(tmp_path, Grid("A", rows)))
    assert scores_of(result) == TRUTH.scores()


def test_a_code_that_contradicts_the_name_is_a_finding(tmp_path: Path) -> None:
    rows = making.wide(TRUTH)
    rows[1][1] = "33.27"
    result = collected(book(tmp_path, Grid("A", rows)))
    assert rules(result) == ["region-ambiguous"]
    assert len(result.draft.scores) == len(TRUTH.scores()) - 8


def test_an_unknown_region_is_told_with_the_nearest(tmp_path: Path) -> None:
    rows = [row[:1] + row[2:] for row in making.wide(TRUTH)]
    rows[1][1] = "KAB. BADUGN"
    result = collected(book(tmp_path, Grid("A", rows)))
    assert rules(result) == ["region-unknown"]
    assert "KAB. BADUNG" in str(result.findings[0])


def test_values_without_a_region_are_not_given_to_the_one_above(tmp_path: Path) -> None:
    rows = making.wide(TRUTH)
    rows[2][2] = ""
    result = collected(write_csv(tmp_path / "a.csv", rows))
    assert rules(result) == ["row-without-region"]
    assert len(result.draft.scores) == len(TRUTH.scores()) - 8


def test_two_different_values_are_told_with_both_places_and_neither_is_collected(
    tmp_path: Path,
) -> None:
    write_csv(tmp_path / "a.csv", making.long(TRUTH))
    other = making.long(TRUTH)
    other[1][3] = 4 if other[1][3] != 4 else 1
    write_csv(tmp_path / "b.csv", other)
    result = collected(tmp_path)
    assert rules(result) == ["score-contradicts", "value-repeated"]
    conflict = result.findings[0]
    assert conflict.source and conflict.source.cell == "D2"
    assert "a.csv" in str(conflict.message)
    assert "b.csv" in conflict.source.file
    assert FIRST not in scores_of(result)
    assert len(result.draft.scores) == len(TRUTH.scores()) - 1


def test_the_same_file_twice_is_noticed_by_its_content(tmp_path: Path) -> None:
    first = write_csv(tmp_path / "a.csv", making.long(TRUTH))
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "salinan.csv").write_bytes(first.read_bytes())
    result = collected(tmp_path, first)
    assert rules(result) == ["file-repeated"]
    assert scores_of(result) == TRUTH.scores()


def test_damaged_and_locked_files_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    whole = write_book(tmp_path / "utuh.xlsx", [Grid("A", making.wide(TRUTH))])
    (tmp_path / "rusak.xlsx").write_bytes(whole.read_bytes()[:2000])
    (tmp_path / "kosong.csv").write_bytes(b"")
    (tmp_path / "gambar.csv").write_bytes(b"\x89PNG\0\0\0" * 50)
    (tmp_path / "~$utuh.xlsx").write_bytes(b"x")
    (tmp_path / ".~lock.utuh.xlsx#").write_bytes(b"x")
    (tmp_path / "surat.pdf").write_bytes(b"%PDF-1.4")
    result = collected(tmp_path)
    assert rules(result) == ["file-unreadable"] * 3
    assert [Path(f.source.file).name for f in result.findings if f.source] == [
        "gambar.csv",
        "kosong.csv",
        "rusak.xlsx",
    ]
    assert [unused.what for unused in result.unused if unused.place.sheet is None] == ["surat.pdf"]
    assert scores_of(result) == TRUTH.scores()


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = collected(tmp_path / "tidak-ada.xlsx")
    assert rules(result) == ["file-unreadable"]


def test_the_outcome_does_not_depend_on_the_order_of_the_paths(tmp_path: Path) -> None:
    paths = [
        write_csv(tmp_path / "b.csv", making.long(TRUTH)),
        write_book(tmp_path / "a.xlsx", [Grid("A", making.wide(TRUTH))]),
        write_csv(tmp_path / "c.csv", making.points_in_cells(TRUTH, making.bulleted)),
    ]
    assert collected(*paths) == collected(*reversed(paths))


def test_nothing_known_takes_what_the_files_name(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", making.long(TRUTH))
    write_book(tmp_path / "b.xlsx", [Grid("A", making.wide(TRUTH, making.by_survey))])
    result = collect([tmp_path])
    assert scores_of(result) == TRUTH.scores()
    assert {region.name for region in result.draft.regions} == set(TRUTH.names)
    assert {question.number for question in result.draft.questions} == set(TRUTH.numbers)
    assert rules(result, Severity.WARNING) == []


def test_a_text_that_fits_two_questions_is_not_guessed(tmp_path: Path) -> None:
    rows = making.wide(TRUTH, making.by_text)
    rows[0][8] = "Berdasarkan hasil survei terhadap 50 responden pengguna layanan"
    result = collected(book(tmp_path, Grid("A", rows)))
    assert rules(result) == ["column-unsettled"]
    assert places(result, "column-unsettled") == ["A!I1"]
    assert scores_of(result) == {k: v for k, v in TRUTH.scores().items() if k[2] != 4}


def test_a_number_that_contradicts_its_text_is_not_guessed(tmp_path: Path) -> None:
    rows = making.wide(TRUTH, making.by_survey)
    rows[0][5], rows[0][6] = (
        str(rows[0][5]).replace("1.", "2.", 1),
        str(rows[0][6]).replace("2.", "1.", 1),
    )
    result = collected(book(tmp_path, Grid("A", rows)))
    assert rules(result) == ["column-unsettled"] * 2
    assert all(score.item not in (1, 2) for score in result.draft.scores)


def test_assessors_whose_names_are_nearly_one_are_told(tmp_path: Path) -> None:
    rows = making.long(TRUTH)
    for row in rows[1:]:
        if str(row[1]).startswith("Dr.") and row[2] == 2:
            row[1] = "Dr. Sari Melatti, M.Kom."
    result = collected(write_csv(tmp_path / "a.csv", rows))
    assert set(rules(result)) == {"assessor-names-alike"}


def moved_rows(grids: list[Grid]) -> None:
    grids[0].rows.insert(4, ["Dicetak dari sistem"])
    grids[0].rows.insert(0, [])
    grids[0].rows.insert(12, [])


def moved_columns(grids: list[Grid]) -> None:
    for row in grids[0].rows:
        row.insert(0, "")
        row.insert(5, "")


def reordered_sheets(grids: list[Grid]) -> None:
    grids.reverse()
    grids[1].name, grids[2].name = "Sheet1", "isian"


def without_mark(grids: list[Grid]) -> None:
    del grids[2]


def sorted_otherwise(grids: list[Grid]) -> None:
    head, body = grids[0].rows[:8], grids[0].rows[8:]
    grids[0].rows = [*head, *sorted(body, key=lambda row: str(row[4])[::-1])]


@pytest.mark.parametrize(
    "damage",
    [moved_rows, moved_columns, reordered_sheets, without_mark, sorted_otherwise],
)
def test_a_form_survives(tmp_path: Path, damage: Callable[[list[Grid]], None]) -> None:
    grids = making.form(TRUTH, "KOTA BOGOR", "Asesor 2")
    damage(grids)
    result = collected(write_book(tmp_path / "diganti nama.xlsx", grids))
    assert not rules(result)
    wanted = TRUTH.scores(("Asesor 2",))
    assert scores_of(result) == {k: v for k, v in wanted.items() if k[0] == "KOTA BOGOR"}
    assert len(result.draft.comments) == 6
    assert {score.institution for score in result.draft.scores} == {"Institut Teladan"}


def test_a_form_whose_mark_and_label_disagree_is_told_and_not_collected(tmp_path: Path) -> None:
    for row, text in ((2, "KOTA BOGOR"), (3, "Asesor 2")):
        grids = making.form(TRUTH, "KAB. BADUNG", "Asesor 1")
        grids[0].rows[row][2] = text
        result = collected(write_book(tmp_path / "a.xlsx", grids))
        assert "form-contradicts" in rules(result)
        assert not result.draft.scores
        assert not result.draft.comments


def test_a_form_with_a_number_beside_another_text_is_told(tmp_path: Path) -> None:
    grids = making.form(TRUTH, "KAB. BADUNG", "Asesor 1")
    rows = grids[0].rows
    rows[8][0], rows[9][0] = rows[9][0], rows[8][0]
    result = collected(write_book(tmp_path / "a.xlsx", grids))
    assert rules(result) == ["question-contradicts"] * 2
    assert len(result.draft.scores) == 6


def test_a_directly_scored_dimension_is_read_from_a_form(tmp_path: Path) -> None:
    grids = making.form(TRUTH, "KAB. BADUNG", "Asesor 1")
    grids[0].rows[-1][5] = 2.4
    result = collected(write_book(tmp_path / "a.xlsx", grids))
    assert scores_of(result)["KAB. BADUNG", "Asesor 1", "KERJA SAMA"] == Decimal("2.4")


@pytest.mark.slow
@pytest.mark.needs("soffice")
def test_files_saved_again_by_libreoffice_say_the_same(tmp_path: Path) -> None:
    grids = making.form(TRUTH, "KAB. BADUNG", "Asesor 1")
    made = write_book(tmp_path / "formulir.xlsx", [*grids[:2], making.transposed(TRUTH), grids[2]])
    wanted = collected(made)
    assert wanted.draft.scores
    for path in resaved(made, ("ods", "xls", "xlsx")).values():
        result = collected(path)
        assert scores_of(result) == scores_of(wanted)
        assert comments_of(result) == comments_of(wanted)
        assert {u.shape for u in result.understood} == {
            Shape.FORM,
            Shape.COMMENTS,
            Shape.TRANSPOSED,
        }


def test_an_unreadable_folder_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "lingkaran").symlink_to(tmp_path)
    assert collect([tmp_path], known=Known()).draft.scores == ()


@pytest.mark.needs("soffice")
def test_cells_that_show_percents_are_told_and_not_collected(tmp_path: Path) -> None:
    path = tmp_path / "persen.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet, percent = book.add_worksheet(), book.add_format({"num_format": "0%"})
    for row, cells in enumerate(making.wide(TRUTH)):
        sheet.write_row(row, 0, cells)
    sheet.write_number(1, 5, 1, percent)
    book.close()
    for each in (path, *resaved(path, ("ods",)).values()):
        result = collected(each)
        assert rules(result) == ["score-as-percent"]
        assert FIRST not in scores_of(result)


def test_dimensions_above_and_between_questions_are_no_questions(tmp_path: Path) -> None:
    rows = making.wide(TRUTH, making.by_text)
    for row, mean in zip(rows, ["AWAL", *[3.2] * 15], strict=True):
        row.append(mean)
    above: list[object] = ["", "", "", "", "", "AWAL", "", "", "DAMPAK", "", "", "HASIL", ""]
    grid = Grid("A", [above, *rows], [(0, 5, 0, 7), (0, 8, 0, 10), (0, 11, 0, 12)])
    across = making.transposed_means(TRUTH)
    across.rows.insert(1, ["AWAL", *[3.1] * 5])
    across.rows.append(["Rata-rata", *[3.1] * 5])
    result = collected(book(tmp_path, grid, across))
    assert scores_of(result) == TRUTH.scores()
    assert rules(result) == ["table-of-results"]  # it names nobody, beside the assessors' own
    alone = collected(book(tmp_path, across))
    assert scores_of(alone) == TRUTH.scores((None,))
    assert not rules(alone)


def test_a_directly_scored_dimension_is_a_column_of_its_own(tmp_path: Path) -> None:
    rows = making.wide(TRUTH)
    for row, score in zip(rows, ["Kerja Sama", *[2.5] * 15], strict=True):
        row.append(score)
    result = collected(book(tmp_path, Grid("A", rows)))
    assert scores_of(result)["KAB. BADUNG", "Asesor 1", "KERJA SAMA"] == Decimal("2.5")


def test_an_assessor_above_a_table_is_that_of_all_its_rows(tmp_path: Path) -> None:
    rows = [
        row[:3] + row[5:] for row in making.wide(TRUTH) if row[3] in ("Nama Asesor", "Asesor 2")
    ]
    above: Rows = [["Asesor : Asesor 2"], ["Instansi", ":", "Institut Teladan"], []]
    result = collected(book(tmp_path, Grid("A", [*above, *rows])))
    assert scores_of(result) == TRUTH.scores(("Asesor 2",))
    assert {score.institution for score in result.draft.scores} == {"Institut Teladan"}


def test_a_row_without_assessor_among_others_is_not_taken_for_a_mean(tmp_path: Path) -> None:
    rows = making.wide(TRUTH)
    rows[3][3] = ""
    result = collected(book(tmp_path, Grid("A", rows)))
    assert rules(result) == ["row-without-assessor"]
    assert len(result.draft.scores) == len(TRUTH.scores()) - 8


def test_a_column_that_numbers_rows_is_not_taken_for_questions(tmp_path: Path) -> None:
    rows: Rows = [["No", "Wilayah", "Nilai"]]
    rows += [[i, name, 3] for i, name in enumerate(TRUTH.names, 1)]
    result = collected(book(tmp_path, Grid("A", rows)))
    assert not result.draft.scores
    assert "column-unsettled" in rules(result)


def test_a_table_of_results_gives_no_scores(tmp_path: Path) -> None:
    rows: Rows = [["Wilayah", "AWAL", "DAMPAK", "HASIL", "Kerja Sama", "Nilai Final"]]
    rows += [[name, 3.1, 3.2, 3.3, 2.4, 3.2] for name in TRUTH.names]
    result = collected(book(tmp_path, Grid("Rekap 2023", rows)))
    assert not result.draft.scores
    assert rules(result) == ["column-unsettled"]
    last_year = collected(book(tmp_path, Grid("Tahun Lalu", rows)))
    assert not last_year.draft.scores
    assert [unused.place.sheet for unused in last_year.unused] == ["Tahun Lalu"]


def test_texts_of_indicators_that_read_like_questions_are_no_headings(tmp_path: Path) -> None:
    grids = making.form(TRUTH, "KAB. BADUNG", "Asesor 1")
    texts = list(TRUTH.questions.values())
    for number, row in enumerate(grids[0].rows[8:16]):
        row[2], row[3] = texts[(number + 1) % 8], texts[(number + 2) % 8][:40]
    result = collected(write_book(tmp_path / "a.xlsx", grids))
    assert len(result.draft.scores) == 8
    assert not rules(result)


def test_names_that_are_nearly_one_are_told_where_no_region_is_known(tmp_path: Path) -> None:
    rows = making.long(TRUTH)
    rows[5][0] = "KAB. PEMALNG"
    rows[8][0] = "Kabupaten Badung"
    rows[1:4] = [["KAB. PEMALNG", *row[1:]] for row in rows[1:4]]
    result = collect([write_csv(tmp_path / "a.csv", rows)])
    assert "region-names-alike" in rules(result)
    assert "Kabupaten Badung" not in {region.name for region in result.draft.regions}


def test_remarks_that_do_not_say_their_section_are_told_once(tmp_path: Path) -> None:
    rows = [[*row, "Sudah baik"] for row in making.wide(TRUTH)]
    rows[0][-1] = "Komentar"
    result = collected(book(tmp_path, Grid("A", rows)))
    assert rules(result) == ["column-unsettled"]
    assert scores_of(result) == TRUTH.scores()
    by_sheet: Rows = [
        ["Wilayah", "Asesor", "Catatan"],
        ["KAB. BADUNG", "Asesor 1", "1) Satu 2) Dua"],
    ]
    named = collected(book(tmp_path, Grid("Kelebihan", by_sheet)))
    assert [(c.section, c.point) for c in named.draft.comments] == [
        ("Kekuatan", "Satu"),
        ("Kekuatan", "Dua"),
    ]
