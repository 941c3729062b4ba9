"""What the program makes is read back from its pages: every printed fact, none different."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import pytest

from evaluation.arithmetic import result
from evaluation.model import Evaluation, Region
from evaluation.names import plain
from evaluation.record import Record
from extractors.pages.written.opening import open_pages
from extractors.reports import read_report
from generator.document.kinds import KINDS
from generator.making.plan import plan_regions
from generator.making.rounds import Round

# Both categories, a direct score that is missing, no last year, absent; and another programme.
REGIONS = (
    ("evaluasi-2024", "badung"),
    ("evaluasi-2024", "bantul"),
    ("evaluasi-2024", "humbang hasundutan"),
    ("evaluasi-2024", "kota ternate"),
    ("evaluasi-2024", "kab buton"),
    ("evaluasi-2024", "kutai barat"),
    ("perpustakaan", "prov bengkulu"),
    ("perpustakaan", "prov kalimantan utara"),
)


def read_back(made: Round, name: str, kind: str, folder: Path) -> tuple[Region, Record]:
    """Make one document of a region and read it."""
    region = made.region(name)
    (job,) = plan_regions(made.evaluation, [region], ("pdf",), (KINDS[kind],))
    (written,) = made.maker.write(job, folder)
    path = folder / written.path
    with open_pages(path) as pages:
        return region, read_report(pages, str(path))


@pytest.mark.parametrize(("name", "region"), REGIONS)
def test_a_report_says_what_the_evaluation_says(
    name: str, region: str, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    evaluation = rounds[name].evaluation
    asked, record = read_back(rounds[name], region, "report", tmp_path)
    assert plain(record.region or "") == plain(asked.name)
    assert record.participating is asked.attended
    assert record.flags == ()
    assert scored(record) == expected_scores(evaluation, asked)
    assert commented(record) == expected_comments(evaluation, asked)


def test_a_packet_says_letter_addressees_absentees_and_results(
    rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    made = rounds["evaluasi-2024"]
    asked, record = read_back(made, "bantul", "packet", tmp_path)
    evaluation = made.evaluation
    assert record.letter.number == evaluation.facts.get("Nomor")
    assert record.letter.date is not None
    assert record.category == asked.category
    assert len(record.addressees) == len(evaluation.regions)
    assert {name.name for name in record.addressees} == {r.addressee for r in evaluation.regions}
    assert {name.name for name in record.absent} == {r.name for r in evaluation.absent()}
    finals = {row.region: row.values[-2] for row in record.results.rows}
    assert finals == {r.name: result(evaluation, r).final for r in evaluation.attended()}


def scored(record: Record) -> list[tuple[object, ...]]:
    """Give every printed score and average of a record."""
    return [
        (plain(d.name), d.average, [(i.number, i.indicator, i.sub_indicator, i.question, i.score)
                                    for i in d.items])
        for d in record.dimensions
    ]  # fmt: skip


def expected_scores(evaluation: Evaluation, region: Region) -> list[tuple[object, ...]]:
    """Give what the evaluation has for a region, in the same form."""
    if not region.attended:
        return []
    reached = result(evaluation, region)
    return [
        (plain(d.name), reached.dimensions[d.name],
         [(q.number, q.indicator, q.sub_indicator, q.text, reached.questions[q.number])
          for q in d.questions])
        for d in evaluation.instrument.dimensions_of(region.category)
    ]  # fmt: skip


def commented(record: Record) -> list[tuple[object, ...]]:
    return [(plain(c.section), c.assessor, c.institution, c.points) for c in record.comments]


def expected_comments(evaluation: Evaluation, region: Region) -> list[tuple[object, ...]]:
    comments = evaluation.comments.get(region.name, ()) if region.attended else ()
    people = groupby(comments, key=lambda c: (plain(c.section), c.assessor, c.institution))
    return [(*person, tuple(comment.point for comment in own)) for person, own in people]
