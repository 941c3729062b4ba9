"""Time and memory of the example round, written into ``docs/benchmarks.md``.

Each command runs as a process of its own, so that start-up and memory are those of a user. CPU is
user and system time of the process and its workers; memory is the largest resident set of any one
process, with the sum over the main process and its workers beside it (Linux only).
"""

import os
import platform
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

REPORT = Path(__file__).parent.parent / "docs" / "benchmarks.md"
LAPORAN = (sys.executable, "-m", "generator.cli.main", "--lang", "en")
_OTHERS = "\n\n## "  # what other benchmarks measured is kept
SAMPLING = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True)
class Cost:
    """What one command cost: seconds and megabytes."""

    label: str
    wall: float
    cpu: float
    memory: float
    of_all: float


def main() -> None:
    """Measure and write the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = folder / "evaluasi-2024.xlsx"
        costs = [
            measure("new --example", "new", "--example", str(workbook)),
            measure("build, PDF", "build", str(workbook), "--format", "pdf", "--jobs", "1"),
            measure("build, DOCX", "build", str(workbook), "--format", "docx", "--jobs", "1"),
            measure("build, both", "build", str(workbook), "--jobs", "1"),
            measure("build, both, 2 processes", "build", str(workbook), "--jobs", "2"),
            measure("report badung, both", "report", str(workbook), "badung"),
            measure("letter, both", "letter", str(workbook)),
        ]
        sizes = _sizes(folder)
    _old, heading, others = REPORT.read_text(encoding="utf-8").partition(_OTHERS)
    REPORT.write_text(_page(costs, sizes).rstrip() + heading + others, encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))


def measure(label: str, *arguments: str) -> Cost:
    """Run one command and give its cost."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    process = subprocess.Popen(
        (*LAPORAN, *arguments), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    watch = _MemoryWatch(process.pid)
    _out, err = process.communicate()
    watch.stop()
    if process.returncode:
        raise SystemExit(f"{label}: {err.decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(label, time.monotonic() - started, cpu, watch.largest, watch.largest_sum)


class _MemoryWatch(threading.Thread):
    """Looks at the resident memory of a process and its descendants until it is stopped."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._ended = threading.Event()
        self.largest = self.largest_sum = 0.0
        self.start()

    def run(self) -> None:
        while not self._ended.wait(SAMPLING):
            sizes = [_resident(pid) for pid in _family(self._pid)]
            self.largest = max([self.largest, *sizes])
            self.largest_sum = max(self.largest_sum, sum(sizes))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _family(pid: int) -> list[int]:
    children: list[int] = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children += [int(child) for child in tasks.read_text().split()]
        except OSError:
            continue
    return [pid, *(member for child in children for member in _family(child))]


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _sizes(folder: Path) -> dict[str, float]:
    return {
        kind: sum(path.stat().st_size for path in folder.rglob(f"reports/*.{kind}")) / 191 / 1000
        for kind in ("pdf", "docx")
    }


def _page(costs: list[Cost], sizes: dict[str, float]) -> str:
    rows = [
        f"| `{one.label}` | {one.wall:.1f} | {one.cpu:.1f} | {one.memory:.0f} | {one.of_all:.0f} |"
        for one in costs
    ]
    return "\n".join(
        [
            "# Benchmarks",
            "",
            f"The example round (191 regions, 115 questions, 825 score rows, 6,700 comments), "
            f"{os.cpu_count()} cores, Python {platform.python_version()}, "
            f"{platform.system()}. `make bench` measures again.",
            "",
            "| command | wall s | CPU s | MB, largest process | MB, all processes |",
            "|---|---|---|---|---|",
            *rows,
            "",
            f"A report takes {sizes['pdf']:.0f} KB as PDF and {sizes['docx']:.0f} KB as DOCX.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
