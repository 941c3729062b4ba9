"""Keep the first file of every layout: ``python -m benchmarks.archive.keep ARCHIVE``.

``kept.tar.xz`` holds them with their truths, so that the floor needs none of the eight programs
that made them. Streams are taken apart first: files that share fonts then share their bytes.
"""

import io
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf

KEPT = Path(__file__).with_name("kept.tar.xz")
NEEDS_RECOGNITION = frozenset({"outlined"})


def kept_files(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Give name and content of every file to keep, in the order of their names."""
    for path in sorted(archive.glob("*/*-1.pdf")):
        if path.parent.name not in NEEDS_RECOGNITION and path.with_suffix(".json").exists():
            yield f"{path.parent.name}/{path.name}", _apart(path)
            truth = path.with_suffix(".json")
            yield f"{path.parent.name}/{truth.name}", truth.read_bytes()


def _apart(path: Path) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(path) as book:
        book.save(
            target,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return target.getvalue()


def keep(archive: Path, target: Path) -> None:
    """Write the files as one archive; the same files give the same bytes."""
    with tarfile.open(target, "w:xz", preset=9) as book:
        for name, content in kept_files(archive):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            book.addfile(entry, io.BytesIO(content))


if __name__ == "__main__":
    keep(Path(sys.argv[1]), KEPT)
