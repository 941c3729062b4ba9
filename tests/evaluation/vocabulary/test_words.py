"""The files of words: everything in them can be met, and means one thing."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import evaluation.vocabulary
from evaluation.names import name_key, plain
from evaluation.vocabulary.files import words_of
from evaluation.vocabulary.meanings import COLLECTED, PRINTED, Meaning, meaning_of
from evaluation.vocabulary.regions import kinds

FILES = sorted(path.stem for path in Path(evaluation.vocabulary.__file__).parent.glob("*.toml"))
SIGNS = {"#", "*", "※", "†", "↳"}


def phrases(data: Any, place: str = "") -> Iterator[tuple[str, list[str]]]:
    """Give every list of phrases in a file, with its keys."""
    if isinstance(data, list):
        yield place, data
        return
    for key, value in data.items():
        yield from phrases(value, f"{place}.{key}")


@pytest.mark.parametrize("name", FILES)
def test_every_phrase_is_written_as_texts_are_compared(name: str) -> None:
    for place, words in phrases(words_of(name)):
        wrong = [word for word in words if word not in SIGNS and plain(word) != word]
        assert not wrong, place


@pytest.mark.parametrize("name", FILES)
def test_no_phrase_stands_twice_in_a_list(name: str) -> None:
    for place, words in phrases(words_of(name)):
        assert not [word for word, count in Counter(words).items() if count > 1], place


def test_a_heading_of_a_spreadsheet_means_one_thing() -> None:
    columns = words_of("headings")["columns"]
    numbering, unused = (words_of("headings")["others"][key] for key in ("numbering", "unused"))
    met = Counter(word for words in (*columns.values(), numbering, unused) for word in words)
    assert not [word for word, count in met.items() if count > 1]
    assert {meaning_of(key) for key in columns} <= set(COLLECTED)


def test_a_meaning_is_found_by_its_key_and_nothing_else_is() -> None:
    assert all(meaning_of(meaning.key) is meaning for meaning in Meaning)
    with pytest.raises(ValueError, match="no meaning of a column: 'colour'"):
        meaning_of("colour")


def test_what_only_reports_print_is_nothing_that_collecting_takes() -> None:
    assert {*PRINTED, *COLLECTED} == set(Meaning)
    assert not set(PRINTED) & set(COLLECTED)


def test_every_word_for_a_kind_of_region_meets_its_abbreviation() -> None:
    short = kinds().short
    assert short["kabupaten"] == "kab"
    for word, kind in short.items():
        assert name_key(f"{word} Contoh") == name_key(f"{kind} Contoh") == f"{kind}contoh"
    assert set(kinds().governments.values()) <= set(short.values())
