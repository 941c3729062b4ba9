"""The errors that end a command, each with the exit code that tells a script why."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from evaluation.messages import NOTHING, Message, composed
from evaluation.rules.rule import Rule
from evaluation.sources import Finding, Source


class ExitCode(IntEnum):
    """What a command's exit code means; the README carries the same table."""

    DONE = 0
    DONE_WITH_FINDINGS = 1
    WRONG_USAGE = 2
    UNREADABLE_INPUT = 3
    WRONG_DATA = 4
    WRONG_TEMPLATE = 5
    UNKNOWN_REGION = 6
    UNWRITABLE_OUTPUT = 7
    NOTHING_SUCCEEDED = 8
    PROGRAM_FAULT = 9
    INTERRUPTED = 130


class LaporanError(Exception):
    """An error that a user can mend: where, what, and what to do, on one line.

    ``findings`` lists every single fault when there are several, so that they are all told at
    once; ``reasons`` those that are a line each, such as files that could not be read.
    """

    exit_code = ExitCode.WRONG_DATA

    def __init__(
        self,
        message: Message,
        *,
        source: Source | None = None,
        remedy: Message = NOTHING,
        findings: Sequence[Finding] = (),
        reasons: Sequence[Message] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.reasons = tuple(reasons)
        self.source = source
        self.remedy = remedy
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let every kind of error travel between processes, whatever it is made of."""
        return _made_again, (type(self), self.args, self.__dict__)

    def __str__(self) -> str:
        """Write the error on one line: place, what, what to do."""
        return str(self.told)

    @property
    def told(self) -> Message:
        """Give the error as one message: place, what, what to do."""
        return composed(
            f"{self.source.with_file}:" if self.source else "", self.message, self.remedy
        )

    def as_finding(self, rule: Rule) -> Finding:
        """Give the error as a finding, to be listed among others."""
        return rule.found(self.source, self.message, self.remedy)


def _made_again(
    kind: type[LaporanError], arguments: tuple[object, ...], state: dict[str, Any]
) -> LaporanError:
    """Make an error from what it holds, without its constructor."""
    fault = kind.__new__(kind, *arguments)
    fault.__dict__.update(state)
    return fault


class UnreadableInputError(LaporanError):
    """The file is missing, locked, encrypted, damaged, too large, or no workbook at all."""

    exit_code = ExitCode.UNREADABLE_INPUT


class WrongDataError(LaporanError):
    """The workbook was read, and what stands in it cannot be printed."""

    exit_code = ExitCode.WRONG_DATA


class WrongTemplateError(LaporanError):
    """A template pack is missing, incomplete, or asks for what is not there."""

    exit_code = ExitCode.WRONG_TEMPLATE


class UnknownRegionError(LaporanError):
    """No region, or more than one, answers to the name that was asked for."""

    exit_code = ExitCode.UNKNOWN_REGION


class UnwritableOutputError(LaporanError):
    """The output folder or file cannot be written."""

    exit_code = ExitCode.UNWRITABLE_OUTPUT


class ProgramFaultError(LaporanError):
    """A part of the work ended in faults of the program; the rest was done.

    ``tracebacks`` are for those who look after the program, one a fault.
    """

    exit_code = ExitCode.PROGRAM_FAULT

    def __init__(
        self, message: Message, tracebacks: Sequence[str], reasons: Sequence[Message] = ()
    ) -> None:
        super().__init__(message, reasons=reasons)
        self.tracebacks = tuple(tracebacks)


class NothingSucceededError(LaporanError):
    """Every document failed, so nothing was made."""

    exit_code = ExitCode.NOTHING_SUCCEEDED


class CancelledError(LaporanError):
    """The work was not wanted any more; what it had made until then is whole."""

    exit_code = ExitCode.INTERRUPTED
