"""The kept archive read and scored: ``python -m benchmarks.archive [--floor | --accept]``.

``--floor`` exits with 1 when any figure is worse than the recorded one; ``--accept`` records those
of today.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from benchmarks.archive.floor import FLOOR, fallen, figures, kept_floor, read_all, unpack, written
from benchmarks.archive.score import score, show
from evaluation.messages import set_language


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--accept", action="store_true")
    given = parser.parse_args()
    set_language("en")
    with tempfile.TemporaryDirectory() as name:
        archive, read = Path(name, "archive"), Path(name, "read")
        read.mkdir()
        unpack(archive)
        read_all(archive, read)
        tallies = score(archive, read)
    Console(width=200).print(show(tallies))
    found = {layout: figures(tally) for layout, tally in tallies.items()}
    if given.accept:
        FLOOR.write_text(written(found), encoding="utf-8")
    worse = list(fallen(kept_floor(), found)) if given.floor else []
    for line in worse:
        print(line)
    sys.exit(bool(worse))


if __name__ == "__main__":
    main()
