"""The one file of others that lies in the repository is what its authors published."""

import hashlib
from pathlib import Path

from generator.web.shown import FOLDER

STATIC = FOLDER / "static"
HTMX = "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130"
"""The sha256 of dist/htmx.min.js of htmx.org 4.0.1, as its package on npm holds it."""


def test_htmx_is_as_it_was_published_and_its_licence_lies_beside() -> None:
    assert hashlib.sha256((STATIC / "htmx.min.js").read_bytes()).hexdigest() == HTMX
    assert (STATIC / "htmx.LICENSE").read_text(encoding="utf-8").startswith("Zero-Clause BSD")


def test_the_pages_ask_no_other_machine_for_anything() -> None:
    """Nothing that a page loads, links or sends leads to an address outside."""
    files = [*(FOLDER / "pages").glob("*.html"), STATIC / "page.js", STATIC / "page.css"]
    assert len(files) > 8
    for path in files:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in _without_remarks(path, text), path.name


def test_no_page_has_script_or_looks_of_its_own() -> None:
    """The policy that every answer bears would stop them."""
    for path in (FOLDER / "pages").glob("*.html"):
        text = path.read_text(encoding="utf-8").lower()
        for forbidden in (" style=", "<style", "javascript:", " onclick", " onload", "hx-on"):
            assert forbidden not in text, (path.name, forbidden)
        assert text.count("<script") == text.count('<script src="{{')


def _without_remarks(path: Path, text: str) -> str:
    if path.suffix != ".js":
        return text
    return "\n".join(line for line in text.splitlines() if not line.strip().startswith("//"))
