"""``laporan compare`` as it is typed."""

from collections.abc import Mapping
from pathlib import Path

from evaluation.errors import ExitCode
from tests.generator.cli.test_commands import changed_round
from tests.generator.conftest import Type


def test_two_rounds_are_told_apart_in_words(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    before = workbooks["perpustakaan"]
    after = changed_round(tmp_path / "baru.xlsx", "Nilai", 1, 4, 1)
    page = tmp_path / "beda.html"
    ending = type_in("compare", before, after, "--html", page)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "1 difference." in ending.out
    assert "Nilai!E" in ending.out
    assert "⇒ final value: " in ending.out
    html = page.read_text("utf-8")
    assert "Nilai!E" in html and "final value" in html
    assert type_in("compare", before, before).code == ExitCode.DONE


def test_two_documents_are_told_apart_word_by_word(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    after = changed_round(tmp_path / "baru.xlsx", "Nilai", 1, 4, 1)
    for name, path in (("a", workbooks["perpustakaan"]), ("b", after)):
        type_in("report", path, "1", "-o", tmp_path / name)
    for ending in (".pdf", ".docx"):
        (old,), (new,) = ((tmp_path / one).rglob(f"*{ending}") for one in "ab")
        page = tmp_path / f"beda{ending}.html"
        told = type_in("compare", old, new, "--html", page)
        assert told.code == ExitCode.DONE_WITH_FINDINGS, told.err
        assert " → " in told.out
        assert "<ins>" in page.read_text("utf-8")
        assert type_in("compare", old, old).code == ExitCode.DONE


def test_what_cannot_be_read_is_told(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7")
    for paths in ((broken, broken), (workbooks["perpustakaan"], tmp_path / "tidak-ada.xlsx")):
        assert type_in("compare", *paths).code == ExitCode.UNREADABLE_INPUT


def test_the_page_never_replaces_what_is_compared(
    type_in: Type, workbooks: Mapping[str, Path]
) -> None:
    path = workbooks["perpustakaan"]
    content = path.read_bytes()
    ending = type_in("compare", path, path, "--html", path, "--force")
    assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert path.read_bytes() == content


def test_hostile_text_reaches_neither_terminal_nor_page(type_in: Type, tmp_path: Path) -> None:
    one = changed_round(tmp_path / "a.xlsx", "Surat", 1, 1, "<script>alert(1)</script>")
    other = changed_round(tmp_path / "b.xlsx", "Surat", 1, 1, "\x1b[31mmerah")
    page = tmp_path / "beda.html"
    ending = type_in("compare", one, other, "--html", page)
    assert "\x1b[31m" not in ending.out
    assert "<script>" not in page.read_text("utf-8")
