"""Each rule finds what breaks it, at its cell, and nothing where all is well."""

import pytest

from evaluation.checks import CHECKS, RESULT_CHECKS
from evaluation.sources import Severity
from tests.evaluation.checking import (
    BADUNG,
    COMPLETENESS,
    PEMALANG,
    broken,
    findings,
    found,
    scores,
    sound,
)
from tests.evaluation.improbable import IMPROBABLE

BREAKS = [
    ("a score above the scale", broken("Nilai!C2", 5), "score-off-scale", "Nilai!C2"),
    ("a score below the scale", broken("Nilai!F4", "0,5"), "score-off-scale", "Nilai!F4"),
    ("a direct score off scale", broken("Nilai!G4", 7), "score-off-scale", "Nilai!G4"),
    (
        "an absent region's score",
        scores(BADUNG, PEMALANG, ("KOTA BOGOR", "Asesor 1", None, 3, None, None, None)),
        "absent-with-scores",
        "Nilai!D4",
    ),
    ("a step between two", broken("Nilai!D3", 3.5), "score-off-step", "Nilai!D3"),
    ("a score that is not counted", broken("Nilai!G2", 3), "score-not-counted", "Nilai!G2"),
    ("last year's final", broken("Tahun Lalu!E2", 4.5), "previous-off-scale", "Tahun Lalu!E2"),
    ("last year's value", broken("Tahun Lalu!B2", -1), "previous-off-scale", "Tahun Lalu!B2"),
    (
        "two of one addressee",
        broken("Wilayah!D3", "Bupati  Badung"),
        "addressee-repeated",
        "Wilayah!D3",
    ),
    ("an attending region without row", scores(BADUNG), "region-without-scores", "Wilayah!C3"),
    (
        "an attending region with a blank row",
        scores(BADUNG, (*PEMALANG[:2], *[None] * 5)),
        "region-without-scores",
        "Wilayah!C3",
    ),
    ("an attending absentee", broken("Wilayah!F4", "Ya"), "region-without-scores", "Wilayah!C4"),
    (
        "a question that nobody scored",
        scores((*BADUNG[:3], None, *BADUNG[4:]), PEMALANG),
        "question-unscored",
        "Nilai!D2",
    ),
    (
        "a dimension that nobody scored",
        scores((*BADUNG[:4], None, None, None), PEMALANG),
        "question-unscored",
        "Nilai!E2",
    ),
    (
        "a direct score that must not be missing",
        {
            **scores(BADUNG, (*PEMALANG[:6], None)),
            "Bobot": [*sound()["Bobot"][:3], ["KERJA SAMA", None, 20, "tolak"]],
        },
        "dimension-missing",
        "Nilai!G3",
    ),
    (
        "weights that all fall away",
        {
            **scores(BADUNG, (*PEMALANG[:2], None, None, None, None, 3)),
            "Bobot": [
                ["Dimensi", "REGULER", "KHUSUS", "Bila Kosong"],
                ["AWAL", 40, 50, "bagi ulang"],
                ["HASIL", 60, 50, "bagi ulang"],
                ["KERJA SAMA", None, 0, "bagi ulang"],
            ],
        },
        "final-missing",
        "Wilayah!C3",
    ),
]


IDENTIFIERS = [one.rule.identifier for one in (*CHECKS, *RESULT_CHECKS)]


def test_the_sound_round_has_no_findings(tmp_path):
    assert findings(tmp_path, sound()) == ()


@pytest.mark.parametrize(("_what", "sheets", "rule", "place"), BREAKS, ids=[b[0] for b in BREAKS])
def test_what_breaks_a_rule_is_found_at_its_cell(tmp_path, _what, sheets, rule, place):
    assert found(tmp_path, sheets) == [(rule, place)]


def test_every_rule_is_broken_by_some_case():
    assert set(IDENTIFIERS) == {case[2] for case in (*BREAKS, *IMPROBABLE)} | COMPLETENESS


def test_identifiers_are_unique():
    assert len(set(IDENTIFIERS)) == len(IDENTIFIERS)


def test_a_finding_names_value_and_scale_and_says_what_to_do(tmp_path):
    (finding,) = findings(tmp_path, broken("Nilai!C2", 5))
    assert str(finding) == (
        "Nilai!C2: the score 5 lies outside of the scale from 1 to 4. Assessors give 1 to 4 by 1."
    )


def test_unscored_questions_of_a_region_are_listed_compactly(tmp_path):
    (finding,) = findings(tmp_path, scores((*BADUNG[:2], 4, None, None, None, None), PEMALANG))
    assert "KAB. BADUNG in these questions: 2–4." in str(finding.message)


def test_what_one_assessor_left_out_another_may_have_scored(tmp_path):
    other = ("KAB. BADUNG", "Asesor 2", None, None, None, 2, None)
    assert found(tmp_path, scores((*BADUNG[:5], None, None), other, PEMALANG)) == []


def test_means_and_direct_scores_are_bound_by_the_scale_alone(tmp_path):
    sheets = scores((*BADUNG[:2], 1.67, 2.04, 3.2, 3.3, None), PEMALANG)
    sheets["Nilai"] = [[row[0], *row[2:]] for row in sheets["Nilai"]]
    assert found(tmp_path, sheets) == []


def test_gaps_are_no_finding_where_the_round_averages_what_is_there(tmp_path):
    sheets = scores((*BADUNG[:3], None, *BADUNG[4:]), PEMALANG)
    sheets["Surat"][7][1] = "rata-rata yang ada"
    assert found(tmp_path, sheets) == []


def test_a_dimension_without_any_score_is_still_missing_where_gaps_are_allowed(tmp_path):
    sheets = scores((*BADUNG[:4], None, None, None), PEMALANG)
    sheets["Surat"][7][1] = "rata-rata yang ada"
    assert found(tmp_path, sheets) == [("dimension-missing", "Nilai!E2")]


@pytest.mark.parametrize("treatment", ["0", "bagi ulang"])
def test_a_missing_value_whose_treatment_is_declared_is_no_finding(tmp_path, treatment):
    sheets = scores((*BADUNG[:4], None, None, None), PEMALANG)
    sheets["Bobot"][2][3] = treatment
    assert found(tmp_path, sheets) == []


def test_a_dimension_that_is_scored_in_part_is_no_declared_gap(tmp_path):
    sheets = scores((*BADUNG[:5], None, None), PEMALANG)
    sheets["Bobot"][2][3] = "0"
    assert found(tmp_path, sheets) == [("question-unscored", "Nilai!F2")]


def test_everything_comes_at_once_in_the_order_of_the_sheets(tmp_path):
    sheets = broken("Nilai!C3", 9)
    sheets["Nilai"][1][2] = 0
    sheets["Nilai"][1][6] = 2
    sheets["Wilayah"][2][3] = "Bupati Badung"
    assert found(tmp_path, sheets) == [
        ("addressee-repeated", "Wilayah!D3"),
        ("score-off-scale", "Nilai!C2"),
        ("score-not-counted", "Nilai!G2"),
        ("score-off-scale", "Nilai!C3"),
    ]


def test_only_what_is_not_counted_or_lies_in_the_past_is_a_warning(tmp_path):
    warnings = set()
    for _what, sheets, rule, _place in BREAKS:
        (finding,) = findings(tmp_path, sheets)
        if finding.severity is Severity.WARNING:
            warnings.add(rule)
        else:
            assert finding.severity is Severity.ERROR
        assert finding.remedy
    assert warnings == {"score-not-counted", "previous-off-scale"}
