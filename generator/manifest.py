"""``manifest.json``: every file of an output folder, and what it was made from.

It holds no clock time, so that the same workbook and pack give the same bytes.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.files import write_whole

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file that was made. ``region`` is None for the round's own documents.

    ``pages`` is None where only the program that opens the file can tell (DOCX).
    """

    path: str
    kind: str
    region: str | None
    pages: int | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What the files were made from; ``draft`` is True while the letter lacks number or date."""

    workbook: str
    workbook_sha256: str
    pack: str
    pack_sha256: str
    draft: bool


def write_manifest(folder: Path, origin: Origin, records: Iterable[FileRecord]) -> None:
    """Write the manifest of a whole build. Raises UnwritableOutputError."""
    content = {**_head(origin), "files": [asdict(record) for record in records]}
    _write(folder, content)


def update_manifest(folder: Path, origin: Origin, records: Iterable[FileRecord]) -> None:
    """Bring the manifest of a folder up to date after some of its files were made again.

    Does nothing where there is no manifest. A file made from another workbook or pack than the
    manifest names carries that origin itself. Raises UnwritableOutputError.
    """
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        files = {entry["path"]: entry for entry in content["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return
    head = _head(origin)
    own = {key: value for key, value in head.items() if content.get(key) != value}
    for record in records:
        files[record.path] = {**asdict(record), **own}
    _write(folder, {**content, "files": list(files.values())})


def keep_manifest(folder: Path, origin: Origin, records: Iterable[FileRecord]) -> None:
    """Bring a manifest up to date, or begin one, when the making of a round was interrupted.

    Raises UnwritableOutputError.
    """
    made = tuple(records)
    if made:
        note = update_manifest if (folder / NAME).exists() else write_manifest
        note(folder, origin, made)


def _head(origin: Origin) -> Mapping[str, Any]:
    return {
        "workbook": {"name": origin.workbook, "sha256": origin.workbook_sha256},
        "pack": {"name": origin.pack, "sha256": origin.pack_sha256},
        "draft": origin.draft,
    }


def _write(folder: Path, content: Mapping[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    write_whole(folder / NAME, lambda target: target.write(text.encode()))
