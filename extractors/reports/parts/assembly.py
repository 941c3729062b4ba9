"""Dimensions of a document: its question tables put together, gaps told, averages found."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from evaluation.doubts import Doubt, doubt
from evaluation.record import Flag, RecordedDimension, RecordedItem
from evaluation.rules import archive as rules
from evaluation.sources import Source
from extractors.reports.parts.averages import fill_averages
from extractors.reports.parts.questions import Draft, DraftDimension, QuestionReader
from extractors.reports.parts.titles import has_outline
from extractors.reports.parts.tolerances import QUESTIONS
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.lines import Line, joined
from extractors.reports.text.values import is_nothing, value_of

_UNSURE = rules.COLUMN_UNSURE.identifier


def dimensions_of(
    contents: Contents, file: str, known: frozenset[str]
) -> tuple[tuple[RecordedDimension, ...], list[Flag]]:
    """Read all question tables; numbers that are left out become items without a score."""
    reader = QuestionReader(file, known, outlined=_is_outlined(contents))
    above: list[Line] = []
    for part in contents.parts:
        if isinstance(part, Line):
            above.append(part)
            continue
        if part.kind is Kind.QUESTIONS:
            reader.table(part, _same_page(above, part))
        above = []
    drafts = fill_averages(reader.dimensions, contents, file)
    flags = list(_without_questions(reader.dimensions, file))
    _fill_gaps(drafts, file, flags)
    made = tuple(_dimension(file, draft, known, flags) for draft in drafts)
    return made, flags


def _without_questions(drafts: Sequence[DraftDimension], file: str) -> Iterator[Flag]:
    """Tell a table of questions that has only its average left, where others have questions."""
    if not any(draft.items for draft in drafts):
        return
    for draft in drafts:
        if not draft.items and draft.average is not None:
            why = doubt(rules.QUESTIONS_UNREAD, dimension=draft.name)
            yield Flag(why, draft.average_source or Source(file, page=draft.page), draft.name)


def _is_outlined(contents: Contents) -> bool:
    """Tell whether headings other than those of the question tables bear letters."""
    above: set[Line] = set()
    for before, part in pairwise(contents.parts):
        if isinstance(part, Table) and isinstance(before, Line):
            above.add(before)
    return any(has_outline(line) for line in contents.lines if line not in above)


def _same_page(lines: Sequence[Line], table: Table) -> list[Line]:
    page = table.bodies[0].page if table.bodies else 0
    own = [line for line in lines if line.page == page]
    return own or [line for line in lines[-2:] if line.page == page - 1]


def _fill_gaps(drafts: Sequence[DraftDimension], file: str, flags: list[Flag]) -> None:
    """Put an item without a score in the place of each number that is left out.

    Of more numbers than a page break may swallow, and of those before the first question of all,
    only the first and the last are told.
    """
    last = 0
    anew = [draft for draft in drafts[1:] if draft.items and draft.items[0].number == 1]
    for draft in drafts:
        items: list[Draft] = []
        for item in draft.items:
            before = _before(item, last, begins=not items, anew=bool(anew))
            lacking = range(before + 1, item.number)
            if last and len(lacking) <= QUESTIONS.left_out:
                items += [Draft(number, page=item.page, missing=True) for number in lacking]
            elif lacking and item.number % QUESTIONS.block != 1:
                why = doubt(rules.QUESTION_MISSING, first=lacking[0], last=lacking[-1])
                flags.append(Flag(why, Source(file, page=item.page), draft.name))
            last = item.number
            items.append(item)
        draft.items = items


def _before(item: Draft, last: int, *, begins: bool, anew: bool) -> int:
    """Give the number that ought to stand before an item: 0 where a dimension counts anew.

    ``begins`` tells that the item is the first of its dimension, ``anew`` that dimensions of the
    document count from 1.
    """
    if begins and (anew or item.number <= last):
        return 0
    return last if item.number > last and item.number != 1 else item.number - 1


def _dimension(
    file: str, draft: DraftDimension, known: frozenset[str], flags: list[Flag]
) -> RecordedDimension:
    items = tuple(_item(file, draft.name, item, known, flags) for item in draft.items)
    unsure = next((item for item in items if item.flag and item.flag.rule == _UNSURE), None)
    if unsure is not None and unsure.flag is not None and unsure.source is not None:
        flags.append(Flag(unsure.flag, unsure.source, draft.name))
    source, before = draft.average_source, draft.previous
    return RecordedDimension(draft.name, draft.average, items, source, before)


def _item(
    file: str, dimension: str, draft: Draft, known: frozenset[str], flags: list[Flag]
) -> RecordedItem:
    printed = " ".join(draft.printed)
    score = value_of(printed)
    source = Source(file, page=draft.page, box=draft.box)
    why = _doubt(draft, printed) if score is None else None
    if why is not None:
        flags.append(Flag(why, source, dimension, draft.number))
    elif draft.rivals:
        why = doubt(rules.COLUMN_UNSURE, first=draft.rivals[0], other=draft.rivals[-1])
    return RecordedItem(
        draft.number, draft.indicator, draft.sub_indicator, joined(draft.question, known),
        score, printed, why, source,
    )  # fmt: skip


def _doubt(draft: Draft, printed: str) -> Doubt:
    if draft.missing:
        return doubt(rules.QUESTION_MISSING, no=draft.number)
    if is_nothing(printed):
        return doubt(rules.SCORE_BLANK, no=draft.number)
    return doubt(rules.SCORE_UNREADABLE, no=draft.number, text=printed)
