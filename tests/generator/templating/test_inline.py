"""Inline content keeps every word whatever tags and blanks stand between them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import LineBreak, Run
from generator.templating.inline import trimmed
from generator.templating.markup import fold_blanks

_TEXTS = st.text(alphabet="ab \u00a0", max_size=8).map(fold_blanks)
_PARTS = st.lists(
    st.one_of(st.builds(Run, _TEXTS, st.booleans(), st.booleans()), st.builds(LineBreak)),
    max_size=8,
)


def _text(parts: object) -> str:
    return "".join(part.text if isinstance(part, Run) else "\n" for part in parts)  # type: ignore[attr-defined]


@given(_PARTS)
def test_trimming_takes_blanks_only(parts: list[Run | LineBreak]) -> None:
    kept = _text(trimmed(parts))
    assert kept.replace(" ", "") == _text(parts).replace(" ", "")


@given(_PARTS)
def test_no_blank_stays_at_an_end_or_beside_a_line_break(parts: list[Run | LineBreak]) -> None:
    for line in _text(trimmed(parts)).split("\n"):
        assert line == line.strip(" ")


@given(_PARTS)
def test_trimming_twice_changes_nothing(parts: list[Run | LineBreak]) -> None:
    once = trimmed(parts)
    assert trimmed(once) == once
