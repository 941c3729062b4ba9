"""Abbreviations are heard as the words that they stand for, and printed as they are written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Abbreviation, Paragraph, Run
from generator.document.style import Style
from generator.writers.pdf.tagging.glossary import glossary_of, letters
from generator.writers.pdf.tagging.speech import Tongue
from generator.writers.pdf.tagging.structure import Structure
from tests import reading_structure
from tests.generator.writers.pdf.read_back import words
from tests.generator.writers.pdf.tagging.test_structure import made, quick

KNOWN = (
    Abbreviation("KAB.", "Kabupaten"),
    Abbreviation("KET", "Keterangan"),
    Abbreviation("KAB/KOTA", "Kabupaten/Kota"),
    Abbreviation("Prov. DKI", "Provinsi Daerah Khusus Ibu Kota"),
)


def expanded(path: Path) -> list[tuple[str, str | None]]:
    assert reading_structure.unmarked(path) == []
    found = reading_structure.tree(path).find("Span")
    return [(one.text().strip(), one.expansion) for one in found if one.expansion]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("KAB. BADUNG", ["KAB."]),
        ("KAB.BADUNG dan KAB. BULELENG", ["KAB.", "KAB."]),
        ("KET", ["KET"]),
        ("KETERANGAN, PAKET, ket, KET.", ["KET"]),
        ("KAB/KOTA", ["KAB/KOTA"]),
        ("di Prov. DKI saja", ["Prov. DKI"]),
        ("Kabupaten", []),
        (f"{words(40)} KAB. BADUNG {words(40)}", ["KAB."]),
        (f"{words(6)} Prov.   DKI {words(40)}", []),
    ],
)
def test_a_word_of_the_list_is_expanded_where_it_stands_alone(
    text: str, found: list[str], style: Style, tmp_path: Path
) -> None:
    path = made(tmp_path, style, Paragraph((Run(text),)), abbreviations=KNOWN)
    meanings = {one.short: one.long for one in KNOWN}
    assert expanded(path) == [(one, meanings[one]) for one in found]
    assert reading_structure.tree(path).text().split() == text.split()


def test_one_over_a_line_end_is_one_and_one_within_foreign_words_is_not(
    style: Style, tmp_path: Path
) -> None:
    for count in range(8, 14):  # somewhere here the line ends between the two words
        text = f"{words(count)} Prov. DKI {words(20)}"
        path = made(tmp_path, style, Paragraph((Run(text),)), abbreviations=KNOWN)
        ((heard, _long),) = expanded(path)
        assert heard.split() == ["Prov.", "DKI"]
    foreign = Paragraph((Run("kata "), Run("the KET list", em=True), Run(" KET")))
    path = made(tmp_path, style, foreign, abbreviations=KNOWN)
    assert expanded(path) == [("KET", "Keterangan")]
    languages = [one.language for one in reading_structure.tree(path).find("Span")]
    assert languages == ["en", None]


_TEXTS = st.lists(st.sampled_from(["KAB.", "KET", "kata", "a", " ", "  ", "\u00a0", "é"]))


@quick
@given(_TEXTS.map("".join), st.data())
def test_whatever_way_a_text_is_drawn_in_pieces_its_parts_make_it_up(
    text: str, data: st.DataObject
) -> None:
    structure = Structure()
    element = structure.add("P")
    speech = Tongue(structure, "en", glossary_of(KNOWN)).speech((Run(text),), element)
    heard: list[tuple[int, str]] = []
    at = 0
    while at < len(text):
        end = data.draw(st.integers(at + 1, len(text)))
        parts = speech.say(text[at:end])
        assert "".join(part for _element, part in parts) == text[at:end]
        heard += parts
        at = end
    for begin, end, span in speech.spans:
        said = "".join(part for owner, part in heard if owner == span)
        assert letters(said) == end - begin
        assert structure.elements[span].traits.expansion in {"Kabupaten", "Keterangan"}
        assert said.strip() in {"KAB.", "KET"}
