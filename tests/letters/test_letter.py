"""The letter's number and dates are read with every fault told at its cell."""

from datetime import date

import pytest

from evaluation.model import Fact, Facts
from evaluation.sources import Severity, Source
from letters.letter import Reference, read_letter
from letters.profile import AgencyProfile

SOUND = {"Nomor": "B-1478/DJAI/AI.01.02/11/2024", "Tanggal": "25 November 2024"}


def facts(**changes: str) -> Facts:
    rows = SOUND | {key.replace("_", " "): value for key, value in changes.items()}
    return Facts(
        tuple(
            Fact(key, value, Source("e.xlsx", "Surat", f"B{row}"))
            for row, (key, value) in enumerate(rows.items(), 2)
        )
    )


def test_a_sound_letter_has_no_findings_and_is_no_draft(profile: AgencyProfile) -> None:
    letter, findings = read_letter(facts(), profile)
    assert not findings
    assert not letter.is_draft
    assert letter.date == date(2024, 11, 25)
    assert letter.number is not None
    assert letter.number.sequence == 1478


FAULTS = {
    "a month that contradicts the date": ("Nomor", "B-1/D/A/10/2024", "Surat!B2", "contradicts"),
    "a year that contradicts the date": ("Nomor", "B-1/D/A/11/2023", "Surat!B2", "contradicts"),
    "a number of another form": ("Nomor", "1478/DJAI/2024", "Surat!B2", "agency's form"),
    "a security code that the agency lacks": ("Nomor", "X-1/D/A/11/2024", "Surat!B2", "form"),
    "a date that is none": ("Tanggal", "25 Novembre 2024", "Surat!B3", "is no date"),
    "a day's name that is another day's": (
        "Tanggal",
        "Selasa, 25 November 2024",
        "Surat!B3",
        "is no date",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_an_error_is_told_at_its_cell_for(case: str, profile: AgencyProfile) -> None:
    key, value, place, message = FAULTS[case]
    _letter, findings = read_letter(facts(**{key: value}), profile)
    (finding,) = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert str(finding.source) == place
    assert message in str(finding.message)


@pytest.mark.parametrize("key", ["Nomor", "Tanggal"])
def test_a_blank_number_or_date_makes_a_draft_with_a_notice(
    key: str, profile: AgencyProfile
) -> None:
    letter, findings = read_letter(facts(**{key: ""}), profile)
    assert letter.is_draft
    assert [finding.severity for finding in findings] == [Severity.NOTICE]


def test_origin_and_subject_of_the_earlier_letter_may_stand_in_one_fact(
    profile: AgencyProfile,
) -> None:
    one, _findings = read_letter(
        facts(
            Nomor_Surat_Rujukan="B-1/D/A/09/2024",
            Asal_dan_Tentang_Surat_Rujukan="Direktur Contoh tentang Undangan tentang Hal",
        ),
        profile,
    )
    two, _findings = read_letter(
        facts(
            Nomor_Surat_Rujukan="B-1/D/A/09/2024",
            Asal_Surat_Rujukan="Direktur Contoh",
            Tentang_Surat_Rujukan="Undangan tentang Hal",
        ),
        profile,
    )
    expected = Reference("B-1/D/A/09/2024", None, "Direktur Contoh", "Undangan tentang Hal")
    assert one.reference == two.reference == expected


@pytest.mark.parametrize(
    ("text", "origin", "subject"),
    [
        ("Direktur Contoh Tentang Undangan", "Direktur Contoh", "Undangan"),
        ("Direktur Contoh\ntentang  Undangan", "Direktur Contoh", "Undangan"),
        ("tentang Undangan", None, "Undangan"),
        ("Direktur Contoh", "Direktur Contoh", None),
        ("Direktur Pertentangan", "Direktur Pertentangan", None),
    ],
)
def test_one_fact_is_parted_at_the_word_tentang(
    text: str, origin: str | None, subject: str | None, profile: AgencyProfile
) -> None:
    letter, _findings = read_letter(
        facts(Nomor_Surat_Rujukan="B-1/D/A/09/2024", Asal_dan_Tentang_Surat_Rujukan=text), profile
    )
    assert letter.reference == Reference("B-1/D/A/09/2024", None, origin, subject)
