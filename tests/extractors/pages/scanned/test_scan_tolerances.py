"""Tolerances of scans have units and meanings; what they do is seen with whole pages, beside."""

from extractors.pages.scanned import tolerances
from tests.extractors.tolerated import names_of, untold


def test_every_tolerance_has_a_unit_and_a_meaning() -> None:
    assert len(names_of(tolerances)) > 70
    assert untold(tolerances) == []
