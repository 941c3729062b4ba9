"""What the national table of a past round tells: weights, and the results of the year before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.inference import FoundWeights, Row, find_weights
from evaluation.names import similarity
from evaluation.record import Record, RecordedResults
from evaluation.vocabulary.meanings import Meaning

_SAME = 0.75  # how alike a heading and the name of a dimension must be


@dataclass(frozen=True)
class NationalTable:
    """The table with its columns understood.

    ``columns`` gives the column of each dimension that has one; ``final`` and ``change`` are None
    where no column is that, or more than one may be. ``before`` holds the final values of the year
    before. ``weights`` are those of the categories whose rows they explain.
    """

    results: RecordedResults
    columns: Mapping[str, int]
    final: int | None
    change: int | None
    weights: Mapping[str, FoundWeights]
    before: int | None = None

    def previous(self) -> Mapping[str, Decimal]:
        """Give the final values of the year before by region: printed, or by the change since."""
        if self.before is not None:
            told = ((row.region, row.values[self.before]) for row in self.results.rows)
            return {region: value for region, value in told if value is not None}
        if self.final is None or self.change is None:
            return {}
        pairs = {
            row.region: (row.values[self.final], row.values[self.change])
            for row in self.results.rows
        }
        return {
            region: final - change
            for region, (final, change) in pairs.items()
            if final is not None and change is not None
        }


def national_table(records: Sequence[Record], dimensions: Sequence[str]) -> NationalTable:
    """Understand the fullest national table of some records; an empty one where there is none.

    Of the columns that are no dimension's, the record says which holds changes and which is likely
    to hold final values; it is the one that weights of the dimensions explain in every row, else
    the only one whose heading says so.
    """
    results = max((record.results for record in records), key=lambda one: len(one.rows))
    columns = _columns([one.heading for one in results.columns], dimensions)
    roles = {i: one.role for i, one in enumerate(results.columns) if i not in columns.values()}
    change, before = _only(roles, Meaning.CHANGE), _only(roles, Meaning.PREVIOUS)
    settled = {change, before}
    likely = sorted(roles.keys() - settled, key=lambda i: (roles[i] is not Meaning.FINAL, i))
    for final in likely if columns else ():
        weights = _weights(results, columns, final)
        if weights:
            return NationalTable(results, columns, final, change, weights, before)
    return NationalTable(results, columns, _only(roles, Meaning.FINAL), change, {}, before)


def _only(roles: Mapping[int, Meaning], role: Meaning) -> int | None:
    """Give the column of a role; None where there is none, or more than one."""
    found = [index for index, own in roles.items() if own is role]
    return found[0] if len(found) == 1 else None


def _columns(headings: Sequence[str], dimensions: Sequence[str]) -> Mapping[str, int]:
    """Give the column of each dimension, headings and names paired from the most alike down."""
    pairs = sorted(
        (
            (similarity(heading, name), -column, name)
            for column, heading in enumerate(headings)
            for name in dimensions
        ),
        reverse=True,
    )
    found: dict[str, int] = {}
    for alike, column, name in pairs:
        if alike >= _SAME and name not in found and -column not in found.values():
            found[name] = -column
    return found


def _weights(
    results: RecordedResults, columns: Mapping[str, int], final: int
) -> Mapping[str, FoundWeights]:
    """Give the weights of each category whose rows they explain."""
    rows: dict[str, list[Row]] = {}
    for row in results.rows:
        value = row.values[final]
        if value is not None:
            values = [row.values[column] for column in columns.values()]
            rows.setdefault(row.category, []).append((values, value))
    found = {category: find_weights(theirs) for category, theirs in rows.items()}
    return {category: weights for category, weights in found.items() if weights is not None}
