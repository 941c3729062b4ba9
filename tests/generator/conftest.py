"""What the tests of the generator share: typing in a command."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli.main import main


@dataclass(frozen=True)
class Ending:
    """How a command ended: exit code, what it printed."""

    code: int
    out: str
    err: str


Type = Callable[..., Ending]


@pytest.fixture
def type_in(capsys: pytest.CaptureFixture[str]) -> Type:
    """Type a command and see how it ends."""

    def run(*arguments: str | Path) -> Ending:
        with pytest.raises(SystemExit) as ended:
            main(["--lang", "en", *map(str, arguments)])
        told = capsys.readouterr()
        return Ending(int(ended.value.code or 0), told.out, told.err)

    return run
