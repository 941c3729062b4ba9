"""One file with several reports becomes several records, or is refused."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest

from evaluation.record import Record
from evaluation.record_json import from_json, to_json
from extractors.archive.digitise import Ocr, Outcome, Task, digitise
from extractors.archive.remembered import NO, kept, remembered
from extractors.pages.refusals import SeveralReportsError
from extractors.pages.written.opening import open_pages
from extractors.reports import read_reports
from tests.extractors.reports.papers import Layout, Paper, Part, draw
from tests.extractors.reports.sample import sample


def of(region: str, plus: str = "0", *, year: int = 2023) -> Paper:
    """The sample of a region, its first score another."""
    paper = sample()
    first, *others = paper.parts[0].items
    changed = replace(first, score=Decimal("1") + Decimal(plus))
    parts = (Part(paper.parts[0].name, (changed, *others)), *paper.parts[1:])
    return replace(paper, region=region, year=year, parts=parts)


def joined(
    papers: Sequence[Paper], path: Path, layout: Layout | None = None, *, covers: bool = True
) -> Path:
    with pikepdf.new() as book:
        for number, paper in enumerate(papers):
            one = draw(paper, layout or Layout(), path.with_name(f"{number}.pdf"))
            with pikepdf.open(one) as own:
                pages = own.pages if covers or not number else own.pages[1:]
                book.pages.extend(pages)
        book.save(path)
    return path


def read(path: Path) -> tuple[Record, ...]:
    with open_pages(path) as pages:
        return read_reports(pages, str(path))


REGIONS = ("KAB. CONTOH", "KOTA MISAL", "KAB. IBARAT")


@pytest.mark.parametrize("rules", ["grid", "none"])
def test_each_report_of_a_file_is_a_record_with_its_pages(tmp_path: Path, rules: str) -> None:
    papers = [of(region, str(n)) for n, region in enumerate(REGIONS)]
    layout = Layout(rules=rules, numbers="column")
    records = read(joined(papers, tmp_path / "a.pdf", layout))
    assert [record.region for record in records] == list(REGIONS)
    assert [record.dimensions[0].items[0].score for record in records] == [1, 2, 3]
    assert [record.pages for record in records] == [(1, 2), (3, 4), (5, 6)]
    assert all(len(record.comments) == 3 and not record.flags for record in records)


def test_a_file_with_one_report_has_no_pages_of_its_own(tmp_path: Path) -> None:
    (record,) = read(joined([of("KAB. CONTOH")], tmp_path / "a.pdf"))
    assert record.pages is None
    assert record.name == "a.pdf"


def test_titles_of_other_years_part_a_file_too(tmp_path: Path) -> None:
    papers = [of("KAB. CONTOH"), of("KAB. CONTOH", year=2024)]
    records = read(joined(papers, tmp_path / "a.pdf"))
    assert [record.year for record in records] == [2023, 2024]


def test_reports_without_a_page_to_part_them_are_refused(tmp_path: Path) -> None:
    path = joined([of(region) for region in REGIONS], tmp_path / "a.pdf", covers=False)
    with pytest.raises(SeveralReportsError, match="holds several reports"):
        read(path)
    outcome = digitise(Task(path, ocr=Ocr.NEVER))
    assert outcome.records == ()
    assert "several reports" in str(outcome.reason)


def test_numbers_that_begin_anew_show_where_a_report_begins(tmp_path: Path) -> None:
    papers = [of(region) for region in REGIONS[:2]]
    records = read(joined(papers, tmp_path / "a.pdf"))
    assert [record.name for record in records] == ["a.pdf (1–2)", "a.pdf (3–4)"]


def test_several_records_are_kept_and_remembered_together(tmp_path: Path) -> None:
    path = joined([of(region) for region in REGIONS], tmp_path / "a.pdf")
    outcome = digitise(Task(path, ocr=Ocr.NEVER))
    again = remembered(kept(outcome.records), NO, Task(path))
    assert isinstance(again, Outcome)
    assert [record.region for record in again.records] == list(REGIONS)
    assert [record.pages for record in again.records] == [(1, 2), (3, 4), (5, 6)]
    assert remembered(b"", NO, Task(path)) is None


def test_pages_stand_in_the_json() -> None:
    record = Record("a.pdf", "KAB. A", pages=(3, 4))
    assert from_json(to_json(record)) == record
    assert from_json(to_json(replace(record, pages=None))).pages is None
    with pytest.raises(ValueError, match="record"):
        from_json(to_json(record).replace('"pages": [\n  3,\n  4\n ]', '"pages": 3'))
