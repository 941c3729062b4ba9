"""Text files of a pack are read however they were saved, or told where they cannot be."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from evaluation.errors import ExitCode, WrongTemplateError
from generator.packs import text as pack_text
from generator.packs.text import read_text
from tests.generator.conftest import Type
from tests.generator.planting import planted

TEXT = "<p>Koordinasi – “kota cerdas” café</p>\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_how_it_was_saved_is_read(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(TEXT.encode(encoding))
    assert read_text(tmp_path / "a.xml", "a.xml") == TEXT


def test_utf_16_of_the_other_order_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert read_text(tmp_path / "a.xml", "a.xml") == TEXT


def test_a_file_saved_as_ansi_is_told_with_line_and_word(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(f"<p>a</p>\n{TEXT}".encode("cp1252"))
    with pytest.raises(WrongTemplateError) as caught:
        read_text(tmp_path / "a.xml", "prosa/a.xml")
    assert str(caught.value) == (
        "prosa/a.xml:2: the file is not saved as UTF-8, but it seems as ANSI (Windows-1252): “–”. "
        "Save it as UTF-8 (in Notepad: Save As, Encoding: UTF-8)."
    )


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack_text, "MAX_BYTES", 10)
    (tmp_path / "a.xml").write_text("x" * 10)
    assert read_text(tmp_path / "a.xml", "a.xml")
    (tmp_path / "a.xml").write_text("x" * 11)
    with pytest.raises(WrongTemplateError, match="larger than 10 bytes"):
        read_text(tmp_path / "a.xml", "a.xml")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_templates_and_settings_saved_by_notepad_work(
    encoding: str, type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    pack = planted(
        tmp_path,
        paket_toml='base = "dasar"\n'.encode(encoding),
        gaya_toml="[paragraph.h1]\r\nsize = 15\r\n".encode(encoding),
        prosa__kaki_xml="<p>Demikian – terima kasih.</p>\r\n".encode(encoding),
    )
    ending = type_in("check", workbooks["perpustakaan"], "--pack", pack)
    assert (ending.code, ending.err) == (ExitCode.DONE, "")


@pytest.mark.parametrize("name", ["prosa__kaki_xml", "gaya_toml"])
def test_a_file_saved_as_ansi_is_told_by_the_check(
    name: str, type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    content = "<!-- café -->" if name.endswith("xml") else "# café"
    pack = planted(tmp_path, **{name: content.encode("cp1252")})
    ending = type_in("check", workbooks["perpustakaan"], "--pack", pack)
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "ANSI (Windows-1252): “café”" in ending.err
