"""One key for the names of regions, however they are written, and never a guess between two."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import examples
from evaluation.names import name_key
from evaluation.region_names import RegionNames, find_name

_LIST = Path(examples.__file__).parent / "evaluasi_2024" / "wilayah.csv"
with _LIST.open(encoding="utf-8", newline="") as _file:
    COUNTRY = [(row["Wilayah"], row["Kode"]) for row in csv.DictReader(_file)]
MADE_UP = [
    ("KAB. CONTOHWATI", "97.01"),
    ("KOTA CONTOHWATI", "97.71"),
    ("KAB. KEP. UJIPURA", "97.02"),
    ("KAB. UJIPURA", "97.03"),
    ("KOTA ADM. UJIPURA PUSAT", "97.72"),
    ("KAB. ADM. KEP. SERIBU", "97.04"),
    ("KAB. LIMA PULUH KOTA", "97.05"),
    ("KAB. KOTABARU", "97.06"),
    ("PROV. DI YOGYAKARTA", "94"),
]
ALL = [*COUNTRY, *MADE_UP]
NAMES = [name for name, _code in ALL]
REGIONS = RegionNames(NAMES, [("Contohwati Lama", "KAB. CONTOHWATI")], [(c, n) for n, c in ALL])
FULL = {"KAB.": "Kabupaten", "KOTA": "Kotamadya", "PROV.": "Provinsi"}
SHORT = {"KAB.": "Kab", "KOTA": "Kota", "PROV.": "Prov"}
ONE_WORD = {"KAB.": "Pemkab", "KOTA": "Pemkot", "PROV.": "Pemprov"}


def whole(name: str) -> list[str]:
    """Give spellings of a name that say all of it, its kind among them."""
    kind, area = name.split(" ", 1)
    given = [
        f"{FULL[kind]} {area}",
        f"{SHORT[kind]}.{area.lower()}",
        f"{ONE_WORD[kind]} {area.title()}",
        f"Pemerintah {FULL[kind]} {area}",
        f"Pemerintah Daerah {SHORT[kind]} {area}",
        f"{area.title()} ({SHORT[kind]}.)",
        f"{area}, {FULL[kind]}",
    ]
    longer = [each.replace("KEP.", "Kepulauan") for each in given]
    return [*given, *longer, *(each.replace("ADM.", "") for each in given)]


@given(
    st.sampled_from(NAMES).flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(whole(name)))
    )
)
def test_a_whole_name_is_found_however_it_is_written(pair):
    name, spelled = pair
    assert REGIONS.find(spelled) == (name,)
    assert name_key(spelled) == name_key(name)


@given(st.sampled_from(NAMES))
def test_a_name_without_its_kind_is_found_or_all_that_bear_it_are_given(name):
    area = name.split(" ", 1)[1]
    found = REGIONS.find(area.title())
    assert name in found
    assert len(found) == sum(
        name_key(area) in {name_key(other.split(" ", 1)[1]), name_key(other.split(" DI ")[-1])}
        for other in NAMES
    )


@given(st.sets(st.sampled_from(NAMES), min_size=1), st.sampled_from(NAMES))
def test_a_region_that_is_not_listed_is_never_taken_for_one_of_its_kind(listed, name):
    known = RegionNames(listed - {name})
    assert all(known.find(spelled) == () for spelled in whole(name))


@given(st.sampled_from(ALL))
def test_a_code_names_its_region_with_dots_and_without(pair):
    name, code = pair
    assert REGIONS.find(code) == REGIONS.find(code.replace(".", "")) == (name,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ujipura Pusat", ["KOTA ADM. UJIPURA PUSAT"]),
        ("Kepulauan Ujipura", ["KAB. KEP. UJIPURA"]),
        ("Ujipura", ["KAB. UJIPURA"]),
        ("Contohwati Kota", ["KOTA CONTOHWATI"]),
        ("contohwati lama", ["KAB. CONTOHWATI"]),
        ("Lima Puluh Kota", ["KAB. LIMA PULUH KOTA"]),
        ("Pemda Ujipura", ["KAB. UJIPURA"]),
        ("Daerah Istimewa Yogyakarta", ["PROV. DI YOGYAKARTA"]),
        ("D.I. Yogyakarta", ["PROV. DI YOGYAKARTA"]),
        ("Provinsi Yogyakarta", ["PROV. DI YOGYAKARTA"]),
        ("Yogyakarta", ["KOTA YOGYAKARTA", "PROV. DI YOGYAKARTA"]),
        ("Contohwati", ["KAB. CONTOHWATI", "KOTA CONTOHWATI"]),
        ("Kota Ujipura", []),
        ("Kota Baru", []),
        ("97.1", []),
        ("Kab.", []),
        ("", []),
    ],
)
def test_a_text_gives_one_name_where_it_is_clear_and_several_where_it_is_not(text, names):
    assert sorted(REGIONS.find(text)) == names


def test_two_that_say_the_same_are_told_apart_by_their_letters_or_not_at_all():
    both = RegionNames(["KAB. KEP. X", "KAB. KEPULAUAN X"])
    assert both.find("Kab Kepulauan X") == ("KAB. KEPULAUAN X",)
    assert len(both.find("Pemkab Kep. X")) == 2
    shared = RegionNames(["KAB. A", "KAB. B"], [("Lama", "KAB. A"), ("Lama", "KAB. B")])
    assert shared.find("Lama") == ("KAB. A", "KAB. B")


def test_the_plain_name_beside_the_city_is_the_regency_if_every_column_says_so():
    city, plain = "Kota Contohwati", "Contohwati"
    assert REGIONS.spelled([{city, plain}])[plain] == "KAB. CONTOHWATI"
    assert plain not in REGIONS.spelled([{plain}])
    assert plain not in REGIONS.spelled([{city, plain}, {plain}])
    assert plain not in REGIONS.spelled([{city, plain, "Kab. Contohwati"}])
    assert plain not in REGIONS.spelled([{"Kab. Contohwati", plain}])


def test_the_plain_name_that_is_listed_beside_the_city_is_the_regency():
    listed = RegionNames(["Contohwati", "Kota Contohwati", "Ujipura"])
    assert listed.find("Kab. Contohwati") == ("Contohwati",)
    assert listed.find("Kotamadya Contohwati") == ("Kota Contohwati",)
    assert listed.find("Kab. Ujipura") == listed.find("Kota Ujipura") == ()


def test_on_the_command_line_any_leading_word_may_be_left_out():
    villages = RegionNames(["Desa Suka A1", "Desa Suka A2", "Dusun Suka A2"])
    assert find_name("suka a1", villages) == ("Desa Suka A1",)
    assert find_name("Suka A2", villages) == ("Desa Suka A2", "Dusun Suka A2")


def test_what_is_no_region_keeps_a_key_of_all_its_words():
    assert name_key("Nilai Administrasi") != name_key("Nilai")
    assert name_key("Pemerintah Daerah") == "pemerintahdaerah"
    assert name_key("Kota Administrasi") == "kotaadministrasi"
    assert name_key("Daerah") == "daerah"
