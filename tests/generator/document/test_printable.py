"""What the font cannot print is replaced and told."""

from hypothesis import given
from hypothesis import strategies as st

from generator.document.printable import MARK, Printable
from generator.packs.packs import load_pack, shipped_folder

PRINTABLE = Printable(load_pack(shipped_folder() / "dasar").style.font)


def test_what_the_font_has_stays() -> None:
    text = "Kab. Badung – “baik”, é ñ € ≤ □\t3,56"
    assert PRINTABLE.text(text) == text


@given(st.text())
def test_printed_text_is_valid_xml_text_and_stays_when_printed_again(text: str) -> None:
    printed = PRINTABLE.text(text)
    assert PRINTABLE.text(printed) == printed
    assert not any(ord(char) < 32 and char not in "\t\n\r" for char in printed)
    assert len(printed) <= len(text)


@given(st.text(alphabet="ab😀\x01"))
def test_each_unprintable_character_becomes_one_mark(text: str) -> None:
    assert PRINTABLE.text(text).count(MARK) == sum(char in "😀\x01" for char in text)
