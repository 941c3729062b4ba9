"""What others wrote is shown, and nothing of it is obeyed."""

import ast
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.visible import escape, visible, visible_lines

ROOT = Path(__file__).parents[2]
ANY = st.text(st.characters(exclude_categories=()), max_size=30)

SHOWN = [
    ("Kab. Badung – ½", "Kab. Badung – ½"),
    ("a\x1b[31mb", "a\\x1b[31mb"),
    ("a\rb\nc\td", "a\\rb\\nc\\td"),
    ("\x9b31m", "\\x9b31m"),
    ("\u202efdp.exe", "\\u202efdp.exe"),
    ("\u2066x\u2069\u200f", "\\u2066x\\u2069\\u200f"),
    ("\udcff.xlsx", "\\udcff.xlsx"),
    ("a\u2028b", "a\\u2028b"),
    ("Kota\u00a0Bogor", "Kota Bogor"),
    ("[red]x[/red]", "[red]x[/red]"),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_what_is_not_seen_is_shown_as_its_code(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY)
def test_any_text_becomes_one_line_that_every_terminal_may_print(text: str) -> None:
    assert visible(text).isprintable()
    assert visible(visible(text)) == visible(text)
    visible(text).encode("utf-8")


@given(ANY)
def test_lines_stay_lines(text: str) -> None:
    assert visible_lines(text).split("\n") == [visible(line) for line in text.split("\n")]


@given(ANY)
def test_a_page_shows_the_same_and_no_element_comes_of_it(text: str) -> None:
    assert unescape(escape(text)) == visible(text)
    assert not set(escape(text)) & set("<>\"'")


PAGES = (
    "generator/review/page.py",
    "generator/review/overview.py",
    "generator/review/settling.py",
)


@pytest.mark.parametrize("page", PAGES)
def test_pages_escape_in_one_way(page: str) -> None:
    assert "from html import" not in (ROOT / page).read_text("utf-8")


def test_only_the_console_and_the_boundary_print() -> None:
    printing = {
        path.relative_to(ROOT).as_posix()
        for package in ("evaluation", "extractors", "generator", "letters")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("click.echo", "print")
    }
    assert printing == {
        "generator/cli/boundary.py",
        "generator/cli/console.py",
        "generator/system/terminal.py",
    }
