"""Points of assessors that were added, dropped or worded otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from evaluation.comparing.difference import Difference
from evaluation.comparing.items import Aspect, Held, Item, Named
from evaluation.model import Comment, Evaluation

_Group = tuple[str, str, str]
Points = Mapping[_Group, Sequence[Comment]]
_NONE: Points = {}


def points_changed(before: Evaluation, after: Evaluation, same: Named) -> Iterator[Difference]:
    """Tell points that were added, dropped or worded otherwise, by section and assessor."""
    old = {name: _points(comments) for name, comments in before.comments.items()}
    new = {same.get(name, name): _points(comments) for name, comments in after.comments.items()}
    for region in {**old, **new}:
        theirs, ours = old.get(region, _NONE), new.get(region, _NONE)
        for group in {**theirs, **ours}:
            item = Item(Aspect.COMMENT, region, group[:2])
            yield from _points_changed(item, theirs.get(group, []), ours.get(group, []))


def _points(comments: Sequence[Comment]) -> Points:
    groups: dict[_Group, list[Comment]] = {}
    for one in comments:
        groups.setdefault((one.section, one.assessor, one.institution), []).append(one)
    return groups


def _points_changed(
    item: Item, before: Sequence[Comment], after: Sequence[Comment]
) -> Iterator[Difference]:
    texts = [one.point for one in before], [one.point for one in after]
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone = [Held(one.point, one.source) for one in before[first:last]]
        come = [Held(one.point, one.source) for one in after[start:end]]
        for place in range(max(len(gone), len(come))):
            yield Difference(item, _at(gone, place), _at(come, place))


def _at(held: Sequence[Held], place: int) -> Held | None:
    return held[place] if place < len(held) else None
