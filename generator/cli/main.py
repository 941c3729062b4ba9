"""The program's entry: the language first, because help texts are translated as they are read."""

import os
import signal
import sys
import threading
from collections.abc import Sequence

from evaluation.errors import ExitCode
from evaluation.messages import LANGUAGES, language_of, set_language
from generator.cli.boundary import guarded

_COMPLETING = "_LAPORAN_COMPLETE"
"""The variable by which a shell asks click to complete a line."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end the process with one of the documented exit codes."""
    _start()
    given = list(sys.argv[1:] if arguments is None else arguments)
    set_language(_asked_language(given) or language_of())
    if _COMPLETING in os.environ:
        _complete(given)
    try:
        code = run(given)
    except KeyboardInterrupt:  # before or after the work, when there is nothing to be told
        code = ExitCode.INTERRUPTED
    _end()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command; give its exit code. However it ends is told in a line."""
    given = list(arguments)
    return guarded(lambda: _run(given), given)


def _run(arguments: list[str]) -> int:
    """Run one command; click's own ``main`` would take a broken pipe anywhere for the end of it."""
    from generator.system.files import require_working_folder

    require_working_folder()  # before libraries that ask for it as they are imported
    import click

    from generator.cli.click_words import adopt

    adopt()
    from generator.cli.commands import laporan

    try:
        with laporan.make_context("laporan", arguments) as context:
            return int(laporan.invoke(context) or ExitCode.DONE)
    except click.exceptions.Exit as end:  # after --help and --version
        return end.exit_code


def _complete(arguments: list[str]) -> None:
    """Tell a shell how a line may go on, and end the process."""
    from generator.cli.commands import laporan

    laporan.main(arguments, "laporan")


def _start() -> None:
    """Be a process of the pool where a program in one file was started as one; heed SIGTERM."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _end() -> None:
    """Heed SIGTERM no longer: Python has only to go."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _asked_language(arguments: Sequence[str]) -> str | None:
    """Give the language that the last ``--lang`` asks for, None where we do not speak it."""
    asked = None
    for position, argument in enumerate(arguments):
        option, _equals, value = argument.partition("=")
        if option == "--lang":
            asked = value or "".join(arguments[position + 1 : position + 2])
    return asked if asked in LANGUAGES else None


if __name__ == "__main__":
    main()
