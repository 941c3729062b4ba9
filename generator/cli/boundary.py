"""The last boundary: however a command ends, it ends in a line and one of the exit codes.

What a user can mend has its own exception and code. Anything else that a command raises is a fault
of the program: it is told as one, written into a log, and never taken for "done, with findings".
"""

import errno
import io
from collections.abc import Callable, Sequence

import click

from evaluation.errors import ExitCode, LaporanError, ProgramFaultError, UnwritableOutputError
from evaluation.faults import reason_of, traceback_of
from evaluation.messages import _
from evaluation.visible import visible_lines
from generator.cli.console import tell_error, tell_findings
from generator.cli.streams import Outlet, outlets
from generator.system.fault_log import write_log
from generator.system.files import refused
from generator.system.terminal import tell_aside

_REFUSALS = frozenset(
    (
        errno.ENOSPC,
        errno.EROFS,
        errno.ENAMETOOLONG,
        errno.EFBIG,
        errno.EIO,
        getattr(errno, "EDQUOT", errno.ENOSPC),
        getattr(errno, "ESTALE", errno.EIO),
    )
)
"""What a file system says for reasons of its own, wherever it is said."""

_ENDED_WELL = (ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS)


def guarded(work: Callable[[], int], arguments: Sequence[str]) -> int:
    """Do the work; give its exit code, or that of what it raised, told in a line.

    ``arguments`` are those of the command line, for the log of a fault.
    """
    with outlets() as streams:
        try:
            code = _done(work, arguments)
        except KeyboardInterrupt:  # a second one, while the first or a fault was told
            code = ExitCode.INTERRUPTED
        return _told(code, streams)


def _done(work: Callable[[], int], arguments: Sequence[str]) -> int:
    try:
        return work()
    except LaporanError as fault:
        tell_findings(fault.findings)
        for reason in fault.reasons:
            tell_error(reason)
        tell_error(str(fault))
        if isinstance(fault, ProgramFaultError):
            _tell_log(fault.tracebacks, arguments)
        return fault.exit_code
    except click.ClickException as fault:
        _tell_usage(fault)
        return ExitCode.WRONG_USAGE
    except KeyboardInterrupt:
        tell_error(_("interrupted; every file that stands there is whole. Run it again."))
        return ExitCode.INTERRUPTED
    except BaseException as fault:  # noqa: BLE001 - a panic in Rust or a library's exit as well
        return _unforeseen(fault, arguments)


def _unforeseen(fault: BaseException, arguments: Sequence[str]) -> int:
    if isinstance(fault, OSError) and fault.errno in _REFUSALS:
        tell_error(str(refused(fault.filename or str(_("a file")), fault)))
        return ExitCode.UNWRITABLE_OUTPUT
    return _fault(fault, arguments)


def _fault(fault: BaseException, arguments: Sequence[str]) -> int:
    told = _("a fault of the program, not of your data (%(reason)s). Nothing more was made.")
    tell_error(told % {"reason": reason_of(fault)})
    _tell_log((traceback_of(fault),), arguments)
    return ExitCode.PROGRAM_FAULT


def _tell_log(tracebacks: Sequence[str], arguments: Sequence[str]) -> None:
    """Write a log of faults of the program, and say where it is or why there is none."""
    try:
        log = write_log(arguments, tracebacks)
    except Exception as fault:  # noqa: BLE001 - telling a fault must not end in another
        told = _("The log of it could not be written: %(reason)s.")
        tell_aside(told % {"reason": reason_of(fault)})
        return
    if log is not None:
        told = _("Please send this log to those who look after the program: %(log)s")
        tell_aside(told % {"log": log})


def _tell_usage(fault: click.ClickException) -> None:
    told = io.StringIO()
    fault.show(told)
    click.echo(visible_lines(told.getvalue().rstrip("\n")), err=True)


def _told(code: int, streams: tuple[Outlet, Outlet]) -> int:
    """Give the code of a command, or that of its output where not all of it could be told."""
    for stream in streams:
        stream.flush()
    faults = [stream.fault for stream in streams if stream.fault is not None]
    if not faults or code not in _ENDED_WELL:
        return code
    told = _("what the program tells cannot be written: %(reason)s.")
    tell_error(
        str(
            UnwritableOutputError(
                told % {"reason": faults[0].strerror or faults[0]},
                remedy=_("Send it to a file with free space, or to no program that ends before."),
            )
        )
    )
    return ExitCode.UNWRITABLE_OUTPUT
