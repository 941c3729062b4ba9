"""What lies in the cache folder is believed only where nobody else can have put it there."""

import ast
import os
import sys
from pathlib import Path

import pytest

from generator.system.closed_folder import close_own, make_closed, why_open
from tests.generator.typing_in import typed

OPENING = "from generator.system.store import open_store\nopen_store()\n"
ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there the profile's folder is closed"
)


def test_a_folder_that_was_made_closed_is_closed_with_those_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    make_closed(folder)
    assert str(why_open(folder)) == ""
    assert folder.stat().st_mode & 0o777 == folder.parent.stat().st_mode & 0o777 == 0o700
    make_closed(folder)


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o707, 0o701, 0o710, 0o777, 0o704])
def test_a_folder_that_others_may_open_is_open(mode: int, tmp_path: Path) -> None:
    make_closed(tmp_path / "a")
    (tmp_path / "a").chmod(mode)
    assert str(why_open(tmp_path / "a")) == "others may open it"


@pytest.mark.parametrize(
    ("mode", "told"), [(0o770, True), (0o702, True), (0o755, False), (0o1777, False)]
)
def test_a_folder_below_one_that_others_may_write_is_open_unless_it_is_sticky(
    mode: int, told: bool, tmp_path: Path
) -> None:
    make_closed(tmp_path / "a" / "b" / "c")
    (tmp_path / "a").chmod(mode)
    assert str(why_open(tmp_path / "a" / "b" / "c")) == (
        f"others may replace {tmp_path / 'a'}" if told else ""
    )


def test_a_link_and_a_file_are_no_folder(tmp_path: Path) -> None:
    make_closed(tmp_path / "a")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "file").write_text("")
    for name in ("link", "file"):
        assert str(why_open(tmp_path / name)) == "it is no folder"


def test_what_a_link_above_leads_through_is_looked_at_too(tmp_path: Path) -> None:
    make_closed(tmp_path / "open" / "a" / "b")
    (tmp_path / "link").symlink_to(tmp_path / "open" / "a")
    assert str(why_open(tmp_path / "link" / "b")) == ""
    (tmp_path / "open").chmod(0o777)
    assert str(why_open(tmp_path / "link" / "b")) == f"others may replace {tmp_path / 'open'}"


def test_a_folder_or_link_of_another_user_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_closed(tmp_path / "a")
    (tmp_path / "a").chmod(0o700)
    monkeypatch.setattr(os, "geteuid", lambda: (tmp_path / "a").stat().st_uid + 1)
    assert str(why_open(tmp_path / "a")) == "it belongs to another user"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_a_folder_of_ours_below_another_user_s_is_open(tmp_path: Path) -> None:
    make_closed(tmp_path / "a" / "b")
    os.chown(tmp_path / "a", 12345, 12345)
    assert str(why_open(tmp_path / "a" / "b")) == f"others may replace {tmp_path / 'a'}"


@pytest.mark.slow
def test_a_cache_that_others_may_open_is_not_used_and_that_is_said_once(tmp_path: Path) -> None:
    example, cache = tmp_path / "a.xlsx", tmp_path / "cache"
    typed("new", "--example", example)
    cache.mkdir()
    cache.chmod(0o755)
    ending = typed("check", example, environment={"LAPORAN_CACHE": str(cache)})
    told = f"the cache folder {cache} is not used: others may open it."
    assert ending.stderr.decode().count(told) == 1
    assert not list(cache.iterdir())
    cache.chmod(0o700)
    ending = typed("check", example, environment={"LAPORAN_CACHE": str(cache)})
    assert b"cache" not in ending.stderr
    assert list(cache.iterdir())


@pytest.mark.parametrize(("mode", "closed"), [(0o755, True), (0o775, False), (0o757, False)])
def test_the_cache_folder_of_an_earlier_version_is_closed_unless_others_could_write(
    mode: int, closed: bool, tmp_path: Path
) -> None:
    cache = tmp_path / "laporan"
    cache.mkdir()
    cache.chmod(mode)
    before = "import os\ndel os.environ['LAPORAN_CACHE']\n"
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    ending = typed("letter", "tiada.xlsx", before=f"{before}{OPENING}", environment=home)
    assert (b"is not used: others may open it" in ending.stderr) != closed
    assert (cache.stat().st_mode & 0o777) == (0o700 if closed else mode)


def test_a_link_is_not_closed_nor_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o755)
    (tmp_path / "a").chmod(0o755)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    close_own(tmp_path / "link")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o755


def test_nothing_is_kept_as_code_but_compiled_templates() -> None:
    """Whoever could write a pickle could run anything in it; jinja2 alone unmarshals.

    A process of the pool may pickle, to see whether a fault of its own can be told to its parent.
    """
    loading = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
    for package in ("evaluation", "extractors", "generator", "letters"):
        for path in {*(ROOT / package).rglob("*.py")} - {
            ROOT / "generator" / "processes" / "worker.py"
        }:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom):
                    names = [node.module or ""]
                assert not loading & {name.partition(".")[0] for name in names}, path
