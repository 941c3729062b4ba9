"""Rendered text → sections, those whose numbers alone are new without being parsed again.

The text of a section without its numbers is its key: tags, classes, spans, places and all words
count, whatever a template does. A number is digits with their signs, alone in a numeric cell.
"""

import re
from collections.abc import Callable
from hashlib import blake2b

from evaluation.errors import WrongTemplateError
from generator.document.blocks import SLOT, Document, Section
from generator.document.forms import AnySection, Filled, Form, plain

_SECTION = re.compile(r"<section\b.*?</section\s*>", re.DOTALL)
_NUMBER = re.compile(
    r"(<t[dh] [^<>]*type=\"number\"[^<>]*>)\s*([-+−–]?[0-9][0-9.,]*%?|-)\s*(?=</t[dh]>)"
)
_UNUSUAL = ("<!", "<?", SLOT)  # what may hold tags that are none
_PARTS = 3  # of each number when a text is split: what stands before, its tag, itself
_MOST_KEPT = 200  # forms; a pack of the example has seven
_MOST_SEEN = 20_000

Build = Callable[[str], Document]
"""Parses and builds the text of a template, whole."""


class Forms:
    """The forms of one pack's templates. ``build`` raises WrongTemplateError."""

    def __init__(self) -> None:
        self._known: dict[str, Form] = {}
        self._seen: set[str] = set()

    def document(self, text: str, build: Build) -> Document:
        """Give the document of a rendered template."""
        try:
            return self._document(text, build)
        except WrongTemplateError:
            return build(text)  # whose error knows what stands around the place

    def _document(self, text: str, build: Build) -> Document:
        if any(sign in text for sign in _UNUSUAL):
            return build(text)
        found = _SECTION.findall(text)
        bare, *between = _SECTION.split(text)
        if not found or any(one.strip() for one in between[:-1]):
            return build(text)
        around = build(bare + between[-1])
        sections = tuple(self._section(one, build) for one in found)
        return Document(around.title, around.language, sections, author=around.author)

    def _section(self, text: str, build: Build) -> AnySection:
        parts = _NUMBER.split(text)
        numbers = tuple(parts[2::_PARTS])
        parts[2::_PARTS] = [f"{SLOT}{place}" for place in range(len(numbers))]
        with_slots = "".join(parts)
        key = blake2b(with_slots.encode(), digest_size=16).hexdigest()
        form = self._known.get(key)
        if form is None:
            form = Form(key, _alone(with_slots, build))
            if SLOT in repr((form.section.header, form.section.footer)):
                return _alone(text, build)
            if not self._keep(form, numbers):
                return form.section
        return Filled(form, numbers)

    def _keep(self, form: Form, numbers: tuple[str, ...]) -> bool:
        """Keep a form with numbers, and another once it comes again; tell whether it is kept."""
        if not numbers and form.key not in self._seen:
            if len(self._seen) < _MOST_SEEN:
                self._seen.add(form.key)
            return False
        while len(self._known) >= _MOST_KEPT:
            del self._known[next(iter(self._known))]
        self._known[form.key] = form
        return True


def _alone(text: str, build: Build) -> Section:
    """Build a section by itself."""
    (section,) = build(f"<document>{text}</document>").sections
    return plain(section)
