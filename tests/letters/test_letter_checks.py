"""What is wrong with a letter is found at its cell; what only looks wrong is not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evaluation.model import Evaluation, Fact, Facts, Instrument, Region, Scale
from evaluation.sources import Finding, Severity, Source
from letters.addressee_check import check_addressees
from letters.checks import check_letter
from letters.letter import read_letter
from letters.profile import AgencyProfile

SOUND = {
    "Nomor": "B-1478/DJAI/AI.01.02/11/2024",
    "Tanggal": "25 November 2024",
    "Nomor Surat Rujukan": "B-1125/DJAI/AI.01.02/09/2024",
    "Tanggal Surat Rujukan": "6 September 2024",
    "Evaluasi Mulai": "29 Oktober 2024",
    "Evaluasi Selesai": "20 November 2024",
    "Tembusan": "Menteri Contoh",
}
SCALE = Scale(Decimal(1), Decimal(4), Decimal(1))


def found(
    profile: AgencyProfile,
    changes: dict[str, str] | None = None,
    region: str = "KAB. BADUNG",
    addressee: str = "Bupati Badung",
) -> list[Finding]:
    rows = enumerate((SOUND | (changes or {})).items(), 2)
    facts = Facts(tuple(Fact(k, v, Source("e.xlsx", "Surat", f"B{n}")) for n, (k, v) in rows))
    place = Source("e.xlsx", "Wilayah", "C2")
    regions = (
        Region(1, None, region, addressee, "A", True, place, Source("e.xlsx", "Wilayah", "D2")),
    )
    evaluation = Evaluation("e.xlsx", facts, Instrument((), (), SCALE), regions, {}, {}, {})
    letter, _of_reading = read_letter(facts, profile)
    return list(check_letter(letter, evaluation, profile))


def test_a_sound_letter_has_no_findings(profile: AgencyProfile) -> None:
    assert not found(profile)


W, E = Severity.WARNING, Severity.ERROR
BROKEN = {
    "dated on a Saturday": ({"Tanggal": "23 November 2024"}, "letter-not-working-day", "B3", W),
    "answering a letter of the same day": (
        {"Tanggal Surat Rujukan": "25 November 2024", "Nomor Surat Rujukan": "B-1/D/A/11/2024"},
        "reference-not-earlier",
        "B5",
        E,
    ),
    "answering a number of another form": (
        {"Nomor Surat Rujukan": "1125/DJAI"},
        "reference-number-malformed",
        "B4",
        W,
    ),
    "answering a number of another month": (
        {"Nomor Surat Rujukan": "B-1125/DJAI/AI.01.02/08/2024"},
        "reference-number-contradicts-date",
        "B4",
        W,
    ),
    "answering a letter without a number": (
        {"Nomor Surat Rujukan": ""},
        "reference-without-number",
        "B5",
        W,
    ),
    "reporting an evaluation that is still under way": (
        {"Evaluasi Selesai": "25 November 2024"},
        "evaluation-not-earlier",
        "B7",
        E,
    ),
    "reporting an evaluation that ends before it begins": (
        {"Evaluasi Selesai": "28 Oktober 2024"},
        "evaluation-ends-before-start",
        "B7",
        E,
    ),
    "without copies": ({"Tembusan": ""}, "copies-empty", "B8", W),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_letter_is_told_for_being(case: str, profile: AgencyProfile) -> None:
    changes, rule, cell, severity = BROKEN[case]
    (finding,) = found(profile, changes)
    assert (finding.rule, str(finding.source), finding.severity) == (
        rule,
        f"Surat!{cell}",
        severity,
    )


def test_a_holiday_of_the_profile_is_no_working_day(profile: AgencyProfile) -> None:
    own = replace(profile, holidays=frozenset({date(2024, 11, 25)}))
    assert [finding.rule for finding in found(own)] == ["letter-not-working-day"]


def test_a_draft_without_dates_breaks_no_rule_about_dates(profile: AgencyProfile) -> None:
    assert not found(profile, {"Nomor": "", "Tanggal": ""})


ADDRESSEES = {
    ("KAB. PEMALANG", "Bupati Pematang"): ["addressee-contradicts-region"],
    ("KAB. BADUNG", "Walikota Badung"): ["addressee-contradicts-region"],
    ("KOTA AMBON", "Bupati Ambon"): ["addressee-contradicts-region"],
    ("KOTA AMBON", "Wali Kota Ambon"): [],
    ("KAB. KULON PROGO", "Bupati Kulonprogo"): [],
    ("KAB. BADUNG", "Pj. Bupati Badung"): [],
    ("KAB.BADUNG", "Bupati Badung"): [],
    ("KOTA BAU-BAU", "Walikota Bau Bau"): [],
    ("Kabupaten Badung", "bupati badung"): [],
    ("KAB. BADUNG", "Bupati Badung di Mangupura"): [],
    ("KAB. BADUNG", "Bupati Badung, Bali"): [],
    ("KAB. BADUNG", "Bupati Badung u.p. Sekretaris Daerah"): [],
    ("KAB. BADUNG", "Yth. Bapak Bupati Badung up Kepala Dinas Kominfo"): [],
    ("KAB. BADUNG", "Plt. Bupati Badung c.q. Kepala Dinas Kominfo di Mangupura"): [],
    ("PROV. DI YOGYAKARTA", "Gubernur DI Yogyakarta"): [],
    ("Daerah Istimewa Yogyakarta", "Gubernur D.I. Yogyakarta di Yogyakarta"): [],
    ("KAB. KEP. MERANTI", "Bupati Kepulauan Meranti"): [],
    ("KAB. BADUNG", "Bupati Buleleng di Badung"): ["addressee-contradicts-region"],
    ("KAB. BADUNG", "Bupati Buleleng u.p. Bupati Badung"): ["addressee-contradicts-region"],
    ("KAB. UPI", "Bupati Upi"): [],
}


@pytest.mark.parametrize(("region", "addressee"), ADDRESSEES)
def test_the_addressee_agrees_with_the_region(
    region: str, addressee: str, profile: AgencyProfile
) -> None:
    findings = found(profile, region=region, addressee=addressee)
    assert [finding.rule for finding in findings] == ADDRESSEES[region, addressee]
    assert all(str(finding.source) == "Wilayah!D2" for finding in findings)


VILLAGES = [
    ("DESA SUKA A1", "Kepala Desa Suka A1"),
    ("DESA SUKA A2", "Kepala Desa Suka A2"),
    ("DESA SUKA A3", "Plt. Kepala Desa Suka A3 Kecamatan Contoh"),
    ("DESA SUKA A4", "Yth. Kepala Desa Suka A4"),
]


def addressed(profile: AgencyProfile, rows: list[tuple[str, str]]) -> list[Finding]:
    place = Source("e.xlsx", "Wilayah", "C2")
    regions = tuple(
        Region(at, None, name, who, "A", True, place, Source("e.xlsx", "Wilayah", f"D{at}"))
        for at, (name, who) in enumerate(rows, 2)
    )
    instrument = Instrument((), (), SCALE)
    evaluation = Evaluation("e.xlsx", Facts(()), instrument, regions, {}, {}, {})
    return list(check_addressees(evaluation, profile))


@pytest.mark.parametrize("others", [[], [("KAB. BADUNG", "Bupati Badung")]])
def test_offices_that_no_profile_knows_are_those_of_the_other_rows(
    profile: AgencyProfile, others: list[tuple[str, str]]
) -> None:
    assert addressed(profile, [*VILLAGES, *others]) == []


@pytest.mark.parametrize("wrong", ["Kepala Desa Suka A2", "Lurah Suka A5", "Kepala Desa Suka"])
def test_an_addressee_unlike_those_of_the_other_rows_is_told_at_its_cell(
    profile: AgencyProfile, wrong: str
) -> None:
    (finding,) = addressed(profile, [*VILLAGES, ("DESA SUKA A5", wrong)])
    assert (finding.rule, str(finding.source)) == ("addressee-contradicts-region", "Wilayah!D6")
    assert "Kepala Desa Suka A1" in str(finding.remedy)


def test_rows_that_read_in_many_ways_say_nothing_of_one_another(profile: AgencyProfile) -> None:
    rows = [*VILLAGES[:3], ("DESA SUKA A5", "Lurah Suka A5"), ("DESA SUKA A6", "Camat Contoh")]
    assert addressed(profile, rows) == []
    assert addressed(profile, [*VILLAGES[:2], ("DESA SUKA A5", "Kepala Desa Suka A2")]) == []


def test_an_office_that_the_profile_lacks_is_told_as_such_where_it_knows_those_of_the_kind(
    profile: AgencyProfile,
) -> None:
    known = [(f"KAB. CONTOH {letter}", f"Bupati Contoh {letter}") for letter in "ABCD"]
    (finding,) = addressed(profile, [*known, ("KAB. PEMALANG", "Ketua Pemalang")])
    assert finding.rule == "addressee-office-unknown"
