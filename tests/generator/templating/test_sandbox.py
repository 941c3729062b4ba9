"""Whatever a template does, it ends within bounds, and is told at its line."""

from pathlib import Path

import pytest

from evaluation.errors import WrongTemplateError
from generator.packs.packs import load_pack
from generator.templating import sandbox
from generator.templating.rendering import Templates

TEN = '["a","b","c","d","e","f","g","h","i","j"]'
LONG = "{% set x = 'abcdefgh' %}"
LONG_TEXT = LONG + "{% set x = x ~ x %}" * 15
STATEMENTS = "{% set a = 1 %}" * 500
MUCH = "does more than any document needs"
TOO_LONG = "makes more text than any document holds"


def loops(depth: int, body: str) -> str:
    heads = (f"{{% for a{number} in {TEN} %}}" for number in range(depth))
    return "".join(heads) + body + "{% endfor %}" * depth


HOSTILE = {
    "empty loops within loops": (loops(12, ""), MUCH),
    "loops whose condition never holds": (
        loops(9, f"{{% for z in {TEN} if false %}}{{% endfor %}}"),
        MUCH,
    ),
    "a loop that keeps what it writes": (
        loops(7, "{% set y %}" + "x" * 1000 + "{% endset %}"),
        MUCH,
    ),
    "a text doubled by joining": (LONG + "{% set x = x ~ x %}" * 60, TOO_LONG),
    "a text doubled by adding": (LONG + "{% set x = x + x %}" * 60, TOO_LONG),
    "a text doubled by writing": (LONG + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60, TOO_LONG),
    "a text joined with itself": (
        LONG + "{% set x = x ~ x %}" * 14 + "{{ (x|list)|join(x) }}",
        TOO_LONG,
    ),
    "parts joined with much between": (
        LONG + "{% set x = x ~ x %}" * 16 + "{{ [x, x]|join(x, attribute=0) }}",
        TOO_LONG,
    ),
    "a list doubled": ("{% set x = [1, 2] %}" + "{% set x = x + x %}" * 60, MUCH),
    "a number doubled": ("{% set x = 9 %}" + "{% set x = x + x %}" * 99, "larger than any"),
    "lists within lists, printed": (
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x }}",
        "not a text",
    ),
    "lists within lists, as text": (
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x|string }}",
        MUCH,
    ),
    "lists within lists, compared": (
        "{% set x = [1] %}{% set y = [1] %}"
        + "{% set x = [x, x] %}{% set y = [y, y] %}" * 60
        + "{{ x == y }}",
        MUCH,
    ),
    "lists within lists as keys": (
        "{% set x = (1,) %}" + "{% set x = (x, x) %}" * 60 + "{% set z = {x: 1} %}",
        "does not suit its value",
    ),
    "a macro that calls itself twice": (
        "{% macro m(t) %}{% if t|length < 40 %}{{ m(t ~ 'x') }}{{ m(t ~ 'x') }}{% endif %}"
        "{% endmacro %}{{ m('') }}",
        MUCH,
    ),
    "a macro that calls itself for ever": (
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "nested too deeply",
    ),
    "a file that includes itself for ever": ('{% include "a.xml" %}', "nested too deeply"),
    "a file that includes itself twice": (
        "{% set n = (n|default('')) ~ 'x' %}{% if n|length < 40 %}"
        '{% include "a.xml" %}{% include "a.xml" %}{% endif %}',
        MUCH,
    ),
    "slices of a long text": (LONG_TEXT + loops(2, "{% set y = x[1:] %}"), MUCH),
    "searches in a long text": (LONG_TEXT + loops(2, "{% if 'b' in x %}{% endif %}"), MUCH),
    "a long text compared": (LONG_TEXT + loops(2, "{% if x == 'b' %}{% endif %}"), MUCH),
    "a long text asked for its kind": (
        LONG_TEXT + loops(2, "{% if x is lower %}{% endif %}"),
        MUCH,
    ),
    "a file of many statements in a loop": (loops(3, '{% include "b.xml" %}'), MUCH),
    "a macro of many statements in a loop": (
        "{% macro m() %}" + STATEMENTS + "{% endmacro %}" + loops(3, "{{ m() }}"),
        MUCH,
    ),
    "a text padded by a filter": ("{{ 'a'|center(1000000000) }}", "no filter “center”"),
    "a text padded by a format": ("{{ '%999999999d'|format(1) }}", "no filter “format”"),
    "a text padded by an operator": ("{{ '%999999999d' % 1 }}", "operator % is not allowed"),
    "a text padded by Python": ("{{ 'a'.ljust(1000000000) }}", "no field “ljust”"),
    "a batch": ("{{ 'a'|batch(1000000000, 'x')|list }}", "no filter “batch”"),
    "a power": ("{{ 10 ** 10 ** 10 }}", "operator ** is not allowed"),
    "deep brackets": ("{{ " + "(" * 9000 + "1" + ")" * 9000 + " }}", "nested too deeply"),
    "deep loops": (loops(30, "x"), "nested too deeply"),
    "a number of 5000 figures": ("{{ " + "9" * 5000 + " }}", ""),
    "a group of fields printed": ("{{ loop_of }}{% for a in [1] %}{{ loop }}{% endfor %}", "not a"),
}


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the steps that a document may take: enough to see that they are counted."""
    monkeypatch.setattr(sandbox, "MAX_STEPS", sandbox.MAX_STEPS // 10)
    monkeypatch.setattr(sandbox, "MAX_RENDERED", 1_000_000)


def rendered(folder: Path, body: str) -> None:
    (folder / "paket.toml").write_text('base = "dasar"\n[documents]\nletter = ["a.xml"]\n')
    markup = f"<document>\n<section>\n<p>{body}</p>\n</section>\n</document>"
    (folder / "a.xml").write_text(markup, encoding="utf-8")
    (folder / "b.xml").write_text(STATEMENTS, encoding="utf-8")
    Templates(load_pack(folder)).document("letter", {"loop_of": ""})


@pytest.mark.parametrize("case", HOSTILE)
def test_it_ends_and_is_told_at_its_line(case: str, tmp_path: Path) -> None:
    body, message = HOSTILE[case]
    with pytest.raises(WrongTemplateError) as caught:
        rendered(tmp_path, body)
    assert message in str(caught.value)
    assert str(caught.value).startswith(("a.xml", "b.xml"))


def test_each_template_begins_with_the_whole_budget(tmp_path: Path) -> None:
    for _time in range(3):
        rendered(tmp_path, loops(4, ""))


def test_the_steps_taken_do_not_depend_on_how_the_work_is_written(tmp_path: Path) -> None:
    rendered(tmp_path, loops(4, ""))
    with pytest.raises(WrongTemplateError, match=MUCH):
        rendered(tmp_path, loops(6, ""))
    with pytest.raises(WrongTemplateError, match=MUCH):
        rendered(tmp_path, loops(4, "<br/>" * 300))


def test_no_template_can_pay_itself(tmp_path: Path) -> None:
    with pytest.raises(WrongTemplateError):
        rendered(tmp_path, "{{ (0 - 999)|charge! }}")
