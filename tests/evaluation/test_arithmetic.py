"""The arithmetic of printed values."""

import csv
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import arithmetic
from evaluation.arithmetic import (
    Result,
    Results,
    final_value,
    mean,
    result,
    rounded,
    weights_in_force,
)
from evaluation.model import (
    Dimension,
    Evaluation,
    Facts,
    Instrument,
    PreviousResult,
    Question,
    Region,
    Scale,
    ScoreRow,
    WhenMissing,
)
from evaluation.sources import Source

HERE = Source("ronde.xlsx")
PUBLISHED = Path(__file__).parents[1] / "examples" / "published.csv"
DIMENSIONS = ("BASELINE", "OUTPUT", "OUTCOME", "IMPACT", "QUICK WINS", "PROGRAM KOLABORASI")
WEIGHTS = {"REGULER": (10, 20, 30, 20, 20, None), "KPPN IKN": (10, 20, 20, 20, 20, 10)}


def dimension(
    name: str,
    numbers: tuple[int, ...],
    weights: dict[str, int],
    when_missing: WhenMissing = WhenMissing.REFUSE,
) -> Dimension:
    questions = tuple(Question(number, "", "", f"Soal {number}?", HERE) for number in numbers)
    whole = {category: Decimal(weight) for category, weight in weights.items()}
    return Dimension(name, questions, whole, when_missing, name, name, "", (), HERE)


def evaluation(
    dimensions: tuple[Dimension, ...],
    rows: list[list[object]],
    *,
    attended: bool = True,
    averages: bool = False,
    previous: PreviousResult | None = None,
) -> Evaluation:
    """Give a round of one region of category A; ``rows`` are its scores by assessor."""
    scale = Scale(Decimal(1), Decimal(4), Decimal(1))
    instrument = Instrument(dimensions, ("A",), scale, averages)
    region = Region(1, None, "KAB. BADUNG", "Bupati Badung", "A", attended, HERE)
    scores = tuple(
        ScoreRow(
            f"Asesor {number}",
            tuple(None if cell is None else Decimal(str(cell)) for cell in row),
            "ronde.xlsx",
            "Nilai",
            number,
            tuple(range(2, 2 + len(row))),
        )
        for number, row in enumerate(rows, 1)
    )
    found = {region.name: previous} if previous else {}
    return Evaluation(
        "ronde.xlsx", Facts(()), instrument, (region,), {region.name: scores}, found, {}
    )


def only(made: Evaluation):
    return result(made, made.regions[0])


TWO = (dimension("AWAL", (1, 2), {"A": 40}), dimension("HASIL", (3,), {"A": 60}))


@pytest.mark.parametrize(
    ("value", "printed"),
    [("2.345", "2.35"), ("2.3449", "2.34"), ("-0.005", "-0.01"), ("3", "3.00"), ("1.005", "1.01")],
)
def test_halves_are_rounded_up(value, printed):
    assert str(rounded(Decimal(value))) == printed


def test_the_mean_of_nothing_is_nothing():
    assert mean([]) is None


def test_every_value_is_computed_from_printed_values():
    # 8/3 is printed 2.67; its mean with 1 is then 1.835, printed 1.84. The unrounded mean would be
    # 1.8333…, printed 1.83.
    reached = only(evaluation(TWO, [[2, 1, 4], [3, 1, 4], [3, 1, 4]]))
    assert reached.questions == {1: Decimal("2.67"), 2: Decimal("1.00"), 3: Decimal("4.00")}
    assert reached.dimensions["AWAL"] == Decimal("1.84")
    assert reached.final == Decimal("3.14")


def test_an_assessor_who_did_not_score_a_question_does_not_count_in_it():
    assert only(evaluation(TWO, [[4, 4, None], [None, 4, 3]])).questions[3] == 3


def test_a_question_without_any_score_leaves_its_dimension_without_a_value():
    reached = only(evaluation(TWO, [[4, None, 4]]))
    assert (reached.questions[2], reached.dimensions["AWAL"], reached.final) == (None, None, None)


def test_a_round_may_average_what_is_there():
    reached = only(evaluation(TWO, [[4, None, 4]], averages=True))
    assert (reached.dimensions["AWAL"], reached.final) == (4, 4)


@pytest.mark.parametrize(
    ("treatment", "final"),
    [(WhenMissing.ZERO, "3.20"), (WhenMissing.SHARE_OUT, "4.00"), (WhenMissing.REFUSE, None)],
)
def test_a_missing_dimension_counts_as_its_treatment_says(treatment, final):
    extra = dimension("KERJA SAMA", (), {"A": 20}, treatment)
    parts = (dimension("AWAL", (1,), {"A": 40}), dimension("HASIL", (2,), {"A": 40}), extra)
    reached = only(evaluation(parts, [[4, 4, None]]))
    assert reached.dimensions["KERJA SAMA"] is None
    assert reached.final == (None if final is None else Decimal(final))


def test_a_shared_out_weight_falls_to_the_others_in_proportion():
    parts = (
        dimension("AWAL", (), {"A": 50}),
        dimension("HASIL", (), {"A": 30}),
        dimension("KERJA SAMA", (), {"A": 20}, WhenMissing.SHARE_OUT),
    )
    values = {"AWAL": Decimal(4), "HASIL": Decimal(2), "KERJA SAMA": None}
    assert weights_in_force(parts, "A", values) == {"AWAL": 50, "HASIL": 30}
    assert final_value(parts, "A", values) == Decimal("3.25")


def test_nothing_but_shared_out_weights_gives_no_final_value():
    part = dimension("KERJA SAMA", (), {"A": 100}, WhenMissing.SHARE_OUT)
    assert only(evaluation((part,), [[None]])).final is None


def test_a_dimension_of_another_category_has_no_part():
    parts = (*TWO, dimension("KERJA SAMA", (), {"B": 20}))
    reached = only(evaluation(parts, [[4, 4, 4, 1]]))
    assert set(reached.dimensions) == {"AWAL", "HASIL"}
    assert reached.final == 4


def test_an_absent_region_has_no_values_and_keeps_last_years():
    before = PreviousResult({"AWAL": Decimal("3.2")}, Decimal("2.9"), HERE)
    reached = only(evaluation(TWO, [[4, 4, 4]], attended=False, previous=before))
    assert reached.questions == {1: None, 2: None, 3: None}
    assert reached.dimensions == {"AWAL": None, "HASIL": None}
    assert (reached.final, reached.improvement) == (None, None)
    assert (reached.previous, reached.previous_final) == ({"AWAL": Decimal("3.20")}, Decimal("2.9"))


def test_changes_are_told_where_both_years_have_a_value():
    before = PreviousResult({"AWAL": Decimal("3.25")}, Decimal("3.10"), HERE)
    reached = only(evaluation(TWO, [[4, 4, 3]], previous=before))
    assert reached.changes == {"AWAL": Decimal("0.75"), "HASIL": None}
    assert reached.improvement == Decimal("0.30")


def test_a_region_without_last_years_result_has_no_improvement():
    reached = only(evaluation(TWO, [[4, 4, 4]]))
    assert (reached.previous, reached.previous_final, reached.improvement) == ({}, None, None)


def published() -> list[dict[str, str]]:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_all_published_finals_come_out_exactly():
    rows = published()
    for row in rows:
        parts = tuple(
            dimension(name, (), {row["KET"]: weight}, WhenMissing.ZERO)
            for name, weight in zip(DIMENSIONS, WEIGHTS[row["KET"]], strict=True)
            if weight is not None
        )
        texts = {name: row[name].replace(",", ".") for name in DIMENSIONS}
        values = {n: Decimal(text) if text not in ("", "-") else None for n, text in texts.items()}
        final = Decimal(row["NILAI FINAL"].replace(",", "."))
        assert final_value(parts, row["KET"], values) == final, row["WILAYAH"]
    assert len(rows) == 140


@given(
    st.lists(st.lists(st.integers(1, 4), min_size=3, max_size=3), min_size=1, max_size=5),
    st.integers(0, 100),
)
def test_values_stay_within_the_scale_and_the_final_between_its_dimensions(rows, weight):
    weights = (Decimal(weight), Decimal(100 - weight))
    parts = tuple(replace(d, weights={"A": w}) for d, w in zip(TWO, weights, strict=True))
    reached = only(evaluation(parts, [list(row) for row in rows]))
    values = [value for value in reached.dimensions.values() if value is not None]
    assert all(1 <= value <= 4 for value in values)
    assert reached.final is not None
    assert min(values) <= reached.final <= max(values)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=7))
def test_the_mean_is_the_exact_fraction_rounded_half_up(scores):
    exact = Decimal(sum(scores) * 10_000 // len(scores)) / 10_000
    tie = (sum(scores) * 1000) % (len(scores) * 10) == len(scores) * 5
    expected = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert mean([Decimal(score) for score in scores]) == expected or tie


def test_the_results_of_a_round_are_those_of_each_region_and_computed_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    computed: list[str] = []

    def noting(made: Evaluation, region: Region) -> Result:
        computed.append(region.name)
        return result(made, region)

    monkeypatch.setattr(arithmetic, "result", noting)
    whole = evaluation(TWO, [[1, 2, 3]])
    results = Results(whole)
    for _time in range(2):
        for region in whole.regions:
            assert results.of(region) == result(whole, region)
    assert computed == [region.name for region in whole.regions]
