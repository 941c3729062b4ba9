"""Regions are written out and listed as an official letter lists them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.model import Region
from evaluation.sources import Source
from letters.addressee import full_name, sorted_by_addressee, sorted_by_kind
from letters.profile import AgencyProfile


def region(number: int, name: str, addressee: str) -> Region:
    return Region(
        number, None, name, addressee, "A", True, Source("x.xlsx", "Wilayah", f"C{number}")
    )


REGIONS = (
    region(1, "KOTA TANJUNGPINANG", "Walikota Tanjungpinang"),
    region(2, "KAB. BANGGAI", "Bupati Banggai"),
    region(3, "KOTA TANJUNG BALAI", "Wali Kota Tanjung Balai"),
    region(4, "KAB. BANDUNG", "Bupati Bandung"),
    region(5, "PROV. BALI", "Gubernur Bali"),
    region(6, "KAWASAN KHUSUS", "Kepala Kawasan"),
    region(7, "KAB. ALOR", "Pj. Bupati Alor"),
)


def test_the_table_lists_kinds_in_the_profile_s_order_then_names(profile: AgencyProfile) -> None:
    names = [one.name for one in sorted_by_kind(REGIONS, profile)]
    assert names == [
        "PROV. BALI",
        "KAB. ALOR",
        "KAB. BANDUNG",
        "KAB. BANGGAI",
        "KOTA TANJUNG BALAI",
        "KOTA TANJUNGPINANG",
        "KAWASAN KHUSUS",
    ]


def test_the_annex_lists_offices_then_areas_and_unknown_offices_last(
    profile: AgencyProfile,
) -> None:
    listed = [one.addressee for one in sorted_by_addressee(REGIONS, profile)]
    assert listed == [
        "Gubernur Bali",
        "Pj. Bupati Alor",
        "Bupati Bandung",
        "Bupati Banggai",
        "Wali Kota Tanjung Balai",
        "Walikota Tanjungpinang",
        "Kepala Kawasan",
    ]


@pytest.mark.parametrize(
    "acting",
    ["Pj.", "Pjs.", "Plt.", "Plh.", "Penjabat", "Penjabat Sementara", "Penjabat (Pj.)",
     "Pelaksana Tugas", "Pelaksana Harian"],
)  # fmt: skip
def test_an_acting_head_is_listed_where_the_head_would_be(
    acting: str, profile: AgencyProfile
) -> None:
    regions = (
        region(1, "KOTA AMBON", "Walikota Ambon"),
        region(2, "KAB. BANGLI", f"{acting} Bupati Bangli"),
        region(3, "KAB. BADUNG", "Bupati Badung"),
    )
    assert [one.number for one in sorted_by_addressee(regions, profile)] == [3, 2, 1]


def test_an_unknown_office_comes_last_even_where_a_kind_has_no_office(
    profile: AgencyProfile,
) -> None:
    province, regency, city = profile.kinds
    few = replace(
        profile, kinds=(replace(province, offices=()), replace(regency, offices=()), city)
    )
    regions = (
        region(1, "KAWASAN KHUSUS", "Administrator Kawasan"),
        region(2, "KOTA AMBON", "Walikota Ambon"),
    )
    assert [one.number for one in sorted_by_addressee(regions, few)] == [2, 1]


@given(st.permutations(REGIONS))
def test_the_order_of_the_workbook_does_not_matter(
    profile: AgencyProfile, regions: list[Region]
) -> None:
    assert sorted_by_kind(regions, profile) == sorted_by_kind(REGIONS, profile)
    assert sorted_by_addressee(regions, profile) == sorted_by_addressee(REGIONS, profile)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("KAB. BADUNG", "Kabupaten Badung"),
        ("Kab Badung", "Kabupaten Badung"),
        ("KAB.BADUNG", "Kabupaten Badung"),
        ("KAB. LIMA PULUH KOTA", "Kabupaten Lima Puluh Kota"),
        ("KOTA BAU-BAU", "Kota Bau-Bau"),
        ("Kota DKI", "Kota DKI"),
        ("PROVINSI BALI", "Provinsi Bali"),
        ("KAWASAN OTORITA", "Kawasan Otorita"),
        ("KAB. PANGKAJENE DAN KEPULAUAN", "Kabupaten Pangkajene dan Kepulauan"),
        ("KAB. SIAU TAGULANDANG BIARO (SITARO)", "Kabupaten Siau Tagulandang Biaro (Sitaro)"),
        ("KAB. MA'RANG", "Kabupaten Ma'rang"),
        ("KAB. WAKATOBİ", "Kabupaten Wakatobi"),
        ("PROV. DKI JAKARTA", "Provinsi DKI Jakarta"),
        ("PROV. DI YOGYAKARTA", "Provinsi DI Yogyakarta"),
        ("PROV. D.I. YOGYAKARTA", "Provinsi D.I. Yogyakarta"),
    ],
)
def test_a_region_is_written_out(name: str, written: str, profile: AgencyProfile) -> None:
    assert full_name(name, profile) == written
