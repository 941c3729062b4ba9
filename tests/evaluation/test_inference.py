"""The weights of a past round are found from its printed table, or not at all."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evaluation.arithmetic import rounded
from evaluation.inference import FoundWeights, Row, find_weights
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


# Small tables, worked by hand.

WEIGHTS = (D(50), D(30), D(20))
LETTERS = {WhenMissing.REFUSE: "R", WhenMissing.ZERO: "Z", WhenMissing.SHARE_OUT: "S"}


def varied(width: int = 3, count: int = 12) -> list[list[Decimal | None]]:
    return [
        [D(100 + (7 * n * (k + 3) + k * k * 31) % 300) / 100 for k in range(width)]
        for n in range(count)
    ]


def weighed(
    rows: Sequence[Sequence[Decimal | None]], weights: Sequence[Decimal] = WEIGHTS
) -> list[Row]:
    return [
        (
            row,
            rounded(sum((w * (v or D(0)) for w, v in zip(weights, row, strict=True)), D(0)) / 100),
        )
        for row in rows
    ]


def test_as_many_rows_as_dimensions_are_enough_and_one_less_is_not() -> None:
    rows: list[Row] = [([D(1), D(0)], D("0.40")), ([D(0), D(1)], D("0.60"))]
    found = find_weights(rows)
    assert found == FoundWeights((D(40), D(60)), (WhenMissing.REFUSE,) * 2)
    assert find_weights([*rows[:1], ([D(0), None], D("0.60"))]) is None


def test_rows_that_say_the_same_have_no_single_answer() -> None:
    assert find_weights([([D(1), D(1)], D(1)), ([D(2), D(2)], D(2)), ([D(3), D(3)], D(3))]) is None


@pytest.mark.parametrize(
    "weights", [(D(50), D(30), D(30)), (D(50), D(30), D(10)), (D(110), D(10), D(-20))]
)
def test_weights_that_are_no_shares_of_a_hundred_are_not_believed(
    weights: tuple[Decimal, ...],
) -> None:
    assert find_weights(weighed(varied(), weights)) is None


def test_a_weight_may_be_nothing() -> None:
    found = find_weights(weighed(varied(), (D(70), D(0), D(30))))
    assert found is not None and found.weights == (D(70), D(0), D(30))


def test_the_order_of_the_first_rows_does_not_matter() -> None:
    rows: list[Row] = [
        ([D(0), D(1), D(0)], D("0.30")), ([D(1), D(0), D(0)], D("0.50")),
        ([D(0), D(0), D(1)], D("0.20")),
    ]  # fmt: skip
    found = find_weights(rows)
    assert found is not None and found.weights == WEIGHTS


@pytest.mark.parametrize(
    ("row", "final", "treatment"),
    [
        ([D(2), D(3), None], "1.90", "RRZ"),
        ([D(2), D(3), None], "2.38", "RRS"),
        ([None, D(3), D(2)], "1.30", "ZRR"),
        ([D(2), None, None], "1.00", "RZZ"),
        ([D(2), None, None], "2.00", "RSS"),
        ([D(2), None, None], "1.25", "RZS"),
        ([D(2), None, None], "1.43", "RSZ"),
        ([D(2), D(3), None], "2.50", None),
        ([None, None, None], "0.00", "ZZZ"),
        ([None, None, None], "1.00", None),
    ],
)  # fmt: skip
def test_what_a_blank_does_follows_from_its_row(
    row: list[Decimal | None], final: str, treatment: str | None
) -> None:
    found = find_weights([*weighed(varied()), (row, D(final))])
    assert (found and "".join(LETTERS[one] for one in found.when_missing)) == treatment
    assert found is None or found.weights == WEIGHTS


@pytest.mark.parametrize(("width", "found"), [(4, True), (5, False)])
def test_blanks_of_up_to_four_dimensions_are_tried(width: int, found: bool) -> None:
    weights = (D(20),) * 5
    blanks: list[list[Decimal | None]] = [
        [None if k == blank else D(1) for k in range(5)] for blank in range(width)
    ]
    rows = weighed([*varied(5, 20), *blanks], weights)
    assert (find_weights(rows) is not None) is found


def test_dimensions_without_values_stand_between_the_others() -> None:
    rows = weighed(varied())
    spread: list[Row] = [([None, v[0], None, v[1], v[2]], final) for v, final in rows]
    assert find_weights(spread) == FoundWeights(
        (None, D(50), None, D(30), D(20)), (WhenMissing.REFUSE,) * 5
    )


def test_a_table_without_values_has_no_weights() -> None:
    assert find_weights([([None, None], D(1))]) is None
    assert find_weights([([], D(1))]) is None
