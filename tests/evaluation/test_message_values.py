"""A message is a value: kept and handed on as identifier and facts, worded where it is told."""

import asyncio
import pickle
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from decimal import Decimal
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.errors import WrongDataError
from evaluation.messages import (
    NOTHING,
    Message,
    _,
    composed,
    current_language,
    in_language,
    literal,
    ngettext,
    set_language,
)
from evaluation.sources import Source
from tests.findings import error

DAMAGED = _("the file is damaged.")
STEP = _("the score %(value)s is no step of the scale.") % {"value": Decimal("3.50")}
SPOKEN = {
    "en": ("the file is damaged.", "the score 3.50 is no step of the scale."),
    "id": ("berkas rusak.", "nilai 3,50 bukan langkah skala."),
}
FACTS = st.one_of(
    st.text(),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.lists(st.decimals(allow_nan=False, allow_infinity=False), max_size=3).map(tuple),
    st.just(DAMAGED),
)


@pytest.mark.parametrize("language", SPOKEN)
def test_one_value_words_itself_in_the_language_of_the_reader(language: str) -> None:
    set_language(language)
    assert (str(DAMAGED), str(STEP)) == SPOKEN[language]
    assert f"{DAMAGED}" == SPOKEN[language][0]


def test_a_fact_may_be_a_message_or_a_list_and_is_worded_with_it() -> None:
    outer = _("the file is not valid TOML: %(reason)s.") % {"reason": STEP}
    numbers = Message("%(numbers)s") % {"numbers": [Decimal("1.5"), 2, _("a number")]}
    assert str(numbers) == "1.5, 2, a number"
    set_language("id")
    assert "nilai 3,50" in str(outer)
    assert str(numbers) == "1,5, 2, angka"


def test_a_message_that_depends_on_a_count_is_chosen_where_it_is_told() -> None:
    told = [
        ngettext("%(count)d file, %(scores)d scores → %(output)s.",
                 "%(count)d files, %(scores)d scores → %(output)s.", count)
        % {"count": count, "scores": 2, "output": "x"}
        for count in (1, 2)
    ]  # fmt: skip
    assert [str(one).split(",")[0] for one in told] == ["1 file", "2 files"]


def test_equal_messages_are_one_key_and_others_are_not() -> None:
    again = _("the score %(value)s is no step of the scale.") % {"value": Decimal("3.50"), "x": 1}
    assert {STEP: 1}[again] == 1
    assert len({STEP, again, DAMAGED, STEP % {"value": Decimal(4)}}) == 3
    assert pickle.loads(pickle.dumps(STEP)) == STEP


def test_nothing_says_nothing_in_any_language() -> None:
    for language in SPOKEN:
        set_language(language)
        assert (str(NOTHING), bool(NOTHING), bool(DAMAGED)) == ("", False, True)
        assert str(composed("Nilai!F5:", STEP, NOTHING)) == f"Nilai!F5: {STEP}"
        assert str(composed("", "no", 0, between=": ")) == "no: 0"


def test_a_finding_and_an_error_are_told_in_the_language_of_the_moment() -> None:
    finding = error("off", Source("e.xlsx", "Nilai", "F5"), STEP, _("Take a fresh copy of it."))
    fault = WrongDataError(DAMAGED, source=Source("e.xlsx"))
    set_language("id")
    assert str(finding) == "Nilai!F5: nilai 3,50 bukan langkah skala. Ambil salinan yang baru."
    assert str(fault) == str(fault.told) == "e.xlsx: berkas rusak."
    set_language("en")
    assert str(finding).endswith("is no step of the scale. Take a fresh copy of it.")
    assert str(fault) == "e.xlsx: the file is damaged."


def test_what_a_library_raised_with_a_message_in_it_stays_one() -> None:
    told = _("the file cannot be read: %(reason)s.") % {"reason": ValueError(DAMAGED)}
    set_language("id")
    assert "berkas rusak." in str(told)


def test_a_sentence_that_this_version_does_not_know_is_told_in_english() -> None:
    set_language("id")
    assert str(Message("a new thing: %(value)s") % {"value": Decimal("1.5")}) == "a new thing: 1,5"


def test_threads_speak_their_own_languages_at_the_same_time() -> None:
    meeting = Barrier(2)

    def speak(language: str) -> tuple[str, str]:
        set_language(language)
        meeting.wait(10)  # both have set theirs before either speaks
        return str(DAMAGED), str(STEP)

    with ThreadPoolExecutor(2) as pool:
        assert dict(zip(SPOKEN, pool.map(speak, SPOKEN), strict=True)) == SPOKEN
    assert current_language() == "en"


def test_tasks_of_an_event_loop_speak_their_own_languages_at_the_same_time() -> None:
    async def speak(language: str) -> tuple[str, str]:
        set_language(language)
        for _turn in range(3):
            await asyncio.sleep(0)
        return str(DAMAGED), str(STEP)

    async def both() -> list[tuple[str, str]]:
        return await asyncio.gather(*(speak(language) for language in SPOKEN))

    assert dict(zip(SPOKEN, asyncio.run(both()), strict=True)) == SPOKEN


def test_a_language_for_a_block_ends_with_it() -> None:
    with in_language("id"):
        assert str(DAMAGED) == "berkas rusak."
        assert copy_context().run(current_language) == "id"
    assert current_language() == "en"


@given(FACTS, st.sampled_from(sorted(SPOKEN)))
def test_a_fact_is_worded_as_the_language_writes_it_wherever_it_came_from(
    fact: object, language: str
) -> None:
    told = Message("<%(fact)s>") % {"fact": fact}
    sent = pickle.loads(pickle.dumps(told))
    assert sent == told
    with in_language(language):
        words = str(sent)
        assert words == str(told)
    assert (words[0], words[-1]) == ("<", ">")
    if isinstance(fact, Decimal):
        assert Decimal(words[1:-1].replace(",", ".")) == fact
        assert ("." if language == "id" else ",") not in words
    if isinstance(fact, str):
        assert words == f"<{fact}>"


@given(st.text(), st.text())
def test_a_text_with_placeholders_in_it_stays_as_it_is(first: str, second: str) -> None:
    assert str(composed(f"%(x)s{first}", literal(f"{second}%d"), "%%")) == (
        f"%(x)s{first} {second}%d %%"
    )
