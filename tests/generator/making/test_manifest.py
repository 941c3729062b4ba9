"""The manifest lists every file and what it was made from."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.making.manifest import FileRecord, Origin, open_manifest

ORIGIN = Origin("evaluasi.xlsx", "aa", "dasar", "bb", draft=False)
LETTER = FileRecord("letter.pdf", "letter", None, 3, "11")
REPORT = FileRecord("reports/001-kab-a.pdf", "report", "KAB. A", 16, "22")


def read(folder: Path) -> dict[str, object]:
    content: dict[str, object] = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert str(content.pop("seal")).startswith("laporan build sha256:")
    return content


def write(folder: Path, origin: Origin, records: Iterable[FileRecord]) -> None:
    open_manifest(folder).write(origin, records)


def update(folder: Path, origin: Origin, records: Iterable[FileRecord]) -> None:
    open_manifest(folder).update(origin, records)


def test_the_manifest_names_files_workbook_and_pack(tmp_path: Path) -> None:
    write(tmp_path, ORIGIN, [LETTER, REPORT])
    assert read(tmp_path) == {
        "workbook": {"name": "evaluasi.xlsx", "sha256": "aa"},
        "pack": {"name": "dasar", "sha256": "bb"},
        "draft": False,
        "files": [
            {"path": "letter.pdf", "kind": "letter", "region": None, "pages": 3, "sha256": "11"},
            {
                "path": "reports/001-kab-a.pdf",
                "kind": "report",
                "region": "KAB. A",
                "pages": 16,
                "sha256": "22",
            },
        ],
    }


def test_one_file_made_again_from_the_same_workbook_changes_its_entry_alone(tmp_path: Path) -> None:
    write(tmp_path, ORIGIN, [LETTER, REPORT])
    update(tmp_path, ORIGIN, [replace(REPORT, sha256="33")])
    other = tmp_path / "other"
    write(other, ORIGIN, [LETTER, replace(REPORT, sha256="33")])
    assert read(tmp_path) == read(other)


def test_a_file_made_from_a_changed_workbook_says_so_itself(tmp_path: Path) -> None:
    write(tmp_path, ORIGIN, [LETTER, REPORT])
    update(tmp_path, replace(ORIGIN, workbook_sha256="cc"), [REPORT])
    files = read(tmp_path)["files"]
    assert isinstance(files, list)
    assert "workbook" not in files[0]
    assert files[1]["workbook"] == {"name": "evaluasi.xlsx", "sha256": "cc"}


def test_without_a_manifest_a_single_file_makes_none(tmp_path: Path) -> None:
    update(tmp_path, ORIGIN, [REPORT])
    assert not list(tmp_path.iterdir())
