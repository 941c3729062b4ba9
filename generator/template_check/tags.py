"""The markup of a template as it is written: its tags, attributes and classes, in every branch.

What Jinja writes is left out, so only what can be told from one file is told: a tag that the markup
does not know, an attribute that the tag does not take, a class that the style lacks, a tag that
stands in another or is closed where it may not. A branch that opens a tag and leaves it open is
judged when it is rendered.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from evaluation.errors import WrongTemplateError
from evaluation.messages import _
from evaluation.names import nearest
from evaluation.rules import templates as rules
from evaluation.sources import Finding, Source
from generator.document.style import Style
from generator.template_check.expressions import meant
from generator.templating.markup import VOCABULARY
from generator.templating.spans import Lines, spans, without_jinja

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
    **dict.fromkeys(("h1", "h2", "h3", "p", "img", "qr"), "paragraphs"),
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
    lines: Lines

    def place(self, position: int) -> Source:
        line, column = self.lines.place(position)
        return Source(self.name, line=line, column=column)


def check_tags(
    name: str, text: str, style: Style, picture: Callable[[str], object]
) -> Iterator[Finding]:
    """Find what is wrong with the markup of one template file, whether it is reached or not.

    ``picture`` raises WrongTemplateError for the name of a picture that cannot be drawn.
    """
    markup = _Markup(name, text, without_jinja(text), Lines(text))
    tags = list(_TAG.finditer(markup.literal))
    for tag in tags:
        yield from _check_tag(markup, tag, style)
        yield from _check_picture(markup, tag, picture)
    yield from _nesting(markup, tags)
    yield from _stray(markup)


def _check_tag(markup: _Markup, tag: re.Match[str], style: Style) -> Iterator[Finding]:
    name = tag["name"]
    known = VOCABULARY.get(name)
    if known is None:
        if not tag["close"]:
            message = _("<%(tag)s> is no tag of the markup.") % {"tag": name}
            near = meant(nearest(name, VOCABULARY))
            yield rules.TEMPLATE_TAG_UNKNOWN.found(markup.place(tag.start()), message, near)
        return
    for attribute in _ATTRIBUTE.finditer(tag["rest"]):
        start = tag.start("rest") + attribute.start()
        if attribute[1] not in known.attributes:
            yield rules.TEMPLATE_ATTRIBUTE_UNKNOWN.found(
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
        yield rules.TEMPLATE_CLASS_UNKNOWN.found(
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
                yield rules.TEMPLATE_PICTURE_UNUSABLE.found(place, fault.message, fault.remedy)


def _stray(markup: _Markup) -> Iterator[Finding]:
    """Find < and & that stand for themselves, which no markup allows."""
    for match in _STRAY.finditer(markup.literal):
        yield rules.TEMPLATE_STRAY_SIGN.found(
            markup.place(match.start()),
            _("“%(sign)s” may not stand for itself in a template.") % {"sign": match.group()},
            _("Write & as &amp; and < as &lt; in running text."),
        )


@dataclass(frozen=True, slots=True)
class Leftover:
    """A tag that one file alone does not close, or closes without having opened it."""

    tag: str
    place: Source
    closing: bool


def left_over(name: str, text: str) -> tuple[Leftover, ...]:
    """Give the tags that a file leaves open at its end, or the first that it closes for others.

    None where a branch makes it depend on the data, or something else is wrong before.
    """
    markup = _Markup(name, text, without_jinja(text), Lines(text))
    return _walked(markup, list(_TAG.finditer(markup.literal))).leftovers


def _nesting(markup: _Markup, tags: list[re.Match[str]]) -> Iterator[Finding]:
    """Find the first tag closed in the wrong order, or standing where it may not.

    The search ends there, and where a branch leaves open what it opened: from there on, one file
    alone does not tell what stands in what.
    """
    fault = _walked(markup, tags).fault
    if fault is not None:
        yield fault


@dataclass(frozen=True, slots=True)
class _Walked:
    """What a walk through the tags of a file met: the first fault, what is open at the end."""

    fault: Finding | None = None
    leftovers: tuple[Leftover, ...] = ()


def _walked(markup: _Markup, tags: list[re.Match[str]]) -> _Walked:
    open_tags: list[re.Match[str]] = []
    branches: list[int] = []  # how many tags were open where each branch began
    for step in _steps(markup, tags):
        if step.re is _CONTROL:
            if not _turn(step[1], branches, len(open_tags)):
                return _Walked()
        elif step["close"]:
            if len(open_tags) == (branches[-1] if branches else 0):
                stray = Leftover(step["name"], markup.place(step.start()), closing=True)
                return _Walked(leftovers=() if branches else (stray,))
            last = open_tags.pop()
            if last["name"] != step["name"]:
                return _Walked(_unclosed(last["name"], markup.place(last.start())))
        elif fault := _opened(markup, step, open_tags):
            return _Walked(fault)
    left = (Leftover(one["name"], markup.place(one.start()), closing=False) for one in open_tags)
    return _Walked(leftovers=tuple(left))


def unpaired(leftovers: Collection[Leftover]) -> Iterator[Finding]:
    """Find what files leave open and no other closes, and what they close and no other opens."""
    opened = {one.tag for one in leftovers if not one.closing}
    closed = {one.tag for one in leftovers if one.closing}
    for one in leftovers:
        if one.closing and one.tag not in opened:
            message = _("</%(tag)s> closes nothing that is open here.") % {"tag": one.tag}
            remedy = _("Take it out, or open <%(tag)s> before it.") % {"tag": one.tag}
            yield rules.TEMPLATE_NESTING.found(one.place, message, remedy)
        elif not one.closing and one.tag not in closed:
            yield _unclosed(one.tag, one.place)


def _opened(markup: _Markup, tag: re.Match[str], open_tags: list[re.Match[str]]) -> Finding | None:
    fault = _misplaced(markup, tag, open_tags[-1]) if open_tags else None
    if not tag["void"]:
        open_tags.append(tag)
    return fault


def _steps(markup: _Markup, tags: list[re.Match[str]]) -> list[re.Match[str]]:
    """Give tags and Jinja's control words in the order of the file; those within a tag left out."""
    starts = [tag.start() for tag in tags]
    controls = (_CONTROL.match(markup.text, start) for start, _end in spans(markup.text))

    def within_tag(position: int) -> bool:
        before = bisect_left(starts, position) - 1
        return before >= 0 and position < tags[before].end()

    outside = [one for one in controls if one and not within_tag(one.start())]
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
    return rules.TEMPLATE_NESTING.found(
        markup.place(tag.start()),
        _("<%(tag)s> may not stand in %(parent)s.")
        % {"tag": name, "parent": f"<{around['name']}>"},
        _("Allowed there: %(tags)s.") % {"tags": ", ".join(sorted(parent.children)) or "–"},
    )


def _unclosed(tag: str, place: Source) -> Finding:
    return rules.TEMPLATE_NESTING.found(
        place,
        _("<%(tag)s> is not closed properly.") % {"tag": tag},
        _("Close it with </%(tag)s> before the tag around it closes.") % {"tag": tag},
    )
