"""JSON whose numbers are exactly the digits of their Decimals: ``4.20`` stays ``4.20``."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from json.encoder import encode_basestring

MOST_DIGITS, MOST_PLACES = 15, 100
"""A number with more digits before its point or noughts behind it, or no finite one, is a text."""

_PLAIN = json.JSONEncoder(ensure_ascii=False)


def exact_json(value: object, margin: str = "\n") -> str:
    """Write plain data as ``json.dumps(value, ensure_ascii=False, indent=1)`` does, and Decimals.

    ``margin`` is the line break and indent that the value stands at.
    """
    if type(value) is str:
        return encode_basestring(value)
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, Mapping):
        within = f"{margin} "
        inner = [f"{encode_basestring(str(k))}: {exact_json(v, within)}" for k, v in value.items()]
        return _framed("{", inner, "}", margin)
    if isinstance(value, list | tuple | Sequence) and not isinstance(value, str):
        return _framed("[", [exact_json(one, margin + " ") for one in value], "]", margin)
    return _PLAIN.encode(value)


def _number(value: Decimal) -> str:
    if value.is_finite() and -MOST_PLACES <= value.adjusted() < MOST_DIGITS:
        return f"{value:f}"
    return _PLAIN.encode(str(value))


def _framed(left: str, inner: Sequence[str], right: str, margin: str) -> str:
    if not inner:
        return left + right
    return f"{left}{margin} {f',{margin} '.join(inner)}{margin}{right}"
