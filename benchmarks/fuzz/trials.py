"""One damaged input of each kind, given to the command that reads it, and the verdict on the end.

A verdict is blank where all is well, else what is wrong in one line.
"""

import io
import json
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from zipfile import is_zipfile

from benchmarks.fuzz import damage
from benchmarks.fuzz.samples import Samples, workbook_bytes, write_folder
from evaluation.errors import ExitCode, LaporanError
from evaluation.model import Evaluation
from evaluation.record import Record
from extractors.archive.digitise import Ocr, Task, digitise
from extractors.workbook import read_workbook
from generator.cli.main import run

Trial = Callable[[Path, Random, Samples], str]
_READ = (ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS, ExitCode.WRONG_DATA, ExitCode.WRONG_TEMPLATE)
_MAKES = (ExitCode.DONE, ExitCode.WRONG_DATA, ExitCode.WRONG_TEMPLATE, ExitCode.UNKNOWN_REGION)
_WRITES = (ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS)
_COLLECTS = (*_WRITES, ExitCode.NOTHING_SUCCEEDED)


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


def old(folder: Path, chance: Random, samples: Samples) -> str:
    """Check an old workbook whose bytes are damaged; nothing in it tells a changed number."""
    path = folder / "ronde.xls"
    path.write_bytes(damage.bytes_of(samples.xls, chance))
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
    root = _damaged_pack(folder / "paket", chance, samples)
    path = folder / "ronde.xlsx"
    path.write_bytes(samples.xlsx)
    return _checked(path, None, "--pack", str(root))


def build(folder: Path, chance: Random, samples: Samples) -> str:
    """Make documents of a round whose cells, or whose template pack, are damaged."""
    tables, options = samples.copied(), []
    if chance.random() < 0.5:
        damage.tables_of(tables, chance)
    else:
        options = ["--pack", str(_damaged_pack(folder / "paket", chance, samples))]
    path, out = folder / "ronde.xlsx", folder / "jadi"
    path.write_bytes(workbook_bytes(tables or {"Kosong": []}))
    words = chance.choice((["build", "--jobs", "1"], ["letter"], ["report"]))
    region = ["1"] if words == ["report"] else []
    code, told = _ended(
        [words[0], str(path), *region, *words[1:], *options, "-o", str(out), "--format", "docx"]
    )
    return _joined(told, _foretold(code, told, _MAKES), _made(code, out), _left(path, out))


def collect(folder: Path, chance: Random, samples: Samples) -> str:
    """Collect files that came back, one or two of which are damaged, alone or into the round."""
    given, out, round_ = folder / "kiriman", folder / "hasil.xlsx", folder / "ronde.xlsx"
    given.mkdir()
    names = sorted(samples.returned)
    damaged = set(chance.sample(names, chance.randint(1, 2)))
    for name in names:
        data = samples.returned[name]
        path = given / name
        path.write_bytes(_returned(data, name, chance) if name in damaged else data)
    options = []
    if chance.random() < 0.5:
        round_.write_bytes(samples.xlsx)
        options = ["--into", str(round_)]
    code, told = _ended(["collect", str(given), "-o", str(out), *options])
    written = "" if out.is_file() is (code in _WRITES) else f"exit code {code}, and the workbook"
    untouched = "" if not options or round_.read_bytes() == samples.xlsx else "--into was changed"
    readable = _checked_quietly(out) if out.is_file() else ""
    settling = out.with_name(f"{out.stem}-peta.xlsx")  # written where something is unclear
    left = _left(given, out, round_, settling)
    return _joined(told, _foretold(code, told, _COLLECTS), written, untouched, readable, left)


def _returned(data: bytes, name: str, chance: Random) -> bytes:
    """Damage a file that came back in its bytes or, where it is an archive, in one of its parts."""
    inside = not name.endswith(".xls") and chance.random() < 0.5
    return (damage.archive_of if inside else damage.bytes_of)(data, chance)


def _damaged_pack(root: Path, chance: Random, samples: Samples) -> Path:
    files = dict(samples.pack)
    name = chance.choice([one for one in sorted(files) if one.endswith((".toml", ".xml"))])
    files[name] = damage.text_of(files[name].decode(), chance).encode()
    for each, data in files.items():
        (root / each).parent.mkdir(parents=True, exist_ok=True)
        (root / each).write_bytes(data)
    return root


def pdf(folder: Path, chance: Random, samples: Samples) -> str:
    """Read a damaged report: refused with a reason, flagged, or with the scores that it has."""
    path = folder / "laporan.pdf"
    path.write_bytes(damage.bytes_of(samples.pdf, chance))
    outcome = digitise(Task(path, ocr=Ocr.NEVER))
    if outcome.record is None:
        reason = str(outcome.reason)
        if outcome.traceback:
            return reason
        return "" if path.name in reason else f"reason names no file: {reason}"
    sound = samples.record
    if outcome.record.flags or sound is None or _scores(outcome.record) == _scores(sound):
        return ""
    return "other scores than the report has, and no flag"


KINDS: dict[str, tuple[Trial, int]] = {
    "workbook": (workbook, 4),
    "container": (container, 8),
    "markup": (markup, 5),
    "old": (old, 1),
    "csv": (texts, 2),
    "pack": (pack, 2),
    "pdf": (pdf, 2),
    "build": (build, 1),
    "collect": (collect, 1),
}
"""Every kind of input, and how many of 26 inputs are of it."""

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
    found = path.parent / "temuan.json"
    code, told = _ended(["check", str(path), "--json", str(found), *options])
    documented = "" if code in set(ExitCode) else f"exit code {code} is not documented"
    recorded = _recorded(code, found, told, path)
    return _joined(told, documented, recorded, _left(path, found), _same(code, path, same))


def _ended(arguments: Sequence[str]) -> tuple[int, str]:
    """Run a command; give its exit code and all that it said."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments)
    return code, err.getvalue() + out.getvalue()


def _joined(told: str, *verdicts: str) -> str:
    traceback = "a traceback" if "Traceback" in told else ""
    return "; ".join(filter(None, (traceback, *verdicts)))


def _foretold(code: int, told: str, allowed: Sequence[ExitCode]) -> str:
    """Tell whether a command ended as damaged input may end it, and said so."""
    if code not in allowed:
        return f"exit code {code}: {told[-300:]!r}"
    return "" if code == ExitCode.DONE or told else f"exit code {code} without a word"


def _made(code: int, out: Path) -> str:
    """Tell whether documents stand there exactly where all went well, each of them whole."""
    files = [path for path in out.rglob("*") if path.is_file()]
    if bool(files) is not (code == ExitCode.DONE):
        return f"exit code {code} beside {len(files)} files"
    broken = [path.name for path in files if path.suffix == ".docx" and not is_zipfile(path)]
    return f"not whole: {', '.join(broken)}" if broken else ""


def _checked_quietly(path: Path) -> str:
    """Tell whether a workbook that was written can be read again."""
    try:
        read_workbook(path)
    except LaporanError as fault:
        return f"what was written cannot be read: {fault}"
    return ""


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


def _left(path: Path, *others: Path) -> str:
    known = {path.name, "paket", *(other.name for other in others)}
    left = sorted({one.name for one in path.parent.iterdir()} - known)
    return f"left behind: {', '.join(left)}" if left else ""


def _same(code: int, path: Path, same: Samples | None) -> str:
    """Tell whether a round that is said to be clean holds what the undamaged one holds."""
    if same is None or code != ExitCode.DONE:
        return ""
    read, sound = read_workbook(path).evaluation, same.evaluation
    alike = values_of(read) == values_of(sound)
    return "" if alike else "exit code 0, and other values than were written"


def values_of(evaluation: Evaluation) -> object:
    """Give what a round holds, wherever it stands."""
    return (
        [(r.name, r.category, r.attended) for r in evaluation.regions],
        {name: [row.values for row in rows] for name, rows in evaluation.scores.items()},
        [(fact.key, fact.value) for fact in evaluation.facts],
    )
