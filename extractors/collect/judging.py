"""The reading of a table that fits best, or why none is taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluation.messages import Message, _
from evaluation.sources import Severity
from extractors.collect import periods
from extractors.collect.around import Around
from extractors.collect.axes import axes_of
from extractors.collect.bodies import Body
from extractors.collect.candidates import Candidates, candidates_of
from extractors.collect.fit import Fit, Measure, differ
from extractors.collect.headings import Vocabulary
from extractors.collect.hypotheses import Hypothesis, hypotheses
from extractors.collect.keys import Keys
from extractors.collect.kinds import NEVER
from extractors.collect.looks import Look
from extractors.collect.numbers import Amounts
from extractors.collect.refusals import Refusal
from extractors.collect.sureness import FLOOR, RIVAL
from extractors.collect.tables import Table
from extractors.collect.ticks import ticked_columns

_WEAK = {
    "unique": _("several values stand for one region, assessor and question"),
    "scale": _("its numbers do not lie on the scale of the round"),
    "complete": _("regions and questions hardly meet in it"),
    "regions": _("its regions are not those of the round"),
    "asked": _("its questions are not those of the round"),
    "assessors": _("its assessors do not recur"),
    "sources": _("its headings hardly say what stands below"),
    "explained": _("most of its numbers would stay unread"),
    "questions": _("hardly any question of the round stands in it"),
}


UNTOLD = Refusal(
    _("nothing tells its regions or its questions"),
    _("Say in a mapping (--map) what its columns are."),
    Severity.WARNING,
)
_FOREIGN = Refusal(
    _("its regions or its questions are not those of the round"),
    _("Say in a mapping (--map) what its columns are."),
    Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The best reading and its fit; None where there is none, with the refusal if one is due.

    ``rivals`` are the readings that fit nearly as well, for the map.
    """

    candidates: Candidates
    best: Fit | None
    refusal: Refusal | None = None
    rivals: tuple[Fit, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """What judging needs to know of the round and of the file."""

    words: Vocabulary
    amounts: Amounts
    year: int | None = None


def judge(
    table: Table, looks: Sequence[Look], body: Body, keys: Keys, around: Around, round_: Round
) -> Verdict:
    """Measure all readings of a table and take the best where it is clearly the best."""
    scored = [look for look in looks if look.may_hold_scores]
    axes = axes_of(table, scored, round_.words, around.dimension)
    candidates = candidates_of(table, looks, axes, around, round_.words)
    ticked = ticked_columns(table, looks, body.rows, round_.amounts)
    candidates = replace(candidates, ticked=tuple(ticked))
    measure = Measure(
        table,
        body.rows,
        keys,
        round_.amounts,
        (scored, candidates.finals),
        len(round_.words.questions.by_number),
    )
    fits = sorted(map(measure.fit, hypotheses(candidates)), key=lambda fit: -fit.value)
    read = [fit for fit in fits if fit.count]
    if not read:
        foreign = any(fit.filled for fit in fits)
        return Verdict(candidates, None, _FOREIGN if foreign else None)
    return _decided(candidates, read, round_.year)


def _decided(candidates: Candidates, fits: Sequence[Fit], year: int | None) -> Verdict:
    kept = _of_the_year(fits, year)
    if not kept:
        why = _("its columns are of another year than the round")
        refusal = Refusal(why, _("Send the file of this round."))
        return Verdict(candidates, None, refusal)
    kept = _without_kinds(kept)
    best = kept[0]
    if best.value < FLOOR:
        refusal = Refusal(_WEAK[best.weakest], _("Say in a mapping (--map) what its columns are."))
        return Verdict(candidates, None, refusal, tuple(kept[:3]))
    rivals = [f for f in kept[1:] if f.value >= RIVAL * best.value and differ(best, f)]
    if rivals:
        return Verdict(candidates, None, _rivals(best, rivals[0]), (best, *rivals[:2]))
    return Verdict(candidates, best)


def _of_the_year(fits: Sequence[Fit], year: int | None) -> Sequence[Fit]:
    """Leave out readings of columns that are of another year than the round."""
    if year is None:
        return fits
    return [
        fit
        for fit in fits
        if not (years := periods.years_in(fit.hypothesis.variant)) or year in years
    ]


def _without_kinds(fits: Sequence[Fit]) -> Sequence[Fit]:
    """Leave out columns that are never the assessor's, where others fit as well as they do."""
    plain = [fit for fit in fits if fit.hypothesis.kind not in NEVER]
    if not plain or plain[0].value < 0.5 * fits[0].value:
        return fits
    return plain


def _rivals(best: Fit, other: Fit) -> Refusal:
    """Tell the headings in which two readings differ."""
    first, second = _told(best.hypothesis), _told(other.hypothesis)
    why: Message = _("it can be read in two ways: by '%(first)s' or by '%(second)s'")
    facts = {"first": first, "second": second}
    return Refusal(why % facts, _("Say in a mapping (--map) which of them holds the scores."))


def _told(hypothesis: Hypothesis) -> str:
    if hypothesis.variant:
        return hypothesis.variant[:40]
    return ", ".join(source.origin.value for source in hypothesis.sources)
