"""The sheet ``Wilayah`` → the regions of the round."""

from dataclasses import dataclass, field

from evaluation.messages import _
from evaluation.model import Region
from evaluation.names import name_key
from evaluation.sheets import NO, YES
from evaluation.source import Source
from extractors.workbook.instrument import whole_number
from extractors.workbook.joins import Names
from extractors.workbook.tables import Row, Table
from extractors.workbook.values import answer_of, is_broken


@dataclass(slots=True)
class _Seen:
    """Where each name and number stood first."""

    names: dict[str, Source] = field(default_factory=dict)
    numbers: dict[int, Source] = field(default_factory=dict)


def read_regions(table: Table, categories: Names) -> tuple[Region, ...]:
    """Read the regions in the order of the sheet.

    Reports blank cells, repeated names and numbers, unknown categories, and anything under
    ``Hadir`` that is neither yes nor no. Where the sheet has no column ``No``, rows are numbered
    in order. A region that stands twice is given once.
    """
    seen = _Seen()
    read = [_region(row, order, categories, seen) for order, row in enumerate(table, 1)]
    return tuple(region for region in read if region is not None)


def _region(row: Row, order: int, categories: Names, seen: _Seen) -> Region | None:
    number = _number(row, seen) if row.has("No") else order
    name = row.needed("Wilayah")
    addressee = row.needed("Penerima")
    category = _category(row, categories)
    attended = _attended(row)
    if not name or _repeated(row, name, seen):
        return None
    return Region(
        number=order if number is None else number,
        code=row.text("Kode") or None,
        name=name,
        addressee=addressee,
        category=category,
        attended=attended,
        source=row.source("Wilayah"),
        addressee_source=row.source("Penerima"),
    )


def _number(row: Row, seen: _Seen) -> int | None:
    number = whole_number(row)
    if number is None:
        return None
    source = row.source("No")
    other = seen.numbers.setdefault(number, source)
    if other is not source:
        message = _("the number %(number)d stands in %(other)s already.")
        told = message % {"number": number, "other": other}
        row.error("region-number-repeated", "No", told, _("Number the rows 1, 2, 3 …"))
    return number


def _repeated(row: Row, name: str, seen: _Seen) -> bool:
    """Tell whether a region stands in the sheet already, and report it."""
    source = row.source("Wilayah")
    other = seen.names.setdefault(name_key(name), source)
    if other is source:
        return False
    message = _("the region '%(name)s' stands in %(other)s already.")
    told = message % {"name": name, "other": other}
    row.error("region-repeated", "Wilayah", told, _("Delete or rename one of the two rows."))
    return True


def _category(row: Row, categories: Names) -> str:
    text = row.needed("Kategori")
    category = categories.find(text) if text else None
    if text and category is None and categories:
        message = _("'%(name)s' is no category of the sheet Bobot.") % {"name": text}
        row.error("category-unknown", "Kategori", message, categories.remedy(text))
    return category or text


def _attended(row: Row) -> bool:
    """Read ``Hadir``; an answer that cannot be read counts as yes, so that scores are checked."""
    text = row.needed("Hadir")
    answer = answer_of(row.cell("Hadir"))
    if text and answer is None and not is_broken(row.cell("Hadir")):
        message = _("'%(text)s' is neither %(yes)s nor %(no)s.")
        told = message % {"text": text[:40], "yes": YES, "no": NO}
        row.error("answer-unknown", "Hadir", told, _("Write one of the two."))
    return answer is not False
