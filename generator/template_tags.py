"""The markup of a template as it is written: its tags, attributes and classes, in every branch.

What Jinja writes is left out, so only what can be told from one file is told: a tag that the markup
does not know, an attribute that the tag does not take, a class that the style lacks, a tag that
stands in another or is closed where it may not. A branch that opens a tag and leaves it open is
judged when it is rendered.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evaluation.errors import WrongTemplateError
from evaluation.messages import _
from evaluation.names import nearest
from evaluation.source import Finding, Source, error
from generator.markup import VOCABULARY
from generator.style import Style
from generator.template_expressions import meant

TAG_UNKNOWN = "template-tag-unknown"
ATTRIBUTE_UNKNOWN = "template-attribute-unknown"
CLASS_UNKNOWN = "template-class-unknown"
NESTING = "template-nesting"
STRAY_SIGN = "template-stray-sign"
PICTURE_UNUSABLE = "template-picture-unusable"

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->", re.DOTALL)
_CONTROL = re.compile(r"\{%[-+]?\s*(\w+)")
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<void>/?)>"
)
_ATTRIBUTE = re.compile(r"([A-Za-z_][\w:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_STRAY = re.compile(r"<(?![A-Za-z/!?])|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")

_OPENING = frozenset({"if", "for", "macro", "block", "call", "filter", "with", "autoescape"})
_TURNING = frozenset({"else", "elif"})

# Which table of the style file the class of a tag stands in.
_CLASSES = {
    "section": "pages",
    **dict.fromkeys(("h1", "h2", "h3", "p", "img"), "paragraphs"),
    **dict.fromkeys(("ol", "ul"), "lists"),
    "table": "tables",
    **dict.fromkeys(("tr", "td", "th"), "cells"),
    "chart": "charts",
}


@dataclass(frozen=True, slots=True)
class _Markup:
    """A template file: its text, and the same with everything of Jinja's blotted out."""

    name: str
    text: str
    literal: str

    def place(self, position: int) -> Source:
        before = self.text[:position]
        column = position - (before.rfind("\n") + 1) + 1
        return Source(self.name, line=before.count("\n") + 1, column=column)


def check_tags(
    name: str, text: str, style: Style, picture: Callable[[str], object]
) -> Iterator[Finding]:
    """Find what is wrong with the markup of one template file, whether it is reached or not.

    ``picture`` raises WrongTemplateError for the name of a picture that cannot be drawn.
    """
    markup = _Markup(name, text, _JINJA.sub(_blotted, text))
    tags = list(_TAG.finditer(markup.literal))
    for tag in tags:
        yield from _check_tag(markup, tag, style)
        yield from _check_picture(markup, tag, picture)
    yield from _nesting(markup, tags)
    yield from _stray(markup)


def _blotted(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _check_tag(markup: _Markup, tag: re.Match[str], style: Style) -> Iterator[Finding]:
    name = tag["name"]
    known = VOCABULARY.get(name)
    if known is None:
        if not tag["close"]:
            message = _("<%(tag)s> is no tag of the markup.") % {"tag": name}
            near = meant(nearest(name, VOCABULARY))
            yield error(TAG_UNKNOWN, markup.place(tag.start()), message, near)
        return
    for attribute in _ATTRIBUTE.finditer(tag["rest"]):
        start = tag.start("rest") + attribute.start()
        if attribute[1] not in known.attributes:
            yield error(
                ATTRIBUTE_UNKNOWN,
                markup.place(start),
                _("<%(tag)s> has no attribute %(attribute)s.")
                % {"tag": name, "attribute": attribute[1]},
                meant(nearest(attribute[1], known.attributes)),
            )
        elif attribute[1] == "class":
            written = markup.text[start : tag.start("rest") + attribute.end()]
            yield from _check_class(markup, start, name, written, style)


def _check_class(
    markup: _Markup, start: int, tag: str, written: str, style: Style
) -> Iterator[Finding]:
    """Check a class that the template writes itself; one that Jinja writes is left to rendering."""
    value = written.partition("=")[2].strip()[1:-1]
    classes = getattr(style, _CLASSES[tag])
    if value and "{" not in value and value not in classes:
        yield error(
            CLASS_UNKNOWN,
            markup.place(start),
            _("the style file has no class “%(name)s” for <%(tag)s>.")
            % {"name": value, "tag": tag},
            meant(nearest(value, classes)),
        )


def _check_picture(
    markup: _Markup, tag: re.Match[str], picture: Callable[[str], object]
) -> Iterator[Finding]:
    """Decode a picture that the template names itself, not one that Jinja names."""
    if tag["name"] != "img":
        return
    for attribute in _ATTRIBUTE.finditer(tag["rest"]):
        start, end = (tag.start("rest") + place for place in attribute.span())
        written = markup.text[start:end].partition("=")[2].strip()[1:-1]
        if attribute[1] == "src" and "{" not in written:
            try:
                picture(written)
            except WrongTemplateError as fault:
                place = markup.place(tag.start())
                yield error(PICTURE_UNUSABLE, place, fault.message, fault.remedy)


def _stray(markup: _Markup) -> Iterator[Finding]:
    """Find < and & that stand for themselves, which no markup allows."""
    for match in _STRAY.finditer(markup.literal):
        yield error(
            STRAY_SIGN,
            markup.place(match.start()),
            _("“%(sign)s” may not stand for itself in a template.") % {"sign": match.group()},
            _("Write & as &amp; and < as &lt; in running text."),
        )


def _nesting(markup: _Markup, tags: list[re.Match[str]]) -> Iterator[Finding]:
    """Find the first tag closed in the wrong order, or standing where it may not.

    The search ends there, and where a branch leaves open what it opened: from there on, one file
    alone does not tell what stands in what.
    """
    open_tags: list[re.Match[str]] = []
    branches: list[int] = []  # how many tags were open where each branch began
    for step in _steps(markup, tags):
        if step.re is _CONTROL:
            if not _turn(step[1], branches, len(open_tags)):
                return
        elif step["close"]:
            if len(open_tags) == (branches[-1] if branches else 0):
                return
            last = open_tags.pop()
            if last["name"] != step["name"]:
                yield _unclosed(markup, last)
                return
        elif fault := _opened(markup, step, open_tags):
            yield fault
            return


def _opened(markup: _Markup, tag: re.Match[str], open_tags: list[re.Match[str]]) -> Finding | None:
    fault = _misplaced(markup, tag, open_tags[-1]) if open_tags else None
    if not tag["void"]:
        open_tags.append(tag)
    return fault


def _steps(markup: _Markup, tags: list[re.Match[str]]) -> list[re.Match[str]]:
    """Give tags and Jinja's control words in the order of the file; those within a tag left out."""
    spans = [tag.span() for tag in tags]
    jinja = (_CONTROL.match(match.group()) and match for match in _JINJA.finditer(markup.text))
    controls = (_CONTROL.match(markup.text, match.start()) for match in jinja if match)
    outside = [one for one in controls if one and not any(a < one.start() < b for a, b in spans)]
    return sorted([*tags, *outside], key=lambda match: match.start())


def _turn(word: str, branches: list[int], depth: int) -> bool:
    """Begin, change or end a branch; False where one leaves a tag open or closes another's."""
    if word in _OPENING:
        branches.append(depth)
    elif word in _TURNING or word.startswith("end"):
        if not branches or branches[-1] != depth:
            return word == "endset"
        if word.startswith("end"):
            branches.pop()
    return True


def _misplaced(markup: _Markup, tag: re.Match[str], around: re.Match[str]) -> Finding | None:
    parent, name = VOCABULARY.get(around["name"]), tag["name"]
    if parent is None or name not in VOCABULARY or name in parent.children:
        return None
    return error(
        NESTING,
        markup.place(tag.start()),
        _("<%(tag)s> may not stand in %(parent)s.")
        % {"tag": name, "parent": f"<{around['name']}>"},
        _("Allowed there: %(tags)s.") % {"tags": ", ".join(sorted(parent.children)) or "–"},
    )


def _unclosed(markup: _Markup, tag: re.Match[str]) -> Finding:
    return error(
        NESTING,
        markup.place(tag.start()),
        _("<%(tag)s> is not closed properly.") % {"tag": tag["name"]},
        _("Close it with </%(tag)s> before the tag around it closes.") % {"tag": tag["name"]},
    )
