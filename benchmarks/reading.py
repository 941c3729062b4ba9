"""Pages a second and scores found, beside what our users would otherwise pick, in one run.

    python -m benchmarks.reading FOLDER [COUNT]

FOLDER holds layouts of past reports with their truth, as ``benchmarks.archive.make`` writes them.
The peers read tables or text; a score of theirs counts when its number and value stand in one row
or line. That favours them: a person would still have to find the right columns.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber

from extractors.archive.digitise import Task, digitise

Found = set[tuple[int, str]]
Reader = Callable[[Path], Iterator[list[str]]]

_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_SCANNED = ("scan-", "hostile", "other", "outlined")


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    files = [
        path
        for layout in sorted(folder.iterdir())
        if not layout.name.startswith(_SCANNED)
        for path in sorted(layout.glob("*.pdf"))[:count]
    ]
    pages = sum(len(pdfplumber.open(path).pages) for path in files)
    print(f"{len(files)} files, {pages} pages\n")
    print("| reader | scores found | CPU s | pages a second |\n|---|---|---|---|")
    readers: dict[str, Callable[[Path], Found]] = {
        "laporan": _ours,
        "pdfplumber extract_tables": lambda path: _rows(_tables(path)),
    }
    if shutil.which("pdftotext"):
        readers["pdftotext -layout"] = lambda path: _rows(_lines(path))
    for name, read in readers.items():
        start = _seconds()
        found = [read(path) for path in files]
        spent = _seconds() - start
        hit = sum(len(_truth(path) & mine) for path, mine in zip(files, found, strict=True))
        every = sum(len(_truth(path)) for path in files)
        print(f"| {name} | {hit} of {every} | {spent:.1f} | {pages / spent:.0f} |")


def _seconds() -> float:
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def _value(text: object) -> str:
    return f"{float(str(text).replace(',', '.')):g}"


def _truth(path: Path) -> Found:
    data = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return {
        (item["no"], _value(item["score"]))
        for dimension in data["dimensions"]
        for item in dimension["items"]
        if item["score"] is not None
    }


def _ours(path: Path) -> Found:
    record = digitise(Task(path)).record
    dimensions = record.dimensions if record else ()
    return {
        (item.number, _value(item.score))
        for dimension in dimensions
        for item in dimension.items
        if item.score is not None and not item.flag
    }


def _tables(path: Path) -> Iterator[list[str]]:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            for table in page.extract_tables():
                yield from ([cell or "" for cell in row] for row in table)


def _lines(path: Path) -> Iterator[list[str]]:
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode(
        "utf-8", "replace"
    )
    yield from (re.split(r"\s{2,}", line.strip()) for line in text.splitlines())


def _rows(rows: Iterator[list[str]]) -> Found:
    found: Found = set()
    for row in rows:
        numbers = [cell.strip() for cell in row if _NUMBER.fullmatch(cell.strip())]
        found |= {
            (int(one), _value(other))
            for one in numbers
            if one.isdigit()
            for other in numbers
            if other is not one
        }
    return found


if __name__ == "__main__":
    main()
