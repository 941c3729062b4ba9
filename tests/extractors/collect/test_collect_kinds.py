"""Kinds of spreadsheets as offices and survey tools send them: the truth, or one cause."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.draft import Known
from evaluation.sources import Severity
from evaluation.understanding import Collected
from extractors.collect import collect
from tests.extractors.collect import making
from tests.extractors.collect.truth import DIMENSIONS, TRUTH, scores_of
from tests.extractors.collect.writing import Grid, Rows, write_book, write_csv

JUDGES = [name for name, _institution in TRUTH.assessors]
NUMBERS = list(TRUTH.numbers)
TEXTS = list(TRUTH.questions.values())
WHOLE = TRUTH.scores()


def score(region: str, judge: str, number: int) -> float:
    return float(TRUTH.score(region, judge, number))


def row(region: str, judge: str) -> list[object]:
    return [score(region, judge, number) for number in NUMBERS]


def each(head: list[object], *before: Callable[[str, str], object]) -> Rows:
    """A row a region and assessor, with the cells that stand before the scores."""
    rows: Rows = [head]
    for region in TRUTH.names:
        for judge in JUDGES:
            rows.append([*(cell(region, judge) for cell in before), *row(region, judge)])
    return rows


def region_of(region: str, judge: str) -> object:
    return region


def judge_of(region: str, judge: str) -> object:
    return judge


def code_of(region: str, judge: str) -> object:
    return {name: code for code, name in TRUTH.regions}[region]


def local() -> list[int]:
    """Number the questions of each dimension from one."""
    return [DIMENSIONS[: i + 1].count(name) for i, name in enumerate(DIMENSIONS)]


def kobo() -> list[Grid]:
    head = ["start", "identitas/nama_wilayah", "identitas/penilai"]
    head += [f"nilai/{DIMENSIONS[n - 1].lower()}/q{n}" for n in NUMBERS]
    rows = each([*head], lambda r, j: "2024-10-01T08:00", region_of, judge_of)
    return [Grid("Data", rows)]


def google() -> list[Grid]:
    head = ["Timestamp", "Wilayah yang dinilai", "Nama lengkap penilai"]
    head += [f"Penilaian [{n}. {text}]" for n, text in TRUTH.questions.items()]
    return [Grid("Form", each([*head], lambda r, j: "1/10/2024 9:00:00", region_of, judge_of))]


def microsoft() -> list[Grid]:
    rows: Rows = [["ID", "Nama daerah", "Nama penilai"]]
    for text in TEXTS:
        rows[0] += [text, f"Points - {text}", f"Feedback - {text}"]
    for region in TRUTH.names:
        for judge in JUDGES:
            cells = [c for value in row(region, judge) for c in (value, len(rows) % 2 + 1, "")]
            rows.append([len(rows), region, judge, *cells])
    return [Grid("Sheet1", rows)]


def surveymonkey() -> list[Grid]:
    head = ["Respondent ID", "Wilayah", "Nama penilai", *TEXTS]
    below: list[object] = ["", "Open-Ended Response", "Open-Ended Response", *["Response"] * 8]
    rows = each([*head], lambda r, j: 118, region_of, judge_of)
    return [Grid("Sheet", [rows[0], below, *rows[1:]])]


def sheet_an_assessor() -> list[Grid]:
    grids = []
    for judge in JUDGES:
        rows: Rows = [["Wilayah", *(f"P{n}" for n in NUMBERS), "Total"]]
        rows += [[r, *row(r, judge), sum(map(float, map(str, row(r, judge))))] for r in TRUTH.names]
        grids.append(Grid(judge[:31], rows))
    return grids


def sheet_a_dimension() -> list[Grid]:
    grids = []
    for name in dict.fromkeys(DIMENSIONS):
        mine = [n for n in NUMBERS if DIMENSIONS[n - 1] == name]
        rows: Rows = [["Wilayah", "Asesor", *range(1, len(mine) + 1)]]
        for r in TRUTH.names:
            rows += [[r, j, *(score(r, j, n) for n in mine)] for j in JUDGES]
        grids.append(Grid(name.title(), rows))
    return grids


def codes_alone() -> list[Grid]:
    return [Grid("Nilai", each(["Kode Wilayah", "Penilai", *NUMBERS], code_of, judge_of))]


def sections() -> list[Grid]:
    rows: Rows = [["No", "Nama Penilai", *NUMBERS]]
    for region in TRUTH.names:
        rows.append([region.title()])
        rows += [[i, judge, *row(region, judge)] for i, judge in enumerate(JUDGES, 1)]
    return [Grid("Nilai", rows)]


def three_headings() -> list[Grid]:
    rows = each(["Wilayah", "Asesor", *DIMENSIONS], region_of, judge_of)
    rows[1:1] = [["", "", *local()], ["", "", *TEXTS]]
    merged = [(0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 4), (0, 5, 0, 7), (0, 8, 0, 9)]
    return [Grid("Nilai", rows, merged)]


def local_numbers() -> list[Grid]:
    rows = each(["Wilayah", "Asesor", *DIMENSIONS], region_of, judge_of)
    rows[1:1] = [["", "", *local()]]
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 0, 7), (0, 8, 0, 9)]
    return [Grid("Nilai", rows, merged)]


def blocks() -> list[Grid]:
    rows: Rows = []
    for region in TRUTH.names:
        rows += [[f"Wilayah : {region}"], ["No", "Pertanyaan", *JUDGES, "Rata-rata"]]
        for n, text in TRUTH.questions.items():
            given = [score(region, judge, n) for judge in JUDGES]
            rows.append([n, text, *given, round(sum(given) / len(given), 2)])
        rows.append([])
    return [Grid("Nilai", rows)]


def question_a_block() -> list[Grid]:
    rows: Rows = []
    for n, text in TRUTH.questions.items():
        rows += [[f"{n}. {text}"], ["No", "Kabupaten/Kota", *JUDGES]]
        for i, region in enumerate(TRUTH.names, 1):
            rows.append([i, region, *(score(region, judge, n) for judge in JUDGES)])
        rows.append([])
    return [Grid("Nilai", rows)]


def years_stacked() -> list[Grid]:
    rows = each(["Tahun", "Wilayah", "Asesor", *NUMBERS], lambda r, j: 2024, region_of, judge_of)
    older = [[2023, *cells[1:3], *[1] * 8] for cells in rows[1:]]
    return [Grid("Nilai", [rows[0], *older, *rows[1:]])]


def years_beside() -> list[Grid]:
    rows: Rows = [["Wilayah", "Asesor"], ["", ""]]
    for n in NUMBERS:
        rows[0] += [f"P{n}", ""]
        rows[1] += [2023, 2024]
    for region in TRUTH.names:
        for judge in JUDGES:
            rows.append([region, judge, *(c for v in row(region, judge) for c in (1, v))])
    merged = [(0, 2 + 2 * i, 0, 3 + 2 * i) for i in range(8)]
    return [Grid("Nilai", rows, [*merged, (0, 0, 1, 0), (0, 1, 1, 1)])]


def mean_of_others() -> list[Grid]:
    rows = making.long(TRUTH)
    for region in TRUTH.names:
        for n in NUMBERS:
            given = [score(region, judge, n) for judge in JUDGES]
            rows.append([region, "Sekretariat", n, round(sum(given) / len(given), 2)])
    return [Grid("Nilai", rows)]


KINDS: tuple[Callable[[], list[Grid]], ...] = (
    kobo,
    google,
    microsoft,
    surveymonkey,
    sheet_an_assessor,
    sheet_a_dimension,
    codes_alone,
    sections,
    three_headings,
    local_numbers,
    blocks,
    question_a_block,
    years_stacked,
    years_beside,
)


def known() -> Known:
    base = TRUTH.known()
    return Known(base.instrument, base.regions, base.sections, 2024)


def collected(folder: Path, grids: list[Grid]) -> Collected:
    return collect([write_book(folder / "kiriman.xlsx", grids)], known=known())


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_spreadsheet_gives_the_truth(
    tmp_path: Path, kind: Callable[[], list[Grid]]
) -> None:
    assert scores_of(collected(tmp_path, kind())) == WHOLE


def test_an_assessor_who_is_the_mean_of_the_others_is_told_and_left_out(tmp_path: Path) -> None:
    result = collected(tmp_path, mean_of_others())
    assert {key[1] for key in scores_of(result)} == set(JUDGES)
    assert scores_of(result).items() <= WHOLE.items()


def rivals() -> Rows:
    rows = [[*cells, cells[-1]] for cells in making.long(TRUTH)]
    rows[0][-2:] = ["Skor", "Skor Akhir"]
    for number, cells in enumerate(rows[1:]):
        cells[-1] = 1 + number % 4
    return rows


def target_beside() -> Rows:
    rows: Rows = [["Wilayah", "Asesor"]]
    for n in NUMBERS:
        rows[0] += [f"P{n}_target", f"P{n}_nilai"]
    for region in TRUTH.names:
        for judge in JUDGES:
            rows.append([region, judge, *(c for v in row(region, judge) for c in (4, v))])
    return rows


def nobody_named() -> Rows:
    return [[cells[2], *cells[5:13]] for cells in making.wide(TRUTH)]


def other_scale() -> Rows:
    return [
        [*cells[:3], cells[3] if not i else 20 * int(float(str(cells[3])))]
        for i, cells in enumerate(making.long(TRUTH))
    ]


def other_programme() -> Rows:
    rows: Rows = [["Wilayah", "Asesor", "No", "Pertanyaan", "Nilai"]]
    for region in TRUTH.names:
        rows += [
            [region, "Asesor 1", n, f"Apakah pasar memiliki sarana air bersih nomor {n}?", 2]
            for n in NUMBERS
        ]
    return rows


def other_year() -> Rows:
    return [["HASIL PENILAIAN TAHUN 2023"], [], *making.wide(TRUTH)]


def apart() -> Rows:
    rows = making.wide(TRUTH)
    rows[0] = [*rows[0][1:], ""]
    return rows


@pytest.mark.parametrize(
    ("rows", "cause"),
    [
        (rivals, "'Skor'"),
        (target_beside, "target"),
        (nobody_named, "several values"),
        (other_scale, "scale"),
        (other_programme, "not those of the round"),
        (other_year, "2023"),
        (apart, "Nama Daerah"),
    ],
)
def test_a_table_that_may_be_misread_is_refused_with_its_cause(
    tmp_path: Path, rows: Callable[[], Rows], cause: str
) -> None:
    result = collected(tmp_path, [Grid("Nilai", rows())])
    assert not result.draft.scores
    errors = [str(f) for f in result.findings if f.severity > Severity.NOTICE]
    assert any(cause in error for error in errors), errors


def test_numbers_parted_by_their_own_comma_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = ["Wilayah,Asesor," + ",".join(map(str, NUMBERS))]
    for region in TRUTH.names:
        given = [str(value).replace(".", ",") for value in row(region, "Asesor 1")]
        lines.append(f"{region},Asesor 1,{','.join(given)}")
    path.write_text("\n".join(lines), encoding="utf-8")
    result = collect([path], known=known())
    assert not result.draft.scores
    assert "longer than the heading" in str(result.findings[0])


def test_words_are_read_where_the_file_explains_each_of_them(tmp_path: Path) -> None:
    words = {1: "Kurang", 2: "Cukup", 3: "Baik", 4: "Sangat Baik"}
    rows = making.long(TRUTH)
    for index, cells in enumerate(rows[1:]):
        cells[3] = words[index % 4 + 1]
    legend = Grid("Pilihan", [["nilai", "label"], *([n, word] for n, word in words.items())])
    result = collected(tmp_path, [Grid("Nilai", rows), legend])
    given = [score.value for score in result.draft.scores]
    assert given == [index % 4 + 1 for index in range(len(rows) - 1)]
    without = collected(tmp_path, [Grid("Nilai", rows)])
    assert not without.draft.scores


def test_text_files_keep_to_the_same_rules(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", nobody_named())
    assert not collect([path], known=known()).draft.scores


def test_tables_of_a_file_that_contradict_each_other_are_refused_whole(tmp_path: Path) -> None:
    grids = sheet_a_dimension()  # nothing is known, so that the numbers of each sheet are the same
    result = collect([write_book(tmp_path / "a.xlsx", grids)])
    assert not result.draft.scores
    assert any("different values" in str(finding) for finding in result.findings)


def test_a_form_that_is_ticked_gives_the_steps_that_are_marked(tmp_path: Path) -> None:
    steps = [1, 2, 3, 4]
    rows: Rows = [["Wilayah", "KAB. BADUNG"], ["Asesor", "Asesor 1"], []]
    rows.append(["No", "Pertanyaan", *steps])
    for n, text in TRUTH.questions.items():
        rows.append([n, text, *("√" if step == n % 4 + 1 else "" for step in steps)])
    result = collected(tmp_path, [Grid("Formulir", rows)])
    assert [score.value for score in result.draft.scores] == [n % 4 + 1 for n in NUMBERS]
    rows[-1][2:] = ["√", "√", "", ""]
    twice = collected(tmp_path, [Grid("Formulir", rows)])
    assert len(twice.draft.scores) == len(NUMBERS) - 1
    assert [f.rule for f in twice.findings] == ["score-contradicts"]
