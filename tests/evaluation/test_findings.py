"""How findings are gathered, ordered and worded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.findings import MOST_ALIKE, Findings, has_errors, in_sheet_order, number_ranges
from evaluation.messages import literal
from evaluation.sources import Source, cell_name
from tests.findings import error, notice


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([12], "12"),
        ([1, 2], "1, 2"),
        ([16, 12, 14, 15], "12, 14–16"),
        ([3, 3, 4, 5, 9], "3–5, 9"),
    ],
)
def test_numbers_are_told_in_runs(numbers, text):
    assert number_ranges(numbers) == text


@given(st.sets(st.integers(1, 200)))
def test_no_number_is_lost_in_runs(numbers):
    told: set[int] = set()
    for part in filter(None, number_ranges(numbers).split(", ")):
        first, _dash, last = part.partition("–")
        told |= set(range(int(first), int(last or first) + 1))
    assert told == numbers


def test_findings_are_told_as_one_goes_through_the_workbook():
    places = [
        Source("a.xlsx"),
        Source("a.xlsx", "Surat"),
        Source("a.xlsx", "Surat", "B2"),
        Source("a.xlsx", "tahun_lalu", "B2"),
        Source("a.xlsx", "Catatan", "Z2"),
        Source("a.xlsx", "Catatan", "AA2"),
        Source("a.xlsx", "Catatan", "A10"),
        Source("a.xlsx", "Lain", "A1"),
    ]
    findings = [error("rule", place, literal("message")) for place in places]
    assert in_sheet_order(reversed(findings)) == tuple(findings)


def test_a_kind_that_fills_its_sheet_is_counted():
    findings = Findings()
    findings.extend(
        error("rule", Source("a", "Nilai", cell_name(row, 0)), literal("x"))
        for row in range(MOST_ALIKE + 2)
    )
    findings.add(error("rule", Source("a", "Catatan", "A1"), literal("x")))
    told = findings.all()
    assert len(told) == MOST_ALIKE + 2
    assert str(told[-1]) == "Nilai: 2 more of this kind: rule."


def test_a_notice_stops_nothing():
    assert not has_errors([notice("rule", None, literal("x"))])
    assert has_errors([notice("rule", None, literal("x")), error("rule", None, literal("x"))])
