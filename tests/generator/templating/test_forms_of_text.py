"""The text of a section without its numbers is its key: all else that differs is another form."""

import pytest

from generator.document.blocks import Document, Paragraph, Run, Section
from generator.document.forms import Filled
from generator.templating.forms import Forms

BUILT: list[str] = []


def build(text: str) -> Document:
    """Build a document whose section holds the text that was given."""
    BUILT.append(text)
    inner = text.removeprefix("<document>").removesuffix("</document>")
    return Document("", "id", (Section((Paragraph((Run(inner),)),)),) if inner else ())


def sections(*texts: str) -> list[object]:
    forms = Forms()
    whole = (f"<document>{text}</document>" for text in texts)
    return [forms.document(text, build).sections[0] for text in whole]


def cell(number: str, attributes: str = "") -> str:
    return f'<section><td{attributes} type="number">{number}</td></section>'


def keys(*texts: str) -> int:
    found = sections(*texts)
    assert all(isinstance(one, Filled) for one in found)
    return len({one.form.key for one in found if isinstance(one, Filled)})


@pytest.mark.parametrize("number", ["2,80", "-0,5", "+1", "10%", "-", "1.000,25", " 3 "])
def test_numbers_make_no_other_form(number: str) -> None:
    assert keys(cell("1"), cell(number)) == 1
    (_one, other) = sections(cell("1"), cell(number))
    assert isinstance(other, Filled)
    assert other.numbers == (number.strip(),)


@pytest.mark.parametrize(
    "other",
    [
        cell("1", ' class="naik"'),
        cell("1", ' rowspan="2"'),
        cell("1").replace("td", "th"),
        cell("1").replace("</td>", '</td><td type="number">1</td>'),
        cell("1").replace("<section>", '<section class="melintang">'),
        cell("1").replace("<section>", "<section>kata"),
    ],
)
def test_anything_else_makes_another_form(other: str) -> None:
    assert keys(cell("1"), other) == 2


@pytest.mark.parametrize("text", ["", "dua", "1 2", "1&lt;2", "<p>1</p>", "1<br/>", "KLA", "１"])
def test_what_is_no_number_is_part_of_the_text(text: str) -> None:
    first = sections(cell(text))[0]
    assert isinstance(first, Section)  # seen once, and nothing in it to be filled in


def test_a_section_without_numbers_is_a_form_when_it_comes_again() -> None:
    text = "<section><p>sama</p></section>"
    first, second, third = sections(text, text, text)
    assert isinstance(first, Section)
    assert isinstance(second, Filled)
    assert isinstance(third, Filled)
    assert second.form is third.form
    assert second.section == first


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- <section> -->{cell('1')}",
        f"<![CDATA[x]]>{cell('1')}",
        f"\ue000{cell('1')}",
        f"{cell('1')}teks{cell('2')}",
    ],
)
def test_an_unusual_text_is_built_whole(text: str) -> None:
    BUILT.clear()
    Forms().document(f"<document>{text}</document>", build)
    assert [f"<document>{text}</document>"] == BUILT
