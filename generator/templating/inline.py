"""The text of an element as inline content: runs, line breaks and page fields."""

import re
from collections.abc import Callable, Mapping, Sequence

from generator.document.blocks import Inline, LineBreak, PageCount, PageNumber, Placeholder, Run
from generator.templating.attributes import bad_attribute
from generator.templating.markup import Element, fold_blanks


def inline(element: Element) -> tuple[Inline, ...]:
    """Give the text of an element as inline content, blanks folded, none at its ends."""
    return trimmed(flow(element.children))


_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,60}")
_FIELDS: Mapping[str, Callable[[], Inline]] = {
    "br": LineBreak,
    "page": PageNumber,
    "pages": PageCount,
}


def flow(children: Sequence[Element | str], strong: bool = False, em: bool = False) -> list[Inline]:
    """Give text and inline elements as parts in order, not yet trimmed."""
    parts: list[Inline] = []
    for child in children:
        if isinstance(child, str):
            parts.append(Run(fold_blanks(child), strong, em))
        elif child.tag == "placeholder":
            parts.append(Placeholder(_name(child)))
        elif child.tag in _FIELDS:
            parts.append(_FIELDS[child.tag]())
        else:
            parts += flow(child.children, strong or child.tag == "strong", em or child.tag == "em")
    return parts


def _name(element: Element) -> str:
    name = element.get("name")
    if not _NAME.fullmatch(name):
        raise bad_attribute(element, "name", "ttd_pengirim")
    return name


def trimmed(parts: Sequence[Inline]) -> tuple[Inline, ...]:
    """Fold blanks across runs: none at the ends nor beside a line break, none doubled."""
    kept: list[Inline] = []
    for part in parts:
        if not isinstance(part, Run):
            if isinstance(part, LineBreak):
                _strip_end(kept)
            kept.append(part)
            continue
        text = part.text
        if not kept or isinstance(kept[-1], LineBreak) or _ends_blank(kept[-1]):
            text = text.removeprefix(" ")
        if text:
            _append(kept, Run(text, part.strong, part.em))
    _strip_end(kept)
    return tuple(kept)


def _append(kept: list[Inline], run: Run) -> None:
    last = kept[-1] if kept else None
    if isinstance(last, Run) and (last.strong, last.em) == (run.strong, run.em):
        kept[-1] = Run(last.text + run.text, run.strong, run.em)
    else:
        kept.append(run)


def _ends_blank(part: Inline) -> bool:
    return isinstance(part, Run) and part.text.endswith(" ")


def _strip_end(kept: list[Inline]) -> None:
    """Take the blank off the end of the last run."""
    last = kept[-1] if kept else None
    if isinstance(last, Run):
        kept.pop()
        if last.text.removesuffix(" "):
            kept.append(Run(last.text.removesuffix(" "), last.strong, last.em))
