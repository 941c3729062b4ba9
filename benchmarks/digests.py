"""Digests of everything that the program makes and reads, to show that a change left it alone.

    python -m benchmarks.digests --keep FILE       before the change
    python -m benchmarks.digests --against FILE    after it: 1 and a line a difference

Everything goes through the installed command line, so modules may move underneath: the example and
a second programme in every format, their checks, a spoilt workbook's findings, forms out, filled in
and back, and an archive of past layouts read (a folder that ``python -m benchmarks.archive.make``
filled; the same one both times, since some producers date their files).
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from examples import perpustakaan
from generator.workbooks.book import write_workbook

PROGRAM = Path(sys.executable).with_name("laporan")
PACK = Path(__file__).parent.parent / "tests" / "packs" / "perpustakaan"
PASSING = re.compile(r" detik|^\w+: \d+/\d+$")
"""Lines that tell how far a command is and how long it took."""
FORMS = 6
"""How many forms are filled in: each kind of region and assessor is among the first."""


SAVED = 1_732_500_000
"""When the forms that come back were saved: the time stands in what is collected."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--keep", type=Path)
    chosen.add_argument("--against", type=Path)
    parser.add_argument("--archive", type=Path, required=True)
    given = parser.parse_args()
    folder = Path(tempfile.gettempdir(), "laporan-digests")  # its name stands in what is made
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    make_everything(folder, given.archive.absolute())
    found = dict(digests(folder))
    if given.keep:
        given.keep.write_text(json.dumps(found, indent=1, sort_keys=True), encoding="utf-8")
        print(f"{len(found)} digests kept in {given.keep}")
        return
    told = list(differences(json.loads(given.against.read_text("utf-8")), found))
    print(*told, f"{len(found)} compared, {len(told)} differ", sep="\n")
    sys.exit(bool(told))


def make_everything(folder: Path, archive: Path) -> None:
    """Fill a folder with all that the program makes of the examples and reads of the archive."""
    example, second, spoilt = (folder / f"{n}.xlsx" for n in ("example", "second", "spoilt"))
    run(folder, "new", "blank.xlsx")
    run(folder, "new", "--example", example.name)
    with second.open("wb") as target:
        write_workbook(target, perpustakaan.sheets())
    spoil(example, spoilt)
    run(folder, "build", example.name, "-o", "made")
    run(folder, "build", second.name, "-o", "made-second", "--packet", "--pack", str(PACK))
    for book in (example, second, spoilt):
        run(
            folder, "check", book.name, "--json", f"{book.stem}.json", "--html", f"{book.stem}.html"
        )
    run(folder, "forms", second.name, "-o", "forms")
    for form in sorted((folder / "forms").rglob("*.xlsx"))[:FORMS]:
        fill(form, folder / "returned" / form.name)
    run(folder, "collect", "returned", "-o", "collected.xlsx", "--all")
    run(folder, "collect", "returned", "-o", "joined.xlsx", "--into", second.name, "--all")
    pages = ("--pages", "--ocr", "never")
    run(folder, "extract", str(archive), "-o", "past.xlsx", "--json", "records", *pages)


def run(folder: Path, *arguments: str) -> None:
    """Run one command and keep what it said and how it ended beside what it wrote."""
    ended = subprocess.run(
        [PROGRAM, "--lang", "id", *arguments],
        cwd=folder,
        env=os.environ | {"LAPORAN_CACHE": ""},
        capture_output=True,
        text=True,
    )
    lines = (ended.stdout + ended.stderr).splitlines()
    said = [line for line in lines if not PASSING.search(line)]
    told = folder / f"{'-'.join(Path(a).stem for a in arguments[:2])}.said"
    told.write_text("\n".join([f"exit {ended.returncode}", *said]), encoding="utf-8")


def spoil(source: Path, target: Path) -> None:
    """Write a copy of a workbook with a fault of many kinds."""
    book = openpyxl.load_workbook(source)
    book["Nilai"]["D5"].value = "x"
    book["Nilai"]["E6"].value = 9
    book["Wilayah"]["C4"].value = book["Wilayah"]["C5"].value
    book["Surat"]["B3"].value = "B-1/2"
    book["Catatan"]["E9"].value = "tida (dua) wilayah  berdasarkan berdasarkan"
    book.save(target)


def fill(form: Path, target: Path) -> None:
    """Enter a score beside each question of a form, as a person would."""
    book = openpyxl.load_workbook(form)
    sheet = book["Penilaian"]
    start = next(r for r in range(1, 40) if sheet.cell(r, 1).value == "No") + 1
    for row in range(start, sheet.max_row + 1):
        sheet.cell(row, 6).value = 1 + row % 4
    target.parent.mkdir(exist_ok=True)
    book.save(target)
    os.utime(target, (SAVED, SAVED))


def digests(folder: Path) -> Iterator[tuple[str, str]]:
    """Give path and sha256 of every file that is not an input of openpyxl's, which dates them."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        dated = relative in ("spoilt.xlsx",) or relative.startswith("returned/")
        if path.is_file() and not dated:
            yield relative, hashlib.sha256(path.read_bytes()).hexdigest()


def differences(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """Give a line for every file that changed, is missing or is new."""
    for path in sorted(before.keys() | after.keys()):
        if path not in after:
            yield f"missing: {path}"
        elif path not in before:
            yield f"new: {path}"
        elif before[path] != after[path]:
            yield f"changed: {path}"


if __name__ == "__main__":
    main()
