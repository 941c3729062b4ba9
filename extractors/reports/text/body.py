"""One page made ready for reading: its lines without headers and footers, its rulings."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from evaluation.vocabulary.layouts import layouts, meanings_of
from extractors.pages.page import Page
from extractors.reports.text.lines import Line, lines_of
from extractors.reports.text.rulings import Rules
from extractors.reports.text.tolerances import HEADERS

_DIGITS = re.compile(r"[0-9]+")


@cache
def _page_number() -> re.Pattern[str]:
    words = layouts().page
    label, of = ("|".join(map(re.escape, phrases.all)) for phrases in (words.number, words.of))
    return re.compile(
        rf"(?:(?:{label})\.?\s*)?[-–|]?\s*[0-9]{{1,4}}\s*[-–|]?(?:\s*(?:{of}|/)\s*[0-9]{{1,4}})?",
        re.IGNORECASE,
    )


@dataclass(frozen=True)
class Sheet:
    """A page: its lines from top to bottom without what repeats at its edges, and its rulings.

    ``edges`` are the headers and footers that were left out.
    """

    page: Page
    lines: tuple[Line, ...]
    rules: Rules
    edges: tuple[Line, ...] = ()

    @property
    def number(self) -> int:
        """Give the page's number, from 1."""
        return self.page.number


def sheets_of(pages: Iterable[Page]) -> tuple[Sheet, ...]:
    """Make pages ready; a line at the edge that stands on several pages alike is left out."""
    drafts = [Sheet(page, lines_of(page.words, page.number), Rules(page.rulings)) for page in pages]
    repeated = _repeated(drafts)
    return tuple(_without_edges(sheet, repeated) for sheet in drafts)


def _without_edges(sheet: Sheet, repeated: frozenset[tuple[str, int]]) -> Sheet:
    candidates = [line for line in sheet.lines if _may_be_edge(line, sheet, repeated)]
    text = [line for line in sheet.lines if not any(line is one for one in candidates)]
    text = text or list(sheet.lines)
    outermost = [line for line in candidates if _at_edge(line, sheet, HEADERS.margin)]
    found = [line for line in candidates if _is_edge(line, sheet, text, outermost)]
    notes = _notes([line for line in sheet.lines if line not in found], sheet)
    edges = (*found, *notes)
    left = tuple(line for line in sheet.lines if not any(line is one for one in edges))
    return Sheet(sheet.page, left, sheet.rules, edges)


def _masked(line: Line) -> str:
    return _DIGITS.sub("0", line.text).casefold()


def _at_edge(line: Line, sheet: Sheet, share: float) -> bool:
    margin = share * sheet.page.height
    return line.box.bottom < margin or line.box.top > sheet.page.height - margin


def _in_table(line: Line, sheet: Sheet) -> bool:
    """Tell whether upright rulings stand on both sides of the line: it is part of a table."""
    top, bottom = line.box.top, line.box.bottom
    left = any(x < line.box.left and a <= top and b >= bottom for x, a, b in sheet.rules.tall)
    return left and any(
        x > line.box.right and a <= top and b >= bottom for x, a, b in sheet.rules.tall
    )


def _place(line: Line) -> tuple[str, int]:
    return _masked(line), round(line.box.top / HEADERS.step)


def _repeated(sheets: Sequence[Sheet]) -> frozenset[tuple[str, int]]:
    """Give the edge lines (digits aside) that stand on at least three pages, or on both of two."""
    counted: Counter[tuple[str, int]] = Counter()
    for sheet in sheets:
        places = {
            _place(line)
            for line in sheet.lines
            if _at_edge(line, sheet, HEADERS.block) and not _in_table(line, sheet)
        }
        counted.update(places)
    need = HEADERS.repeats if len(sheets) > HEADERS.few else HEADERS.repeats_of_few
    return frozenset(place for place, count in counted.items() if count >= need)


def _may_be_edge(line: Line, sheet: Sheet, repeated: frozenset[tuple[str, int]]) -> bool:
    """Tell whether a line numbers the page, or repeats on others: of a table it does neither."""
    if not _at_edge(line, sheet, HEADERS.block) or _in_table(line, sheet):
        return False
    if _is_number(line, sheet):
        return True
    text, place = _place(line)
    near = any((text, place + shift) in repeated for shift in (-1, 0, 1))
    return near and not _is_row(line) and not _is_head(line)


def _is_number(line: Line, sheet: Sheet) -> bool:
    at_edge = _at_edge(line, sheet, HEADERS.margin)
    return at_edge and bool(_page_number().fullmatch(line.text)) and _alone(line, sheet)


def _is_edge(line: Line, sheet: Sheet, text: Sequence[Line], outermost: Sequence[Line]) -> bool:
    """Tell whether a line that repeats is one of the edge: apart from the text within the page.

    Further in than headers usually stand, it goes on with one that stands where they do.
    """
    if _is_number(line, sheet):
        return True
    below = line.box.top > sheet.page.height / 2
    if not _at_edge(line, sheet, HEADERS.margin):
        outer = any((one.middle > line.middle) is below for one in text)
        if outer or not any((one.middle > line.middle) is below for one in outermost):
            return False
    if below:
        gaps = (line.box.top - one.box.bottom for one in text if one.middle < line.box.top)
    else:
        gaps = (one.box.top - line.box.bottom for one in text if one.middle > line.box.bottom)
    return min(gaps, default=line.size) > HEADERS.apart * line.size


def _notes(lines: Sequence[Line], sheet: Sheet) -> tuple[Line, ...]:
    """Give the lines of notes that programs put at the foot of a page, as on how it was signed.

    They stand together, whatever heads them ("Catatan:").
    """
    note = layouts().page.note.within
    foot = [one for one in lines if one.box.top > (1 - HEADERS.block) * sheet.page.height]
    said = [i for i, one in enumerate(foot) if note(one.text) and not _in_table(one, sheet)]
    if not said:
        return ()
    first = said[0]
    while first and _tight(foot[first - 1], foot[first]):
        first -= 1
    return tuple(foot[first:])


def _tight(line: Line, following: Line) -> bool:
    """Tell whether a line stands right above another in type that is about as large."""
    gap = following.box.top - line.box.bottom
    return gap < HEADERS.apart * line.size and abs(line.size - following.size) < HEADERS.like_type


def _alone(line: Line, sheet: Sheet) -> bool:
    """Tell whether nothing stands further out at that edge: a number there numbers the page."""
    if line.box.top > sheet.page.height / 2:
        return sheet.lines[-1] is line or line.text.casefold().startswith(layouts().page.number.all)
    return sheet.lines[0] is line


def _is_head(line: Line) -> bool:
    """Tell whether the line is the head of a table, which may stand at the top of every page."""
    return sum(1 for chunk in line.chunks() if meanings_of(chunk.text)) >= 2


def _is_row(line: Line) -> bool:
    """Tell whether the line begins as a table's row does: repeated rows are no headers."""
    return bool(re.match(r"[0-9]{1,3}[.)]?\s+\S+\s+\S", line.text))
