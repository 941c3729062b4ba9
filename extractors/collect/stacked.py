"""Years stacked in a column: only the rows of the round's year are read, the others told once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.messages import Message, _
from evaluation.names import plain
from extractors.collect import periods
from extractors.collect.bodies import Body
from extractors.collect.refusals import Refusal
from extractors.collect.tables import Table

_HEADINGS = ("tahun", "periode", "year", "tahun penilaian", "tahun evaluasi", "tahun data")
_MOSTLY = 0.8  # of the cells of a column must be years


@dataclass(frozen=True, slots=True)
class OfTheRound:
    """The rows of the round, and how many rows of which other years were left out, by year.

    ``refusal`` is set where no row is of the round, or where its year is not known.
    """

    body: Body
    others: Mapping[int, int]
    refusal: Refusal | None = None


def of_the_round(table: Table, body: Body, year: int | None) -> OfTheRound:
    """Leave out the rows of other years than the round's."""
    column = _years_in(table, body.rows)
    if column is None:
        return OfTheRound(body, {})
    years = {row: _year(table.sheet.text(row, column)) for row in body.rows}
    found = Counter(y for y in years.values() if y is not None)
    if len(found) == 1 and year is None:
        return OfTheRound(body, {})
    others = {y: count for y, count in sorted(found.items()) if y != year}
    if year is None or year not in found:
        told = ", ".join(map(str, sorted(found)))
        why: Message = _("it is of %(years)s, and the round is that of %(year)s")
        facts = {"years": told, "year": str(year or "?")}
        return OfTheRound(body, others, Refusal(why % facts, _("Send the file of this round.")))
    rows = tuple(row for row in body.rows if years[row] in (None, year))
    return OfTheRound(Body(rows, body.others), others)


def _years_in(table: Table, rows: Sequence[int]) -> int | None:
    """Give the column whose cells are years; None without one."""
    for column in table.columns:
        if plain(table.heading(column)) not in _HEADINGS:
            continue
        texts = [text for row in rows if (text := table.sheet.text(row, column))]
        years = sum(_year(text) is not None for text in texts)
        if texts and years >= _MOSTLY * len(texts):
            return column
    return None


def _year(text: str) -> int | None:
    return next(iter(periods.years_in(text)), None) if periods.is_year(text) else None
