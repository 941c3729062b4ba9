"""What is kept from one start to the next helps and never harms."""

from pathlib import Path

import pytest

from generator.system.folders import CACHE_VARIABLE
from generator.system.store import Store, open_store


def test_what_was_put_is_got_again(tmp_path: Path) -> None:
    Store(tmp_path).put("layout a", b"abc")
    assert Store(tmp_path).get("layout a") == b"abc"
    assert Store(tmp_path).get("layout b") is None


def test_a_damaged_entry_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("layout", b"abcdef")
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    for damage in (entry.read_bytes()[:-1], b"", entry.read_bytes() + b"x"):
        entry.write_bytes(damage)
        assert store.get("layout") is None


def test_a_folder_that_cannot_be_used_only_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file")
    store.put("layout", b"abc")
    assert store.get("layout") is None


def test_nothing_is_kept_where_the_variable_is_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "")
    open_store().put("layout", b"abc")
    assert open_store().get("layout") is None


def test_templates_compiled_once_render_the_same_from_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workbooks: dict[str, Path]
) -> None:
    from generator.document.kinds import KINDS, Request, Scope
    from generator.making.plan import plan_round
    from tests.conftest import opened

    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    kinds = KINDS.of(Scope.ROUND, Request.ALL)
    made = []
    for _time in range(2):
        round_ = opened(workbooks["perpustakaan"])
        made.append(
            [round_.maker.document(job) for job in plan_round(round_.evaluation, (), kinds)]
        )
        assert [path for path in tmp_path.rglob("*") if path.is_file()]
    assert made[0] == made[1]
