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


HEAD = Source("e.xlsx", "Wilayah", "D2")
ADDRESSEE = error("addressee-contradicts-region", HEAD, literal("x"))
RULES_OF_HEADS = {"addressee-contradicts-region", "addressee-repeated"}


@pytest.mark.parametrize("rule", sorted(RULES_OF_HEADS))
def test_an_error_that_people_know_better_about_is_silenced_at_its_cell(rule: str) -> None:
    fault = error(rule, HEAD, literal("x"))
    assert without_exempted([fault], [exemption(rule, "wilayah!d2")], RULES_OF_HEADS) == ()


@pytest.mark.parametrize(
    ("place", "reason", "told"),
    [
        ("", "benar", "exemption-of-error"),
        ("Wilayah", "benar", "exemption-of-error"),
        ("Wilayah!D2", " ", "exemption-without-reason"),
    ],
)
def test_such_an_error_is_not_silenced_everywhere_nor_without_reason(
    place: str, reason: str, told: str
) -> None:
    row = exemption(ADDRESSEE.rule, place, reason)
    kept = without_exempted([ADDRESSEE], [row], RULES_OF_HEADS)
    assert kept[0] == ADDRESSEE
    assert told in {finding.rule for finding in kept[1:]}
