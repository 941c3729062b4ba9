"""Rules about what can be computed for each region that took part and has scores."""

from collections.abc import Iterator, Sequence

from evaluation.arithmetic import Result, Results
from evaluation.checks.check import ResultCheck
from evaluation.checks.regions import scored
from evaluation.findings import number_ranges
from evaluation.messages import _
from evaluation.model import Dimension, Evaluation, Region, WhenMissing
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source


def reached_results(results: Results) -> tuple[Result, ...]:
    """Give the results of the regions that took part and have scores."""
    evaluation = results.evaluation
    return tuple(results.of(one) for one in evaluation.attended() if scored(evaluation, one))


def question_unscored(evaluation: Evaluation, results: Sequence[Result]) -> Iterator[Finding]:
    """Find questions that nobody scored, unless the round averages what is there.

    A dimension without a single score is another matter: ``Bila Kosong`` says what becomes of it.
    """
    if evaluation.instrument.averages_what_is_there:
        return
    for reached in results:
        region = reached.region
        numbers = [
            number
            for dimension in evaluation.instrument.dimensions_of(region.category)
            for number in _gaps(dimension, reached)
            if _has_column(evaluation, region, number)
        ]
        if numbers:
            message = _("nobody scored %(region)s in these questions: %(numbers)s.")
            told = message % {"region": region.name, "numbers": number_ranges(numbers)}
            remedy = _("Enter the scores, or write “rata-rata yang ada” beside Nilai Kosong.")
            yield rules.QUESTION_UNSCORED.found(
                _place(evaluation, region, numbers[0]), told, remedy
            )


def _gaps(dimension: Dimension, reached: Result) -> list[int]:
    """Give the questions without a value that ``Bila Kosong`` does not account for."""
    numbers = [question.number for question in dimension.questions]
    missing = [number for number in numbers if reached.questions[number] is None]
    accounted = len(missing) == len(numbers) and dimension.when_missing is not WhenMissing.REFUSE
    return [] if accounted else missing


def dimension_missing(evaluation: Evaluation, results: Sequence[Result]) -> Iterator[Finding]:
    """Find dimensions without a value where ``Bila Kosong`` says that they must have one.

    Where questions are unscored that must not be, they are what is missing, not the dimension.
    """
    averages = evaluation.instrument.averages_what_is_there
    for reached in results:
        region = reached.region
        for dimension in evaluation.instrument.dimensions_of(region.category):
            refused = dimension.when_missing is WhenMissing.REFUSE
            by_questions = dimension.questions and not averages
            if refused and not by_questions and reached.dimensions[dimension.name] is None:
                item = dimension.questions[0].number if dimension.questions else dimension.name
                if not _has_column(evaluation, region, item):
                    continue
                message = _("%(region)s has no value in the dimension %(dimension)s.")
                told = message % {"region": region.name, "dimension": dimension.name}
                remedy = _("Enter it, or say in the sheet Bobot what a missing value does.")
                yield rules.DIMENSION_MISSING.found(_place(evaluation, region, item), told, remedy)


def final_missing(evaluation: Evaluation, results: Sequence[Result]) -> Iterator[Finding]:
    """Find regions whose final value cannot be made although nothing that must be there is missing.

    That is so when every dimension is missing and shared out, or all that is left weighs nothing.
    """
    for reached in results:
        region = reached.region
        dimensions = evaluation.instrument.dimensions_of(region.category)
        explained = any(
            reached.dimensions[d.name] is None
            and (_gaps(d, reached) or d.when_missing is WhenMissing.REFUSE)
            for d in dimensions
        )
        known = region.category in evaluation.instrument.categories
        if reached.final is None and known and dimensions and not explained:
            message = _("the final value of %(region)s cannot be computed: no weight is left.")
            told = message % {"region": region.name}
            remedy = _("Look at its scores and at the weights of its category.")
            yield rules.FINAL_MISSING.found(region.source, told, remedy)


def _has_column(evaluation: Evaluation, region: Region, item: int | str) -> bool:
    """Tell whether a score could have been entered: a missing column is told by the reader."""
    index = evaluation.instrument.position[item]
    return any(row.columns[index] is not None for row in evaluation.scores[region.name])


def _place(evaluation: Evaluation, region: Region, item: int | str) -> Source:
    """Give the cell where the first row of a region should hold an item."""
    row = evaluation.scores[region.name][0]
    return row.source(evaluation.instrument.position[item])


RESULT_CHECKS = (
    ResultCheck(rules.QUESTION_UNSCORED, question_unscored),
    ResultCheck(rules.DIMENSION_MISSING, dimension_missing),
    ResultCheck(rules.FINAL_MISSING, final_missing),
)
