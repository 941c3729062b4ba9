"""What is improbable or at odds with last year is found; what only looks like it is not."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.checks import check
from evaluation.exemptions import without_exempted
from evaluation.rules import EXEMPTIBLE
from evaluation.rules.workbook import CHANGE_IMPROBABLE, PREVIOUS_FINAL_DISAGREES
from evaluation.sources import Severity
from extractors.workbook import read_workbook
from tests.evaluation.checking import broken, changed, findings, found, sound
from tests.evaluation.improbable import (
    FIRST,
    FOURTH,
    IMPROBABLE,
    PLAUSIBLE,
    SAME,
    SECOND,
    THIRD,
    weighed,
    wide,
)
from tests.extractors.tiny import write_xlsx


@pytest.mark.parametrize(
    ("_what", "sheets", "rule", "place"), IMPROBABLE, ids=[case[0] for case in IMPROBABLE]
)
def test_what_breaks_a_rule_is_found_at_its_cell(tmp_path, _what, sheets, rule, place):
    assert found(tmp_path, sheets) == [(rule, place)]


@pytest.mark.parametrize(("_what", "sheets"), PLAUSIBLE, ids=[case[0] for case in PLAUSIBLE])
def test_what_only_looks_like_it_is_not_found(tmp_path, _what, sheets):
    assert found(tmp_path, sheets) == []


def test_the_example_rounds_have_no_findings(workbooks):
    for path in workbooks.values():
        reading = read_workbook(path)
        assert reading.evaluation is not None
        found_ = (*reading.findings, *check(reading.evaluation))
        assert without_exempted(found_, reading.evaluation.exemptions, EXEMPTIBLE) == ()


def test_only_a_final_value_that_does_not_add_up_is_an_error(tmp_path):
    for _what, sheets, rule, _place in IMPROBABLE:
        (finding,) = findings(tmp_path, sheets)
        expected = (
            Severity.ERROR if rule == PREVIOUS_FINAL_DISAGREES.identifier else Severity.WARNING
        )
        assert finding.severity is expected
        assert finding.remedy


def test_a_final_value_that_does_not_add_up_is_told_with_the_right_one(tmp_path):
    (finding,) = findings(tmp_path, weighed(Decimal("2.85")))
    assert "2.85 of KAB. BADUNG" in str(finding.message)
    assert "give: 2.86." in str(finding.message)


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        (broken("Tahun Lalu!C2", Decimal("3.26")), "HASIL moved from 3.26 to 1.75 in one year"),
        (wide(FIRST, SAME, THIRD, SAME), "Asesor 2 gave every region the score 3"),
        (wide(FIRST, SECOND, FIRST, FOURTH), "KAB. PEMALANG has the same scores as KAB. BADUNG"),
        (wide(SAME, SECOND, THIRD, FOURTH), "all scores of KAB. BADUNG in this row are 3."),
    ],
)
def test_a_warning_names_what_is_improbable(tmp_path, sheets, message):
    (finding,) = findings(tmp_path, sheets)
    assert message in str(finding.message)


@pytest.mark.parametrize(
    ("maximum", "before", "expected"),
    [(4, "3.26", True), (4, "3.25", False), (5, "3.76", True), (5, "3.75", False)],
)
def test_how_much_is_improbable_follows_the_scale(tmp_path, maximum, before, expected):
    sheets = changed(broken("Surat!B6", maximum), "Tahun Lalu!C2", Decimal(before))
    rules = {(CHANGE_IMPROBABLE.identifier, "Tahun Lalu!C2")} if expected else set()
    assert set(found(tmp_path, sheets)) == rules


def test_a_value_that_is_off_the_scale_is_not_called_improbable_as_well(tmp_path):
    assert found(tmp_path, broken("Tahun Lalu!E2", 9)) == [("previous-off-scale", "Tahun Lalu!E2")]


def test_last_years_zero_is_compared_where_missing_values_do_not_count_as_zero(tmp_path):
    sheets = changed(sound(), "Tahun Lalu!D3", 0)
    assert found(tmp_path, sheets) == []
    sheets["Bobot"][3][3] = "tolak"
    assert found(tmp_path, sheets) == [(CHANGE_IMPROBABLE.identifier, "Tahun Lalu!D3")]


@pytest.mark.parametrize("first", [SAME, [3] * 9 + [None] * 3])
def test_of_an_assessor_who_did_not_choose_the_single_rows_are_not_told(tmp_path, first):
    sheets = wide(FIRST, first, THIRD, SAME)
    assert found(tmp_path, sheets) == [("assessor-all-equal", "Nilai!C3")]


def test_rows_of_means_are_compared_like_those_of_assessors(tmp_path):
    sheets = wide(FIRST, SECOND, FIRST, FOURTH)
    sheets["Nilai"] = [[row[0], *row[2:]] for row in sheets["Nilai"] if row[1] != "Asesor 2"]
    assert found(tmp_path, sheets) == [("scores-copied", "Nilai!B3")]


def test_equal_rows_of_two_regions_are_no_copies_of_each_other(tmp_path):
    sheets = wide(SAME, SECOND, SAME, FOURTH)
    sheets["Nilai"][1][1] = sheets["Nilai"][3][1] = None
    sheets["Nilai"] = [[row[0], *row[2:]] for row in sheets["Nilai"] if row[1] is None]
    sheets["Nilai"].insert(0, ["Wilayah", *range(1, 13), "KERJA SAMA"])
    assert found(tmp_path, sheets) == [
        ("scores-all-equal", "Nilai!B2"),
        ("scores-all-equal", "Nilai!B3"),
    ]


@pytest.mark.parametrize(
    ("cell", "heading", "rule", "remedy"),
    [
        ((0, 1), "REGULAR", "category-unknown", "Nearest: REGULER."),
        ((1, 0), "AWALL", "dimension-unknown", "Nearest: AWAL."),
    ],
)
def test_a_name_that_last_years_weights_misspell_is_a_warning_of_the_reader(
    tmp_path, cell, heading, rule, remedy
):
    sheets = weighed(Decimal("2.86"))
    sheets["Bobot Tahun Lalu"][cell[0]][cell[1]] = heading
    (finding,) = read_workbook(write_xlsx(tmp_path / "a.xlsx", sheets)).findings
    place = f"Bobot Tahun Lalu!{'AB'[cell[1]]}{cell[0] + 1}"
    assert (finding.rule, str(finding.source)) == (rule, place)
    assert (finding.severity, str(finding.remedy)) == (Severity.WARNING, remedy)


def test_last_years_weights_are_read_under_this_years_names(tmp_path):
    reading = read_workbook(write_xlsx(tmp_path / "a.xlsx", weighed(Decimal("2.86"))))
    assert reading.findings == ()
    assert reading.evaluation is not None
    assert reading.evaluation.previous_weights == {
        "REGULER": {"AWAL": 40, "HASIL": 60},
        "KHUSUS": {"AWAL": 40, "HASIL": 40, "KERJA SAMA": 20},
    }


def test_a_near_name_among_the_comments_is_told_with_its_region(tmp_path):
    sheets = broken("Catatan!A4", "Kab. Pematang")
    (finding,) = read_workbook(write_xlsx(tmp_path / "a.xlsx", sheets)).findings
    assert str(finding) == (
        "Catatan!A4: 'Kab. Pematang' is no region of the sheet Wilayah. Nearest: KAB. PEMALANG."
    )


HUNDREDTHS = st.integers(100, 400).map(lambda value: Decimal(value) / 100)


@settings(max_examples=60, deadline=None)
@given(HUNDREDTHS, HUNDREDTHS, st.integers(0, 100), st.integers(-150, 150))
def test_no_final_value_of_last_year_that_is_off_by_a_hundredth_goes_unnoticed(
    tmp_path_factory, begin, outcome, weight, slip
):
    right = (begin * weight + outcome * (100 - weight)) / 100
    final = (right.quantize(Decimal("0.01"), "ROUND_HALF_UP") * 100 + slip) / 100
    sheets = weighed(final, ("AWAL", weight, 50), ("HASIL", 100 - weight, 50))
    changed(changed(sheets, "Tahun Lalu!B2", begin), "Tahun Lalu!C2", outcome)
    rules = {rule for rule, _place in found(tmp_path_factory.mktemp("round"), sheets)}
    assert (PREVIOUS_FINAL_DISAGREES.identifier in rules) is bool(slip)


CELLS = st.one_of(
    st.none(),
    st.integers(-20, 200),
    st.floats(-1, 100).map(lambda value: round(value, 3)),
    st.sampled_from(["-", "40%", "AWAL", "REGULER", "0", "lama"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), CELLS), min_size=1, max_size=4))
def test_damage_to_last_years_weights_never_gives_a_traceback(tmp_path_factory, damage):
    sheets = weighed(Decimal("2.86"))
    for row, column, cell in damage:
        sheets["Bobot Tahun Lalu"][row][column] = cell
    assert all(str(each) for each in findings(tmp_path_factory.mktemp("round"), sheets))
