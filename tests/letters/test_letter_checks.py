"""What is wrong with a letter is found at its cell; what only looks wrong is not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evaluation.model import Evaluation, Fact, Facts, Instrument, Region, Scale
from evaluation.sources import Finding, Severity, Source
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
}


@pytest.mark.parametrize(("region", "addressee"), ADDRESSEES)
def test_the_addressee_agrees_with_the_region(
    region: str, addressee: str, profile: AgencyProfile
) -> None:
    findings = found(profile, region=region, addressee=addressee)
    assert [finding.rule for finding in findings] == ADDRESSEES[region, addressee]
    assert all(str(finding.source) == "Wilayah!D2" for finding in findings)
