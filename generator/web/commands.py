"""The command that does what a screen does, as it would be typed in the round's folder."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Value = Path | str | None


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it is about, its options with their values.

    An option without a value has an empty one; one whose value is None is not given.
    """

    name: str
    arguments: tuple[Path | str, ...] = ()
    options: tuple[tuple[str, Value], ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Give what is typed behind ``laporan``, a word each."""
        return (self.name, *map(str, self.arguments), *self._typed())

    def _typed(self) -> Iterator[str]:
        for option, value in self.options:
            if value is not None:
                yield option
                yield from [str(value)] if value != "" else []


def spoken(command: Command) -> str:
    """Give a command as it is typed into this system's terminal."""
    words = ("laporan", *command.words)
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
