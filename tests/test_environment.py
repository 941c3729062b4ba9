"""The environment is made anew when the folder moved or Python changed, else left alone."""

import json
import sys
from pathlib import Path

import pytest

import environment
from environment import DEVELOPMENT, RUNTIME

HERE = ".".join(map(str, sys.version_info[:3]))


class Made(list[tuple[str, bool]]):
    """What was installed: each lock, and whether into an environment made anew."""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    done = Made()
    monkeypatch.setattr(environment, "version_of", lambda python: HERE)
    monkeypatch.setattr(
        environment, "make", lambda venv, python, lock, anew: done.append((lock, anew))
    )
    return done


def asked(monkeypatch: pytest.MonkeyPatch, venv: Path, lock: str, *more: str) -> None:
    venv.mkdir(exist_ok=True)
    monkeypatch.setattr(sys, "argv", ["environment.py", "--venv", str(venv), *more, lock])
    environment.main()


def changed(venv: Path, **facts: str) -> None:
    ready = venv / "ready"
    ready.write_text(json.dumps(json.loads(ready.read_text()) | facts))


def test_an_environment_that_fits_is_left_alone_and_serves_who_needs_less(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(monkeypatch, tmp_path / "v", DEVELOPMENT)
    for lock in (DEVELOPMENT, RUNTIME):
        asked(monkeypatch, tmp_path / "v", lock)
    assert made == [(DEVELOPMENT, False)]


def test_who_needs_more_gets_it_added(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(monkeypatch, tmp_path / "v", RUNTIME)
    asked(monkeypatch, tmp_path / "v", DEVELOPMENT)
    assert made == [(RUNTIME, False), (DEVELOPMENT, False)]


@pytest.mark.parametrize(
    ("fact", "value", "anew"),
    [("folder", "/elsewhere/.venv", True), ("python", "3.11.0", True), ("sha256", "other", False)],
)
def test_a_moved_folder_and_another_python_make_it_anew_and_another_lock_does_not(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fact: str, value: str, anew: bool
) -> None:
    asked(monkeypatch, tmp_path / "v", RUNTIME)
    changed(tmp_path / "v", **{fact: value})
    asked(monkeypatch, tmp_path / "v", RUNTIME)
    assert made[1:] == [(RUNTIME, anew)]


def test_a_python_that_does_not_run_any_more_is_replaced(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(monkeypatch, tmp_path / "v", RUNTIME)
    monkeypatch.setattr(environment, "version_of", lambda python: "")
    asked(monkeypatch, tmp_path / "v", RUNTIME)
    assert made[1:] == [(RUNTIME, True)]


def test_another_python_counts_only_when_it_was_named(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "version_of", lambda python: "3.12.99")
    asked(monkeypatch, tmp_path / "v", RUNTIME)
    changed(tmp_path / "v", python="3.12.99")
    asked(monkeypatch, tmp_path / "v", RUNTIME)
    asked(monkeypatch, tmp_path / "v", RUNTIME, "--this-python")
    assert [anew for _lock, anew in made] == [True, True]


def test_a_python_that_is_not_in_its_own_folder_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    assert environment.version_of(tmp_path / "bin" / "python") == ""


def test_no_two_test_modules_bear_one_name() -> None:
    """Pytest imports them by name alone, so the second would not run."""
    names = [path.name for path in Path(__file__).parent.rglob("test_*.py")]
    assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]
