"""One paper in many layouts: the record says what the paper says, in every one of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.record import Record
from extractors.pages.written.opening import open_pages
from extractors.reports import read_report
from tests.extractors.reports.papers import Layout, Paper, draw
from tests.extractors.reports.sample import sample

LAYOUTS = {
    "ruled": Layout(),
    "ruled, decimal point": Layout(comma=False),
    "number in a column of its own": Layout(numbers="column"),
    "ruled between rows only": Layout(rules="horizontal", numbers="column"),
    "no rulings": Layout(rules="none", numbers="column"),
    "no rulings, number before the question": Layout(rules="none"),
    "indicator once, then blank": Layout(groups="once"),
    "indicator once, no rulings": Layout(groups="once", rules="none", numbers="column"),
    "indicator as a row across": Layout(groups="heading", numbers="column"),
    "indicator as a row across, no rulings": Layout(
        groups="heading", numbers="column", rules="none"
    ),
    "average in the first row": Layout(average="first"),
    "average in a sentence": Layout(average="sentence"),
    "landscape": Layout(wide=True),
    "score headed Skor": Layout(score_head="Skor"),
    "score headed Nilai": Layout(score_head="Nilai", rules="none", numbers="column"),
}


def read(paper: Paper, layout: Layout, path: Path) -> Record:
    """Draw a paper and read it."""
    with open_pages(draw(paper, layout, path)) as pages:
        return read_report(pages, str(path))


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_question_is_read_whole(layout: Layout, tmp_path: Path) -> None:
    paper = sample()
    record = read(paper, layout, tmp_path / "report.pdf")
    said = [
        (item.number, item.indicator, item.question, item.score)
        for dimension in record.dimensions
        for item in dimension.items
    ]
    assert said == [
        (item.number, item.indicator, item.question, item.score)
        for part in paper.parts
        for item in part.items
    ]
    assert [(d.name, d.average) for d in record.dimensions] == [
        (part.name, part.average) for part in paper.parts
    ]
    assert record.flags == ()


@pytest.mark.parametrize("remarks", ["lettered", "bullets", "bare", "paragraphs"])
def test_comments_keep_section_assessor_institution_and_points(
    remarks: str, tmp_path: Path
) -> None:
    paper = sample()
    record = read(paper, Layout(remarks=remarks), tmp_path / "report.pdf")
    said = [
        (c.section, c.assessor, c.institution, point) for c in record.comments for point in c.points
    ]
    assert said == [
        (r.section, r.name, r.institution, point) for r in paper.remarks for point in r.points
    ]


def test_region_year_and_attendance_come_from_the_cover(tmp_path: Path) -> None:
    record = read(sample(), Layout(), tmp_path / "report.pdf")
    assert (record.region, record.year, record.participating) == ("KAB. CONTOH", 2023, True)


def test_each_score_knows_its_page_and_box(tmp_path: Path) -> None:
    record = read(sample(), Layout(), tmp_path / "report.pdf")
    for item in (item for dimension in record.dimensions for item in dimension.items):
        assert item.source is not None
        assert item.source.page == 2
        assert item.source.box is not None
        assert item.source.box.left > 400


def test_a_table_that_goes_on_without_its_head_is_one_table(tmp_path: Path) -> None:
    paper = sample()
    part = paper.parts[0]
    many = tuple(replace(part.items[n % 3], number=n + 1) for n in range(60))
    long = replace(paper, parts=(replace(part, items=many),))
    for rules in ("grid", "horizontal", "none"):
        layout = Layout(rules=rules, numbers="column", head_again=False)
        record = read(long, layout, tmp_path / "long.pdf")
        assert [len(d.items) for d in record.dimensions] == [60], rules
        assert [i.score for i in record.dimensions[0].items] == [i.score for i in many], rules
