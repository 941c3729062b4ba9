"""Every kind of both sets made, collected with the round and without, and scored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.messy.kinds import Kind
from benchmarks.messy.paper import Case
from benchmarks.messy.programmes import PROGRAMMES
from benchmarks.messy.score import Tally, run_case
from benchmarks.messy.seen import SEEN
from benchmarks.messy.unseen import UNSEEN

SETS: Mapping[str, Sequence[Kind]] = {"seen": SEEN, "unseen": UNSEEN}
_RECALLED = ("values", "right", "nameless", "missing", "missing in silence")


@dataclass(frozen=True)
class Run:
    """One kind collected in one way: ``into`` the round, or ``plain``."""

    of: str
    kind: str
    way: str
    tally: Tally

    @property
    def is_wrong(self) -> bool:
        """Tell whether anything is wrong, or not all of it came in."""
        counts = self.tally.counts
        silent = counts["wrong"] + counts["missing in silence"] + counts["lost in silence"]
        return bool(silent) or counts["right"] < counts["values"]


def runs(sets: Sequence[str], turn: int = 0, kind: str = "") -> Iterator[Run]:
    """Collect the kinds of sets; ``turn`` gives each another programme than its own."""
    for name in sets:
        for at, make in enumerate(SETS[name]):
            if kind in make.__name__:
                case = Case(PROGRAMMES[(at + turn) % len(PROGRAMMES)])
                make(case)
                yield from _both(name, make.__name__, case)


def _both(of: str, kind: str, case: Case) -> Iterator[Run]:
    """Collect a case with the round, and without; there only what the files tell is asked for."""
    yield Run(of, kind, "into", run_case(case, into=True))
    if case.plain is None:
        return
    tally = run_case(case, into=False)
    for part in _RECALLED if not case.plain else ():
        tally.counts[part] = 0
    yield Run(of, kind, "plain", tally)
