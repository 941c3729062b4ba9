"""Tiny rounds that the checks have nothing to say about, and what they find in broken ones."""

from decimal import Decimal
from pathlib import Path

from evaluation.checks import check, completeness
from evaluation.sources import Finding
from extractors.workbook import read_workbook
from tests.extractors import tiny
from tests.extractors.tiny import Sheets, position, write_xlsx

COMPLETENESS = frozenset(one.rule.identifier for one in completeness.CHECKS)
"""Rules over what is usual in a round; ``test_completeness`` breaks them in a larger one."""

COMMENT = ["KAB. PEMALANG", "Kekuatan", "Asesor 1", "Universitas X", "Layanan beragam"]
BADUNG = ("KAB. BADUNG", "Asesor 1", 4, 3, 2, 1, None)
PEMALANG = ("KAB. PEMALANG", "Asesor 1", 4, 4, 4, 4, Decimal("2.5"))


def sound() -> Sheets:
    """Give the tiny round with a comment for each region that took part."""
    sheets = tiny.sound()
    sheets["Catatan"].append(list(COMMENT))
    return sheets


def broken(place: str, value: object) -> Sheets:
    """Give that round with one cell, such as ``Nilai!C2``, replaced."""
    return changed(sound(), place, value)


def changed(sheets: Sheets, place: str, value: object) -> Sheets:
    """Replace one cell that is there."""
    sheet, row, column = position(place)
    sheets[sheet][row][column] = value
    return sheets


def scores(*rows: tuple[object, ...]) -> Sheets:
    """Give the sound round with other scores."""
    sheets = sound()
    sheets["Nilai"] = [sheets["Nilai"][0], *(list(row) for row in rows)]
    return sheets


def found(path: Path, sheets: Sheets) -> list[tuple[str, str]]:
    """Give rule and place of each finding."""
    return [(finding.rule, str(finding.source)) for finding in findings(path, sheets)]


def findings(path: Path, sheets: Sheets) -> tuple[Finding, ...]:
    """Write a round, read it, and check it."""
    reading = read_workbook(write_xlsx(path / "ronde.xlsx", sheets))
    assert reading.evaluation is not None
    return check(reading.evaluation)
