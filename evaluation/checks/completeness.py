"""Rules about who scored and commented: one who is missing changes a mean without a trace.

What is usual is what the other regions of the category have; where they do not agree, nothing is
called missing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from evaluation.arithmetic import result
from evaluation.checks.check import Check
from evaluation.coverage import AGREEING, Covered, Filled, Usual, coverage, usual
from evaluation.messages import Message, _, ngettext
from evaluation.model import Comment, Evaluation, Region, ScoreRow
from evaluation.names import name_key, nearest
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source, cell_name

_RARE, _OFTEN = 1, 100  # times that an odd section and a usual one occur


def assessors_missing(evaluation: Evaluation) -> Iterator[Finding]:
    """Find regions with fewer assessors than those of their category usually have."""
    covered = coverage(evaluation)
    wanted = usual(covered)
    for one in covered:
        number = wanted[one.region.category].assessors
        if number is not None and 0 < len(one.assessors) < number:
            yield _fewer(evaluation, one, number)


def _fewer(evaluation: Evaluation, covered: Covered, number: int) -> Finding:
    region, rows = covered.region, [one.row for one in covered.assessors]
    told = ngettext(
        "%(region)s was scored by %(count)d assessor (%(names)s), other regions of %(category)s by"
        " %(usual)d. %(outcome)s",
        "%(region)s was scored by %(count)d assessors (%(names)s), other regions of %(category)s"
        " by %(usual)d. %(outcome)s",
        len(rows),
    )
    more = number - len(rows)
    facts = {
        "region": region.name,
        "count": len(rows),
        "names": [row.assessor or "–" for row in rows],
        "category": region.category,
        "usual": number,
        "outcome": _between(evaluation, region, rows, more),
    }
    return rules.ASSESSOR_MISSING.found(
        _row_of(rows[0]),
        told % facts,
        _("Enter the missing scores, or exempt the region and say why."),
    )


def scores_missing(evaluation: Evaluation) -> Iterator[Finding]:
    """Find questions that one assessor of a region left blank and others scored."""
    covered = coverage(evaluation)
    wanted = usual(covered)
    for one in covered:
        for filled in one.assessors:
            blank = _gaps(one, filled, wanted[one.region.category])
            if blank:
                yield _gap(evaluation, one, filled, blank)


def _gaps(covered: Covered, filled: Filled, wanted: Usual) -> Sequence[int]:
    """Give the questions that an assessor left blank where a score more is usual.

    A row without any score is a form that was not filled in; so all of it counts.
    """
    return [
        number
        for number in filled.blank
        if 0 < covered.scorers(number) < (wanted.scorers.get(number) or 0)
    ]


def _gap(evaluation: Evaluation, covered: Covered, filled: Filled, blank: Sequence[int]) -> Finding:
    rows = [one.row for one in covered.assessors]
    told = ngettext(
        "%(assessor)s left question %(questions)s of %(region)s blank; it is the mean of the"
        " others. %(outcome)s",
        "%(assessor)s left questions %(questions)s of %(region)s blank; they are means of the"
        " others. %(outcome)s",
        len(blank),
    )
    facts = {
        "assessor": filled.assessor or "–",
        "questions": list(blank),
        "region": covered.region.name,
        "outcome": _between(evaluation, covered.region, rows, 0),
    }
    return rules.SCORE_MISSING.found(
        filled.row.source(evaluation.instrument.position[blank[0]]),
        told % facts,
        _("Enter the score, or exempt the cell and say why."),
    )


def _between(
    evaluation: Evaluation, region: Region, rows: Sequence[ScoreRow], more: int
) -> Message:
    """Tell the final value as it is, and between which two it would be with what is missing."""
    scale = evaluation.instrument.scale
    now = result(evaluation, region).final
    ends = [
        _final_with(evaluation, region, rows, more, end) for end in (scale.minimum, scale.maximum)
    ]
    if now is None or None in ends:
        return _("The final value cannot be computed.")
    return _("Final value now %(now)s; with what is missing, between %(low)s and %(high)s.") % {
        "now": now,
        "low": ends[0],
        "high": ends[1],
    }


def _final_with(
    evaluation: Evaluation, region: Region, rows: Sequence[ScoreRow], more: int, value: Decimal
) -> Decimal | None:
    """Give the final value if every missing score were ``value``."""
    questions = len(evaluation.instrument.questions)
    filled = [
        replace(
            row,
            values=tuple(
                value if one is None and index < questions else one
                for index, one in enumerate(row.values)
            ),
        )
        for row in rows
    ]
    direct = (None,) * (len(rows[0].values) - questions)
    added = [replace(rows[0], values=(value,) * questions + direct) for _turn in range(more)]
    scores = {**evaluation.scores, region.name: (*filled, *added)}
    return result(replace(evaluation, scores=scores), region).final


def comments_without_scores(evaluation: Evaluation) -> Iterator[Finding]:
    """Find comments of one who gave the region no scores, where those who comment usually did."""
    strange = [
        (comment, name)
        for region, comments in evaluation.comments.items()
        for comment in _first_of_each(comments)
        for name in [comment.assessor]
        if name and _scored_by_name(evaluation, region) and not _scored(evaluation, region, name)
    ]
    people = sum(
        bool(one.assessor)
        for region, comments in evaluation.comments.items()
        if _scored_by_name(evaluation, region)
        for one in _first_of_each(comments)
    )
    if len(strange) <= (1 - AGREEING) * people:
        for comment, name in strange:
            yield rules.COMMENT_WITHOUT_SCORES.found(
                comment.source,
                _("%(assessor)s comments here and gave this region no scores.")
                % {"assessor": name},
                _("Compare the name with the sheet Nilai; enter the scores if they are missing."),
            )


def scores_of_a_stranger(evaluation: Evaluation) -> Iterator[Finding]:
    """Find scores of one who stands nowhere else in the round, where those who score usually do."""
    uses = Counter(
        name_key(row.assessor)
        for rows in evaluation.scores.values()
        for row in rows
        if row.assessor
    )
    uses.update(
        name_key(one.assessor)
        for comments in evaluation.comments.values()
        for one in _first_of_each(comments)
        if one.assessor
    )
    rows = [row for group in evaluation.scores.values() for row in group if row.assessor]
    strange = [row for row in rows if uses[name_key(row.assessor or "")] == 1]
    if strange and len(strange) <= (1 - AGREEING) * len(rows):
        for row in strange:
            yield rules.ASSESSOR_NAMED_ONCE.found(
                _row_of(row),
                _("%(assessor)s stands nowhere else in the round.") % {"assessor": row.assessor},
                _("Compare the name with the other sheets and regions."),
            )


def section_odd(evaluation: Evaluation) -> Iterator[Finding]:
    """Find a section that occurs once where others occur hundreds of times: Kekuatn."""
    comments = [one for group in evaluation.comments.values() for one in group]
    counts = Counter(one.section for one in comments)
    often = [name for name, count in counts.items() if count >= _OFTEN]
    for comment in comments:
        if often and counts[comment.section] <= _RARE:
            near = nearest(comment.section, often)
            yield rules.SECTION_ODD.found(
                comment.source,
                _("the section “%(section)s” occurs once; usual are %(usual)s.")
                % {"section": comment.section, "usual": list(near or often)},
                _("Correct it if it is a slip; it is printed as a section of its own."),
            )


def _first_of_each(comments: Iterable[Comment]) -> Iterator[Comment]:
    """Give the first comment of each person."""
    seen: set[str] = set()
    for one in comments:
        key = name_key(one.assessor)
        if key not in seen:
            seen.add(key)
            yield one


def _scored_by_name(evaluation: Evaluation, region: str) -> bool:
    return any(row.assessor for row in evaluation.scores.get(region, ()))


def _scored(evaluation: Evaluation, region: str, name: str) -> bool:
    key = name_key(name)
    rows = evaluation.scores.get(region, ())
    return any(name_key(row.assessor) == key for row in rows if row.assessor)


def _row_of(row: ScoreRow) -> Source:
    return Source(row.file, row.sheet, cell_name(row.row, 0))


CHECKS = (
    Check(rules.ASSESSOR_MISSING, assessors_missing),
    Check(rules.SCORE_MISSING, scores_missing),
    Check(rules.COMMENT_WITHOUT_SCORES, comments_without_scores),
    Check(rules.ASSESSOR_NAMED_ONCE, scores_of_a_stranger),
    Check(rules.SECTION_ODD, section_odd),
)
