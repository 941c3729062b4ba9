"""Style classes → named Word styles, made when they are first used."""

import re
from itertools import count
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.document.blocks import Marker
from generator.document.style import Style, TextStyle
from generator.writers.docx.oxml import Element, element, toggle
from generator.writers.docx.xml import colour, twips

_JUSTIFICATION = {"left": "left", "right": "right", "center": "center", "justify": "both"}
_LISTS = {
    Marker.DECIMAL: "List Number",
    Marker.ALPHA: "List Number 2",
    Marker.BULLET: "List Bullet",
}


class Wanted(NamedTuple):
    """A style that was asked for: its name, looks, the one it stands on, its level as a heading."""

    name: str
    text: TextStyle
    based_on: str | None
    outline: int | None
    built_in: bool


class WordStyles:
    """The styles of one document."""

    def __init__(self, document: WordDocument, style: Style, language: str) -> None:
        self._styles = document.styles.element
        self._style = style
        self._made: dict[Wanted, str] = {}
        self.wanted: list[Wanted] = []
        self._taken = {_identifier(name).lower() for name in (*self._words_own(), *_LISTS.values())}
        self._set_defaults(language)
        self._define("Normal", style.text(""), based_on=None, built_in=True)

    def paragraph(self, name: str) -> str:
        """Give the style id for a paragraph class; the empty one is Normal."""
        return self._define(_readable(name), self._style.text(name)) if name else "Normal"

    def heading(self, level: int, name: str) -> str:
        """Give the style id of a heading; a class of its own stands on the level's style."""
        base = f"Heading {level}"
        made = self._define(base, self._style.text(f"h{level}"), outline=level, built_in=True)
        if not name:
            return made
        own = f"{base} {_readable(name)}"
        return self._define(own, self._style.text(name), made, outline=level)

    def list_item(self, marker: Marker, name: str) -> str:
        """Give the style id of the paragraph that carries an item's marker."""
        usual = self._style.list("").text
        if name == usual:
            return self._define(_LISTS[marker], self._style.text(name), built_in=True)
        own = _readable(name) or "Normal"
        return self._define(f"{_LISTS[marker]} {own}", self._style.text(name))

    def stamp(self) -> str:
        """Give the style id of a draft's stamp."""
        look = self._style.stamp
        text = TextStyle(
            size=look.size, align="center", bold=True, colour=look.colour, space_after=6
        )
        return self._define("Stamp", text)

    def _set_defaults(self, language: str) -> None:
        """Set the document's language and font where nothing else is said."""
        spoken = element("lang", val=language, eastAsia=language, bidi="ar-SA")
        properties = element("rPrDefault", element("rPr", self._fonts(), spoken))
        self._styles.replace(
            self._styles.find(qn("w:docDefaults")), element("docDefaults", properties)
        )

    def _fonts(self) -> Element:
        name = self._style.font.name
        return element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)

    def _define(
        self,
        name: str,
        text: TextStyle,
        based_on: str | None = "Normal",
        outline: int | None = None,
        *,
        built_in: bool = False,
    ) -> str:
        return self.again(Wanted(name, text, based_on, outline, built_in))

    def again(self, wanted: Wanted) -> str:
        """Give the id of a style that is wanted; it is made when it is first."""
        self.wanted.append(wanted)
        if wanted not in self._made:
            self._made[wanted] = self._make(wanted)
        return self._made[wanted]

    def _make(self, wanted: Wanted) -> str:
        name, text, based_on, outline, built_in = wanted
        label = name if built_in else self._free(name)
        identifier = _identifier(label)
        made = element(
            "style",
            element("name", val=_stored(label) if built_in else label),
            element("basedOn", val=based_on) if based_on else None,
            element("next", val="Normal") if outline else None,
            element("qFormat"),
            paragraph_properties(text, outline),
            self._run_properties(text),
            type="paragraph",
            styleId=identifier,
        )
        if based_on is None:
            made.set(qn("w:default"), "1")
        if not built_in:
            made.set(qn("w:customStyle"), "1")
        self._styles.append(made)
        return identifier

    def _words_own(self) -> list[str]:
        """Give the names of styles that are here already or that Word makes when it wants them."""
        here = [str(one.get(qn("w:val"))) for one in self._styles.iterfind(f"*/{qn('w:name')}")]
        latent = self._styles.iter(qn("w:lsdException"))
        return [*here, *(str(one.get(qn("w:name"))) for one in latent)]

    def _free(self, name: str) -> str:
        """Give the name, numbered where a style has it already but for blanks and capitals."""
        labels = (name if number == 1 else f"{name} {number}" for number in count(1))
        label = next(one for one in labels if _identifier(one).lower() not in self._taken)
        self._taken.add(_identifier(label).lower())
        return label

    def _run_properties(self, text: TextStyle) -> Element:
        size = round(text.size * 2)
        return element(
            "rPr",
            self._fonts(),
            toggle("b", text.bold),
            toggle("i", text.italic),
            element("color", val=colour(text.colour)),
            element("sz", val=size),
            element("szCs", val=size),
        )


def paragraph_properties(text: TextStyle, outline: int | None = None) -> Element:
    """Give a style's paragraph properties, in the order that the schema wants."""
    first = text.first_indent
    indent = {"firstLine": twips(first)} if first >= 0 else {"hanging": twips(-first)}
    return element(
        "pPr",
        toggle("keepNext", text.keep_with_next or outline is not None),
        element("keepLines") if outline else None,
        element("widowControl"),
        _rule(text),
        element(
            "spacing",
            before=twips(text.space_before),
            after=twips(text.space_after),
            line=twips(text.size * text.leading),
            lineRule="atLeast",
        ),
        element("ind", left=twips(text.left_indent), right=twips(text.right_indent), **indent),
        element("jc", val=_JUSTIFICATION[text.align]),
        element("outlineLvl", val=outline - 1) if outline else None,
    )


def _rule(text: TextStyle) -> Element | None:
    if not text.rule_below:
        return None
    line = element(
        "bottom",
        val="single",
        sz=round(text.rule_below * 8),
        space=4,
        color=colour(text.rule_colour),
    )
    return element("pBdr", line)


def _identifier(label: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", label) or "Class"


def _readable(name: str) -> str:
    """Give a class as the name of a style: ``catatan-kaki`` is "Catatan Kaki"."""
    return name.replace("-", " ").title()


def _stored(name: str) -> str:
    """Give a built-in style's name as the format stores it (headings in small letters)."""
    return name.lower() if re.fullmatch(r"Heading \d", name) else name
