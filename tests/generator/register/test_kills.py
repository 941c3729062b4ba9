"""A number is given once, whatever happens: two processes at once, killed at any instant."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.register.book import Register

ROUNDS = 6
_GIVING = """
import sys
from pathlib import Path
from generator.register.book import Register
from tests.generator.register.letters_of_a_year import matter, other, written

register, name = Register(Path(sys.argv[1])), sys.argv[2]
for turn in range(1000):
    if turn % 2:
        given = register.give(matter("KAB. BADUNG"), written)
    else:
        given = register.give(other(f"{name} {turn}"), written)
    print(given.entry.sequence, given.entry.matter.subject, flush=True)
"""


def _started(path: Path, name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _GIVING, str(path), name], stdout=subprocess.PIPE, text=True
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_numbers_shown_by_processes_killed_at_any_instant_were_given_once(tmp_path: Path) -> None:
    path = tmp_path / "agenda.db"
    Register(path).make()
    chance = random.Random(1)
    shown: dict[int, str] = {}
    for turn in range(ROUNDS):
        processes = [_started(path, f"surat {turn} {name}") for name in "ab"]
        for process in processes:
            assert process.stdout is not None
            first = process.stdout.readline()  # it has begun
            assert first
            _note(first, shown)
        signalled = chance.sample(processes, 2)
        for process in signalled:
            _wait(chance.random() * 0.05)
            os.kill(process.pid, signal.SIGKILL)
        for process in processes:
            assert process.stdout is not None
            for line in process.stdout.read().splitlines(keepends=True):
                _note(line, shown)
            process.wait()
            process.stdout.close()
    entries = Register(path).entries()
    given = {entry.sequence: entry.matter.subject for entry in entries}
    assert sorted(filter(None, given)) == list(range(1, len(entries) + 1))
    assert shown.items() <= given.items()
    assert sum(entry.matter.key is not None for entry in entries) == 1
    assert len(shown) > ROUNDS * 2


def _note(line: str, shown: dict[int, str]) -> None:
    """Note a number that was shown whole; the same number never for two letters."""
    if line.endswith("\n"):
        sequence, _blank, subject = line.rstrip("\n").partition(" ")
        assert shown.setdefault(int(sequence), subject) == subject


def _wait(seconds: float) -> None:
    subprocess.run([sys.executable, "-S", "-c", f"import time; time.sleep({seconds})"], check=True)
