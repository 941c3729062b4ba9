"""Plant faults in our own code, one at a time, and tell which of them no test beside it notices.

    python -m benchmarks.faults extractors/reports extractors/archive/digitise.py --draw 50 --seed 1

Each module or package is drawn from alike: first the kind of fault, then the fault. The tests
beside a module are those of the folder that mirrors its package; for a module right in a room, the
test files of the room that name it. Exits with 1 when less than ``--floor`` are noticed.
Faults that change nothing anyone could see stand, with the reason, in ``faults.toml``.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

from benchmarks.mutations import Fault, faults_of

TREE = Path(__file__).resolve().parents[1]
KNOWN = Path(__file__).with_name("faults.toml")
MEMORY = 6 << 30
SLACK = 20.0
BOUNDED = (
    f"import resource, sys; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); "
    "import pytest; sys.exit(pytest.main(sys.argv[1:]))"
)


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault in a module, and what became of it: "noticed", "SURVIVED", "equivalent"."""

    module: str
    fault: Fault
    outcome: str = ""

    def __str__(self) -> str:
        fault = self.fault
        return f"{self.outcome:10} {self.module}:{fault.line} {fault.kind}: {fault.told}"


@dataclass(frozen=True, slots=True)
class Beside:
    """The tests beside a package: how long they take, and which of them reach a function."""

    tests: tuple[str, ...]
    seconds: float
    reached: Mapping[str, Sequence[str]]

    def chosen(self, module: str, fault: Fault) -> Sequence[str]:
        """Give the tests that can notice a fault: those that call its function, else all."""
        if fault.kept or not fault.function:
            return self.tests
        return self.reached.get(f"{module}:{fault.first}") or self.tests


@dataclass(slots=True)
class Bench:
    """Copies of the tree to plant in, one a job."""

    folder: Path
    jobs: int
    free: SimpleQueue[Path] = field(default_factory=SimpleQueue)
    known: dict[tuple[str, ...], Beside] = field(default_factory=dict)

    def __post_init__(self) -> None:
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        shown = subprocess.run(listed, cwd=TREE, check=True, capture_output=True, text=True)
        for number in range(self.jobs):
            copy = self.folder / f"tree-{number}"
            for name in filter(None, [*shown.stdout.split("\0"), *_compiled()]):
                if (TREE / name).is_file():
                    (copy / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(TREE / name, copy / name)
            self.free.put(copy)

    def beside(self, tests: tuple[str, ...]) -> Beside:
        """Run tests on the whole code, once; they must pass."""
        if tests not in self.known:
            self.known[tests] = self._ran(tests)
        return self.known[tests]

    def _ran(self, tests: tuple[str, ...]) -> Beside:
        copy = self.free.get()
        notes = self.folder / "reached.json"
        start = time.monotonic()
        more = ("-p", "benchmarks.reached")
        code = _run(copy, [*more, *tests], None, {"LAPORAN_REACHED": str(notes)})
        seconds = time.monotonic() - start
        self.free.put(copy)
        if code != 0:
            sys.exit(f"{' '.join(tests)} fail before anything is planted (exit {code})")
        return Beside(tests, seconds, json.loads(notes.read_text("utf-8")))

    def tried(self, planted: Planted, beside: Beside) -> Planted:
        """Plant one fault, run the tests that can notice it, take it out again."""
        copy = self.free.get()
        path = copy / planted.module
        whole = path.read_bytes()
        try:
            _write(path, planted.fault.put(whole))
            chosen = beside.chosen(planted.module, planted.fault)
            code = _run(copy, ["-x", *chosen], beside.seconds * 2 + SLACK, {})
        finally:
            _write(path, whole)
            self.free.put(copy)
        outcome = "SURVIVED" if code == 0 else "noticed"
        result = Planted(planted.module, planted.fault, outcome)
        print(result, flush=True)
        return result


def _compiled() -> list[str]:
    """Give the catalogues of messages, which are compiled and not kept in git."""
    return [str(path.relative_to(TREE)) for path in TREE.glob("evaluation/locale/*/*/*.mo")]


def _write(path: Path, source: bytes) -> None:
    """Write a module and forget what was compiled of it, whose time may be the same second."""
    path.write_bytes(source)
    for compiled in path.parent.glob(f"__pycache__/{path.stem}.*"):
        compiled.unlink()


def _run(copy: Path, given: Sequence[str], seconds: float | None, more: dict[str, str]) -> int:
    """Run pytest in a copy of the tree; one that takes too long ends with everything it began."""
    environment = {**os.environ, **more, "PYTHONPATH": str(copy)}
    command = [sys.executable, "-c", BOUNDED, "-q", "-p", "no:xdist", *given]
    running = subprocess.Popen(
        command, cwd=copy, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        return running.wait(seconds)
    except subprocess.TimeoutExpired:
        return -1
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()


def modules_of(package: str) -> tuple[str, ...]:
    """Give the modules of a package, or the module itself, as paths in the tree."""
    path = TREE / package
    found = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return tuple(str(module.relative_to(TREE)) for module in found)


def tests_beside(module: str) -> tuple[str, ...]:
    """Give the tests beside a module: the folder that mirrors its package, else files naming it."""
    folder = Path("tests") / Path(module).parent
    if len(folder.parts) > 2 and (TREE / folder).is_dir():
        return (str(folder),)
    room = TREE / "tests" / Path(module).parts[0]
    named = ".".join(Path(module).with_suffix("").parts)
    files = sorted(path for path in room.glob("test_*.py") if named in path.read_text("utf-8"))
    return tuple(str(path.relative_to(TREE)) for path in files) or (f"tests/{room.name}",)


def drawn(package: str, count: int, seed: int) -> tuple[Planted, ...]:
    """Draw faults of a package, first their kind and then one of it; 0 takes all there are."""
    found: dict[str, list[Planted]] = {}
    for module in modules_of(package):
        for fault in faults_of((TREE / module).read_text("utf-8")):
            found.setdefault(fault.kind, []).append(Planted(module, fault))
    if not count:
        return tuple(planted for same in found.values() for planted in same)
    chance = random.Random(f"{package} {seed}")
    for same in found.values():
        chance.shuffle(same)
    taken: list[Planted] = []
    while len(taken) < count and any(found.values()):
        kind = chance.choice([kind for kind, same in found.items() if same])
        taken.append(found[kind].pop())
    return tuple(taken)


def _equivalent() -> frozenset[tuple[str, str, str, str]]:
    """Give the faults that change nothing anyone could see, as ``faults.toml`` argues."""
    if not KNOWN.exists():
        return frozenset()
    listed = tomllib.loads(KNOWN.read_text("utf-8")).get("equivalent", [])
    return frozenset((e["module"], e["function"], e["before"], e["after"]) for e in listed)


def _named(planted: Planted) -> tuple[str, str, str, str]:
    fault = planted.fault
    return planted.module, fault.function, fault.before, fault.after


def _results(bench: Bench, package: str, given: argparse.Namespace) -> Iterator[Planted]:
    known = _equivalent()
    faults = drawn(package, given.draw, given.seed)
    yield from (Planted(p.module, p.fault, "equivalent") for p in faults if _named(p) in known)
    asked = [p for p in faults if _named(p) not in known]
    groups = {tests_beside(p.module) for p in asked}
    tests = {group: bench.beside(tuple(given.tests or group)) for group in groups}
    with ThreadPoolExecutor(bench.jobs) as pool:
        yield from pool.map(lambda p: bench.tried(p, tests[tests_beside(p.module)]), asked)


def _told(package: str, results: Sequence[Planted]) -> float:
    """Print what became of a package's faults, and give the share noticed."""
    survivors = [p for p in results if p.outcome == "SURVIVED"]
    equivalent = sum(p.outcome == "equivalent" for p in results)
    asked = len(results) - equivalent
    share = 1 - len(survivors) / asked if asked else 1.0
    print(f"\n{package}: {share:.0%} of {asked} noticed ({equivalent} equivalent)")
    for planted in survivors:
        print(f"  {planted}")
    return share


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", nargs="+", metavar="PACKAGE")
    parser.add_argument("--draw", type=int, default=50, help="faults a package; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--floor", type=float, default=0.9)
    parser.add_argument("--tests", nargs="*", help="these tests instead of those beside")
    given = parser.parse_args()
    packages = [package.rstrip("/") for package in given.packages]
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        bench = Bench(Path(name), given.jobs)
        results = {package: list(_results(bench, package, given)) for package in packages}
    shares = [_told(package, planted) for package, planted in results.items()]
    sys.exit(min(shares) < given.floor)


if __name__ == "__main__":
    main()
