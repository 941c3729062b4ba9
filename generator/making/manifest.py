"""``manifest.json``: every file of an output folder, and what it was made from.

It holds no clock time, so that the same workbook and pack give the same bytes.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from evaluation.errors import UnwritableOutputError
from generator.system.existing import Identity, Output, Outputs, sha256_of
from generator.system.seals import KEY

NAME = "manifest.json"
MAKER = "build"
"""Who makes documents, whichever of the three commands was typed: they share folder and names."""


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

    def head(self) -> Mapping[str, Any]:
        """Give the origin as the manifest tells it."""
        return {
            "workbook": {"name": self.workbook, "sha256": self.workbook_sha256},
            "pack": {"name": self.pack, "sha256": self.pack_sha256},
            "draft": self.draft,
        }


@dataclass(frozen=True)
class Manifest:
    """The manifest of a folder as it stood when it was opened, and what may be replaced there.

    ``content`` is None where there was none.
    """

    folder: Path
    outputs: Outputs
    content: Mapping[str, Any] | None = None

    def check(self, paths: Iterable[str], *, whole: bool) -> None:
        """Hold files to make, and a manifest to write, against what stands in the folder.

        ``whole`` is True for a build, which writes one in any case. Raises UnwritableOutputError,
        which names all that may not be replaced.
        """
        named = (NAME,) if whole or self.content is not None else ()
        self.outputs.check([Output(self.folder / path, MAKER) for path in (*paths, *named)])

    def write(self, origin: Origin, records: Iterable[FileRecord]) -> None:
        """Write the manifest of a whole build. Raises UnwritableOutputError."""
        self._write({**origin.head(), "files": [asdict(record) for record in records]})

    def update(self, origin: Origin, records: Iterable[FileRecord]) -> None:
        """Bring the manifest up to date after some of its files were made again.

        Does nothing where there is no manifest. A file made from another workbook or pack than the
        manifest names carries that origin itself. Raises UnwritableOutputError.
        """
        if self.content is None:
            return
        head = origin.head()
        own = {key: value for key, value in head.items() if self.content.get(key) != value}
        files = {entry["path"]: entry for entry in self.content["files"]}
        for record in records:
            files[record.path] = {**asdict(record), **own}
        self._write({**self.content, "files": list(files.values())})

    @contextmanager
    def withdrawn(
        self,
        origin: Origin,
        paths: Collection[str],
        made: Callable[[], Sequence[FileRecord]],
        *,
        whole: bool,
    ) -> Iterator[None]:
        """Take files out of the manifest while they are made anew, so that it is true at any time.

        The block writes or updates the manifest at its end; where it fails or is interrupted, those
        files are named that ``made`` gives and those that still are as they were; a build, for
        which ``whole`` is True, begins a manifest then. Raises UnwritableOutputError.
        """
        files = self.content["files"] if self.content else ()
        if any(entry["path"] in paths for entry in files):
            self._keep(entry for entry in files if entry["path"] not in paths)
        try:
            yield
        except BaseException:
            with suppress(UnwritableOutputError):  # the first fault is the one to tell
                self._stand(origin, made(), whole)
            raise

    def _stand(self, origin: Origin, records: Sequence[FileRecord], whole: bool) -> None:
        """Name what was made until now, and what still is as it was."""
        if self.content is not None:
            files = list(filter(self._is_true, self.content["files"]))
            replace(self, content={**self.content, "files": files}).update(origin, records)
        elif whole and records:
            self.write(origin, records)

    def _keep(self, files: Iterable[Mapping[str, Any]]) -> None:
        self._write({**(self.content or {}), "files": list(files)})

    def _is_true(self, entry: Mapping[str, Any]) -> bool:
        told: str = entry["sha256"]
        try:
            return sha256_of(self.folder / entry["path"]) == told
        except OSError:
            return False

    def _write(self, content: Mapping[str, Any]) -> None:
        text = _text(content)
        output = Output(self.folder / NAME, MAKER)
        self.outputs.write(output, lambda target: target.write(text.encode()))


def open_manifest(
    folder: Path, inputs: frozenset[Identity] = frozenset(), *, force: bool = False
) -> Manifest:
    """Open the manifest of an output folder; files that it names unchanged may be replaced.

    ``inputs`` may not be replaced; with ``force``, everything else may.
    """
    path = folder / NAME
    try:
        text = path.read_text(encoding="utf-8")
        content = json.loads(text)
        listed = {folder / one["path"]: str(one["sha256"]) for one in content["files"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Manifest(folder, Outputs(inputs, force))
    if KEY not in content and text == _text(content):  # written before manifests were sealed
        listed[path] = hashlib.sha256(text.encode()).hexdigest()
    content.pop(KEY, None)
    return Manifest(folder, Outputs(inputs, force, listed), content)


def _text(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
