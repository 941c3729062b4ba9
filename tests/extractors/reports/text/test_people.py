"""An assessor's line gives the name with its titles, and the institution."""

import pytest

from extractors.reports.text.people import person_of, same_person


@pytest.mark.parametrize(
    ("text", "name", "institution"),
    [
        ("Dr. A, S.T., M.Kom., Universitas B", "Dr. A, S.T., M.Kom.", "Universitas B"),
        ("Dr. A, S.T., M.Kom.", "Dr. A, S.T., M.Kom.", ""),
        ("A, Ph.D", "A, Ph.D", ""),
        ("A, Prof. B", "A", "Prof. B"),
        ("A, BRIN", "A", "BRIN"),
        ("A,", "A,", ""),
        ("A (Universitas B)", "A", "Universitas B"),
        ("A, S.T. (Universitas B):", "A, S.T.", "Universitas B"),
        ("A, Universitas B (UB)", "A", "Universitas B (UB)"),
        ("A - Universitas B", "A", "Universitas B"),
        ("A | Universitas B", "A", "Universitas B"),
        ("A-B", "A-B", ""),
        ("Asesor: A, Universitas B", "A", "Universitas B"),
        ("Asesor A: B", "Asesor A: B", ""),
        ("Asesor Satu", "Asesor Satu", ""),
        ("A, Instansi: Universitas B", "A", "Universitas B"),
        ("A, Universitas: B", "A", "Universitas: B"),
        ("A, Instansi B", "A", "Instansi B"),
        (" A : ", "A", ""),
        ("", "", ""),
    ],
)
def test_a_line_is_parted_into_name_and_institution(text: str, name: str, institution: str) -> None:
    assert person_of(text) == (name, institution)


def test_names_alike_are_one_person() -> None:
    assert same_person("Dr. A, S.T.", "dr a st") is False
    assert same_person("Dr. A, S.T.", "DR A  S.T")
