"""Each check of the proof flags what it must, and lets pass what looks like it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from evaluation.doubts import doubt
from evaluation.model import Instrument, Scale
from evaluation.record import (
    Flag,
    Record,
    RecordedColumn,
    RecordedDimension,
    RecordedItem,
    RecordedResult,
    RecordedResults,
)
from evaluation.rules import archive as rules
from evaluation.sources import Box, Source
from extractors.pages.page import Page
from extractors.reports.proof.proof import Opinion, proven

D = Decimal
FILE = "a.pdf"
WHOLE = ("1", "2", "3", "4") * 6
"""24 scores on a scale of 1 to 4 in whole steps; a 25th may stray from it."""


def item(number: int, score: str | None, printed: str | None = None, page: int = 1) -> RecordedItem:
    value = None if score is None else D(score)
    source = Source(FILE, page=page, box=Box(500, 20 * number, 520, 20 * number + 9))
    return RecordedItem(number, "", "", "Apa?", value, printed or score or "-", source=source)


def items(*scores: str | None) -> tuple[RecordedItem, ...]:
    return tuple(item(number, score) for number, score in enumerate(scores, 1))


def part(*scores: str | None, average: str | None = None, name: str = "Layanan") -> Record:
    """A record of one dimension."""
    mean = None if average is None else D(average)
    return Record(FILE, dimensions=(RecordedDimension(name, mean, items(*scores)),))


def text(*lines: str, number: int = 1) -> Page:
    return Page(number, 595, 842, (), plain="\n".join(lines))


def told(record: Record) -> list[tuple[str, str | None, int | None]]:
    return [(flag.rule, flag.dimension, flag.number) for flag in record.flags]


# The scale and its grid.


@pytest.mark.parametrize(
    ("odd", "rule"),
    [
        ("1", None),
        ("4", None),
        ("0", "score-off-scale"),
        ("5", "score-off-scale"),
        ("36", "score-off-scale"),
        ("3.5", "score-off-grid"),
        ("1.1", "score-off-grid"),
    ],
)
def test_a_score_off_the_scale_or_the_grid_of_the_others(odd: str, rule: str | None) -> None:
    record = proven(part(*WHOLE, odd), ())
    assert told(record) == ([(rule, "Layanan", 25)] if rule else [])
    assert (record.dimensions[0].items[24].flag is None) is (rule is None)
    assert record.dimensions[0].items[24].score == D(odd)


@pytest.mark.parametrize(
    ("odd", "message"),
    [
        ("36", "36 lies outside the scale 1 to 4."),
        ("3.5", "3.5 is not on the grid of 1 on which the other scores lie."),
    ],
)
def test_a_flag_says_what_was_printed_and_what_was_expected(odd: str, message: str) -> None:
    record = proven(part(*WHOLE, odd), ())
    own = record.dimensions[0].items[24]
    assert str(own.flag) == message
    assert record.flags == (Flag(own.flag, own.source, "Layanan", 25),)  # type: ignore[arg-type]


def test_too_few_scores_show_no_scale() -> None:
    assert proven(part("1", "2", "99"), ()).flags == ()


def test_a_known_instrument_gives_the_scale_of_few_scores() -> None:
    like = Instrument((), (), Scale(D(1), D(4), D(1)))
    assert told(proven(part("1", "2", "5"), (), like)) == [("score-off-scale", "Layanan", 3)]
    assert proven(part("1", "2", "3.5"), (), like).flags == ()


def test_a_blank_score_is_no_matter_of_the_proof() -> None:
    assert proven(part(*WHOLE, None), ()).flags == ()


def test_a_doubt_of_the_reading_stands_before_that_of_the_grid_and_behind_that_of_the_scale() -> (
    None
):
    pages = (text(*(f"{n}. Apa? {score}" for n, score in enumerate((*WHOLE, "2"), 1))),)
    for odd, rule in (("36", "score-off-scale"), ("3.5", "readings-differ")):
        assert told(proven(part(*WHOLE, odd), pages)) == [(rule, "Layanan", 25)]


# The second reading, and the third opinion.

SAME = text("1. Apa yang ada? 3", "2. Mana dari 100 butir? 3,6", "3. Siapa? 2")
OTHER = text("1. Apa yang ada? 3", "2. Mana dari 100 butir? 3,8", "3. Siapa? 2")
NOT_FOUND = "a second reading of the page does not find 3,6 at this question."


def three(pages: Sequence[Page], opinion: Opinion | None, average: str | None = None) -> Record:
    record = part("3", "3.6", "2", average=average)
    first = record.dimensions[0]
    own = (first.items[0], replace(first.items[1], printed="3,6"), first.items[2])
    return proven(replace(record, dimensions=(replace(first, items=own),)), pages, None, opinion)


@pytest.mark.parametrize(
    ("page", "third", "flag"),
    [
        (SAME, None, None),
        (SAME, "9", None),
        (OTHER, None, NOT_FOUND),
        (OTHER, "3,6", None),
        (OTHER, "3.60", None),
        (OTHER, "3,8", "one reading says 3,6, another “3,8”."),
        (OTHER, "3,6 4", "one reading says 3,6, another “3,6 4”."),
        (replace(OTHER, plain=None), None, None),
        (replace(OTHER, plain=None), "3,6", None),
        (replace(OTHER, plain=None), "3,8", "one reading says 3,6, another “3,8”."),
        (replace(SAME, number=2), None, None),
    ],
)
def test_a_second_reading_that_differs(page: Page, third: str | None, flag: str | None) -> None:
    def opinion(source: Source) -> str | None:
        return third if source.box and source.box.top == 40 else None

    for asked in (opinion,) if third else (None, opinion):
        record = three((page,), asked)
        found = record.dimensions[0].items[1].flag
        assert (found and str(found)) == flag
        expected = [("readings-differ", "Layanan", 2)] if flag else []
        if page.plain is not None or third:
            assert [entry for entry in told(record) if entry[2] == 2] == expected


def test_the_third_opinion_is_asked_only_where_two_readings_differ_or_a_mean_fails() -> None:
    asked: list[Source] = []

    def opinion(source: Source) -> str | None:
        asked.append(source)
        return None

    three((SAME,), opinion)
    assert asked == []
    three((OTHER,), opinion)
    assert [source.box and source.box.top for source in asked] == [40]
    three((SAME,), opinion, average="2.87")
    assert len(asked) == 1
    assert told(three((SAME,), opinion, average="3.99")) == [("mean-differs", "Layanan", None)]
    assert len(asked) == 4


def test_a_failing_mean_takes_the_third_opinion_against_two_readings() -> None:
    def opinion(source: Source) -> str | None:
        return "3,9" if source.box and source.box.top == 40 else None

    record = three((SAME,), opinion, average="2.97")
    assert told(record) == [("readings-differ", "Layanan", 2), ("mean-differs", "Layanan", None)]


def test_scores_may_stand_before_their_questions_in_the_text_of_a_file() -> None:
    before = text("3", "1. Apa yang ada?", "3,6", "2. Mana dari 100?", "2", "3. Siapa?")
    assert three((before,), None).flags == ()
    wrong = text("3", "1. Apa yang ada?", "3,8", "2. Mana dari 100?", "2", "3. Siapa?")
    assert told(three((wrong,), None)) == [("readings-differ", "Layanan", 2)]


def test_only_pages_from_the_first_question_to_the_last_are_read_again() -> None:
    elsewhere = text("1. Isi 7", "2. Isi 7", "3. Isi 7", number=2)
    assert three((SAME, elsewhere), None).flags == ()
    assert three((replace(elsewhere, number=0), SAME), None).flags == ()


def test_a_score_without_a_place_is_not_read_again() -> None:
    record = part("3", "3.6", "2")
    first = record.dimensions[0]
    bare = tuple(replace(one, source=None) for one in first.items)
    given = replace(record, dimensions=(replace(first, items=bare),))
    assert proven(given, (OTHER,)).flags == ()


def test_a_page_of_its_own_for_each_question_is_read() -> None:
    own = (item(1, "3"), item(2, "3.6", page=2), item(3, "2", page=3))
    record = Record(FILE, dimensions=(RecordedDimension("Layanan", None, own),))
    pages = (text("1. Apa? 3"), text("2. Mana? 3,6", number=2), text("3. Siapa? 4", number=3))
    assert told(proven(record, pages)) == [("readings-differ", "Layanan", 3)]


# The printed average.


@pytest.mark.parametrize(
    ("scores", "average", "differs"),
    [
        (("3", "4"), "3.5", False),
        (("3", "4"), "3.50", False),
        (("3", "4"), "3.51", True),
        (("3", "4", "3.4"), "3.47", False),
        (("3", "4", "3.4"), "3.5", False),
        (("3", "4", "3.4"), "3.4", True),
        (("3", "4", "3.4"), "3.467", False),
        (("3", "4", "3.4"), "3.470", True),
        (("3", "4", "3.4"), "3", False),
        (("3", "4", "3.4"), "4", True),
        (("3", "3", "3", "3.5"), "3.13", False),
        (("3", "3", "3", "3.5"), "3.12", True),
        (("3", None), "3.00", False),
        (("3", None), "1.50", True),
        ((None, None), "3.00", False),
        (("3", "4"), None, False),
    ],
)
def test_an_average_that_is_not_the_mean(
    scores: tuple[str | None, ...], average: str | None, differs: bool
) -> None:
    record = proven(part(*scores, average=average), ())
    assert told(record) == ([("mean-differs", "Layanan", None)] if differs else [])


def test_a_flag_of_an_average_says_what_the_mean_is_and_where() -> None:
    place = Source(FILE, page=2)
    given = part("3", "4", average="3.99")
    (flag,) = proven(given, ()).flags
    assert str(flag.message) == "the printed average 3.99 is not the mean of the 2 scores, 3.50."
    assert flag.source == given.dimensions[0].items[0].source
    placed = replace(given, dimensions=(replace(given.dimensions[0], source=place),))
    assert proven(placed, ()).flags[0].source == place


def test_a_flag_of_a_dimension_without_any_place_names_the_file() -> None:
    first = part("3", "4", average="3.99").dimensions[0]
    bare = tuple(replace(one, source=None) for one in first.items)
    record = Record(FILE, dimensions=(replace(first, items=bare),))
    assert [flag.source for flag in proven(record, ()).flags] == [Source(FILE)]


# The national table.


def table(*rows: tuple[str, str | None], columns: Sequence[str] = ("Layanan",)) -> RecordedResults:
    made = (
        RecordedResult(n, region, (None if value is None else D(value),) * len(columns))
        for n, (region, value) in enumerate(rows, 1)
    )
    return RecordedResults(tuple(map(RecordedColumn, columns)), tuple(made))


@pytest.mark.parametrize(
    ("region", "results", "differs"),
    [
        ("KAB. A", table(("KAB. B", "1"), ("Kab. A", "3.5")), False),
        ("KAB. A", table(("KAB. B", "3.5"), ("Kab. A", "3.4")), True),
        ("KAB. A", table(("KAB. A", "3.4"), columns=("LAYANAN",)), True),
        ("KAB. A", table(("KAB. A", "3.4"), columns=("Dampak",)), False),
        ("KAB. A", table(("KAB. A", "3.4"), columns=("Layanan", "Layanan")), False),
        ("KAB. A", table(("KAB. A", "3.4"), ("KAB. A", "3.4")), False),
        ("KAB. A", table(("KAB. A", None)), False),
        ("KAB. A", table(("KAB. B", "3.4")), False),
        (None, table(("KAB. A", "3.4")), False),
        ("KAB. A", RecordedResults(), False),
    ],
)
def test_a_national_table_that_says_another_average(
    region: str | None, results: RecordedResults, differs: bool
) -> None:
    record = replace(part("3", "4", average="3.5"), region=region, results=results)
    found = proven(record, ())
    assert told(found) == ([("results-differ", "Layanan", None)] if differs else [])
    if differs:
        assert (
            str(found.flags[0].message) == "the average is 3.5 here and 3.4 in the national table."
        )


def test_a_dimension_without_average_or_name_is_not_held_against_the_table() -> None:
    results = table(("KAB. A", "3.4"), columns=("Layanan", ""))
    for given in (part("3", "4"), part("3", "4", average="3.5", name="")):
        assert proven(replace(given, region="KAB. A", results=results), ()).flags == ()


# Numbers, and averages alone.


def test_both_questions_of_one_number_are_doubtful_but_not_those_of_two_dimensions() -> None:
    twice = (item(1, "3"), item(2, "3"), item(2, "4"))
    first = RecordedDimension("Layanan", None, twice)
    second = RecordedDimension("Dampak", None, (item(1, "3"), item(3, "2")))
    record = proven(Record(FILE, dimensions=(first, second)), ())
    assert told(record) == [("number-repeated", "Layanan", 2)] * 2
    assert [one.flag and str(one.flag) for one in record.dimensions[0].items] == [
        None, "question 2 stands twice.", "question 2 stands twice.",
    ]  # fmt: skip


def test_what_reading_flagged_keeps_its_own_words() -> None:
    flag = Flag(doubt(rules.SCORE_BLANK, no=1), Source(FILE))
    own = (replace(item(1, None), flag=flag.doubt), item(1, "3"))
    given = Record(FILE, dimensions=(RecordedDimension("A", None, own),), flags=(flag,))
    record = proven(given, ())
    assert record.dimensions[0].items[0].flag == flag.doubt
    assert record.flags[0] == flag


def test_averages_without_any_question_are_told_but_not_one_among_questions() -> None:
    place = Source(FILE, page=3)
    alone = RecordedDimension("Dampak", D("3.5"), (), place)
    bare = RecordedDimension("Hasil", D("3.5"), ())
    record = proven(Record(FILE, dimensions=(alone, bare)), ())
    assert told(record) == [
        ("questions-unread", "Dampak", None),
        ("questions-unread", "Hasil", None),
    ]
    assert [flag.source for flag in record.flags] == [place, Source(FILE)]
    assert str(record.flags[0].message) == (
        "Dampak has an average, and none of its questions was found."
    )
    asked = RecordedDimension("Layanan", None, items("3"))
    assert proven(Record(FILE, dimensions=(alone, asked)), ()).flags == ()


def test_scores_of_all_dimensions_are_proven_each_at_its_place() -> None:
    first = RecordedDimension("A", None, (item(1, "3"), item(2, "2")))
    second = RecordedDimension("B", None, (item(3, "3.6"), item(4, "1")))
    lines = ("1. Apa? 3", "2. Mana? 2", "3. Siapa? 3,6", "4. Kapan? 2")
    record = proven(Record(FILE, dimensions=(first, second)), (text(*lines),))
    assert told(record) == [("readings-differ", "B", 4)]
