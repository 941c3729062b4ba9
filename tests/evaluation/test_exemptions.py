"""A person may silence a check, one by one, but never an error."""

import pytest

from evaluation.exemptions import without_exempted
from evaluation.messages import literal
from evaluation.model import Exemption
from evaluation.sources import Source
from tests.findings import error, notice, warning

AT = Source("e.xlsx", "Catatan", "E17")
ROW = Source("e.xlsx", "Pengecualian", "A2")
DOUBLED = warning("doubled-word", AT, literal("“yang yang”"))
RULES = {"doubled-word", "spacing"}


def exemption(rule: str = "doubled-word", place: str = "", reason: str = "judul buku") -> Exemption:
    return Exemption(rule, place, reason, ROW)


@pytest.mark.parametrize("place", ["Catatan!E17", "catatan!e17", "Catatan", "", " Catatan "])
def test_a_finding_is_silenced_at_its_cell_its_sheet_or_everywhere(place: str) -> None:
    assert without_exempted([DOUBLED], [exemption(place=place)], RULES) == ()


@pytest.mark.parametrize("place", ["Catatan!E18", "Surat", "E17"])
def test_a_finding_elsewhere_stays_and_the_idle_exemption_is_told(place: str) -> None:
    kept = without_exempted([DOUBLED], [exemption(place=place)], RULES)
    assert kept[0] == DOUBLED
    assert [finding.rule for finding in kept[1:]] == ["exemption-unused"]


def test_a_template_is_silenced_by_its_name_or_line() -> None:
    finding = notice("spacing", Source("prosa/tujuan.xml", line=3, column=1), literal("x"))
    for place in ("prosa/tujuan.xml", "prosa/tujuan.xml:3:1"):
        assert without_exempted([finding], [exemption("spacing", place)], RULES) == ()


def test_an_error_is_never_silenced() -> None:
    fault = error("doubled-word", AT, literal("x"))
    kept = without_exempted([fault], [exemption()], RULES)
    assert kept[0] == fault
    assert [finding.rule for finding in kept[1:]] == ["exemption-of-error"]


def test_an_unknown_rule_is_told_with_the_nearest() -> None:
    (finding,) = without_exempted([], [exemption("double-word")], RULES)
    assert finding.rule == "exemption-unknown"
    assert "doubled-word" in str(finding.remedy)


def test_an_exemption_needs_a_reason() -> None:
    (finding,) = without_exempted([DOUBLED], [exemption(reason=" ")], RULES)
    assert finding.rule == "exemption-without-reason"
    assert finding.source == ROW
