"""A spreadsheet that aborts its reader ends no command: it is told, and the others are read."""

import struct
from collections.abc import Mapping
from pathlib import Path

import pytest

from evaluation.errors import ExitCode
from tests.extractors.spreadsheets.compound_file import compound, number, old_workbook, record
from tests.generator.conftest import Type

VAST = struct.pack("<IIHHH", 0, 0x7FFFFFFF, 0, 0xFFFF, 0)
"""What a sheet says of its own size, and its reader believes."""


@pytest.fixture
def aborting(tmp_path: Path) -> Path:
    path = tmp_path / "rusak.xls"
    cells = record(0x200, VAST) + number(0, 0, 1)
    path.write_bytes(compound({"Workbook": old_workbook("Nilai", cells)}))
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("check", "{file}"),
        ("build", "{file}", "-o", "{out}"),
        ("report", "{file}", "1", "-o", "{out}"),
        ("forms", "{file}", "-o", "{out}"),
        ("collect", "{round}", "-o", "{out}", "--into", "{file}"),
        ("extract", "{round}", "-o", "{out}", "--like", "{file}"),
        ("preview", "dasar", "--workbook", "{file}", "-o", "{out}", "--no-open"),
    ],
    ids=lambda command: command[0],
)
def test_every_command_tells_a_workbook_that_aborts_its_reader(
    type_in: Type,
    workbooks: Mapping[str, Path],
    aborting: Path,
    tmp_path: Path,
    command: tuple[str, ...],
) -> None:
    out = tmp_path / "out"
    given = {"file": aborting, "round": workbooks["perpustakaan"], "out": out}
    ending = type_in(*(part.format(**given) for part in command))
    assert ending.code == ExitCode.UNREADABLE_INPUT
    assert "rusak.xls" in ending.err
    assert "reading it was ended" in ending.err
    assert not out.exists()


def test_collecting_reads_the_others(
    type_in: Type, workbooks: Mapping[str, Path], aborting: Path, tmp_path: Path
) -> None:
    ending = type_in("collect", aborting, workbooks["perpustakaan"], "-o", tmp_path / "o.xlsx")
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "rusak.xls: the file is damaged, or takes too much" in ending.err
    assert (tmp_path / "o.xlsx").exists()
