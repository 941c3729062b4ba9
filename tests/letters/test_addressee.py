"""Regions are written out and listed as an official letter lists them."""

import pytest

from evaluation.model import Region
from evaluation.source import Source
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
    ("name", "written"),
    [
        ("KAB. BADUNG", "Kabupaten Badung"),
        ("Kab Badung", "Kabupaten Badung"),
        ("KAB. LIMA PULUH KOTA", "Kabupaten Lima Puluh Kota"),
        ("KOTA BAU-BAU", "Kota Bau-Bau"),
        ("Kota DKI", "Kota DKI"),
        ("PROVINSI BALI", "Provinsi Bali"),
        ("KAWASAN OTORITA", "Kawasan Otorita"),
    ],
)
def test_a_region_is_written_out(name: str, written: str, profile: AgencyProfile) -> None:
    assert full_name(name, profile) == written
