"""The example round of 2024 against the published figures, which its module never reads."""

import csv
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from examples.round_2024 import sheets

HERE = Path(__file__).parent
DIMENSIONS = ["BASELINE", "OUTPUT", "OUTCOME", "IMPACT", "QUICK WINS"]
COLLABORATION = "PROGRAM KOLABORASI"
WEIGHTS = {
    "REGULER": dict(zip(DIMENSIONS, (10, 20, 30, 20, 20), strict=True)),
    "KPPN IKN": dict(zip(DIMENSIONS, (10, 20, 20, 20, 20), strict=True)) | {COLLABORATION: 10},
}


@pytest.fixture(scope="module")
def round_2024():
    return sheets()


def transcription(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def records(sheet) -> Iterator[dict]:
    headings, *rows = sheet
    return (dict(zip(headings, row, strict=True)) for row in rows)


def half_up(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def mean(values) -> Decimal:
    values = list(values)
    return half_up(Decimal(sum(values)) / len(values))


def printed(value) -> str:
    if value is None or value == "-":
        return value or ""
    return f"{Decimal(value).normalize():f}".replace(".", ",")


def scores_by_region(round_2024):
    grouped = defaultdict(list)
    for row in records(round_2024["Nilai"]):
        grouped[row["Wilayah"]].append(row)
    return grouped


def question_means(rows) -> dict[int, Decimal]:
    return {number: mean(row[str(number)] for row in rows) for number in range(1, 116)}


def dimension_values(rows, instrument) -> dict:
    by_question = question_means(rows)
    values = {
        name: mean(by_question[q["No"]] for q in instrument if q["Dimensi"] == name)
        for name in DIMENSIONS
    }
    direct = [row[COLLABORATION] for row in rows if row[COLLABORATION] is not None]
    return values | {COLLABORATION: direct[0] if direct else None}


def final_value(values, category) -> Decimal:
    weighted = (
        weight * Decimal(values[name])
        for name, weight in WEIGHTS[category].items()
        if values[name] not in (None, "-")
    )
    return half_up(sum(weighted) / 100)


def test_every_published_row_is_recomputed_from_the_sheets_as_printed(round_2024):
    instrument = list(records(round_2024["Instrumen"]))
    categories = {r["Wilayah"]: r["Kategori"] for r in records(round_2024["Wilayah"])}
    last_year = {r["Wilayah"]: r["Nilai Final"] for r in records(round_2024["Tahun Lalu"])}
    scored = scores_by_region(round_2024)
    recomputed = []
    for number, region in enumerate(list(scored)[:140], start=1):
        values = dimension_values(scored[region], instrument)
        final = final_value(values, categories[region])
        numbers = [*values.values(), final, final - last_year[region]]
        shown = [printed(value) for value in numbers]
        recomputed.append([str(number), region, *shown, categories[region]])
    published = [list(row.values()) for row in transcription("published.csv")]
    assert len(published) == 140
    assert recomputed == published


def test_badung_keeps_its_own_value_in_every_question(round_2024):
    means = question_means(scores_by_region(round_2024)["KAB. BADUNG"])
    own = {int(row["No"]): Decimal(row["Nilai"]) for row in transcription("badung.csv")}
    assert len(own) == 115
    assert means == own


def test_there_are_191_regions_165_present_26_absent_125_regular_66_priority(round_2024):
    regions = list(records(round_2024["Wilayah"]))
    assert [region["No"] for region in regions] == list(range(1, 192))
    assert Counter(region["Hadir"] for region in regions) == {"Ya": 165, "Tidak": 26}
    assert Counter(region["Kategori"] for region in regions) == {"REGULER": 125, "KPPN IKN": 66}


def test_every_region_has_a_name_and_an_official_code_of_its_own(round_2024):
    regions = list(records(round_2024["Wilayah"]))
    assert len({region["Wilayah"] for region in regions}) == 191
    assert len({region["Kode"] for region in regions}) == 191
    for region in regions:
        city = region["Wilayah"].startswith("KOTA ")
        assert re.fullmatch(r"\d\d\.7\d" if city else r"\d\d\.[0-3]\d", region["Kode"]), region


def test_an_addressee_has_the_title_and_the_name_of_the_region(round_2024):
    titles = {"KAB.": "Bupati", "KOTA": "Walikota"}
    for region in records(round_2024["Wilayah"]):
        kind, area = region["Wilayah"].split(" ", 1)
        title, name = region["Penerima"].split(" ", 1)
        assert (title, name.upper()) == (titles[kind], area)


def test_regents_stand_before_mayors_each_in_alphabetical_order(round_2024):
    names = [region["Penerima"] for region in records(round_2024["Wilayah"])]
    assert names == sorted(names)
    assert sum(name.startswith("Bupati ") for name in names) == 127


def test_just_those_who_took_part_have_scores_and_comments_in_the_order_of_the_annex(round_2024):
    regions = records(round_2024["Wilayah"])
    attended = [region["Wilayah"] for region in regions if region["Hadir"] == "Ya"]
    commented = dict.fromkeys(row["Wilayah"] for row in records(round_2024["Catatan"]))
    assert list(scores_by_region(round_2024)) == attended
    assert list(commented) == attended


def test_each_region_is_scored_by_five_assessors_with_whole_scores_from_1_to_4(round_2024):
    names = [f"Asesor {number}" for number in range(1, 6)]
    for rows in scores_by_region(round_2024).values():
        assert [row["Asesor"] for row in rows] == names
        for row in rows:
            given = [row[str(number)] for number in range(1, 116)]
            assert all(type(score) is int and 1 <= score <= 4 for score in given)


def test_no_two_assessors_anywhere_give_the_same_row_and_none_gives_one_score_throughout(
    round_2024,
):
    rows = [row[2:117] for row in round_2024["Nilai"][1:]]
    assert len(rows) == 825
    assert len(set(rows)) == len(rows)
    assert min(len(set(row)) for row in rows) > 1


def test_no_assessor_gives_every_region_the_same(round_2024):
    seen = defaultdict(set)
    for row in round_2024["Nilai"][1:]:
        seen[row[1]].add(row[2:117])
    assert all(len(rows) == 165 for rows in seen.values())


def test_assessors_differ_from_one_another_in_most_questions_of_a_middling_region(round_2024):
    rows = [row[2:117] for row in round_2024["Nilai"][1:] if row[0] == "KAB. SLEMAN"]
    differing = sum(len(set(scores)) > 1 for scores in zip(*rows, strict=True))
    assert differing > 60


def test_collaboration_is_given_once_a_region_and_only_where_it_counts(round_2024):
    categories = {r["Wilayah"]: r["Kategori"] for r in records(round_2024["Wilayah"])}
    for region, rows in scores_by_region(round_2024).items():
        first, *others = (row[COLLABORATION] for row in rows)
        assert others == [None] * 4
        if categories[region] == "REGULER":
            assert first is None


def test_last_year_agrees_with_its_own_dimensions_and_no_dimension_leaps(round_2024):
    instrument = list(records(round_2024["Instrumen"]))
    categories = {r["Wilayah"]: r["Kategori"] for r in records(round_2024["Wilayah"])}
    scored = scores_by_region(round_2024)
    for row in records(round_2024["Tahun Lalu"]):
        if row["Nilai Final"] is None:
            continue
        region = row["Wilayah"]
        assert final_value(row, categories[region]) == row["Nilai Final"]
        now = dimension_values(scored[region], instrument)
        assert all(abs(now[name] - row[name]) <= Decimal("1.5") for name in DIMENSIONS)


def test_some_regions_took_part_without_a_result_last_year(round_2024):
    rows = list(records(round_2024["Tahun Lalu"]))
    blank = [row for row in rows if row["Nilai Final"] is None]
    assert len(rows) == 165
    assert len(blank) == 5
    assert all(set(list(row.values())[1:]) == {None} for row in blank)


def test_the_questions_are_numbered_through_in_five_dimensions(round_2024):
    questions = list(records(round_2024["Instrumen"]))
    assert [question["No"] for question in questions] == list(range(1, 116))
    counts = Counter(question["Dimensi"] for question in questions)
    assert dict(counts) == dict(zip(DIMENSIONS, (5, 11, 33, 54, 12), strict=True))


@pytest.mark.parametrize(
    "slip",
    [
        "Se jauh",
        "Ssejauh",
        "eamaan",
        "?(",
        "KemanPANRB",
        "ditempat",
        "/ ",
        "  ",
        "menjadi keamanan",
    ],
)
def test_a_slip_of_the_source_is_put_right(round_2024, slip):
    texts = [
        text
        for name in ("Instrumen", "Dimensi", "Elemen")
        for row in round_2024[name]
        for text in row
        if isinstance(text, str)
    ]
    assert [text for text in texts if slip in text] == []


def test_weights_sum_to_a_hundred_in_both_categories(round_2024):
    weights = list(records(round_2024["Bobot"]))
    for category, expected in WEIGHTS.items():
        given = {row["Dimensi"]: row[category] for row in weights if row[category] is not None}
        assert given == expected
        assert sum(given.values()) == 100


def test_every_dimension_is_named_explained_and_given_its_elements(round_2024):
    names = [row["Dimensi"] for row in records(round_2024["Bobot"])]
    assert [row["Dimensi"] for row in records(round_2024["Dimensi"])] == names
    assert list(dict.fromkeys(r["Dimensi"] for r in records(round_2024["Elemen"]))) == names


def test_facts_of_the_letter_come_as_text_numbers_and_dates(round_2024):
    facts = {row["Kunci"]: row["Nilai"] for row in records(round_2024["Surat"])}
    assert facts["Nomor"] == "B-1478/DJAI/AI.01.02/11/2024"
    assert facts["Tanggal"] == date(2024, 11, 25)
    assert facts["Tahun"] == 2024
    assert facts["Nilai Kosong"] is None
    assert sum(row[0] == "Tembusan" for row in round_2024["Surat"]) == 3


def test_the_sheets_are_the_same_in_another_process_under_another_hash_seed(round_2024):
    script = (
        "import hashlib; from examples.round_2024 import sheets;"
        "print(hashlib.sha256(repr(sheets()).encode()).hexdigest())"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", script],
        cwd=HERE.parents[1],
        env=os.environ | {"PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    here = hashlib.sha256(repr(sheets()).encode()).hexdigest()
    assert elsewhere.stdout.strip() == here
    assert sheets() == round_2024
