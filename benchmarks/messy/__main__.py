"""``python -m benchmarks.messy``: collect messy files of both sets, with the round and without.

``--floor`` exits with 1 where a figure is worse than the recorded one, ``--accept`` records those
of today; ``--turn N`` gives each kind another programme, ``--kind NAME`` shows one alone.
"""

import argparse
import sys

from benchmarks.messy.floor import FLOOR, fallen, figures, kept_floor, written
from benchmarks.messy.runs import SETS, Run, runs
from evaluation.messages import set_language

_SHOWN = ("values", "right", "nameless", "wrong", "missing", "missing in silence", "lost")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=tuple(SETS), action="append")
    parser.add_argument("--kind", default="")
    parser.add_argument("--turn", type=int, default=0)
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--accept", action="store_true")
    given = parser.parse_args()
    set_language("en")
    made = []
    for run in runs(given.set or tuple(SETS), given.turn, given.kind):
        made.append(run)
        if given.kind or (run.is_wrong and run.of == "seen"):
            _show(run)
    found = figures(made)
    for name, counts in found.items():
        share = 100 * counts["right"] / max(1, counts["values"])
        print(f"{name}: {share:.1f} %", ", ".join(f"{k} {v}" for k, v in counts.items() if v))
    if given.accept:
        FLOOR.write_text(written(found), encoding="utf-8")
    worse = list(fallen(kept_floor(), found)) if given.floor else []
    for line in worse:
        print(line)
    sys.exit(bool(worse))


def _show(run: Run) -> None:
    counts = ", ".join(f"{name} {run.tally.counts[name]}" for name in _SHOWN)
    print(f"{run.kind} {run.way}: {counts}")
    for cause, count in run.tally.causes.most_common(3):
        print("   ", count, cause[:160])


if __name__ == "__main__":
    main()
