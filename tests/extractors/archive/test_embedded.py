"""The record inside a file is believed only where its pages print every score of it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evaluation.record import Record
from evaluation.record_json import RECORD_FILE, to_json
from extractors.archive.digitise import Basis, Outcome, Task, digitise
from extractors.archive.embedded import MAX_RECORD
from generator.document.kinds import REPORT
from generator.making.attachments import record_of
from generator.making.plan import plan_regions
from generator.making.rounds import Round
from generator.writers import WRITERS

Data = dict[str, Any]
Change = Callable[[Data], object]


def made(opened: Round, name: str, folder: Path, inside: bytes | None = None) -> Path:
    """Make a region's report, with other bytes as its record if given."""
    (job,) = plan_regions(opened.evaluation, [opened.region(name)], ("pdf",), (REPORT,))
    document = opened.maker.document(job)
    if inside is not None:
        (own,) = document.attachments
        document = replace(document, attachments=(replace(own, data=inside),))
    path = folder / "laporan.pdf"
    with path.open("wb") as target:
        WRITERS["pdf"](document, opened.pack.style, target)
    return path


def read(path: Path, basis: Basis = Basis.RECORD) -> tuple[Outcome, Record]:
    outcome = digitise(Task(path, basis=basis))
    assert outcome.record is not None, outcome.reason
    return outcome, outcome.record


def changed(opened: Round, name: str, change: Change) -> bytes:
    data = json.loads(to_json(record_of(opened.results, opened.letter, opened.region(name))))
    change(data)
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("programme", "name"),
    [
        ("perpustakaan", "prov bengkulu"),
        ("perpustakaan", "prov kalimantan utara"),
        ("evaluasi-2024", "humbang hasundutan"),
    ],
)
def test_a_report_of_ours_is_read_as_the_record_that_it_carries(
    programme: str, name: str, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds[programme]
    path = made(opened, name, tmp_path)
    outcome, record = read(path)
    own = record_of(opened.results, opened.letter, opened.region(name))
    assert outcome.proven
    assert record.flags == ()
    assert (record.category, record.year, record.letter) == (own.category, own.year, own.letter)
    assert record.comments == own.comments
    assert record.participating is own.participating
    for mine, theirs in zip(record.dimensions, own.dimensions, strict=True):
        assert (mine.name, mine.average) == (theirs.name, theirs.average)
        for item, other in zip(mine.items, theirs.items, strict=True):
            assert replace(item, printed="", source=None) == other
            assert (item.source is None) == (not own.participating)


def test_pages_alone_do_not_look_at_it(rounds: Mapping[str, Round], tmp_path: Path) -> None:
    path = made(rounds["perpustakaan"], "prov bengkulu", tmp_path, b"{")
    outcome, record = read(path, Basis.PAGES)
    assert not outcome.proven
    assert record.flags == ()


def another_score(data: Data) -> None:
    data["dimensions"][0]["items"][1]["score"] = 0.5


def no_score(data: Data) -> None:
    data["dimensions"][0]["items"][1]["score"] = None


def left_out(data: Data) -> None:
    del data["dimensions"][0]["items"][1]


def not_a_number(data: Data) -> None:
    data["dimensions"][0]["items"][1]["score"] = float("nan")


def one_more(data: Data) -> None:
    data["dimensions"][0]["items"].append({**data["dimensions"][0]["items"][1], "no": 99})


def another_average(data: Data) -> None:
    data["dimensions"][1]["average"] = 1.11


@pytest.mark.parametrize(
    ("change", "number"),
    [
        (another_score, 2), (no_score, 2), (left_out, 2), (not_a_number, 2), (one_more, 99),
        (another_average, None),
    ],
)  # fmt: skip
def test_one_value_that_the_pages_print_otherwise_and_the_pages_count(
    change: Change, number: int | None, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds["perpustakaan"]
    path = made(opened, "prov bengkulu", tmp_path, changed(opened, "prov bengkulu", change))
    outcome, record = read(path)
    assert not outcome.proven
    assert [(one.rule, one.number) for one in record.flags] == [("record-differs", number)]
    _pages, printed = read(path, Basis.PAGES)
    scores = [[one.score for one in dimension.items] for dimension in printed.dimensions]
    assert [[one.score for one in dimension.items] for dimension in record.dimensions] == scores


def test_the_record_of_another_region_is_told_as_that(
    rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds["perpustakaan"]
    other = record_of(opened.results, opened.letter, opened.evaluation.regions[3])
    outcome, record = read(made(opened, "prov bengkulu", tmp_path, to_json(other).encode()))
    assert not outcome.proven
    (flag,) = record.flags
    assert str(flag.doubt) == f"the record inside the file is that of {other.region}."


def wrong_region(data: Data) -> None:
    data["region"] = 5


def wrong_text(data: Data) -> None:
    data["dimensions"][0]["items"][0]["question"] = ["x"]


def wrong_number(data: Data) -> None:
    data["dimensions"][0]["items"][0]["no"] = True


def wrong_points(data: Data) -> None:
    data["comments"] = [{**data["comments"][0], "points": [{"a": 1}]}]


@pytest.mark.parametrize(
    "inside",
    [
        b"", b"\xff\xfe", b"{}", b"[" * 100_000, b"null", b'{"schema": 99}',
        b" " * (MAX_RECORD + 1), wrong_region, wrong_text, wrong_number, wrong_points,
    ],
    ids=lambda inside: inside.__name__ if callable(inside) else repr(inside[:8]),
)  # fmt: skip
def test_what_is_no_record_is_told_and_the_pages_count(
    inside: bytes | Change, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds["perpustakaan"]
    data = inside if isinstance(inside, bytes) else changed(opened, "prov bengkulu", inside)
    outcome, record = read(made(opened, "prov bengkulu", tmp_path, data))
    assert not outcome.proven
    (flag,) = record.flags
    assert str(flag.doubt) == "the record inside the file cannot be read."
    assert record.region is not None
    assert RECORD_FILE == "evaluasi.json"
