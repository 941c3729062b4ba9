"""Rules about what assessors wrote: points written twice, and people called by two names."""

from collections import Counter
from collections.abc import Iterator

from evaluation.checks.check import Check
from evaluation.messages import _
from evaluation.model import Evaluation
from evaluation.names import nearly_alike, plain
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source

_SHORTEST = 20  # characters; shorter points ("Sudah baik") may well be made twice


def point_repeated(evaluation: Evaluation) -> Iterator[Finding]:
    """Find a point that stands twice in one section of one region, whoever made it."""
    for comments in evaluation.comments.values():
        first: dict[tuple[str, str], Source] = {}
        for comment in comments:
            key = (comment.section, comment.point.rstrip(" .;").casefold())
            place = first.setdefault(key, comment.source)
            if place is not comment.source and len(key[1]) >= _SHORTEST:
                yield rules.POINT_REPEATED.found(
                    comment.source,
                    _("the point “%(text)s …” stands in %(place)s already.")
                    % {"text": comment.point[:40], "place": place},
                    _("Delete one of the two."),
                )


def people_alike(evaluation: Evaluation) -> Iterator[Finding]:
    """Find assessors and institutions that may be one, written in two ways: Gajah, Gadjah Mada."""
    comments = [one for group in evaluation.comments.values() for one in group]
    assessors = [(one.assessor, one.source) for one in comments]
    for rows in evaluation.scores.values():
        assessors += [(row.assessor, Source(row.file, row.sheet)) for row in rows if row.assessor]
    yield from _alike(assessors)
    yield from _alike([(one.institution, one.source) for one in comments])


def _alike(names: list[tuple[str, Source]]) -> Iterator[Finding]:
    """Tell of each pair that looks alike the name that is used less, at its first place."""
    uses = Counter(name for name, _place in names if name)
    places: dict[str, Source] = {}
    for name, place in names:
        places.setdefault(name, place)
    words = {name: plain(name).split() for name in uses}
    ranked = [name for name, _count in uses.most_common()]
    for position, name in enumerate(ranked):
        usual = next((one for one in ranked[:position] if _may_be(words[one], words[name])), None)
        if usual is not None:
            yield rules.ASSESSOR_NAMES_ALIKE.found(
                places[name],
                _("“%(name)s” looks like another way to write “%(usual)s”.")
                % {"name": name, "usual": usual},
                _("Write one name in one way throughout."),
            )


def _may_be(words: list[str], others: list[str]) -> bool:
    return words == others or nearly_alike(words, others)


CHECKS = (
    Check(rules.POINT_REPEATED, point_repeated),
    Check(rules.ASSESSOR_NAMES_ALIKE, people_alike),
)
