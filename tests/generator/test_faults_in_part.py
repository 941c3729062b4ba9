"""A fault of the program in one document or file: the others are made, and the end says 9."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from evaluation.errors import ExitCode
from extractors.archive import digitise
from generator.document.kinds import REPORT
from generator.making.batch import HERE, Failure, Outcome, batch_of, make_all
from generator.making.maker import Maker
from generator.making.manifest import FileRecord
from generator.making.plan import Job, plan_regions
from generator.making.rounds import Round
from generator.use_cases import past
from tests.generator.conftest import Type

FAULTY = "001-prov-bengkulu"
write_well = Maker.write


def write_badly(maker: Maker, job: Job, folder: Path) -> tuple[FileRecord, ...]:
    if job.stem.endswith(FAULTY):
        raise KeyError("Kota")
    return write_well(maker, job, folder)


class FaultyMaker(Maker):
    """Fails at one region, in whichever process it works."""

    def write(self, job: Job, folder: Path) -> tuple[FileRecord, ...]:
        return write_badly(self, job, folder)


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LAPORAN_LOG", str(tmp_path / "logs"))
    return tmp_path / "logs"


def test_a_fault_in_one_document_is_told_logged_and_ends_in_9(
    type_in: Type,
    workbooks: Mapping[str, Path],
    tmp_path: Path,
    logs: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Maker, "write", write_badly)
    ending = type_in("report", workbooks["perpustakaan"], "bengkulu", "-o", tmp_path / "out")
    assert ending.code == ExitCode.PROGRAM_FAULT
    assert "1 document could not be made by a fault of the program." in ending.err
    (log,) = logs.iterdir()
    assert "in write_badly" in log.read_text("utf-8")
    assert not (tmp_path / "out" / "reports").exists()


@pytest.mark.parametrize("processes", [HERE, 2])
def test_a_fault_keeps_its_traceback_from_whichever_process(
    processes: int, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds["perpustakaan"]
    given = {one.name: getattr(opened.maker, one.name) for one in fields(Maker) if one.init}
    jobs = plan_regions(opened.evaluation, opened.evaluation.regions[:3], ("docx",), (REPORT,))
    outcomes: dict[int, Outcome] = {}
    make_all(FaultyMaker(**given), jobs, tmp_path, processes, outcomes.__setitem__)
    made = batch_of(outcomes)
    (failed,) = made.failures
    assert isinstance(failed, Failure)
    assert "KeyError: 'Kota'" in str(failed.reason)
    assert "in write_badly" in failed.traceback
    assert made.faults() == (failed.traceback,)
    assert len(made.records) == 2


def test_a_fault_while_a_file_is_read_ends_in_9(
    type_in: Type, tmp_path: Path, logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = digitise.Outcome("a.pdf", None, reason="a fault", traceback="Traceback of a.pdf")
    monkeypatch.setattr(past, "_digitised", lambda *_given: [outcome])
    ending = type_in("extract", tmp_path / "a.pdf", "-o", tmp_path / "a.xlsx")
    assert ending.code == ExitCode.PROGRAM_FAULT
    assert "1 file could not be read by a fault of the program." in ending.err
    (log,) = logs.iterdir()
    assert "Traceback of a.pdf" in log.read_text("utf-8")
