"""A record as JSON for programs, and back: numbers exact, null for what was not read.

The schema is documented in ``docs/arsip.md``; ``schema`` counts its versions. The same record gives
the same bytes, in every language: a doubt is its rule and its facts. Only what a user asks for says
beside them what they mean, in the language of the run.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, overload

from evaluation.doubts import SAID, Doubt
from evaluation.exact_json import MOST_PLACES, exact_json
from evaluation.record import (
    Flag,
    Record,
    RecordedColumn,
    RecordedComments,
    RecordedDimension,
    RecordedItem,
    RecordedLetter,
    RecordedName,
    RecordedResult,
    RecordedResults,
)
from evaluation.sources import Box, Source
from evaluation.vocabulary.layouts import result_of
from evaluation.vocabulary.meanings import Meaning, meaning_of

RECORD_FILE = "evaluasi.json"
"""The name of the record that a document carries inside itself."""

RESULTS_FILE = "hasil.csv"
"""The name of the rows of the national table that a document carries inside itself."""

SCHEMA = 2
_READ = (1, SCHEMA)
"""The versions that are read; the first had a column of the national table as its heading alone,
and a doubt as a sentence in the language of its run, which is told as it is."""

_UNNAMED = "flagged"
"""The rule of an item's doubt in the first version, which kept the rule with the flag alone."""

Json = dict[str, Any]
T = TypeVar("T")


Tell = Callable[[Doubt], Json]
"""Gives a doubt as it stands in the record."""


def to_json(record: Record) -> str:
    """Write a record to be kept or embedded; every key is there, whatever the document lacks."""
    return exact_json(_data(record, _kept)) + "\n"


def told_json(record: Record) -> str:
    """Write a record for a user: the same, and ``message`` with each doubt, in their language."""
    return exact_json(_data(record, _told)) + "\n"


def _kept(doubt: Doubt) -> Json:
    return {"rule": doubt.rule, "facts": dict(doubt.facts)}


def _told(doubt: Doubt) -> Json:
    return {**_kept(doubt), "message": str(doubt.message)}


def _data(record: Record, tell: Tell) -> Json:
    return {
        "schema": SCHEMA,
        "file": record.file,
        "pages": list(record.pages) if record.pages else None,
        "region": record.region,
        "category": record.category,
        "year": record.year,
        "participating": record.participating,
        "letter": {
            "number": record.letter.number,
            "date": record.letter.date.isoformat() if record.letter.date else None,
        },
        "dimensions": [_dimension(dimension, tell) for dimension in record.dimensions],
        "comments": [_comments(comments) for comments in record.comments],
        "addressees": [_name(name) for name in record.addressees],
        "absent": [_name(name) for name in record.absent],
        "results": {
            "columns": [_column(column) for column in record.results.columns],
            "rows": [_result(row) for row in record.results.rows],
        },
        "flags": [_flag(flag, tell) for flag in record.flags],
    }


def from_json(text: str) -> Record:
    """Read what ``to_json`` wrote. Raises ValueError, naming the key, for anything else."""
    try:
        data = json.loads(text, parse_float=Decimal, parse_int=_integer)
        return _record(data)
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"no record: {fault}") from fault


def _number(value: Decimal | None) -> int | float | None:
    """Give a number that JSON writes as it was printed: a double keeps 15 digits exactly."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _integer(text: str) -> int:
    if len(text) > 18:
        raise ValueError("a number is too long")
    return int(text)


def _place(source: Source | None) -> Json:
    box = source.box if source else None
    return {
        "page": source.page if source else None,
        "box": [round(side, 1) for side in box] if box else None,
    }


def _dimension(dimension: RecordedDimension, tell: Tell) -> Json:
    return {
        "name": dimension.name,
        "average": _number(dimension.average),
        "previous": _number(dimension.previous),
        **_place(dimension.source),
        "items": [_item(item, tell) for item in dimension.items],
    }


def _item(item: RecordedItem, tell: Tell) -> Json:
    return {
        "no": item.number,
        "indicator": item.indicator,
        "sub": item.sub_indicator,
        "question": item.question,
        "score": _number(item.score),
        "printed": item.printed,
        "flag": tell(item.flag) if item.flag else None,
        **_place(item.source),
    }


def _comments(comments: RecordedComments) -> Json:
    return {
        "section": comments.section,
        "assessor": comments.assessor,
        "institution": comments.institution,
        "points": list(comments.points),
        **_place(comments.source),
    }


def _name(name: RecordedName) -> Json:
    return {"no": name.number, "name": name.name, **_place(name.source)}


def _column(column: RecordedColumn) -> Json:
    known = column.role is not Meaning.UNSETTLED
    return {"heading": column.heading, "role": column.role.key if known else None}


def _result(row: RecordedResult) -> Json:
    return {
        "no": row.number,
        "region": row.region,
        "values": [_number(value) for value in row.values],
        "category": row.category,
        **_place(row.source),
    }


def _flag(flag: Flag, tell: Tell) -> Json:
    return {
        **tell(flag.doubt),
        "dimension": flag.dimension,
        "no": flag.number,
        **_place(flag.source),
    }


def _record(data: Json) -> Record:
    if data["schema"] not in _READ:
        raise ValueError(f"no record: schema {data['schema']}")
    file = data["file"]
    letter = data["letter"]
    day = letter["date"]

    def many(items: Iterable[Json], make: Callable[[Json, str], T]) -> tuple[T, ...]:
        return tuple(make(item, file) for item in items)

    return Record(
        file=file,
        region=data["region"],
        category=data["category"],
        year=data["year"],
        participating=data["participating"],
        letter=RecordedLetter(letter["number"], date.fromisoformat(day) if day else None),
        dimensions=many(data["dimensions"], _read_dimension),
        comments=many(data["comments"], _read_comments),
        addressees=many(data["addressees"], _read_name),
        absent=many(data["absent"], _read_name),
        results=RecordedResults(
            tuple(map(_read_column, data["results"]["columns"])),
            many(data["results"]["rows"], _read_result),
        ),
        flags=many(data["flags"], _read_flag),
        pages=_pages(data.get("pages")),
    )


def _pages(data: Sequence[int] | None) -> tuple[int, int] | None:
    if data is None:
        return None
    first, last = data
    return int(first), int(last)


def _decimal(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _source(data: Json, file: str) -> Source | None:
    if data["page"] is None:
        return None
    return Source(file, page=data["page"], box=_box(data["box"]))


def _box(sides: Sequence[Decimal | int] | None) -> Box | None:
    return None if sides is None else Box(*map(float, sides))


def _read_dimension(data: Json, file: str) -> RecordedDimension:
    items = tuple(_read_item(item, file) for item in data["items"])
    return RecordedDimension(
        data["name"], _decimal(data["average"]), items, _source(data, file),
        _decimal(data.get("previous")),
    )  # fmt: skip


def _read_item(data: Json, file: str) -> RecordedItem:
    return RecordedItem(
        data["no"], data["indicator"], data["sub"], data["question"], _decimal(data["score"]),
        data["printed"], _read_doubt(data["flag"]), _source(data, file),
    )  # fmt: skip


def _read_comments(data: Json, file: str) -> RecordedComments:
    return RecordedComments(
        data["section"], data["assessor"], data["institution"], tuple(data["points"]),
        _source(data, file),
    )  # fmt: skip


def _read_name(data: Json, file: str) -> RecordedName:
    return RecordedName(data["no"], data["name"], _source(data, file))


def _read_column(data: Json | str) -> RecordedColumn:
    if isinstance(data, str):
        return RecordedColumn(data, result_of(data))
    role = data["role"]
    return RecordedColumn(data["heading"], meaning_of(role) if role else Meaning.UNSETTLED)


def _read_result(data: Json, file: str) -> RecordedResult:
    values = tuple(map(_decimal, data["values"]))
    return RecordedResult(data["no"], data["region"], values, data["category"], _source(data, file))


def _read_flag(data: Json, file: str) -> Flag:
    source = _source(data, file) or Source(file)
    return Flag(_read_doubt(data), source, data["dimension"], data["no"])


@overload
def _read_doubt(data: Json) -> Doubt: ...
@overload
def _read_doubt(data: Json | str | None) -> Doubt | None: ...


def _read_doubt(data: Json | str | None) -> Doubt | None:
    """Read a doubt; one of the version that kept sentences has its sentence as its only fact."""
    if data is None:
        return None
    if isinstance(data, str):
        return Doubt(_UNNAMED, ((SAID, data),))
    facts = data["facts"] if "facts" in data else {SAID: data["message"]}
    if not all(map(_is_fact, facts.values())):
        raise ValueError("no record: facts")
    return Doubt(str(data["rule"]), tuple(sorted(facts.items())))


def _is_fact(value: object) -> bool:
    """Tell whether a value may be a fact: a text, or a number of a size that can be written."""
    if isinstance(value, Decimal):
        return abs(value.adjusted()) <= MOST_PLACES
    return isinstance(value, str | int)
