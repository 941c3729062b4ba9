"""What sheets call by name, held against the sheet that lists the names: one cause, one finding.

A name that is wrong where it is listed is wrong in every row that refers to it. It is told once, at
the cell that all others contradict, and read on as the name that is meant.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from evaluation.messages import NOTHING, Message, _, composed, ngettext
from evaluation.names import name_key, nearest
from evaluation.rules.rule import Rule
from evaluation.sources import Finding, Source
from evaluation.workbook.shapes import Column
from extractors.spreadsheets.values import is_broken, text_of
from extractors.workbook.joins import Names
from extractors.workbook.tables import Table

_LOOKED_FOR = 100  # a workbook with more wrong names than these was made with others altogether


@dataclass(frozen=True, slots=True)
class Listed:
    """The names that a sheet lists, each with its cell.

    ``expected`` are those that something must refer to; the others may stand alone. ``nameless``
    counts the rows whose own name is blank, so that others refer to them by one that is not listed.
    ``spelled`` gives, for the texts of each column, the listed names that further spellings clearly
    stand for.
    """

    places: Mapping[str, Source]
    expected: frozenset[str]
    nameless: int = 0
    spelled: Callable[[Sequence[Collection[str]]], Mapping[str, str]] = lambda _columns: {}


@dataclass(frozen=True, slots=True)
class Referring:
    """Where names are used: in a column of a table, or (None) as headings themselves."""

    table: Table
    column: Column | None


@dataclass(frozen=True, slots=True)
class Wording:
    """How a wrong name is told: by which rule; that a used one is not listed (wants ``name``), and
    that a listed one is not what the others use (wants ``name`` and ``other``)."""

    rule: Rule
    not_listed: Message
    not_used: Message


@dataclass(slots=True)
class _Use:
    """A name as the sheets use it: its first cell, in how many cells, in which sheets.

    ``loose`` means that it does nothing but head columns, which may be about something else.
    """

    text: str
    first: Source
    loose: bool
    cells: int = 0
    sheets: set[str] = field(default_factory=set)


_Uses = Mapping[str, _Use]


def joined(listed: Listed, referring: Sequence[Referring], wording: Wording) -> Names:
    """Give the listed names, each found by its spellings and by the wrong one that is meant.

    Adds one finding for each name that is used and not listed, however many cells use it. Where
    nothing is listed at all (the sheet is missing, which was reported) nothing is unknown.
    """
    if not listed.places:
        return Names(())
    found = [list(_texts(one)) for one in referring]
    spelled = listed.spelled([{text for text, _place in column} for column in found])
    uses = _uses(referring, found, spelled)
    known = Names(listed.places)
    unknown = {key: use for key, use in uses.items() if known.find(use.text) is None}
    meant = _meant(listed, uses, unknown)
    findings = referring[0].table.findings
    for key, name in meant.items():
        findings.add(_meaning(unknown[key], name, listed, wording, used=name_key(name) in uses))
    left = [use for key, use in unknown.items() if key not in meant and not use.loose]
    for use in _unexplained(left, listed, uses):
        message = wording.not_listed % {"name": use.text[:60]}
        told = composed(message, _further(use), between="")
        findings.add(wording.rule.found(use.first, told, known.remedy(use.text)))
    return Names(listed.places, {name_key(text): spelled[text] for text in spelled} | meant)


def _uses(
    referring: Sequence[Referring],
    found: Sequence[Sequence[tuple[str, Source]]],
    spelled: Mapping[str, str],
) -> dict[str, _Use]:
    """Give the names used, by key; a clear spelling of a listed name is a use of that."""
    uses: dict[str, _Use] = {}
    for one, texts in zip(referring, found, strict=True):
        loose = one.column is None
        for told, place in texts:
            text = spelled.get(told, told)
            use = uses.setdefault(name_key(text), _Use(text, place, loose))
            if use.loose and not loose:
                use.text, use.first, use.loose = text, place, False
            use.cells += 1
            use.sheets.add(one.table.name)
    return uses


def _texts(referring: Referring) -> Iterator[tuple[str, Source]]:
    table, column = referring.table, referring.column
    if column is None:
        yield from ((one.text, table.heading_source(one)) for one in table.further)
        return
    for row in table:
        cell = row.cell(column)
        if not is_broken(cell) and (text := text_of(cell)):
            yield text, row.source(column)


def _meant(listed: Listed, uses: _Uses, unknown: _Uses) -> dict[str, str]:
    """Give the listed name that each unknown one stands for, by key.

    It is one that the same sheets do not use: the nearest, or the only one left on either side.
    """
    meant: dict[str, str] = {}
    for key, use in islice(unknown.items(), _LOOKED_FOR):
        free = [
            name
            for name in listed.places
            if name not in meant.values() and not _beside(use, uses.get(name_key(name)))
        ]
        near = nearest(use.text, free)
        if near:
            meant[key] = near[0]
    left = [key for key, use in unknown.items() if key not in meant and not use.loose]
    unused = [name for name in listed.expected if name_key(name) not in uses]
    alone = [name for name in unused if name not in meant.values()]
    if len(left) == len(alone) == 1 and unknown[left[0]].cells > 1 and not listed.nameless:
        meant[left[0]] = alone[0]
    return meant


def _beside(use: _Use, other: _Use | None) -> bool:
    """Tell whether some sheet uses both names, so that they cannot be one."""
    return other is not None and not use.sheets.isdisjoint(other.sheets)


def _meaning(use: _Use, name: str, listed: Listed, wording: Wording, *, used: bool) -> Finding:
    """Tell of a wrong name whose right one is known, at whichever cell all others contradict."""
    if used or use.cells == 1:
        message = wording.not_listed % {"name": use.text[:60]}
        remedy = _("Nearest: %(name)s.") % {"name": name}
        told = composed(message, _further(use), between="")
        return wording.rule.found(use.first, told, remedy)
    message = wording.not_used % {"name": name, "other": use.text[:60]}
    remedy = _("Write one name in both: first in %(place)s.") % {"place": use.first}
    return wording.rule.found(listed.places[name], message, remedy)


def _further(use: _Use) -> Message:
    """Say in how many more cells a name stands."""
    more = use.cells - 1
    told = ngettext(" (so in %(count)d more cell)", " (so in %(count)d more cells)", more)
    return told % {"count": more} if more else NOTHING


def _unexplained(left: Sequence[_Use], listed: Listed, uses: _Uses) -> Iterator[_Use]:
    """Leave out the names that rows without a name may have had, for those are told already."""
    nameless = listed.nameless
    for use in left:
        near = nearest(use.text, listed.places) if nameless else ()
        taken = not near or _beside(use, uses.get(name_key(near[0])))
        if nameless and taken:
            nameless -= 1
        else:
            yield use
