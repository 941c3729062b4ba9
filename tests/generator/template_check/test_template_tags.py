"""The tags of a template file are checked as they are written, in every branch."""

import pytest

from generator.document.style import Style
from generator.template_check.tags import check_tags

BROKEN = {
    "an unknown tag": ("<p>\n<b>x</b></p>", "template-tag-unknown", "a.xml:2:1"),
    "an unknown tag in a branch": (
        "{% if konsep %}<quote>x</quote>{% endif %}", "template-tag-unknown", "a.xml:1:16",
    ),
    "an unknown attribute": (
        '<p class="butir" align="left">x</p>', "template-attribute-unknown", "a.xml:1:18",
    ),
    "an attribute after a value of Jinja's": (
        '<td type="{{ "a" }}" width="3"/>', "template-attribute-unknown", "a.xml:1:22",
    ),
    "an unknown class": ('<p class="butri">x</p>', "template-class-unknown", "a.xml:1:4"),
    "tags closed in the wrong order": ("<p><em>x</p></em>", "template-nesting", "a.xml:1:4"),
    "a tag that may not stand there": (
        "<table><p>x</p></table>", "template-nesting", "a.xml:1:8",
    ),
    "a wrong order after a branch": (
        "{% if a %}<p>x</p>{% else %}<p>y</p>{% endif %}\n<ul><li>x</ul>",
        "template-nesting", "a.xml:2:5",
    ),
    "a sign that stands for itself": ("<p>A & B</p>", "template-stray-sign", "a.xml:1:6"),
    "a smaller-than that stands for itself": ("<p>1 < 2</p>", "template-stray-sign", "a.xml:1:6"),
    "an entity of HTML": ("<p>A&nbsp;B</p>", "template-stray-sign", "a.xml:1:5"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_fault_is_told_with_line_and_column_for(case: str, style: Style) -> None:
    text, rule, place = BROKEN[case]
    (finding,) = check_tags("a.xml", text, style, len)
    assert (finding.rule, str(finding.source)) == (rule, place)


RIGHT = [
    '<p class="butir">x &amp; y &#8211; <em>z</em><br/></p>',
    '<p class="{{ gaya }}">x</p>',
    "<p>{{ '<b>' }}{# <i> & #}<!-- <u> & --></p>",
    '{% if a %}<p>{% else %}<p class="butir">{% endif %}x</p>',
    '<document title="{% if a %}x{% endif %} {{ b|default("") }}"><section/></document>',
    "{% for a in b %}<tr><td>{% if a %}x{% endif %}</td></tr>{% else %}<tr/>{% endfor %}",
    "{% set x %}<em>y</em>{% endset %}<p>{{ x }}</p>",
    "</section><section>",
]


@pytest.mark.parametrize("text", RIGHT)
def test_markup_that_only_looks_wrong_is_left_alone(text: str, style: Style) -> None:
    assert not list(check_tags("a.xml", text, style, len))


def test_a_misspelled_tag_is_told_with_the_nearest(style: Style) -> None:
    (finding,) = check_tags("a.xml", "<tabel></tabel>", style, len)
    assert str(finding.remedy) == "Did you mean table?"
