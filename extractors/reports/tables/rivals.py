"""Which of several columns of scores counts: that of the report's year.

A column of the year before is kept as that; columns with an equal claim are told, and the first is
taken only until a person says which it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from evaluation.vocabulary.layouts import meanings_of
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.tables.columns import Column
from extractors.reports.tables.kinds import Kind, is_bare_year
from extractors.reports.tables.rows import Cell, What
from extractors.reports.tables.tables import Table
from extractors.reports.text.lines import joined
from extractors.reports.text.values import value_of

_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_SCORES = (Meaning.SCORE, Meaning.AVERAGE)


def year_in(label: str) -> int | None:
    """Give the year that a column's head says; None for none, or for more than one."""
    years = set(_YEAR.findall(label))
    return int(years.pop()) if len(years) == 1 else None


def settle_columns(table: Table, year: int | None) -> None:
    """Give the column of the report's year the scores of a table, that of the year before its own.

    ``rivals`` of the table are the heads of columns between which nothing decides.
    """
    if table.kind not in {Kind.QUESTIONS, Kind.SUMMARY}:
        return
    places = [i for i, column in enumerate(table.columns) if _may_score(table, i, column)]
    years = {i: year_in(table.columns[i].label) for i in places}
    dated = [i for i in places if years[i] is not None]
    if not dated and len(places) < 2:
        return
    own = [i for i in dated if years[i] == year]
    undated = [i for i in places if years[i] is None]
    chosen = own or undated or sorted(dated, key=lambda i: -(years[i] or 0))
    _name(table, chosen[0], [i for i in dated if year is not None and years[i] == year - 1])
    others = [i for i in chosen[1:] if _differ(table, chosen[0], i)]
    if others:
        table.rivals = tuple(table.columns[i].label for i in (chosen[0], *others))
    elif not own and not undated:
        table.rivals = (table.columns[chosen[0]].label, str(year or "–"))


def _may_score(table: Table, place: int, column: Column) -> bool:
    """Tell whether a column's head says scores, and most of its cells are numbers."""
    if column.role not in {*_SCORES, Meaning.UNSETTLED}:
        return False
    meanings = meanings_of(column.label)
    if meanings.keys().isdisjoint(_SCORES) and not is_bare_year(column.label):
        return False
    cells = [_text(table, piece.cells.get(place)) for piece in table.pieces
             if piece.what in {What.ROW, What.TAIL} and piece.words]  # fmt: skip
    numbers = sum(value_of(text) is not None for text in cells)
    return column.role is not Meaning.UNSETTLED or 2 * numbers > len(cells)


def _text(table: Table, cell: Cell | None) -> str:
    return joined(list(cell.texts)) if cell is not None else ""


def _differ(table: Table, first: int, second: int) -> bool:
    """Tell whether two columns say different scores anywhere."""
    return any(
        value_of(_text(table, piece.cells.get(first)))
        != value_of(_text(table, piece.cells.get(second)))
        for piece in table.pieces
        if piece.what is What.ROW
    )


def _name(table: Table, score: int, previous: Sequence[int]) -> None:
    """Give the columns their roles: one of scores, maybe one of the year before, no other."""
    roles = {score: table.columns[score].role, **dict.fromkeys(previous, Meaning.PREVIOUS)}
    if roles[score] not in _SCORES:
        roles[score] = Meaning.SCORE
    columns = []
    for place, column in enumerate(table.columns):
        own = column.role if column.role not in _SCORES else Meaning.UNSETTLED
        columns.append(replace(column, role=roles.get(place, own)))
    table.columns = tuple(columns)
