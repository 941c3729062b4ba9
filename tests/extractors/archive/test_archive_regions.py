"""Which regions a round had, and what is doubtful about them."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evaluation.messages import NOTHING
from evaluation.record import (
    Record,
    RecordedDimension,
    RecordedName,
    RecordedResult,
    RecordedResults,
)
from extractors.archive.regions import ReportedRegion, regions_in
from generator.packs.packs import choose_pack

PROFILE = choose_pack(None, None, None, Path()).profile
DIMENSION = RecordedDimension("AWAL", Decimal(3), ())


def report(region: str | None, file: str = "a.pdf", **more: object) -> Record:
    return Record(file, region, dimensions=(DIMENSION,), **more)  # type: ignore[arg-type]


def table(*regions: tuple[str, str]) -> Record:
    rows = (RecordedResult(n, name, (), category) for n, (name, category) in enumerate(regions, 1))
    return Record("table.pdf", results=RecordedResults((), tuple(rows)))


def names(*entries: str) -> tuple[RecordedName, ...]:
    return tuple(RecordedName(n, name) for n, name in enumerate(entries, 1))


def found(*records: Record) -> tuple[list[ReportedRegion], list[tuple[str, str]]]:
    """The regions, and (rule, severity) of every finding."""
    regions, findings = regions_in(records, PROFILE)
    return list(regions), [(one.rule, one.severity.name) for one in findings]


def test_the_table_comes_first_then_the_absent_then_reports() -> None:
    listed = table(("KAB. B", "A"), ("KOTA C", ""))
    regions, told = found(
        report("KAB. A"), report("Kab. B"), listed, Record("x", absent=names("KOTA D", "Kota C"))
    )
    assert [(r.name, r.category, r.attended) for r in regions] == [
        ("KAB. B", "A", True), ("KOTA C", "", True), ("KOTA D", "", False), ("KAB. A", "", None),
    ]  # fmt: skip
    assert [r.report and r.report.region for r in regions] == ["Kab. B", None, None, "KAB. A"]
    assert told == []


@pytest.mark.parametrize(
    ("listed", "own", "category"),
    [("A", "B", "A"), ("", "B", "B"), ("A", None, "A"), ("", None, "")],
)
def test_the_tables_category_stands_before_the_reports(
    listed: str, own: str | None, category: str
) -> None:
    (region,), _told = found(table(("KAB. A", listed)), report("KAB. A", category=own))
    assert region.category == category


@pytest.mark.parametrize(("says", "attended"), [(None, True), (False, False), (True, True)])
def test_the_report_says_best_who_took_part(says: bool | None, attended: bool) -> None:
    (region,), _told = found(table(("KAB. A", "")), report("KAB. A", participating=says))
    assert region.attended is attended


def test_a_report_that_names_no_region_is_an_error_and_a_letter_is_not() -> None:
    assert found(report(None))[1] == [("report-without-region", "ERROR")]
    assert found(Record("letter.pdf"))[1] == []
    assert found(report(None))[0] == []
    _regions, (finding,) = regions_in([report(None, "b.pdf")], PROFILE)
    assert finding.source is not None and finding.source.file == "b.pdf"


def test_the_same_report_twice_is_a_notice_and_another_of_it_an_error() -> None:
    first, again = report("KAB. A"), report("Kabupaten A", "b.pdf")
    regions, told = found(first, again)
    assert told == [("report-repeated", "NOTICE")]
    assert regions[0].report == first
    other = replace(again, dimensions=())
    assert found(first, other)[1] == [("report-repeated", "ERROR")]
    _regions, (finding,) = regions_in([first, other], PROFILE)
    assert str(finding.message).startswith("Kabupaten A has a report in a.pdf already")
    assert "keep the right one" in str(finding.remedy)
    assert regions_in([first, again], PROFILE)[1][0].remedy == NOTHING


@pytest.mark.parametrize(
    ("region", "listed", "addressee", "told"),
    [
        ("KAB. BADUNG", ["Bupati Badung"], "Bupati Badung", []),
        ("KAB. BADUNG", ["Bupati Badung", "Pj. Bupati Badung"], "Bupati Badung", []),
        ("KAB. BADUNG", ["Sekretaris", "Bupati Badung"], "Bupati Badung", []),
        ("KAB. BADUNG", [], "Bupati Badung", []),
        ("KAB. BADUNG", ["Bupati Bangli"], "Bupati Badung", [("addressee-derived", "NOTICE")]),
        ("KAB. BADUNG", ["Walikota Badung"], "Bupati Badung", [("addressee-derived", "NOTICE")]),
        ("NUSA", ["Bupati Bangli"], "", [("addressee-missing", "WARNING")]),
        ("NUSA", [], "", [("addressee-missing", "WARNING")]),
    ],
)
def test_the_addressee_is_of_the_list_else_by_the_kind_of_region(
    region: str, listed: list[str], addressee: str, told: list[tuple[str, str]]
) -> None:
    regions, findings = found(report(region), Record("list.pdf", addressees=names(*listed)))
    assert (regions[0].addressee, findings) == (addressee, told)


def test_a_missing_addressee_is_told_at_the_report_if_there_is_one() -> None:
    _regions, (finding,) = regions_in([report("NUSA", "b.pdf")], PROFILE)
    assert finding.source is not None and finding.source.file == "b.pdf"
    _regions, (finding,) = regions_in([table(("NUSA", ""))], PROFILE)
    assert finding.source is None
