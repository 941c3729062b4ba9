"""A log of a fault holds what helps, no secret, and never fills the user's folder."""

from pathlib import Path

import pytest

from evaluation.faults import reason_of, traceback_of
from generator.system.fault_log import KEPT, write_log


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LAPORAN_LOG", str(tmp_path))
    return tmp_path


def written(arguments: tuple[str, ...], *tracebacks: str) -> str:
    log = write_log(arguments, tracebacks)
    assert log is not None
    return log.read_text("utf-8")


def test_it_says_which_program_did_what_and_where_it_failed() -> None:
    text = written(("--lang", "id", "build", "a.xlsx"), "Traceback: here\n", "Traceback: there\n")
    assert text.startswith("laporan ")
    assert "Python 3" in text
    assert "arguments: ['--lang', 'id', 'build', 'a.xlsx']" in text
    assert text.count("Traceback: here") == text.count("Traceback: there") == 1


@pytest.mark.parametrize("secret", ["rahasia", "o'rahasia\"", "räh\\asia"])
def test_no_password_stands_in_it_however_it_was_given(secret: str) -> None:
    for arguments in (("extract", "--password", secret, "a"), ("extract", f"--password={secret}")):
        text = written(arguments, f"ValueError: {secret}\nTask(password={secret!r})")
        assert "***" in text
        assert "rahasia" not in text
        assert "asia" not in text


def test_an_option_without_a_value_is_no_secret() -> None:
    assert "'--password'" in written(("extract", "--password"), "x")


def test_what_a_terminal_would_obey_is_written_as_a_code() -> None:
    assert "\\x1b[2J" in written(("build", "a"), "KeyError: \x1b[2J")


def test_the_same_traceback_stands_in_it_once() -> None:
    assert written(("build", "a"), *["KeyError: x\n"] * 191).count("KeyError") == 1


def test_only_the_newest_are_kept_and_nothing_else_is_deleted(folder: Path) -> None:
    (folder / "laporan-notes.log").write_text("the user's own")
    for number in range(KEPT + 5):
        last = write_log((str(number),), ("x",))
    logs = sorted(folder.glob("laporan-2*.log"))
    assert len(logs) == KEPT
    assert logs[-1] == last
    assert (folder / "laporan-notes.log").is_file()


def test_no_log_is_written_where_none_is_wanted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAPORAN_LOG", "")
    assert write_log(("build",), ("x",)) is None
    assert not list(folder.iterdir())


def test_a_very_long_traceback_is_cut_in_its_middle() -> None:
    try:
        raise ValueError("a" * 1_000_000 + "end")
    except ValueError as fault:
        text = traceback_of(fault)
    assert text.startswith("Traceback")
    assert text.rstrip().endswith("end")
    assert len(text) < 110_000


def test_an_exception_whose_text_fails_has_its_kind_as_reason() -> None:
    class OddError(Exception):
        def __str__(self) -> str:
            raise KeyError

    assert "OddError" in reason_of(OddError())
