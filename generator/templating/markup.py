"""Rendered markup → blocks.

The vocabulary is small and has HTML's names; the table below says which tag may stand where and
which attributes it takes. Whatever does not fit is refused with its place in the *template*: the
templating stage writes that place into the attribute ``POSITION`` of every tag.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from evaluation.errors import WrongTemplateError
from evaluation.messages import NOTHING, Message, _
from evaluation.names import nearest
from evaluation.sources import Source

POSITION = "_at"
MAX_DEPTH = 40
MAX_TAGS = 100_000  # of one rendered template; the example's largest has 4,000

_INLINE = frozenset({"strong", "em", "br", "page", "pages", "placeholder"})
_BLOCKS = frozenset({"h1", "h2", "h3", "p", "ol", "ul", "table", "chart", "img", "qr"})


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag may hold: attributes, child tags, and whether text may stand in it."""

    attributes: frozenset[str]
    children: frozenset[str]
    text: bool = False


def _tag(attributes: str, children: frozenset[str] | str, text: bool = False) -> Tag:
    inside = frozenset(children.split()) if isinstance(children, str) else children
    return Tag(frozenset(attributes.split()), inside, text)


VOCABULARY: Mapping[str, Tag] = {
    "document": _tag("title author", "section"),
    "section": _tag("class", _BLOCKS | {"header", "footer"}),
    "header": _tag("", _BLOCKS),
    "footer": _tag("", _BLOCKS),
    "h1": _tag("class", _INLINE, text=True),
    "h2": _tag("class", _INLINE, text=True),
    "h3": _tag("class", _INLINE, text=True),
    "p": _tag("class", _INLINE, text=True),
    "ol": _tag("class type start", "li"),
    "ul": _tag("class", "li"),
    "li": _tag("", _INLINE | _BLOCKS, text=True),
    "table": _tag("class caption role", "col thead tbody tr"),
    "col": _tag("width", ""),
    "thead": _tag("", "tr"),
    "tbody": _tag("", "tr"),
    "tr": _tag("class", "td th"),
    "td": _tag("class rowspan colspan type", _INLINE | {"p"}, text=True),
    "th": _tag("class rowspan colspan type", _INLINE | {"p"}, text=True),
    "strong": _tag("", _INLINE, text=True),
    "em": _tag("", _INLINE, text=True),
    "br": _tag("", ""),
    "page": _tag("", ""),
    "pages": _tag("", ""),
    "chart": _tag("class title min max alt", "series"),
    "series": _tag("name", "value"),
    "value": _tag("of", "", text=True),
    "img": _tag("class src width alt", ""),
    "qr": _tag("class of width alt", ""),
    "placeholder": _tag("name", ""),
}


@dataclass(slots=True)
class Element:
    """A tag with what stands in it: text and further elements, in order."""

    tag: str
    attributes: Mapping[str, str]
    source: Source
    children: list["Element | str"] = field(default_factory=list)

    def get(self, attribute: str) -> str:
        """Give an attribute's value, empty when it is not there."""
        return self.attributes.get(attribute, "")

    def elements(self, *tags: str) -> list["Element"]:
        """Give the child elements of these tags, all of them when none is named."""
        return [
            child
            for child in self.children
            if isinstance(child, Element) and (not tags or child.tag in tags)
        ]

    def text(self) -> str:
        """Give the text that stands in the element, without its tags, blanks folded."""
        parts = (child if isinstance(child, str) else child.text() for child in self.children)
        return fold_blanks("".join(parts)).strip()


_BLANKS = re.compile(r"[ \t\r\n]+")


def fold_blanks(text: str) -> str:
    """Fold each run of blanks and line ends into one blank, as HTML does; NBSP stays."""
    return _BLANKS.sub(" ", text)


def parse_elements(text: str, template: str) -> Element:
    """Parse one rendered template whose outermost tag is ``document``.

    Raises WrongTemplateError with template, line and column for markup that is not well-formed,
    a tag or attribute that the vocabulary lacks, a tag where it may not stand, or a DOCTYPE
    (entities would let a template grow without bound or name other files).
    """
    return _TreeBuilder(template).build(text)


_UNCLOSED = frozenset({expat.errors.XML_ERROR_TAG_MISMATCH, expat.errors.XML_ERROR_NO_ELEMENTS})


_REASONS: Mapping[str, Message] = {
    expat.errors.XML_ERROR_INVALID_TOKEN: _("a sign that may not stand there"),
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: _("a tag without its >"),
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: _("an attribute given twice"),
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: _("something after </document>"),
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: _("a name after & that is not known"),
    expat.errors.XML_ERROR_SYNTAX: _("text outside <document>"),
    "": _("a tag or sign that is not complete"),
}


class _TreeBuilder:
    """Builds the element tree from expat's events, checking each against the vocabulary."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._stack: list[Element] = []
        self._root: Element | None = None
        self._last = Source(template)
        self._count = 0

    def build(self, text: str) -> Element:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(text, True)
        except expat.ExpatError as fault:
            raise self._malformed(fault) from None
        if self._root is None:
            raise WrongTemplateError(_("the template is empty"), source=Source(self._template))
        return self._root

    def _malformed(self, fault: expat.ExpatError) -> WrongTemplateError:
        reason = expat.errors.messages[fault.code]
        if self._stack and reason in _UNCLOSED:
            open_tag = self._stack[-1]
            return WrongTemplateError(
                _("<%(tag)s> is not closed properly.") % {"tag": open_tag.tag},
                source=open_tag.source,
                remedy=_("Close it with </%(tag)s> before the tag around it closes.")
                % {"tag": open_tag.tag},
            )
        return WrongTemplateError(
            _("the markup after this place is not well-formed: %(reason)s.")
            % {"reason": _REASONS.get(reason, _REASONS[""])},
            source=self._last,
            remedy=_("Write & as &amp; and < as &lt; in running text."),
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        source = self._position(attributes.pop(POSITION, ""))
        self._last = source
        element = Element(tag, attributes, source)
        parent = self._stack[-1] if self._stack else None
        _check_tag(element, parent)
        if parent is None:
            self._root = element
        else:
            parent.children.append(element)
        self._stack.append(element)
        self._count += 1
        if self._count > MAX_TAGS:
            raise WrongTemplateError(
                _("the document has more than %(limit)d tags.") % {"limit": MAX_TAGS},
                source=source,
            )
        if len(self._stack) > MAX_DEPTH:
            raise WrongTemplateError(
                _("tags are nested more than %(depth)d deep.") % {"depth": MAX_DEPTH},
                source=source,
            )

    def _end(self, tag: str) -> None:
        self._stack.pop()

    def _text(self, text: str) -> None:
        if not self._stack:
            return
        parent = self._stack[-1]
        if VOCABULARY[parent.tag].text:
            parent.children.append(text)
        elif text.strip():
            raise WrongTemplateError(
                _("text may not stand directly in <%(tag)s>: “%(text)s”.")
                % {"tag": parent.tag, "text": fold_blanks(text).strip()[:40]},
                source=self._last,
                remedy=_("Put it into a paragraph: <p>…</p>."),
            )

    def _doctype(self, *_args: object) -> None:
        raise WrongTemplateError(_("a DOCTYPE is not allowed."), source=Source(self._template))

    def _position(self, text: str) -> Source:
        name, _colon, numbers = text.partition("|")
        line, _colon, column = numbers.partition(":")
        if not line.isdecimal() or not column.isdecimal():
            return self._last
        return Source(name, line=int(line), column=int(column))


def _check_tag(element: Element, parent: Element | None) -> None:
    known = VOCABULARY.get(element.tag)
    if known is None:
        raise WrongTemplateError(
            _("<%(tag)s> is no tag of the markup.") % {"tag": element.tag},
            source=element.source,
            remedy=_did_you_mean(element.tag, VOCABULARY),
        )
    allowed = VOCABULARY[parent.tag].children if parent else frozenset({"document"})
    if element.tag not in allowed:
        raise WrongTemplateError(
            _("<%(tag)s> may not stand in %(parent)s.")
            % {"tag": element.tag, "parent": f"<{parent.tag}>" if parent else _("the outermost")},
            source=element.source,
            remedy=_("Allowed there: %(tags)s.") % {"tags": ", ".join(sorted(allowed)) or "–"},
        )
    for attribute in element.attributes:
        if attribute not in known.attributes:
            raise WrongTemplateError(
                _("<%(tag)s> has no attribute %(attribute)s.")
                % {"tag": element.tag, "attribute": attribute},
                source=element.source,
                remedy=_did_you_mean(attribute, known.attributes),
            )


def _did_you_mean(word: str, known: Mapping[str, Tag] | frozenset[str]) -> Message:
    near = nearest(word, known)
    return _("Did you mean %(word)s?") % {"word": near[0]} if near else NOTHING
