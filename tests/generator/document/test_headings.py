"""Levels of headings go down one at a time, and look as they did."""

from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Heading, List, ListItem, Paragraph, Run, Section, walk
from generator.document.headings import without_gaps


def section(*levels: int) -> Section:
    return Section(tuple(Heading(level, (Run("judul"),)) for level in levels))


def levels(sections: tuple[Section, ...]) -> list[int]:
    blocks = (block for one in sections for block in walk(one.blocks))
    return [block.level for block in blocks if isinstance(block, Heading)]


def test_a_level_that_is_left_out_is_closed_and_keeps_its_looks() -> None:
    (made,) = without_gaps([section(2, 3, 3, 1, 3)])
    assert levels((made,)) == [1, 2, 3, 1, 2]
    styles = [block.style for block in made.blocks if isinstance(block, Heading)]
    assert styles == ["h2", "h3", "", "", "h3"]


def test_the_next_section_goes_on_from_the_last_heading() -> None:
    assert levels(without_gaps([section(1), Section((Paragraph(()),)), section(2, 3)])) == [1, 2, 3]


def test_headings_within_lists_count() -> None:
    inner = List((ListItem((Heading(3, ()),)), ListItem((Heading(3, ()),))))
    assert levels(without_gaps([Section((inner,)), section(3)])) == [1, 2, 3]


@given(st.lists(st.lists(st.integers(1, 3), max_size=6), max_size=4))
def test_any_levels_have_no_gap_and_right_ones_stay(asked: list[list[int]]) -> None:
    given_sections = tuple(section(*one) for one in asked)
    made = levels(without_gaps(given_sections))
    steps = zip([0, *made], made, strict=False)
    assert all(1 <= level <= before + 1 for before, level in steps)
    assert levels(without_gaps(without_gaps(given_sections))) == made
    whole = [level for one in asked for level in one]
    if all(level <= before + 1 for before, level in zip([0, *whole], whole, strict=False)):
        assert made == whole
