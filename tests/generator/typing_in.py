"""The real command line in a process of its own, as a user starts it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ONE_AFTER_ANOTHER = """
import contextlib, io, json, sys
from generator.cli.main import main
def ending(arguments):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as end:
            return end.code, out.getvalue(), err.getvalue()
print(json.dumps([ending(line) for line in json.loads(sys.argv[1])]))
"""
STARTED = "import sys; from generator.cli.main import main; main(sys.argv[1:])"
ROOT = Path(__file__).parents[2]


def typed(
    *arguments: str | Path,
    shell: str = '"$@"',
    before: str = "",
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a shell's line (``"$@" > /dev/full``); what it says is captured.

    ``before`` is Python to run first, such as a fault to plant.
    """
    return subprocess.run(
        ["sh", "-c", shell, "sh", *started(before), *map(str, arguments)],
        cwd=cwd,
        env=environment_of(environment or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )


def typed_in_turn(
    lines: Sequence[Sequence[str]], environment: Mapping[str, str]
) -> Sequence[subprocess.CompletedProcess[str]]:
    """Run several command lines one after another in one process, each with what it says."""
    done = subprocess.run(
        [sys.executable, "-c", ONE_AFTER_ANOTHER, json.dumps(lines)],
        env=environment_of(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=120,
    )
    return [
        subprocess.CompletedProcess(line, *ending)
        for line, ending in zip(lines, json.loads(done.stdout), strict=True)
    ]


def started(before: str = "") -> Sequence[str]:
    """Give the words that start the program."""
    return sys.executable, "-c", f"{before}\n{STARTED}"


def environment_of(changed: Mapping[str, str]) -> dict[str, str]:
    """Give this process's environment with the project importable, English unless changed."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en", "LC_ALL": "en_US.UTF-8", **changed}
