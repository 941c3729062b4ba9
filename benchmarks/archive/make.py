"""Make the archive: ``python -m benchmarks.archive.make OUT [--only LAYOUT]``."""

import argparse
import shutil
import zlib
from pathlib import Path

from benchmarks.archive import words
from benchmarks.archive.catalogue import LAYOUTS, Layout
from benchmarks.archive.compose import compose, printed
from benchmarks.archive.damage import SCANS, scan
from benchmarks.archive.others import HOSTILE, OTHERS
from benchmarks.archive.truth import Report, Shape, draw_report


def make_file(layout: Layout, number: int, folder: Path) -> Path:
    """Make one document of a layout with its truth beside it; ``number`` counts from 0."""
    look = layout.look
    seed = zlib.crc32(layout.name.encode()) + number * 7
    shape = Shape(
        look.continuous,
        look.wording.sections,
        look.regions,
        look.questions,
        look.gaps,
        look.participating,
    )
    report = draw_report(seed, shape)
    title = words.PROGRAMMES[seed % len(words.PROGRAMMES)].title
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{layout.name}-{number + 1}.pdf"
    layout.producer(compose(report, look, title.upper() if number else title), path)
    if layout.after:
        layout.after(path)
    write_truth(printed(report, look), path)
    return path


def write_truth(report: Report, path: Path) -> None:
    """Write what the document at ``path`` says beside it."""
    path.with_suffix(".json").write_text(report.as_json(), encoding="utf-8")


def make_others(out: Path) -> None:
    """Make the files that are no such report, and the hostile ones."""
    for folder in ("other", "hostile"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for name, make in OTHERS.items():
        make(out / "other" / f"{name}.pdf")
    layout = next(entry for entry in LAYOUTS if entry.name == "reportlab-grid")
    source = make_file(layout, 0, out / layout.name)
    for name, spoil in HOSTILE.items():
        spoil(source, out / "hostile" / f"{name}.pdf")


def make_scan(name: str, out: Path) -> None:
    """Make the scans of a layout from its digital files, which are made anew."""
    origin, damage = SCANS[name]
    layout = next(entry for entry in LAYOUTS if entry.name == origin)
    for number in range(min(2, layout.files)):
        source = make_file(layout, number, out / origin)
        target = out / name / f"{name}-{number + 1}.pdf"
        target.parent.mkdir(parents=True, exist_ok=True)
        scan(source, target, damage, number + 1)
        shutil.copy(source.with_suffix(".json"), target.with_suffix(".json"))
        print(target, flush=True)


def make_all(out: Path, only: str | None) -> None:
    """Make every layout, or the one whose name is ``only``; "other" are the other files."""
    for layout in LAYOUTS:
        if only in (None, layout.name):
            for number in range(layout.files):
                print(make_file(layout, number, out / layout.name), flush=True)
    for name in SCANS:
        if only in (None, name):
            make_scan(name, out)
    if only in (None, "other"):
        make_others(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only")
    given = parser.parse_args()
    make_all(given.out, given.only)


if __name__ == "__main__":
    main()
