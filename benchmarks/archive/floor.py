"""What reading the kept archive must not fall behind: figures a layout, held to ``floor.toml``.

``right`` scores, averages, texts and the rest may not become fewer; ``wrong`` values that no flag
tells of, and flags, may not become more.
"""

import tarfile
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.archive.keep import KEPT
from benchmarks.archive.score import PARTS, Tally
from evaluation.record_json import to_json
from extractors.archive.digitise import Ocr, Task, digitise

FLOOR = Path(__file__).with_name("floor.toml")
JOBS = 2
Figures = Mapping[str, int]


def unpack(folder: Path) -> None:
    """Lay the kept files out, one folder a layout."""
    with tarfile.open(KEPT) as book:
        book.extractall(folder, filter="data")


def read_all(archive: Path, read: Path) -> None:
    """Read every document of the archive; each becomes one JSON, one that is no report none."""
    paths = sorted(archive.glob("*/*.pdf"))
    with ProcessPoolExecutor(JOBS, get_context("spawn")) as pool:
        for path, text in zip(paths, pool.map(read_one, paths), strict=True):
            if text is not None:
                (read / f"{path.stem}.json").write_text(text, encoding="utf-8")


def read_one(path: Path) -> str | None:
    """Read one document; None where it is no report."""
    record = digitise(Task(path, ocr=Ocr.NEVER)).record
    return None if record is None else to_json(record)


def figures(tally: Tally) -> Figures:
    """Sum a layout up: right values a part, wrong ones that nothing tells of, flagged scores."""
    right = {f"{part}-right": tally.counts[part, "right"] for part in PARTS}
    wrong = sum(tally.counts[part, "wrong"] for part in PARTS)
    silent = tally.counts["score", "wrong"] + tally.counts["average", "wrong"]
    flagged = tally.counts["score", "flagged"] + tally.counts["average", "flagged"]
    return {**right, "wrong": wrong, "wrong-numbers": silent, "flagged": flagged}


def kept_floor() -> Mapping[str, Figures]:
    """Give the figures that were recorded, by layout."""
    return tomllib.loads(FLOOR.read_text("utf-8"))


def written(found: Mapping[str, Figures]) -> str:
    """Give figures as the text of ``floor.toml``."""
    parts = [
        "\n".join([f"[{layout}]", *(f"{name} = {value}" for name, value in own.items())])
        for layout, own in found.items()
    ]
    return "# Written by `python -m benchmarks.archive --accept`.\n\n" + "\n\n".join(parts) + "\n"


def fallen(floor: Mapping[str, Figures], found: Mapping[str, Figures]) -> Iterator[str]:
    """Tell each figure that is worse than its floor."""
    for layout, wanted in floor.items():
        own = found.get(layout, {})
        for name, least in wanted.items():
            value = own.get(name, 0)
            worse = value < least if name.endswith("-right") else value > least
            if not own or worse:
                yield f"{layout}: {name} is {value}, was {least}"
    for layout in found.keys() - floor.keys():
        yield f"{layout}: has no floor; --accept records one"
