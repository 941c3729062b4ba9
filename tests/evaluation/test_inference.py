"""The weights of a past round are found from its printed table, or not at all."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from evaluation.arithmetic import rounded
from evaluation.inference import Row, find_weights
from evaluation.model import WhenMissing

D = Decimal
values = st.integers(100, 400).map(lambda hundredths: D(hundredths) / 100)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Row], tuple[Decimal, ...]]:
    """A table of at least twenty rows and the weights behind it."""
    width = draw(st.integers(2, 6))
    cuts = sorted(draw(st.sets(st.integers(1, 19), min_size=width - 1, max_size=width - 1)))
    edges = [0, *cuts, 20]
    weights = tuple(D(5 * (after - before)) for before, after in pairwise(edges))
    rows = draw(
        st.lists(st.lists(values, min_size=width, max_size=width), min_size=20, max_size=40)
    )
    return [(row, final_of(row, weights)) for row in rows], weights


def final_of(row: list[Decimal], weights: tuple[Decimal, ...]) -> Decimal:
    return rounded(sum((w * v for w, v in zip(weights, row, strict=True)), D(0)) / 100)


@given(tables())
def test_what_is_found_reproduces_every_row(table: tuple[list[Row], tuple[Decimal, ...]]) -> None:
    rows, _weights = table
    found = find_weights(rows)
    assume(found is not None)
    assert found is not None
    for row, final in rows:
        weights = tuple(weight or D(0) for weight in found.weights)
        assert final_of([value or D(0) for value in row], weights) == final


def test_the_weights_of_a_varied_table_are_found() -> None:
    weights = (D(10), D(20), D(30), D(20), D(20))
    rows = [
        [D(100 + (7 * n * (k + 3) + k * k * 31) % 300) / 100 for k in range(5)] for n in range(60)
    ]
    found = find_weights([(row, final_of(row, weights)) for row in rows])
    assert found is not None
    assert found.weights == weights
    assert set(found.when_missing) == {WhenMissing.REFUSE}


def test_a_blank_that_counts_as_nothing_is_told_from_one_that_is_shared_out() -> None:
    weights = (D(50), D(30), D(20))
    full: list[Row] = []
    for n in range(30):
        row = [D(100 + (7 * n * (k + 3) + k * k * 31) % 300) / 100 for k in range(3)]
        full.append((row, final_of(row, weights)))
    as_zero = find_weights([*full, ([D(2), D(3), None], D("1.90"))])
    shared = find_weights([*full, ([D(2), D(3), None], D("2.38"))])
    assert as_zero is not None and as_zero.when_missing[2] is WhenMissing.ZERO
    assert shared is not None and shared.when_missing[2] is WhenMissing.SHARE_OUT


def test_a_dimension_without_any_value_has_no_weight() -> None:
    rows: list[Row] = [([D(n % 3 + 1), None, D(n % 4 + 1)], D(0)) for n in range(30)]
    rows = [
        (row, rounded((row[0] or D(0)) * D("0.4") + (row[2] or D(0)) * D("0.6")))
        for row, _f in rows
    ]
    found = find_weights(rows)
    assert found is not None and found.weights == (D(40), None, D(60))


def test_too_few_rows_or_a_wrong_row_give_nothing() -> None:
    rows: list[Row] = [([D(1), D(2)], D("1.50")), ([D(3), D(2)], D("2.50"))]
    assert find_weights([]) is None
    assert find_weights(rows[:1]) is None
    assert find_weights([*rows, ([D(4), D(1)], D("3.99"))]) is None
