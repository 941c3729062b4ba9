"""Every message that a user may see speaks Indonesian too."""

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from evaluation.messages import LOCALE_DIR, _, language_of, ngettext, set_language

PACKAGES = ("evaluation", "letters", "extractors", "generator")
ROOT = Path(__file__).parent.parent.parent
PO = LOCALE_DIR / "id" / "LC_MESSAGES" / "laporan.po"
METHODS = [("**.py", "python"), ("**/pages/**.html", "jinja2")]
KEYWORDS = {"_": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)[.\d]*[a-z]")


def in_code() -> set[str]:
    """Give every message of the packages; of one that depends on a count, the singular."""
    found = set()
    for package in PACKAGES:
        for _file, _line, message, _notes, _context in extract_from_dir(
            ROOT / package, method_map=METHODS, keywords=KEYWORDS
        ):
            found.add(message if isinstance(message, str) else message[0])
    return found


def catalogue() -> Catalog:
    return read_po(io.BytesIO(PO.read_bytes()), locale="id")


def singular(identifier: str | tuple[str, ...]) -> str:
    return identifier if isinstance(identifier, str) else identifier[0]


def translations() -> dict[str, str]:
    return {singular(message.id): singular(message.string) for message in catalogue() if message.id}


def test_the_catalogue_holds_every_message_of_the_code_and_no_other() -> None:
    assert set(translations()) == in_code()
    assert not catalogue().obsolete


def within_f_strings(tree: ast.AST) -> Iterator[int]:
    """Give the line of each message inside an f-string, where Python 3.11 does not look."""
    for text in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        for node in ast.walk(text):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
                yield node.lineno


def test_no_message_hides_in_an_f_string() -> None:
    assert list(within_f_strings(ast.parse("""f'<b>{escape(_("Title"))}</b>'"""))) == [1]
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            assert not list(within_f_strings(ast.parse(path.read_text("utf-8")))), path


def test_every_message_is_translated() -> None:
    assert not [key for key, text in translations().items() if not text.strip()]
    assert not [message.id for message in catalogue() if message.fuzzy]


def test_a_translation_has_the_placeholders_of_its_message() -> None:
    for key, text in translations().items():
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(key)), key


def test_the_compiled_catalogue_is_up_to_date() -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    said = {singular(m.id): singular(m.string) for m in compiled if m.id}
    assert said == translations()


LANGUAGES = [
    ({"LANG": "en_US.UTF-8"}, "en"),
    ({"LANG": "id_ID.UTF-8"}, "id"),
    ({"LANG": "de_DE"}, "id"),
    ({"LANG": "C"}, "id"),
    ({}, "id"),
    ({"LANG": "id_ID", "LC_ALL": "en_GB"}, "en"),
    ({"LC_ALL": "en_GB", "LANGUAGE": "id:en"}, "id"),
]


@pytest.mark.parametrize(("environment", "language"), LANGUAGES)
def test_the_environment_decides_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_messages_speak_the_language_that_is_set() -> None:
    set_language("id")
    assert str(_("the file is damaged.")) == "berkas rusak."
    assert str(ngettext("error", "errors", 2)) == "kesalahan"
    set_language("en")
    assert str(_("the file is damaged.")) == "the file is damaged."
    assert str(ngettext("error", "errors", 2)) == "errors"
