"""Findings on a terminal: the gravest first, never more than a screen."""

from hypothesis import given
from hypothesis import strategies as st

from evaluation.messages import literal
from evaluation.sources import Finding, Severity, Source, cell_name
from generator.review.lines import counts, lines
from tests.findings import error, notice, warning

FINDINGS = st.lists(
    st.builds(
        Finding,
        st.sampled_from(["a-rule", "b-rule"]),
        st.sampled_from(Severity),
        st.one_of(
            st.none(),
            st.builds(
                Source,
                st.just("e.xlsx"),
                st.sampled_from(["Nilai", "Surat"]),
                st.one_of(st.none(), st.builds(cell_name, st.integers(0, 50), st.integers(0, 5))),
            ),
        ),
        st.text(max_size=20),
        st.text(max_size=20),
    ),
    max_size=60,
)


def at(cell: str) -> Source:
    return Source("e.xlsx", "Nilai", cell)


@given(FINDINGS, st.integers(1, 30))
def test_no_more_lines_than_the_screen_and_each_is_one_line(
    findings: list[Finding], height: int
) -> None:
    told = lines(findings, height)
    assert len(told) <= height
    assert all(line.text.isprintable() for line in told)
    assert bool(told) == bool(findings)


@given(FINDINGS)
def test_all_findings_are_told_when_all_are_asked_for(findings: list[Finding]) -> None:
    assert len(lines(findings)) == len(findings)


def test_errors_stand_before_warnings_and_notices() -> None:
    found = [
        notice("n", None, literal("n")),
        warning("w", None, literal("w")),
        error("e", None, literal("e")),
    ]
    assert [line.text for line in lines(found, 10)] == ["e", "w", "n"]


def test_many_of_one_kind_are_told_together_with_their_places() -> None:
    found = [error("off", at(f"F{row}"), literal("too high")) for row in range(2, 12)]
    told = [line.text for line in lines(found, 10)]
    assert told[:3] == [f"Nilai!F{row}: too high" for row in (2, 3, 4)]
    assert told[3].startswith("… and 7 more of this kind: Nilai!F5, Nilai!F6")
    assert len(told) == 4


def test_findings_without_a_cell_are_never_put_together() -> None:
    found = [error("missing", Source("e.xlsx"), literal(f"no sheet {name}")) for name in "ABCDEF"]
    assert len(lines(found, 10)) == 6


def test_the_counts_name_what_was_found() -> None:
    assert str(counts([])) == "nothing found"
    kinds = (error, error, notice)
    assert str(counts([kind("k", None, literal("x")) for kind in kinds])) == "2 errors, 1 notice"
