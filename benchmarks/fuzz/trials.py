"""One damaged input of each kind, given to the command that reads it, and the verdict on the end.

A verdict is blank where all is well, else what is wrong in one line.
"""

import io
import json
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.fuzz import damage
from benchmarks.fuzz.samples import Samples, workbook_bytes, write_folder
from evaluation.errors import ExitCode
from evaluation.record import Record
from extractors.archive.digitise import Ocr, Task, digitise
from extractors.workbook import read_workbook
from generator.cli.main import run

Trial = Callable[[Path, Random, Samples], str]
_READ = (ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS, ExitCode.WRONG_DATA, ExitCode.WRONG_TEMPLATE)


def workbook(folder: Path, chance: Random, samples: Samples) -> str:
    """Check a workbook whose cells, headings and sheets are damaged."""
    tables = samples.copied()
    damage.tables_of(tables, chance)
    path = folder / "ronde.xlsx"
    path.write_bytes(workbook_bytes(tables or {"Kosong": []}))
    return _checked(path)


def container(folder: Path, chance: Random, samples: Samples) -> str:
    """Check a spreadsheet whose bytes are damaged: what is read of it is what stood there."""
    name = chance.choice(("xlsx", "ods"))
    path = folder / f"ronde.{name}"
    path.write_bytes(damage.bytes_of(getattr(samples, name), chance))
    return _checked(path, samples)


def markup(folder: Path, chance: Random, samples: Samples) -> str:
    """Check a spreadsheet one of whose parts is damaged inside a sound archive."""
    name = chance.choice(("xlsx", "ods"))
    path = folder / f"ronde.{name}"
    path.write_bytes(damage.archive_of(getattr(samples, name), chance))
    return _checked(path)


def texts(folder: Path, chance: Random, samples: Samples) -> str:
    """Check a folder of CSV files, one of which is damaged in its bytes."""
    path = folder / "ronde"
    write_folder(path, samples.tables)
    victim = chance.choice(sorted(path.iterdir()))
    victim.write_bytes(damage.bytes_of(victim.read_bytes(), chance))
    return _checked(path)


def pack(folder: Path, chance: Random, samples: Samples) -> str:
    """Check the sound round with a template pack one of whose files is damaged."""
    files = dict(samples.pack)
    name = chance.choice([one for one in sorted(files) if one.endswith((".toml", ".xml"))])
    files[name] = damage.text_of(files[name].decode(), chance).encode()
    root = folder / "paket"
    for each, data in files.items():
        (root / each).parent.mkdir(parents=True, exist_ok=True)
        (root / each).write_bytes(data)
    path = folder / "ronde.xlsx"
    path.write_bytes(samples.xlsx)
    return _checked(path, None, "--pack", str(root))


def pdf(folder: Path, chance: Random, samples: Samples) -> str:
    """Read a damaged report: refused with a reason, flagged, or with the scores that it has."""
    path = folder / "laporan.pdf"
    path.write_bytes(damage.bytes_of(samples.pdf, chance))
    outcome = digitise(Task(path, ocr=Ocr.NEVER))
    if outcome.record is None:
        if "unexpected error" in outcome.reason:
            return outcome.reason
        return "" if path.name in outcome.reason else f"reason names no file: {outcome.reason}"
    sound = samples.record
    if outcome.record.flags or sound is None or _scores(outcome.record) == _scores(sound):
        return ""
    return "other scores than the report has, and no flag"


KINDS: dict[str, tuple[Trial, int]] = {
    "workbook": (workbook, 4),
    "container": (container, 8),
    "markup": (markup, 5),
    "csv": (texts, 2),
    "pack": (pack, 2),
    "pdf": (pdf, 2),
}
"""Every kind of input, and how many of 23 inputs are of it."""

_TURN = [name for name, (_trial, share) in KINDS.items() for _time in range(share)]


def kind_of(number: int) -> str:
    """Give the kind of an input."""
    return _TURN[number % len(_TURN)]


def tried(seed: int, number: int, folder: Path, samples: Samples) -> str:
    """Make one input in an empty folder, try it, and give the verdict."""
    trial, _share = KINDS[kind_of(number)]
    return trial(folder, Random(f"{seed}/{number}"), samples)


def _scores(record: Record) -> Sequence[object]:
    return [
        (item.number, item.score) for dimension in record.dimensions for item in dimension.items
    ]


def _checked(path: Path, same: Samples | None = None, *options: str) -> str:
    """Check a round and give the verdict; where ``same`` is given, a clean one must equal it."""
    out, err = io.StringIO(), io.StringIO()
    found = path.parent / "temuan.json"
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["check", str(path), "--json", str(found), *options])
    told = err.getvalue()
    verdicts = (
        "" if code in set(ExitCode) else f"exit code {code} is not documented",
        "a traceback" if "Traceback" in told + out.getvalue() else "",
        _recorded(code, found, told, path),
        _left(path, found),
        _same(code, path, same),
    )
    return "; ".join(filter(None, verdicts))


def _recorded(code: int, found: Path, told: str, path: Path) -> str:
    """Hold the exit code against the findings that were written, or against what was said."""
    if code == ExitCode.PROGRAM_FAULT:
        return f"a fault of the program: {told[:300]!r}"
    if code not in _READ:
        names = path.name in told or "paket" in told
        return "" if names else f"exit code {code}, and no line names the file: {told[:200]!r}"
    if not found.is_file():
        return "" if code == ExitCode.WRONG_TEMPLATE and told else f"exit code {code}, no findings"
    severities = {one["severity"] for one in json.loads(found.read_text("utf-8"))["findings"]}
    stops, warned = "error" in severities, "warning" in severities
    lies = stops is (code in (ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS)) or (
        code == ExitCode.DONE and warned
    )
    return f"exit code {code} beside findings {sorted(severities)}" if lies else ""


def _left(path: Path, found: Path) -> str:
    known = {path.name, found.name, "paket"}
    left = sorted({one.name for one in path.parent.iterdir()} - known)
    return f"left behind: {', '.join(left)}" if left else ""


def _same(code: int, path: Path, same: Samples | None) -> str:
    """Tell whether a round that is said to be clean holds what the undamaged one holds."""
    if same is None or code != ExitCode.DONE:
        return ""
    read, sound = read_workbook(path).evaluation, same.evaluation
    alike = [replace(each, file="") for each in (read, sound)]
    values = [
        (
            [(r.name, r.category, r.attended) for r in one.regions],
            {name: [row.values for row in rows] for name, rows in one.scores.items()},
            [(fact.key, fact.value) for fact in one.facts],
        )
        for one in alike
    ]
    return "" if values[0] == values[1] else "exit code 0, and other values than were written"
