"""The program's entry: the language first, because help texts are translated as they are read."""

import sys
from collections.abc import Sequence

import click

from evaluation.errors import ExitCode, LaporanError
from evaluation.messages import LANGUAGES, _, language_of, set_language
from generator.console import tell_error, tell_findings


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end the process with one of the documented exit codes."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    set_language(_asked_language(given) or language_of())
    sys.exit(run(given))


def run(arguments: Sequence[str]) -> int:
    """Run one command; give its exit code. What the user can mend is told in a line."""
    from generator.commands import laporan

    try:
        return int(laporan.main(list(arguments), "laporan", standalone_mode=False) or ExitCode.DONE)
    except LaporanError as fault:
        tell_findings(fault.findings)
        tell_error(str(fault))
        return fault.exit_code
    except click.ClickException as fault:
        fault.show()
        return ExitCode.WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        tell_error(_("interrupted; every file that stands there is whole. Run it again."))
        return ExitCode.INTERRUPTED


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
