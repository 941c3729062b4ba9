"""A doubt about a past report is kept as rule and facts, and read in any language."""

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.doubts import CAUSES, RULES, Doubt, doubt, unreadable_page
from evaluation.messages import in_language, set_language
from evaluation.record import Flag, Record, RecordedDimension, RecordedItem
from evaluation.record_json import from_json, to_json, told_json
from evaluation.rules import archive as rules
from evaluation.rules import workbook as other_rules
from evaluation.sources import Source

D = Decimal
PLACE = Source("a.pdf", page=3)
DOUBTS = [
    doubt(rules.QUESTION_MISSING, no=3),
    doubt(rules.QUESTION_MISSING, first=3, last=70),
    doubt(rules.QUESTIONS_UNREAD, dimension="Layanan"),
    doubt(rules.QUESTIONS_UNREAD, dimension="Layanan", page=3),
    doubt(rules.QUESTIONS_UNREAD, count=5, found=4, page=3),
    doubt(rules.TEXT_OVERLAID),
    doubt(rules.PAGES_MISSING, first=3, last=4, total=4),
    doubt(rules.AVERAGE_MISSING, dimension="Layanan", last=12),
    doubt(rules.ROWS_UNREAD, first=3, last=7),
    doubt(rules.ROWS_UNREAD),
    doubt(rules.REGION_UNSURE, region="KAB. A", other="KAB. A B"),
    doubt(rules.CATEGORY_UNSURE, category="A", other="B"),
    doubt(rules.YEAR_UNSURE, year="2023", other="2024"),
    doubt(rules.COLUMN_UNSURE, first="Nilai", other="Skor"),
    doubt(rules.RESULTS_MISSING, first=3, last=4),
    doubt(rules.SCORE_BLANK, no=3),
    doubt(rules.SCORE_UNREADABLE, no=3, text="3.G"),
    doubt(rules.SCORE_OFF_SCALE, score="9", low=D(1), high=D("4.5")),
    doubt(rules.SCORE_OFF_GRID, score="3.3", step=D("0.50")),
    doubt(rules.READINGS_DIFFER, first="3", other="8"),
    doubt(rules.READINGS_DIFFER, score="3"),
    doubt(rules.NUMBER_REPEATED, no=3),
    doubt(rules.MEAN_DIFFERS, printed=D("3.99"), count=12, mean=D("3.50")),
    doubt(rules.RESULTS_DIFFER, average=D("3.5"), listed=D("3.40")),
    doubt(rules.RESULT_UNREADABLE, row=7, column="Nilai", text="x"),
    doubt(rules.RECORD_DIFFERS, inside="3", printed="4"),
    doubt(rules.RECORD_DIFFERS, region="KAB. LAIN"),
    doubt(rules.RECORD_DIFFERS),
    doubt(rules.FILE_INCOMPLETE, count=2),
    *(unreadable_page(cause, width=90, height=200) for cause in CAUSES),
]


def holding(*doubts: Doubt) -> Record:
    items = tuple(
        RecordedItem(number, "", "", "Apa?", None, "", one, PLACE)
        for number, one in enumerate(doubts, 1)
    )
    flags = tuple(Flag(one, PLACE, "Layanan", number) for number, one in enumerate(doubts, 1))
    return Record("a.pdf", dimensions=(RecordedDimension("Layanan", None, items),), flags=flags)


def texts(data: object) -> Iterator[str]:
    """Give every text that stands as a value somewhere in some JSON."""
    if isinstance(data, str):
        yield data
    for inner in (
        data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    ):
        yield from texts(inner)


def test_every_rule_is_worded_in_both_languages() -> None:
    assert {one.rule for one in DOUBTS} == {rule.identifier for rule in RULES}
    for one in DOUBTS:
        with in_language("en"):
            english = str(one)
        with in_language("id"):
            indonesian = str(one)
        assert english != indonesian
        assert not {"%", "another version", "versi lain"} & {*english, english, indonesian}
        assert one.rule not in english


def test_numbers_in_a_doubt_follow_the_language_with_all_their_digits() -> None:
    mean = doubt(rules.MEAN_DIFFERS, printed=D("3.99"), count=12, mean=D("3.50"))
    assert "3.99" in str(mean) and "3.50" in str(mean)
    set_language("id")
    assert "3,99" in str(mean) and "3,50" in str(mean)


@pytest.mark.parametrize("language", ["en", "id"])
def test_what_is_embedded_or_cached_holds_no_sentence(language: str) -> None:
    set_language(language)
    kept = to_json(holding(*DOUBTS))
    words = {text for one in DOUBTS for text in _said(one)}
    assert not words & set(texts(json.loads(kept)))
    assert not [sentence for sentence in words if sentence in kept]
    assert '"message"' not in kept
    with in_language("id"):
        assert to_json(holding(*DOUBTS)) == kept


def _said(one: Doubt) -> Iterator[str]:
    for language in ("en", "id"):
        with in_language(language):
            yield str(one)


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_json_of_a_user_has_rule_facts_and_message(language: str) -> None:
    set_language(language)
    told = json.loads(told_json(holding(*DOUBTS)))
    for flag, item, one in zip(told["flags"], told["dimensions"][0]["items"], DOUBTS, strict=True):
        assert (flag["rule"], flag["message"]) == (one.rule, str(one))
        assert flag["facts"].keys() == {name for name, _fact in one.facts}
        assert item["flag"] == {key: flag[key] for key in ("rule", "facts", "message")}


def test_a_record_is_read_back_from_either_form_and_told_alike() -> None:
    record = holding(*DOUBTS)
    assert from_json(to_json(record)) == from_json(told_json(record)) == record


def test_numbers_stand_in_json_as_they_were_printed() -> None:
    kept = to_json(holding(doubt(rules.MEAN_DIFFERS, printed=D("3.90"), count=2, mean=D("3.50"))))
    assert '"printed": 3.90' in kept and '"mean": 3.50' in kept


FACTS = st.one_of(st.text(), st.integers(-(10**9), 10**9), st.decimals(-(10**6), 10**6, places=6))


@given(st.dictionaries(st.sampled_from(["no", "text", "score", "first"]), FACTS))
def test_facts_survive_json_exactly(facts: dict[str, str | int | Decimal]) -> None:
    one = Doubt("score-unreadable", tuple(sorted(facts.items())))
    (flag,) = from_json(to_json(holding(one))).flags
    assert flag.doubt == one
    assert [type(fact) for _name, fact in flag.doubt.facts] == [
        type(fact) for _name, fact in one.facts
    ]
    for language in ("en", "id"):
        with in_language(language):
            assert str(flag.doubt) == str(one)


def test_a_rule_of_another_version_is_told_with_its_facts() -> None:
    strange = Doubt("score-blurred", (("no", 3), ("share", D("0.75"))))
    with pytest.raises(KeyError):
        doubt(other_rules.SHEET_EMPTY)
    for one in (strange, unreadable_page("eaten"), doubt(rules.SCORE_BLANK)):
        (flag,) = from_json(to_json(holding(one))).flags
        assert f"“{one.rule}” of another version" in str(flag.doubt)
    assert "no: 3, share: 0.75" in str(strange)
    set_language("id")
    assert str(strange) == (
        "diragukan menurut aturan “score-blurred” dari versi lain (no: 3, share: 0,75)."
    )


def test_a_record_of_the_first_schema_is_read_and_its_sentences_told_as_they_are() -> None:
    data = json.loads(to_json(holding(doubt(rules.SCORE_BLANK, no=1))))
    sentence = "pertanyaan 1 tidak bernilai."
    data["schema"] = 1
    data["dimensions"][0]["items"][0]["flag"] = sentence
    data["flags"][0] = {**data["flags"][0], "message": sentence}
    del data["flags"][0]["facts"]
    record = from_json(json.dumps(data))
    assert [(flag.rule, str(flag.message)) for flag in record.flags] == [("score-blank", sentence)]
    assert str(record.dimensions[0].items[0].flag) == sentence
    assert json.loads(to_json(record))["schema"] == 2


@pytest.mark.parametrize(
    "facts", [{"no": None}, {"no": [1]}, {"no": {}}, {"no": 1e300}, [], "x", None]
)
def test_facts_that_are_none_are_no_record(facts: object) -> None:
    data = json.loads(to_json(holding(doubt(rules.SCORE_BLANK, no=1))))
    data["flags"][0]["facts"] = facts
    with pytest.raises(ValueError, match="no record"):
        from_json(json.dumps(data))
