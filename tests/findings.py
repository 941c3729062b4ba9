"""Findings of rules that there need not be, for tests of what is done with findings."""

from evaluation.messages import NOTHING, Message
from evaluation.sources import Finding, Severity, Source


def error(rule: str, source: Source | None, message: Message, remedy: Message = NOTHING) -> Finding:
    return Finding(rule, Severity.ERROR, source, message, remedy)


def warning(
    rule: str, source: Source | None, message: Message, remedy: Message = NOTHING
) -> Finding:
    return Finding(rule, Severity.WARNING, source, message, remedy)


def notice(
    rule: str, source: Source | None, message: Message, remedy: Message = NOTHING
) -> Finding:
    return Finding(rule, Severity.NOTICE, source, message, remedy)
