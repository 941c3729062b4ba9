"""The small example of another kind."""

from collections import Counter
from decimal import Decimal

import pytest

from examples.perpustakaan import sheets


@pytest.fixture(scope="module")
def libraries():
    return sheets()


def records(sheet):
    headings, *rows = sheet
    return [dict(zip(headings, row, strict=True)) for row in rows]


def present(libraries):
    return [r["Wilayah"] for r in records(libraries["Wilayah"]) if r["Hadir"] == "Ya"]


def test_twelve_regions_of_two_categories_of_which_two_stayed_away(libraries):
    regions = records(libraries["Wilayah"])
    assert Counter(region["Hadir"] for region in regions) == {"Ya": 10, "Tidak": 2}
    assert Counter(r["Kategori"] for r in regions) == {"PROVINSI": 4, "KABUPATEN/KOTA": 8}


def test_a_province_is_written_to_its_governor_and_its_code_stays_text(libraries):
    provinces = [r for r in records(libraries["Wilayah"]) if r["Kategori"] == "PROVINSI"]
    assert all(r["Penerima"].startswith("Gubernur ") for r in provinces)
    assert [r["Kode"] for r in provinces] == ["17", "75", "65", "81"]


def test_weights_sum_to_a_hundred_in_categories_of_different_dimensions(libraries):
    weights = records(libraries["Bobot"])
    for category, count in {"PROVINSI": 3, "KABUPATEN/KOTA": 2}.items():
        given = [row[category] for row in weights if row[category] is not None]
        assert (sum(given), len(given)) == (100, count)


def test_two_assessors_score_each_region_in_halves_from_0_to_10(libraries):
    rows = records(libraries["Nilai"])
    assert [row["Wilayah"] for row in rows[::2]] == present(libraries)
    assert [row["Asesor"] for row in rows] == ["Penilai 1", "Penilai 2"] * 10
    given = [v for row in libraries["Nilai"][1:] for v in row[2:] if v not in (None, "-")]
    assert all(0 <= score <= 10 and Decimal(score) * 2 % 1 == 0 for score in given)
    assert any(Decimal(score) % 1 for score in given)


def test_the_questions_of_networks_are_put_to_provinces_only_and_one_has_no_score(libraries):
    asked = [q["No"] for q in records(libraries["Instrumen"]) if q["Dimensi"] == "JEJARING"]
    scored = {
        row["Wilayah"]
        for row in records(libraries["Nilai"])
        if any(row[str(number)] not in (None, "-") for number in asked)
    }
    assert scored == {"PROV. BENGKULU", "PROV. GORONTALO"}
    assert "PROV. MALUKU" in present(libraries)
    shared = {r["Dimensi"] for r in records(libraries["Bobot"]) if r["Bila Kosong"] == "bagi ulang"}
    assert shared == {"JEJARING"}


def test_a_question_nobody_scored_and_one_that_a_single_assessor_left_out_are_there(libraries):
    gaps = {
        (region, question): [
            row[question] for row in records(libraries["Nilai"]) if row["Wilayah"] == region
        ]
        for region, question in (("KAB. ENDE", "7"), ("KOTA BLITAR", "4"))
    }
    assert gaps["KAB. ENDE", "7"] == [None, None]
    assert gaps["KOTA BLITAR", "4"] == [6, None]
    facts = {row["Kunci"]: row["Nilai"] for row in records(libraries["Surat"])}
    assert facts["Nilai Kosong"] == "rata-rata yang ada"


def test_half_of_the_regions_have_a_result_of_last_year(libraries):
    known = {row["Wilayah"] for row in records(libraries["Tahun Lalu"])}
    assert len(known) == 5
    assert known < set(present(libraries))


def test_each_present_region_has_comments_in_the_programmes_own_sections(libraries):
    points = Counter(
        (c["Wilayah"], c["Bagian"], c["Asesor"]) for c in records(libraries["Catatan"])
    )
    expected = {
        (region, section, assessor)
        for region in present(libraries)
        for section in ("Capaian", "Catatan Perbaikan")
        for assessor in ("Penilai 1", "Penilai 2")
    }
    assert set(points) == expected
    assert set(points.values()) <= {2, 3}


def test_the_optional_sheets_are_left_out(libraries):
    assert not {"Dimensi", "Elemen"} & set(libraries)
