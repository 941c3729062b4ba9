"""A check: a rule, and the function that holds a round against it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evaluation.arithmetic import Result
from evaluation.model import Evaluation
from evaluation.rules import Rule
from evaluation.sources import Finding


@dataclass(frozen=True, slots=True)
class Check:
    """A check of what the workbook holds: the rule of its findings, and what makes them."""

    rule: Rule
    find: Callable[[Evaluation], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class ResultCheck:
    """A check that needs the results of the regions that took part and have scores."""

    rule: Rule
    find: Callable[[Evaluation, Sequence[Result]], Iterable[Finding]]
