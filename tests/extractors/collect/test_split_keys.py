"""Keys that stand in another way than one a cell, and what looks like them and is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.draft import Known
from evaluation.understanding import Collected
from extractors.collect import collect
from extractors.collect.people import person_in
from extractors.collect.regions import coded_name
from tests.extractors.collect.test_collect_kinds import (
    JUDGES,
    NUMBERS,
    WHOLE,
    code_of,
    each,
    known,
    local,
    row,
    score,
)
from tests.extractors.collect.truth import DIMENSIONS, TRUTH, scores_of
from tests.extractors.collect.writing import Grid, Rows, write_book

Cell = Callable[[str, str], object]


def collected(
    folder: Path, rows: Rows, name: str = "a.xlsx", into: Known | None = None
) -> Collected:
    path = write_book(folder / name, [Grid("Lembar", rows)])
    return collect([path], known=known() if into is None else into)


def wide(head: list[object], *before: Cell) -> Rows:
    return each([*head, *(f"Butir {n}" for n in NUMBERS)], *before)


def outline() -> Rows:
    rows: Rows = [["Uraian", *(f"P{n}" for n in NUMBERS)]]
    for region in TRUTH.names:
        rows.append([region, *([2.5] * len(NUMBERS))])
        rows += [[judge, *row(region, judge)] for judge in JUDGES]
    return rows


def long_codes() -> Rows:
    places = [f"{list(dict.fromkeys(DIMENSIONS)).index(d) + 1}" for d in DIMENSIONS]
    codes = [f"{place}.{number}" for place, number in zip(places, local(), strict=True)]
    rows: Rows = [["Daerah", "Asesor", "Kode Butir", "Nilai"]]
    for region in TRUTH.names:
        for judge in JUDGES:
            rows += [
                [region, judge, code, score(region, judge, number)]
                for code, number in zip(codes, NUMBERS, strict=True)
            ]
    return rows


@pytest.mark.parametrize(
    "rows",
    [
        wide(["Daerah - Asesor"], lambda r, j: f"{r} - {j}"),
        wide(["Asesor dan daerah"], lambda r, j: f"{j} / {r}"),
        wide(["Daerah"], lambda r, j: f"{r.title()} ({j})"),
        wide(
            ["Jenis", "Nama", "Asesor"],
            lambda r, j: r.split()[0],
            lambda r, j: r.split(" ", 1)[1],
            lambda r, j: j,
        ),
        wide(["Daerah", "Asesor"], lambda r, j: f"{code_of(r, j)} - {r}", lambda r, j: j),
        wide(["Daerah", "Responden (penilai)"], lambda r, j: r, lambda r, j: j),
        outline(),
        long_codes(),
    ],
    ids=["joined", "turned", "bracketed", "kind-beside", "coded", "responding", "outline", "codes"],
)
def test_keys_are_found_apart(tmp_path: Path, rows: Rows) -> None:
    assert scores_of(collected(tmp_path, rows)) == WHOLE


def test_region_and_assessor_in_one_cell_are_told_apart_without_a_round(tmp_path: Path) -> None:
    rows = wide(["Daerah - Asesor"], lambda r, j: f"{r} - {j}")
    result = collected(tmp_path, rows, into=Known())
    assert [region.name for region in result.draft.regions] == list(TRUTH.names)
    assert {one.assessor for one in result.draft.scores} == set(JUDGES)


def test_what_stands_beside_each_region_alike_is_no_assessor(tmp_path: Path) -> None:
    rows = wide(["Daerah"], lambda r, j: f"{r} - Jawa Barat")
    assert not collected(tmp_path, rows).draft.scores


def test_a_place_that_was_told_from_a_joined_cell_is_that_cell(tmp_path: Path) -> None:
    rows = wide(["Daerah - Asesor"], lambda r, j: f"{r} - {j}")
    rows.append(["KAB. ENTAH - Asesor 1", *row("KAB. BADUNG", "Asesor 1")])
    result = collected(tmp_path, rows)
    told = [f for f in result.findings if f.rule.startswith("row-without-region")]
    assert [str(one.source) for one in told] == [f"Lembar!A{len(rows)}"]


def test_of_groups_with_their_whole_the_whole_alone_is_read(tmp_path: Path) -> None:
    rows: Rows = [["Daerah", "Asesor", "Jenis Kelamin", *(f"Butir {n}" for n in NUMBERS)]]
    for region in TRUTH.names:
        for judge in JUDGES:
            for sex in ("Laki-laki", "Perempuan", "Total"):
                own = row(region, judge) if sex == "Total" else [1] * len(NUMBERS)
                rows.append([region, judge, sex, *own])
    assert scores_of(collected(tmp_path, rows)) == WHOLE


def test_a_sheet_of_another_office_that_bears_a_name_of_ours_is_read(tmp_path: Path) -> None:
    rows = wide(["Daerah", "Asesor"], lambda r, j: r, lambda r, j: j)
    path = write_book(tmp_path / "a.xlsx", [Grid("Bobot", rows)])
    assert scores_of(collect([path], known=known())) == WHOLE


@pytest.mark.parametrize(
    ("words", "told"), [(("S1", "S2"), "without a heading"), (("PA", "PB"), "'pa'")]
)
def test_short_words_below_a_heading_are_no_row_that_leaves_columns_unheaded(
    tmp_path: Path, words: tuple[str, str], told: str
) -> None:
    head: list[object] = ["Daerah", "Asesor"]
    below: list[object] = ["", ""]
    for number in NUMBERS:
        head += [f"Butir {number}", ""]
        below += [*words]
    rows: Rows = [head, below]
    for region in TRUTH.names:
        for judge in JUDGES:
            rows.append([region, judge, *(c for v in row(region, judge) for c in (2, v))])
    result = collected(tmp_path, rows)
    assert not result.draft.scores
    assert any(told in str(finding) for finding in result.findings)


def test_a_code_in_the_name_of_a_file_says_its_region(tmp_path: Path) -> None:
    rows: Rows = [["No", "Pertanyaan", *JUDGES]]
    for number, text in TRUTH.questions.items():
        rows.append([number, text, *(score("KAB. BOGOR", judge, number) for judge in JUDGES)])
    found = scores_of(collected(tmp_path, rows, "3201_formulir.xlsx"))
    assert found == {key: value for key, value in WHOLE.items() if key[0] == "KAB. BOGOR"}


def test_an_assessor_in_the_name_of_a_file_is_found_between_its_signs(tmp_path: Path) -> None:
    rows: Rows = [["Wilayah", *(f"Butir {n}" for n in NUMBERS)]]
    rows += [[region, *row(region, "Asesor 2")] for region in TRUTH.names]
    found = scores_of(collected(tmp_path, rows, "Lembar Kerja_Asesor 2.xlsx"))
    assert found == {key: value for key, value in WHOLE.items() if key[1] == "Asesor 2"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rekapitulasi nilai oleh Budi Santoso", "Budi Santoso"),
        ("Asesor: Dr. Ani Lestari, M.Si.", "Dr. Ani Lestari, M.Si."),
        ("Hasil penilai Dr. Ani Lestari", "Dr. Ani Lestari"),
        ("Nilai asesor 2", "asesor 2"),
        ("Nilai Asesor Tahun 2026", ""),
        ("Penilaian Asesor Kota Sehat", ""),
        ("Penilai Gerakan Membaca", ""),
        ("Disusun oleh tim dari pusat", ""),
    ],
)
def test_running_text_names_a_person_only_where_a_word_leads_to_one(text: str, name: str) -> None:
    assert person_in(text) == name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("32.01 - Kab. Bogor", ("Kab. Bogor", "32.01")),
        ("[3201] Kab. Bogor", ("[3201] Kab. Bogor", "")),
        ("3201 Kab. Bogor", ("Kab. Bogor", "3201")),
        ("Kab. Bogor (32.01)", ("Kab. Bogor", "32.01")),
        ("Kab. Bogor", ("Kab. Bogor", "")),
        ("Kab. Bogor 2", ("Kab. Bogor 2", "")),
    ],
)
def test_a_code_is_parted_from_a_name(text: str, parts: tuple[str, str]) -> None:
    assert coded_name(text) == parts


def test_name_and_code_of_two_regions_in_one_cell_are_refused(tmp_path: Path) -> None:
    rows = wide(["Daerah", "Asesor"], lambda r, j: f"32.71 - {r}", lambda r, j: j)
    assert not collected(tmp_path, rows).draft.scores
