"""Names and contents of files that a terminal would obey, given on the real command line."""

import sys
from pathlib import Path

import pytest

from evaluation.errors import ExitCode
from examples import perpustakaan
from generator.workbooks.book import write_workbook
from tests.generator.typing_in import typed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")

NAME = "a\x1b[2J\u202e\x9b[red].xlsx"
LOCALES: list[dict[str, str]] = [
    {"LC_ALL": "C", "LANGUAGE": "en"},
    {"LC_ALL": "C", "LANGUAGE": "en", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
]


def harmless(said: bytes) -> bool:
    return not any(byte < 32 and byte != 10 for byte in said) and "\x9b".encode() not in said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("new", NAME), ExitCode.DONE),
        (("new", "b.xlsx", NAME), ExitCode.WRONG_USAGE),
        ((NAME,), ExitCode.WRONG_USAGE),
        (("build", "--format", NAME, "b.xlsx"), ExitCode.WRONG_USAGE),
        (("fields", NAME), ExitCode.WRONG_TEMPLATE),
        (("new", b"\xff\xfe.xlsx".decode("utf-8", "surrogateescape")), ExitCode.DONE),
    ],
)
def test_no_name_reaches_the_terminal_as_it_is(
    arguments: tuple[str, ...], code: ExitCode, tmp_path: Path
) -> None:
    ending = typed(*arguments, cwd=tmp_path)
    said = ending.stdout + ending.stderr
    assert ending.returncode == code, said
    assert harmless(said)


@pytest.mark.parametrize("environment", LOCALES)
def test_a_terminal_that_lacks_a_character_gets_another(
    environment: dict[str, str], tmp_path: Path
) -> None:
    ending = typed("check", f"“{NAME}”", cwd=tmp_path, environment=environment)
    assert ending.returncode == ExitCode.UNREADABLE_INPUT, ending.stderr
    assert harmless(ending.stderr)
    assert b"a\\x1b[2J\\u" in ending.stderr
    assert b"[red].xlsx" in ending.stderr
    ending = typed("fields", "no-such-pack", environment=environment)
    assert ending.returncode == ExitCode.WRONG_TEMPLATE, ending.stderr


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A workbook whose regions and facts hold what a terminal obeys."""
    sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
    sheets["Wilayah"][0][0] = "Prov.\u202e [red]Bengkulu[/red] \x1b]0;x\x07"
    sheets["Surat"][0][1] = "\x9b2J <b>\u2066"
    path = tmp_path / "hostile.xlsx"
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return path


@pytest.mark.parametrize("environment", [{}, LOCALES[2]])
def test_no_content_reaches_terminal_or_page_as_it_is(
    hostile: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    ending = typed("check", hostile, "--all", "--html", page, environment=environment)
    assert ending.returncode in (ExitCode.DONE_WITH_FINDINGS, ExitCode.WRONG_DATA)
    assert harmless(ending.stdout + ending.stderr)
    assert b"[red]Bengkulu[/red]" in ending.stderr
    text = page.read_text("utf-8")
    assert all(char.isprintable() or char == "\n" for char in text)
    assert "\\u202e [red]Bengkulu[/red]" in text
    assert "<b>\\u2066" not in text
