"""What the fuzzer damages is sound before, and each kind of trial tells what ends badly."""

from pathlib import Path
from random import Random

import pytest

from benchmarks.fuzz import damage, trials
from benchmarks.fuzz.samples import Samples
from evaluation.errors import ExitCode
from extractors.workbook import read_workbook


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    return Samples(tmp_path_factory.mktemp("samples"))


@pytest.fixture
def undamaged(monkeypatch: pytest.MonkeyPatch) -> None:
    for way in ("bytes_of", "text_of", "archive_of"):
        monkeypatch.setattr(damage, way, lambda data, _chance: data)
    monkeypatch.setattr(damage, "tables_of", lambda _tables, _chance: None)


@pytest.mark.parametrize("name", ["xlsx", "ods", "xls"])
def test_a_sample_says_the_same_in_every_format(
    name: str, samples: Samples, tmp_path: Path
) -> None:
    path = tmp_path / f"a.{name}"
    path.write_bytes(getattr(samples, name))
    reading = read_workbook(path)
    assert not reading.findings
    assert trials.values_of(reading.evaluation) == trials.values_of(samples.evaluation)


@pytest.mark.parametrize("kind", trials.KINDS)
def test_what_is_not_damaged_ends_well(
    kind: str, samples: Samples, tmp_path: Path, undamaged: None
) -> None:
    trial, _share = trials.KINDS[kind]
    assert trial(tmp_path, Random(kind), samples) == ""


@pytest.mark.parametrize("kind", [kind for kind in trials.KINDS if kind != "pdf"])
@pytest.mark.parametrize(
    ("code", "told"), [(ExitCode.PROGRAM_FAULT, "x"), (ExitCode.DONE, "Traceback (most recent")]
)
def test_a_fault_of_the_program_is_a_bad_end_of_each_kind(
    kind: str,
    code: int,
    told: str,
    samples: Samples,
    tmp_path: Path,
    undamaged: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def run(_arguments: object) -> int:
        print(told)
        return code

    monkeypatch.setattr(trials, "run", run)
    trial, _share = trials.KINDS[kind]
    assert trial(tmp_path, Random(kind), samples) != ""
