"""Small tables in, and exactly what comes out: values, meanings, places, the map."""

from pathlib import Path

from evaluation.sources import Severity
from evaluation.understanding import Collected, Shape
from extractors.collect import collect, mapping_toml
from extractors.collect.points import points_in
from tests.extractors.collect import making
from tests.extractors.collect.truth import TRUTH, scores_of
from tests.extractors.collect.writing import Grid, Rows, write_book, write_csv


def gathered(path: Path) -> Collected:
    return collect([path], known=TRUTH.known())


def placed(result: Collected) -> list[tuple[str, Severity, str]]:
    return [(f.rule, f.severity, str(f.source)) for f in result.findings]


def test_rows_that_end_early_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    rows = [row[:13] for row in making.wide(TRUTH)]
    rows[1] = rows[1][:12]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(";".join(map(str, row)) for row in rows), encoding="utf-8")
    result = gathered(path)
    assert len(result.draft.scores) == len(TRUTH.scores()) - 1
    assert not result.findings


def one_judge(*above: list[object]) -> Grid:
    """Give the rows of one assessor, without the columns that name him."""
    head, *rows = making.wide(TRUTH)
    kept = [head, *(row for row in rows if row[3] == "Asesor 2")]
    return Grid("A", [*above, [], *(row[:3] + row[5:] for row in kept)])


def test_the_value_of_a_label_stands_right_beside_it(tmp_path: Path) -> None:
    grid = one_judge(["Asesor", "Asesor 2", "cetakan kedua"])
    result = gathered(write_book(tmp_path / "a.xlsx", [grid]))
    assert scores_of(result) == TRUTH.scores(("Asesor 2",))


def test_a_column_that_may_name_the_assessors_is_a_warning_where_nothing_else_does(
    tmp_path: Path,
) -> None:
    rows = making.wide(TRUTH)
    one = [rows[0], *(row for row in rows[1:] if row[3] == "Asesor 2")]
    one[0] = [*one[0]]
    one[0][3], one[0][4] = "Apa", "Instansi"
    result = gathered(write_book(tmp_path / "a.xlsx", [Grid("A", one)]))
    assert placed(result) == [("column-unsettled", Severity.WARNING, "A!D1")]
    assert "whose scores" in str(result.findings[0].message)
    label = Grid("A", [["Asesor", "Asesor 2"], [], *one])
    told = gathered(write_book(tmp_path / "b.xlsx", [label]))
    assert placed(told) == [("column-unsettled", Severity.NOTICE, "A!D3")]
    assert scores_of(told) == TRUTH.scores(("Asesor 2",))
    beside = [[*row, "Apa" if row is one[0] else "sama"] for row in making.wide(TRUTH)]
    beside[0][-1] = "Apa"
    named = gathered(write_book(tmp_path / "c.xlsx", [Grid("A", beside)]))
    assert placed(named) == [("column-unsettled", Severity.NOTICE, "A!P1")]
    assert scores_of(named) == TRUTH.scores()


def test_regions_under_the_heading_of_assessors_are_regions(tmp_path: Path) -> None:
    grid = one_judge()
    grid.rows[1][1:3] = ["Kode", "Penilai"]
    result = gathered(write_book(tmp_path / "a.xlsx", [grid]))
    assert scores_of(result) == {
        (region, None, number): value
        for (region, _judge, number), value in TRUTH.scores(("Asesor 2",)).items()
    }


def test_the_region_of_a_form_is_known_from_the_form_alone(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", making.form(TRUTH, "KOTA BOGOR", "Asesor 2"))
    result = collect([path])
    assert [region.name for region in result.draft.regions] == ["KOTA BOGOR"]
    assert [q.text for q in result.draft.questions] == list(TRUTH.questions.values())
    assert {u.shape for u in result.understood} == {Shape.FORM, Shape.COMMENTS}


def test_the_first_text_beside_a_number_words_the_question(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", making.long(TRUTH))
    write_book(tmp_path / "b.xlsx", [making.two_heading_rows(TRUTH)])
    result = collect([tmp_path])
    assert [(q.number, q.text) for q in result.draft.questions] == list(TRUTH.questions.items())


def test_an_unknown_region_is_listed_among_what_was_not_used(tmp_path: Path) -> None:
    rows = making.long(TRUTH)
    rows[1][0] = "KAB. ENTAH"
    result = gathered(write_csv(tmp_path / "a.csv", rows))
    assert ("KAB. ENTAH", "A2") in [(unused.what, unused.place.cell) for unused in result.unused]
    assert len(result.draft.scores) == len(TRUTH.scores()) - 1


def test_a_bullet_within_a_line_parts_nothing_by_itself() -> None:
    assert points_in("Layanan daring • luring") == ("Layanan daring • luring",)
    assert points_in("Layanan • Rapat • Biaya") == ("Layanan", "Rapat", "Biaya")


def test_running_numbers_of_rows_beside_texts_are_no_questions(tmp_path: Path) -> None:
    rows: Rows = [
        ["No" if i == 0 else i, *row] for i, row in enumerate(making.long(TRUTH, worded=True))
    ]
    result = gathered(write_csv(tmp_path / "a.csv", rows))
    assert scores_of(result) == TRUTH.scores()


def test_a_question_that_is_not_there_is_told_at_its_number(tmp_path: Path) -> None:
    rows = making.long(TRUTH)
    rows[1][2] = 99
    result = gathered(write_csv(tmp_path / "a.csv", rows))
    assert placed(result) == [("question-unknown", Severity.ERROR, "a!C2")]
    assert len(result.draft.scores) == len(TRUTH.scores()) - 1


def test_the_map_shows_what_was_understood_as_it_would_be_written(tmp_path: Path) -> None:
    rows = [[*row, 3] for row in making.wide(TRUTH)]
    rows[0][-1] = "Entah"
    lines = mapping_toml(gathered(write_book(tmp_path / "a.xlsx", [Grid("A", rows)]))).splitlines()
    for line in (
        '# "2" = 2  # 0.95',
        '# "Nama Asesor" = "asesor"  # 0.97',
        '"Entah" = "?"',
        '  "Entah",',
        "[[bentuk]]",
    ):
        assert line in lines
    across = making.transposed_means(TRUTH)
    for row in across.rows:
        row.append(3)
    across.rows[0][-1] = "Entah"
    lines = mapping_toml(gathered(write_book(tmp_path / "b.xlsx", [across]))).splitlines()
    assert '# "KAB. BADUNG" = "nilai wilayah: KAB. BADUNG"  # 0.95' in lines
