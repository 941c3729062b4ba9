"""JSON that keeps every digit of a Decimal, and is otherwise what Python writes."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.exact_json import exact_json

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
def test_plain_data_has_the_bytes_that_python_writes(data: object) -> None:
    assert exact_json(data) == json.dumps(data, ensure_ascii=False, indent=1)


@given(st.decimals(-(10**14), 10**14, allow_nan=False))
def test_a_number_keeps_its_digits(value: Decimal) -> None:
    (read,) = json.loads(exact_json([value]), parse_float=Decimal, parse_int=Decimal)
    assert read == value
    if value.adjusted() >= -100:
        assert f"{read:f}" == f"{value:f}"


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1E+999999", "1E-999999"])
def test_what_no_reader_could_hold_is_a_text(text: str) -> None:
    assert json.loads(exact_json(Decimal(text))) == text
