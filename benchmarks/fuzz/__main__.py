"""Try damaged inputs and tell, a line a kind, how they ended; exit code 1 when any ended badly."""

import argparse
import os
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fuzz.samples import Samples
from benchmarks.fuzz.trials import KINDS, kind_of, tried
from benchmarks.fuzz.working import Ended, try_all, work
from evaluation.messages import set_language

KEPT = Path("build") / "fuzz"


def main() -> int:
    given = _arguments()
    if given.work:
        work(given.seed)
        return 0
    if given.only is not None:
        return _again(given.seed, given.only)
    start = time.monotonic()
    workers = os.cpu_count() or 1
    ended = list(try_all(given.seed, range(given.inputs), workers))
    bad = sorted((one for one in ended if one.verdict), key=lambda one: one.number)
    _tell(ended)
    for one in bad:
        print(f"{kind_of(one.number)} {one.number}: {one.verdict}")
        print(f"  python -m benchmarks.fuzz --seed {given.seed} --only {one.number}")
        _keep(given.seed, one.number)
    print(f"{len(ended)} inputs, {len(bad)} ended badly, {time.monotonic() - start:.0f} s")
    return 1 if bad else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="NUMBER", help="one input, with its traceback")
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _tell(ended: Sequence[Ended]) -> None:
    of_kind: dict[str, list[Ended]] = defaultdict(list)
    for one in ended:
        of_kind[kind_of(one.number)].append(one)
    for kind in KINDS:
        those = of_kind[kind]
        bad = sum(bool(one.verdict) for one in those)
        seconds = sum(one.seconds for one in those)
        print(f"{kind:10} {len(those):6} inputs {bad:4} bad {seconds:7.1f} s")


def _keep(seed: int, number: int) -> None:
    """Keep an input that ended badly, made anew without being tried."""
    folder = KEPT / f"{seed}-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ulangi.txt").write_text(
        f"python -m benchmarks.fuzz --seed {seed} --only {number}\n", encoding="utf-8"
    )


def _again(seed: int, number: int) -> int:
    """Try one input again in a folder that stays."""
    set_language("en")
    folder = KEPT / f"{seed}-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name, suppress(FileExistsError):
        verdict = tried(seed, number, folder, Samples(Path(name)))
        print(f"{folder}: {verdict or 'all is well'}")
        return 1 if verdict else 0
    print(f"{folder} holds an earlier attempt: remove it first")
    return 2


if __name__ == "__main__":
    sys.exit(main())
