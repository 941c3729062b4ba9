"""Doubtful values that a person settled on the review page, put back into the records.

The page saves JSON: ``{"laporan-settled": 1, "settled": [{"file": …, "dimension": …, "no": …,
"value": …}]}``. A value is a number as text, with comma or point, or null where none is printed.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from evaluation.errors import UnreadableInputError, WrongDataError
from evaluation.messages import Message, _, literal
from evaluation.names import name_key
from evaluation.record import Record, RecordedDimension, RecordedItem
from evaluation.rules import archive as rules
from evaluation.sources import Finding, Source
from evaluation.visible import visible

MARK, VERSION = "laporan-settled", 1

_LARGEST = 10_000_000  # bytes; a whole archive with every value flagged stays below
_NUMBER = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?")

Key = tuple[str, str, int]
"""File name as it is shown, dimension (as ``name_key`` gives it) and number of a question."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person decided: the value of one question in one file; None is "not scored"."""

    key: Key
    value: Decimal | None


def read_settled(path: Path) -> tuple[Settled, ...]:
    """Read the file that the review page saved.

    Raises UnreadableInputError when it is something else, WrongDataError for a value in it that is
    no number.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError
        data = json.loads(path.read_text("utf-8"))
        if data[MARK] != VERSION:
            raise ValueError
        entries = [_entry(entry, path) for entry in data["settled"]]
    except OSError as fault:
        raise _unreadable(path, literal(fault.strerror or fault)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _unreadable(path, _("it is not what the review page saves")) from None
    return tuple(entries)


def _key(file: str, dimension: str, number: int) -> Key:
    return visible(file), name_key(visible(dimension)), number


def _unreadable(path: Path, reason: Message) -> UnreadableInputError:
    return UnreadableInputError(
        _("the settled values cannot be read: %(reason)s.") % {"reason": reason},
        source=Source(str(path)),
        remedy=_("Open the page of --review, settle the values, and save them from there."),
    )


def _entry(entry: Mapping[str, Any], path: Path) -> Settled:
    key = _key(str(entry["file"]), str(entry["dimension"]), int(entry["no"]))
    value = entry["value"]
    if value is None:
        return Settled(key, None)
    text = str(value).strip()
    if not _NUMBER.fullmatch(text):
        raise WrongDataError(
            _("“%(text)s” for question %(number)d of %(file)s is no number.")
            % {"text": text[:40], "number": key[2], "file": key[0]},
            source=Source(str(path)),
            remedy=_("Write a number such as 3 or 3,6."),
        )
    return Settled(key, Decimal(text.replace(",", ".")))


def settle(
    records: Sequence[Record], settled: Iterable[Settled], file: str
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """Put settled values into the records and take their flags away; tell those that fit nowhere.

    ``file`` is where the settled values stand. Only values that are flagged are replaced.
    """
    values = {one.key: one.value for one in settled}
    used: set[Key] = set()
    new = tuple(_record(record, values, used) for record in records)
    return new, tuple(_unused(key, file) for key in values if key not in used)


def _record(record: Record, values: Mapping[Key, Decimal | None], used: set[Key]) -> Record:
    file = record.name
    dimensions = tuple(_dimension(one, file, values, used) for one in record.dimensions)
    flags = tuple(
        flag
        for flag in record.flags
        if flag.number is None or _key(file, flag.dimension or "", flag.number) not in used
    )
    return replace(record, dimensions=dimensions, flags=flags)


def _dimension(
    dimension: RecordedDimension,
    file: str,
    values: Mapping[Key, Decimal | None],
    used: set[Key],
) -> RecordedDimension:
    def items() -> Iterator[RecordedItem]:
        for item in dimension.items:
            key = _key(file, dimension.name, item.number)
            if item.flag is not None and key in values:
                used.add(key)
                yield replace(item, score=values[key], flag=None)
            else:
                yield item

    return replace(dimension, items=tuple(items()))


def _unused(key: Key, file: str) -> Finding:
    return rules.SETTLED_UNUSED.found(
        Source(file),
        _("question %(number)d of %(file)s is not doubtful; its settled value is not used.")
        % {"number": key[2], "file": key[0]},
        _("Settle the values on a fresh page of --review."),
    )
