"""Rules about regions: their addressees, and whether they have the scores that they should."""

from collections.abc import Iterator

from evaluation.checks.check import Check
from evaluation.messages import _
from evaluation.model import Evaluation, Region, ScoreRow
from evaluation.names import name_key, nearly_alike, plain
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source


def addressee_repeated(evaluation: Evaluation) -> Iterator[Finding]:
    """Find regions whose letter would go to another region's addressee."""
    first: dict[str, Region] = {}
    for region in evaluation.regions:
        other = first.setdefault(name_key(region.addressee), region)
        if region.addressee and other is not region:
            message = _("'%(addressee)s' is the addressee of %(other)s already.")
            told = message % {"addressee": region.addressee, "other": other.name}
            place = region.addressee_source or region.source
            yield rules.ADDRESSEE_REPEATED.found(
                place, told, _("Write the addressee of this region.")
            )


def without_scores(evaluation: Evaluation) -> Iterator[Finding]:
    """Find regions that took part and have no score at all.

    Where there are no rows of scores or no questions at all, the sheet is at fault as a whole,
    which its reader tells.
    """
    if not (evaluation.scores and evaluation.instrument.questions):
        return
    for region in evaluation.attended():
        if not scored(evaluation, region):
            message = _("%(region)s took part and has no scores.") % {"region": region.name}
            remedy = _("Enter its scores in the sheet Nilai, or write Tidak under Hadir.")
            yield rules.REGION_WITHOUT_SCORES.found(region.source, message, remedy)


def absent_with_scores(evaluation: Evaluation) -> Iterator[Finding]:
    """Find regions that have scores although they did not take part."""
    for region in evaluation.absent():
        rows = evaluation.scores.get(region.name, ())
        place = next((_first_score(row) for row in rows if has_score(row)), None)
        if place is not None:
            message = _("%(region)s did not take part and has scores.") % {"region": region.name}
            remedy = _("Write Ya under Hadir in the sheet Wilayah, or delete the scores.")
            yield rules.ABSENT_WITH_SCORES.found(place, message, remedy)


def without_comments(evaluation: Evaluation) -> Iterator[Finding]:
    """Find regions that took part and have no comment, where the round has comments at all.

    One without scores is found by ``without_scores``, and it may not have taken part.
    """
    if not evaluation.comments:
        return
    for region in evaluation.attended():
        if not evaluation.comments.get(region.name) and scored(evaluation, region):
            message = _("%(region)s took part and has no comments.") % {"region": region.name}
            remedy = _("Enter what the assessors wrote in the sheet Catatan.")
            yield rules.REGION_WITHOUT_COMMENTS.found(region.source, message, remedy)


def names_alike(evaluation: Evaluation) -> Iterator[Finding]:
    """Find regions that may stand in the sheet twice, once with a slip in the name.

    Regions with codes of their own are different ones, however they are called.
    """
    earlier: list[tuple[Region, list[str]]] = []
    for region in evaluation.regions:
        words = plain(region.name).split()
        for other, others in earlier:
            if _same_code(region, other) and nearly_alike(words, others):
                message = _("the name '%(name)s' is nearly that of '%(other)s' in %(place)s.")
                names = {"name": region.name, "other": other.name, "place": other.source}
                remedy = _("Delete one of the two rows, or give both regions their codes.")
                yield rules.REGION_NAMES_ALIKE.found(region.source, message % names, remedy)
                break
        earlier.append((region, words))


def _same_code(one: Region, other: Region) -> bool:
    """Tell whether two regions may be one by their codes: equal ones, or one is unknown."""
    return one.code is None or other.code is None or one.code == other.code


def scored(evaluation: Evaluation, region: Region) -> bool:
    """Tell whether a region has any score."""
    return any(has_score(row) for row in evaluation.scores.get(region.name, ()))


def has_score(row: ScoreRow) -> bool:
    """Tell whether a row holds any score."""
    return any(value is not None for value in row.values)


def _first_score(row: ScoreRow) -> Source:
    return row.source(next(i for i, value in enumerate(row.values) if value is not None))


CHECKS = (
    Check(rules.ADDRESSEE_REPEATED, addressee_repeated),
    Check(rules.REGION_WITHOUT_SCORES, without_scores),
    Check(rules.ABSENT_WITH_SCORES, absent_with_scores),
    Check(rules.REGION_WITHOUT_COMMENTS, without_comments),
    Check(rules.REGION_NAMES_ALIKE, names_alike),
)
