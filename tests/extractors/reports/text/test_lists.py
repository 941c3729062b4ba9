"""Signs of lists, and paragraphs told from lines."""

import pytest

from extractors.reports.text.lines import Line
from extractors.reports.text.lists import Measure, marked, measure, paragraphs
from tests.extractors.reports.writing import line


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("1. Baik", "1.", "Baik"), ("12) Baik", "1)", "Baik"), ("(3) Baik", "1)", "Baik"),
        ("1.Baik", "1.", "Baik"), ("a. Baik", "a.", "Baik"), ("(b) Baik", "a)", "Baik"),
        ("• Baik", "•", "Baik"), ("- Baik", "•", "Baik"), ("o Baik", "•", "Baik"),
        ("123. Baik", "", "123. Baik"), ("1.5 Baik", "", "1.5 Baik"), ("a Baik", "", "a Baik"),
        ("a.Baik", "", "a.Baik"), ("-Baik", "", "-Baik"), ("oBaik", "", "oBaik"),
        ("A. Baik", "", "A. Baik"), ("Baik", "", "Baik"),
    ],
)  # fmt: skip
def test_a_line_is_parted_into_sign_and_text(text: str, kind: str, rest: str) -> None:
    given = marked(line(text))
    assert (given.kind, given.text, given.left) == (kind, rest, 50)


def full(text: str, top: float, page: int = 1) -> Line:
    """A line as long as the others: ten letters to the word."""
    return line(f"{text} {'x' * 20}", top, page)


def parted(*given: Line, text: Measure | None = None) -> list[str]:
    return ["+".join(one.text.split()[0] for one in p) for p in paragraphs(given, text)]


def test_lines_at_the_usual_distance_are_a_paragraph() -> None:
    assert parted(full("a", 100), full("b", 114), full("c", 128)) == ["a+b+c"]


@pytest.mark.parametrize(("top", "parts"), [(129.6, ["a+b+c"]), (129.7, ["a+b", "c"])])
def test_a_wider_gap_begins_a_paragraph(top: float, parts: list[str]) -> None:
    assert parted(full("a", 100), full("b", 114), full("c", top)) == parts


def test_a_line_that_ended_early_ends_a_paragraph() -> None:
    assert parted(full("a", 100), line("b", 114), full("c", 128)) == ["a+b", "c"]
    short = line(f"b {'x' * 18}", 114)
    assert parted(full("a", 100), short, line("cccc", 128)) == ["a+b+cccc"]
    assert parted(full("a", 100), short, line("c", 128)) == ["a+b+c"]
    shorter = line(f"b {'x' * 17}", 114)
    assert parted(full("a", 100), shorter, line("c", 128)) == ["a+b", "c"]


def test_a_page_break_is_no_gap() -> None:
    assert parted(full("a", 100), full("b", 114), full("c", 50, 2)) == ["a+b+c"]


def test_the_measure_of_the_whole_text_counts_for_its_parts() -> None:
    given = (line("a b", 100), line("c d", 120))
    assert parted(*given) == ["a+c"]
    assert parted(*given, text=Measure(0.0, 4.0)) == ["a", "c"]
    assert parted(*given, text=Measure(200.0, 10.0)) == ["a", "c"]


def test_text_is_measured_by_its_longest_line_and_smallest_blank() -> None:
    assert measure([]) == Measure(0.0, 0.0)
    given = [line("a", 100), line("aaaa", 114), line("a", 140), line("a", 50, page=2)]
    assert measure(given) == Measure(70.0, 4.0)
    large = [line("a", 100), line("a", 112, size=10.5), line("a", 130, size=10.5)]
    assert measure(large).blank == 7.5
    over = [line("a", 100), line("a", 108.5), line("a", 130)]
    assert measure(over).blank == -1.5
    assert measure([line("a", 100), line("a", 108)]).blank == 0.0


def test_no_lines_are_no_paragraph() -> None:
    assert list(paragraphs([])) == []
