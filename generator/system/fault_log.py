"""Logs of faults of the program, for those who look after it: a few files in the user's folder."""

import os
import platform
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from evaluation.visible import visible_lines
from generator.system.folders import log_folder

KEPT = 20
"""Logs that are kept; older ones go."""

SECRETS = ("--password",)
"""Options whose value stands in no log."""

_HIDDEN = "***"
_DIFFERENT = 10  # tracebacks in one log; 191 documents mostly fail for one reason


def write_log(arguments: Sequence[str], tracebacks: Iterable[str]) -> Path | None:
    """Write what happened into a new file that only its owner reads; None where none is wanted.

    ``arguments`` are those of the command line. Values of secret options are left out everywhere.
    Raises OSError where the file cannot be written.
    """
    folder = log_folder()
    if folder is None:
        return None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    now = datetime.now().astimezone()
    path = folder / f"{now:laporan-%Y%m%d-%H%M%S-%f}-{os.getpid()}.log"
    different = list(dict.fromkeys(tracebacks))[:_DIFFERENT]
    text = _without_secrets("\n".join((*_circumstances(now, arguments), *different)), arguments)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(visible_lines(text) + "\n")
    _forget_old(folder)
    return path


def _circumstances(now: datetime, arguments: Sequence[str]) -> tuple[str, ...]:
    return (
        f"laporan {version('laporan')}",
        f"Python {sys.version}",
        platform.platform(),
        now.isoformat(timespec="seconds"),
        f"arguments: {list(arguments)!r}",
        "",
    )


def _without_secrets(text: str, arguments: Sequence[str]) -> str:
    for secret in _secrets(arguments):
        for written in {secret, repr(secret)[1:-1]}:
            text = text.replace(written, _HIDDEN)
    return text


def _secrets(arguments: Sequence[str]) -> list[str]:
    """Give the values of secret options, however they are written; the longest first."""
    found = []
    for argument, following in zip(arguments, (*arguments[1:], ""), strict=True):
        option, equals, value = argument.partition("=")
        if option in SECRETS:
            found.append(value if equals else following)
    return sorted(filter(None, found), key=len, reverse=True)


def _forget_old(folder: Path) -> None:
    logs = sorted(one for one in folder.iterdir() if re.fullmatch(r"laporan-[\d-]+\.log", one.name))
    for old in logs[:-KEPT]:
        old.unlink(missing_ok=True)
