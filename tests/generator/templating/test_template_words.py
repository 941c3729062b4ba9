"""What the template engine says reaches no reader in the engine's own words."""

import pytest
from jinja2 import Environment, TemplateRuntimeError, TemplateSyntaxError

from evaluation.messages import set_language
from generator.templating.wording import worded_fault, worded_syntax

BROKEN = {
    "{{ a b }}": ("“}}” is expected here, not “b”.", "“}}” diharapkan di sini, bukan “b”."),
    "{% if a %}": ("the statement “if” is not ended.", "perintah “if” belum ditutup."),
    "{% for a in b %}{% if a %}{% endfor %}": (
        "“endfor” stands here before “if” is ended.",
        "“endfor” berdiri di sini sebelum “if” ditutup.",
    ),
    "{% endif %}": (
        "“endif” is no statement, or ends nothing that is open here.",
        "“endif” bukan perintah, atau tidak menutup apa pun yang terbuka di sini.",
    ),
    "{% fro a in b %}{% endfor %}": (
        "“fro” is no statement, or ends nothing that is open here.",
        "“fro” bukan perintah, atau tidak menutup apa pun yang terbuka di sini.",
    ),
    "{% if a %}{% edif %}": (
        "“edif” is no statement, or ends nothing that is open here.",
        "“edif” bukan perintah, atau tidak menutup apa pun yang terbuka di sini.",
    ),
    "{{ }}": (
        "a field or value is expected here, not “}}”.",
        "di sini harus ada isian atau nilai, bukan “}}”.",
    ),
    "{{ (a }}": ("“)” is expected here, not “}”.", "“)” diharapkan di sini, bukan “}”."),
    "{{ a) }}": ("“)” may not stand here.", "“)” tidak boleh berdiri di sini."),
    "{{ (a] }}": ("“)” is expected here, not “]”.", "“)” diharapkan di sini, bukan “]”."),
    "{{ a ! b }}": ("“!” may not stand here.", "“!” tidak boleh berdiri di sini."),
    "{# a": ("the comment is not ended.", "komentar belum ditutup."),
    "{{ a|tiada }}": ("there is no filter “tiada”.", "tidak ada saringan “tiada”."),
    "{{ a is tiada }}": ("there is no test “tiada”.", "tidak ada uji “tiada”."),
    "{% set 1 = 2 %}": ("only a name can be given a value.", "hanya nama yang dapat diberi nilai."),
    "{% %}": (
        "a statement is expected after {%.",
        "setelah {% harus ada perintah.",
    ),
    "{{ a": ("", ""),
    "{% block a %}{% endblock %}{% block a %}{% endblock %}": (
        "the block “a” stands here a second time.",
        "blok “a” berdiri dua kali.",
    ),
    "{{ a.1b. }}": ("", ""),
    "{% macro m(a=1, b) %}{% endmacro %}": ("", ""),
}


@pytest.mark.parametrize("template", BROKEN)
@pytest.mark.parametrize("language", ["en", "id"])
def test_a_syntax_error_is_worded_in_the_readers_language(template: str, language: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        Environment().from_string(template)
    reason = str(caught.value.message)
    set_language(language)
    message, remedy = map(str, worded_syntax(reason))
    wanted = BROKEN[template][0 if language == "en" else 1]
    assert wanted in message
    assert reason not in message + remedy
    if language == "id":
        set_language("en")
        assert (message, remedy) != tuple(map(str, worded_syntax(reason)))


FAULTS = [
    TypeError("x"), ValueError("x"), ZeroDivisionError("x"), KeyError("x"), AttributeError("x"),
    RecursionError("x"), MemoryError("x"), SyntaxError("x"),
]  # fmt: skip


def test_a_test_that_is_none_is_told_when_it_is_met() -> None:
    reason = TemplateRuntimeError("No test named 'tiada' found.")
    assert str(worded_fault(reason)) == "there is no test “tiada”."


@pytest.mark.parametrize("fault", FAULTS, ids=repr)
def test_what_python_says_is_worded_too(fault: Exception) -> None:
    english = str(worded_fault(fault))
    assert "x" not in english.split() and english.endswith(".")
    set_language("id")
    assert str(worded_fault(fault)) not in ("", english)
