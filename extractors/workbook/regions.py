"""The sheet ``Wilayah`` → the regions of the round."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from evaluation.messages import _
from evaluation.model import Region
from evaluation.names import name_key
from evaluation.region_names import names_of
from evaluation.rules import workbook as rules
from evaluation.sources import Source
from evaluation.workbook.sheets import NO, OTHERS_BETWEEN, WILAYAH, YES
from extractors.spreadsheets.values import answer_of, is_broken, text_of
from extractors.workbook.instrument import whole_number
from extractors.workbook.joins import Names
from extractors.workbook.references import Listed
from extractors.workbook.tables import Row, Table

_AGREEING = 0.8  # share of the codes whose length is the usual one


@dataclass(slots=True)
class _Seen:
    """Where each name and number stood first."""

    names: dict[str, Source] = field(default_factory=dict)
    numbers: dict[int, Source] = field(default_factory=dict)
    codes: dict[str, Source] = field(default_factory=dict)
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions of the sheet, how many rows name none, and whose answer cannot be read."""

    all: tuple[Region, ...]
    nameless: int
    unanswered: frozenset[str]

    def listed(self) -> Listed:
        """Give their names to those that refer to them; all that took part are expected to be."""
        expected = frozenset(one.name for one in self.all if one.attended)
        places = {one.name: one.source for one in self.all}
        return Listed(places, expected, self.nameless, names_of(self.all).spelled)

    def settled(self, scored: Container[str]) -> tuple[Region, ...]:
        """Give the regions; one whose answer cannot be read took part if it has scores."""
        return tuple(
            replace(one, attended=one.name in scored) if one.name in self.unanswered else one
            for one in self.all
        )


def read_regions(table: Table, categories: Names) -> Regions:
    """Read the regions in the order of the sheet.

    Reports blank cells, repeated names and numbers, and anything under ``Hadir`` that is neither
    yes nor no. Where the sheet has no column ``No``, rows are numbered in order. A region that
    stands twice is given once.
    """
    seen = _Seen(length=_usual_length(table))
    read = [_region(row, order, categories, seen) for order, row in enumerate(table, 1)]
    nameless = sum(
        row.has(WILAYAH.region) and not text_of(row.cell(WILAYAH.region)) for row in table
    )
    regions = tuple(region for region in read if region is not None)
    _report_shared(table, regions)
    return Regions(
        regions,
        nameless,
        frozenset(text_of(row.cell(WILAYAH.region)) for row in table if _answer(row) is None),
    )


def _region(row: Row, order: int, categories: Names, seen: _Seen) -> Region | None:
    number = _number(row, seen) if row.has(WILAYAH.number) else order
    name = row.needed(WILAYAH.region)
    addressee = row.needed(WILAYAH.addressee)
    category = row.needed(WILAYAH.category)
    attended = _attended(row)
    if not name or _repeated(row, name, seen):
        return None
    return Region(
        number=order if number is None else number,
        code=_code(row, seen),
        name=name,
        addressee=addressee,
        category=categories.find(category) or category,
        attended=attended,
        source=row.source(WILAYAH.region),
        addressee_source=row.source(WILAYAH.addressee),
        email=row.text(WILAYAH.email),
        others=_others(row),
    )


def _number(row: Row, seen: _Seen) -> int | None:
    number = whole_number(row, WILAYAH.number)
    if number is None:
        return None
    source = row.source(WILAYAH.number)
    other = seen.numbers.setdefault(number, source)
    if other is not source:
        message = _("the number %(number)d stands in %(other)s already.")
        told = message % {"number": number, "other": other}
        row.report(
            rules.REGION_NUMBER_REPEATED, WILAYAH.number, told, _("Number the rows 1, 2, 3 …")
        )
    return number


def _usual_length(table: Table) -> int | None:
    """Give how many characters most codes have after their last dot; None where they differ."""
    ends = [text.rpartition(".")[2] for row in table if (text := row.text(WILAYAH.code))]
    for length, count in Counter(map(len, ends)).most_common(1):
        if count >= _AGREEING * len(ends):
            return length
    return None


def _code(row: Row, seen: _Seen) -> str | None:
    """Read a code; one that a spreadsheet took for a number gets back the zeros it lost."""
    code = row.text(WILAYAH.code)
    if not code:
        return None
    last = code.rpartition(".")[2]
    if isinstance(row.cell(WILAYAH.code), float) and "." in code and len(last) < (seen.length or 0):
        whole = code + "0" * ((seen.length or 0) - len(last))
        told = _("the code %(code)s lost a zero; it is read as %(whole)s.")
        row.report(
            rules.REGION_CODE_SHORT,
            WILAYAH.code,
            told % {"code": code, "whole": whole},
            _("Set the cell to Text and type the code anew."),
        )
        code = whole
    source = row.source(WILAYAH.code)
    other = seen.codes.setdefault(code, source)
    if other is not source:
        told = _("the code %(code)s stands in %(other)s already.")
        row.report(
            rules.REGION_CODE_REPEATED,
            WILAYAH.code,
            told % {"code": code, "other": other},
            _("Each region has a code of its own."),
        )
    return code


def _repeated(row: Row, name: str, seen: _Seen) -> bool:
    """Tell whether a region stands in the sheet already, and report it."""
    source = row.source(WILAYAH.region)
    other = seen.names.setdefault(name_key(name), source)
    if other is source:
        return False
    message = _("the region '%(name)s' stands in %(other)s already.")
    told = message % {"name": name, "other": other}
    row.report(
        rules.REGION_REPEATED, WILAYAH.region, told, _("Delete or rename one of the two rows.")
    )
    return True


def _others(row: Row) -> tuple[str, ...]:
    """Give the former and short names in a cell, each once."""
    parts = (part.strip() for part in row.text(WILAYAH.others).split(OTHERS_BETWEEN.strip()))
    return tuple(dict.fromkeys(part for part in parts if part))


def _report_shared(table: Table, regions: Sequence[Region]) -> None:
    """Report a further name that is another region's as well: it would be a guess between two."""
    owners = {name_key(one.name): one for one in regions}
    rows = {row.source(WILAYAH.region): row for row in table}
    for one in regions:
        for other in one.others:
            owner = owners.setdefault(name_key(other), one)
            if owner is not one:
                told = _("'%(name)s' is a name of %(region)s (%(place)s) as well.")
                names = {"name": other, "region": owner.name, "place": owner.source}
                remedy = _("Delete it in one of the two rows.")
                rows[one.source].report(rules.REGION_REPEATED, WILAYAH.others, told % names, remedy)


def _answer(row: Row) -> bool | None:
    return answer_of(row.cell(WILAYAH.attended))


def _attended(row: Row) -> bool:
    """Read ``Hadir``; an answer that cannot be read counts as yes until the scores are read."""
    text = row.needed(WILAYAH.attended)
    answer = _answer(row)
    if text and answer is None and not is_broken(row.cell(WILAYAH.attended)):
        message = _("'%(text)s' is neither %(yes)s nor %(no)s.")
        told = message % {"text": text[:40], "yes": YES, "no": NO}
        row.report(rules.ANSWER_UNKNOWN, WILAYAH.attended, told, _("Write one of the two."))
    return answer is not False
