"""What is set once for a pack's looks and used in many documents: forms and margins."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.document.blocks import Abbreviation, Document, Section
from generator.document.forms import AnySection, Filled
from generator.document.style import Style
from generator.writers.pdf.file.laid import Image, Laid, Slot
from generator.writers.pdf.file.placing import Place, Placed, contents_of, placed, written_content
from generator.writers.pdf.fonts.codes import Codes, is_rare
from generator.writers.pdf.layout.margins import Margins
from generator.writers.pdf.layout.setting import set_section
from generator.writers.pdf.layout.text import PageFields, Typesetter

_MOST_LAID = 200  # forms; a pack of the example has seven
_MOST_PLACED = 8  # places at which the objects of one form stand ready
_MOST_MARGINS = 4096

_Key = tuple[str, str, tuple[Abbreviation, ...], str]


@dataclass(slots=True)
class Set:
    """A section on its pages, with what is ready of it for files."""

    laid: Laid
    contents: Sequence[bytes | None]
    places: dict[Place, Placed] = field(default_factory=dict)

    def at(self, place: Place) -> Placed:
        """Give its objects at a place of a file."""
        made = self.places.get(place)
        if made is None:
            made = placed(self.laid, place, self.contents)
            if len(self.places) < _MOST_PLACED:
                self.places[place] = made
        return made


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in the margins of one page: its stream, and what it is drawn with."""

    stream: bytes
    fonts: frozenset[str]
    images: Sequence[Image]


class Workshop:
    """Sets sections in one pack's looks, and keeps what may come again."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self.typesetter = Typesetter(style.font)
        self._laid: dict[_Key, Set] = {}
        self._margins: dict[object, Beside] = {}

    def margins(self, section: AnySection, document: Document) -> Margins:
        """Give what is beside the text on a section's pages."""
        shown = section if isinstance(section, Section) else section.form.section
        return Margins(shown, self._style, self.typesetter, document.stamp)

    def set(
        self, section: AnySection, document: Document, margins: Margins, codes: Codes
    ) -> tuple[Set, tuple[str, ...]]:
        """Set a section, or find it set; give the numbers that are to be filled in as well."""
        if isinstance(section, Filled):
            made = self._form(section, document, margins, codes)
            if self._fit(made.laid, section.numbers):
                return made, section.numbers
            section = section.section
        return _set(section, document, margins, codes), ()

    def _form(self, filled: Filled, document: Document, margins: Margins, codes: Codes) -> Set:
        key = (filled.form.key, document.foreign, document.abbreviations, document.stamp)
        made = self._laid.get(key)
        if made is None:
            made = _set(filled.form.section, document, margins, codes)
            if not any(is_rare(font) for page in made.laid.pages for font in page.fonts):
                while len(self._laid) >= _MOST_LAID:
                    del self._laid[next(iter(self._laid))]
                self._laid[key] = made
        return made

    def _fit(self, laid: Laid, numbers: Sequence[str]) -> bool:
        """Tell whether each number has the room that it needs."""
        faces = self.typesetter.family.faces
        return all(
            faces[slot.face].units(numbers[slot.number]) * slot.size <= slot.room
            for page in laid.pages
            for slot in page.code
            if isinstance(slot, Slot)
        )

    def beside(self, margins: Margins, fields: PageFields, codes: Codes) -> Beside:
        """Give the margins of one page."""
        key = (margins.section.header, margins.section.footer, margins.section.style,
               margins.stamp, fields)  # fmt: skip
        made = self._margins.get(key)
        if made is None:
            drawn = margins.drawn(fields, codes)
            stream = written_content("".join(map(str, drawn.code)))
            made = Beside(stream, drawn.fonts, drawn.images)
            if len(self._margins) < _MOST_MARGINS and not any(map(is_rare, drawn.fonts)):
                self._margins[key] = made
        return made


def _set(section: Section, document: Document, margins: Margins, codes: Codes) -> Set:
    laid = set_section(section, document, margins, codes)
    return Set(laid, contents_of(laid))


_MOST_WORKSHOPS = 4
_workshops: list[tuple[Style, Workshop]] = []


def workshop_of(style: Style) -> Workshop:
    """Give the workshop of a pack's looks, the same for all of its documents in this process."""
    for known, workshop in _workshops:
        if known is style:
            return workshop
    del _workshops[: len(_workshops) - _MOST_WORKSHOPS + 1]
    _workshops.append((style, Workshop(style)))
    return _workshops[-1][1]
