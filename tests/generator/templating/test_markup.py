"""Markup that does not fit is refused with its place in the template."""

import pytest

from evaluation.errors import WrongTemplateError
from generator.templating.markup import MAX_DEPTH, VOCABULARY, parse_elements

REFUSED = {
    "an unknown tag": (
        '<document><section _at="a.xml|2:1"><tabel _at="a.xml|3:5"/></section></document>',
        "a.xml:3:5",
        "<tabel> is no tag of the markup. Did you mean table?",
    ),
    "a paragraph outside a section": (
        '<document><p _at="a.xml|2:3">x</p></document>',
        "a.xml:2:3",
        "<p> may not stand in <document>",
    ),
    "a paragraph in a paragraph": (
        '<document><section><p>x<p _at="a.xml|4:9">y</p></p></section></document>',
        "a.xml:4:9",
        "<p> may not stand in <p>",
    ),
    "an unknown attribute": (
        '<document><section><p klass="x" _at="a.xml|2:3">x</p></section></document>',
        "a.xml:2:3",
        "<p> has no attribute klass. Did you mean class?",
    ),
    "a tag that is not closed": (
        '<document><section><p _at="a.xml|7:3">x</section></document>',
        "a.xml:7:3",
        "<p> is not closed properly.",
    ),
    "text outside a paragraph": (
        '<document><section _at="a.xml|1:11">halo</section></document>',
        "a.xml:1:11",
        "text may not stand directly in <section>: “halo”",
    ),
    "a bare ampersand": (
        '<document><section><p _at="a.xml|5:1">a & b</p></section></document>',
        "a.xml:5:1",
        "Write & as &amp;",
    ),
    "a doctype, which could define entities that grow without bound": (
        '<!DOCTYPE d [<!ENTITY a "aaaa">]><document/>',
        "a.xml",
        "a DOCTYPE is not allowed",
    ),
    "an entity that nobody defined": (
        '<document><section><p _at="a.xml|3:1">&nbsp;</p></section></document>',
        "a.xml:3:1",
        "not well-formed",
    ),
    "nothing at all": ("", "a.xml", "not well-formed"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_markup_is_refused_with_its_place_for(case: str) -> None:
    markup, place, message = REFUSED[case]
    with pytest.raises(WrongTemplateError) as caught:
        parse_elements(markup, "a.xml")
    assert str(caught.value).startswith(f"{place}: ")
    assert message in str(caught.value)


def test_nesting_without_end_is_refused() -> None:
    deep = "<strong>" * (MAX_DEPTH + 1) + "</strong>" * (MAX_DEPTH + 1)
    with pytest.raises(WrongTemplateError, match="nested more than"):
        parse_elements(f"<document><section><p>{deep}</p></section></document>", "a.xml")


def test_every_child_that_the_vocabulary_names_is_itself_a_tag() -> None:
    children = {child for tag in VOCABULARY.values() for child in tag.children}
    assert children | {"document"} == set(VOCABULARY)


def test_the_position_is_no_attribute_of_the_element() -> None:
    root = parse_elements('<document title="T" _at="a.xml|3:7"/>', "a.xml")
    assert dict(root.attributes) == {"title": "T"}
    assert str(root.source) == "a.xml:3:7"
