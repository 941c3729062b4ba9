"""What cannot be confirmed is flagged and kept as printed; what is missing is told."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evaluation.doubts import unreadable_page
from evaluation.record import Record
from extractors.pages.page import Page
from extractors.pages.refusals import NotAReportError
from extractors.pages.written.opening import open_pages
from extractors.reports import read_report
from tests.extractors.reports.papers import Asked, Layout, Paper, Part, draw
from tests.extractors.reports.sample import sample


def read(paper: Paper, path: Path, layout: Layout | None = None) -> Record:
    """Draw a paper and read it."""
    with open_pages(draw(paper, layout or Layout(), path)) as pages:
        return read_report(pages, str(path))


def with_item(paper: Paper, place: int, **changes: object) -> Paper:
    """Give the paper with one question of its first dimension changed."""
    first = paper.parts[0]
    items = list(first.items)
    items[place] = replace(items[place], **changes)  # type: ignore[arg-type]
    return replace(paper, parts=(replace(first, items=tuple(items)), *paper.parts[1:]))


def rules(record: Record) -> list[str]:
    return [flag.rule for flag in record.flags]


def test_a_number_left_out_becomes_a_question_without_a_score(tmp_path: Path) -> None:
    paper = with_item(sample(), 1, number=3)
    paper = with_item(paper, 2, number=4)
    second = replace(
        paper.parts[1],
        items=tuple(replace(i, number=i.number + 1) for i in paper.parts[1].items),
    )
    record = read(replace(paper, parts=(paper.parts[0], second)), tmp_path / "gap.pdf")
    items = record.dimensions[0].items
    assert [item.number for item in items] == [1, 2, 3, 4]
    assert items[1].score is None
    assert items[1].flag is not None
    assert rules(record) == ["question-missing"]


def test_a_dash_for_a_score_is_none_with_a_flag(tmp_path: Path) -> None:
    record = read(with_item(sample(), 0, score=None), tmp_path / "dash.pdf")
    item = record.dimensions[0].items[0]
    assert (item.score, item.printed) == (None, "-")
    assert str(item.flag) == "question 1 has no score."
    assert "score-blank" in rules(record)


def test_an_average_that_is_not_the_mean_is_told(tmp_path: Path) -> None:
    paper = sample()

    class Wrong(Part):
        @property
        def average(self) -> Decimal | None:
            return Decimal("3.99")

    parts = (Wrong(paper.parts[0].name, paper.parts[0].items), paper.parts[1])
    record = read(replace(paper, parts=parts), tmp_path / "mean.pdf")
    assert rules(record) == ["mean-differs"]
    assert record.dimensions[0].average == Decimal("3.99")
    assert record.flags[0].dimension == "Tata Kelola"


def test_a_score_off_the_scale_of_the_others_is_told(tmp_path: Path) -> None:
    items = tuple(
        Asked(n, "Akses", f"Pertanyaan tentang layanan ke-{n}?", Decimal(1 + n % 4))
        for n in range(1, 40)
    )
    paper = replace(sample(), parts=(Part("Layanan", items),))
    record = read(with_item(paper, 7, score=Decimal("36")), tmp_path / "scale.pdf")
    flagged = [flag.number for flag in record.flags if flag.rule == "score-off-scale"]
    assert flagged == [8]
    assert record.dimensions[0].items[7].score == Decimal("36")


def test_pages_of_something_else_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAReportError, match="no evaluation report"):
        read(Paper("Daftar harga", 2024, ()), tmp_path / "other.pdf")


def test_pages_without_characters_ask_for_recognition() -> None:
    with pytest.raises(NotAReportError, match="no page holds readable characters"):
        read_report([Page(1, 595.0, 842.0, ())], "blank.pdf")


def test_a_page_that_cannot_be_read_is_flagged(tmp_path: Path) -> None:
    path = draw(sample(), Layout(), tmp_path / "report.pdf")
    with open_pages(path) as pages:
        given = [*pages, Page(9, 0.0, 0.0, (), fault=unreadable_page("damaged"))]
    record = read_report(given, str(path))
    assert [(flag.rule, flag.source.page) for flag in record.flags] == [("page-unreadable", 9)]


def test_a_number_that_stands_twice_makes_both_questions_doubtful(tmp_path: Path) -> None:
    record = read(with_item(sample(), 1, number=1), tmp_path / "report.pdf")
    twice = [item for item in record.dimensions[0].items if item.number == 1]
    assert len(twice) == 2
    assert all(item.flag for item in twice)
