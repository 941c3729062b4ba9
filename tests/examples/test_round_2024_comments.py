"""The comments of the example round of 2024: who says how much, and how clean it is."""

import re
from collections import Counter, defaultdict

import pytest

from examples.round_2024 import sheets


@pytest.fixture(scope="module")
def remarks():
    headings, *rows = sheets()["Catatan"]
    return [dict(zip(headings, row, strict=True)) for row in rows]


def test_comments_come_from_three_to_five_assessors_with_two_to_five_points_a_section(remarks):
    points = Counter((c["Wilayah"], c["Bagian"], c["Asesor"]) for c in remarks)
    assert set(points.values()) == {2, 3, 4, 5}
    voices = defaultdict(set)
    for region, section, assessor in points:
        voices[region, section].add(assessor)
    assert {len(assessors) for assessors in voices.values()} == {3, 4, 5}
    assert {section for _, section in voices} == {"Kekuatan", "Kelemahan", "Rekomendasi"}


def test_an_assessor_of_a_region_has_one_institution_that_says_it_is_an_example(remarks):
    institutions = defaultdict(set)
    for comment in remarks:
        institutions[comment["Wilayah"], comment["Asesor"]].add(comment["Instansi"])
    assert all(len(names) == 1 for names in institutions.values())
    assert all("Contoh" in name for names in institutions.values() for name in names)


def test_no_point_is_made_twice_about_a_region(remarks):
    made = Counter((c["Wilayah"], c["Butir"]) for c in remarks)
    assert max(made.values()) == 1


def test_comments_are_clean_sentences_without_figures_or_final_stop(remarks):
    for point in {comment["Butir"] for comment in remarks}:
        assert re.fullmatch(r"[A-Z][^\d{}<>\"]*[a-z]", point), point
        assert not re.search(r"\b(\w+)\s+\1\b|\s\s|\s[,:]", point, re.IGNORECASE), point
        assert point.count("(") == point.count(")")


def test_a_point_that_names_a_region_names_the_right_one(remarks):
    for comment in remarks:
        kind, area = comment["Wilayah"].split(" ", 1)
        own = {"KAB.": "Kabupaten ", "KOTA": "Kota "}[kind] + area.title()
        assert not re.search(r"Kabupaten|Kota\b", comment["Butir"].replace(own, "")), comment
