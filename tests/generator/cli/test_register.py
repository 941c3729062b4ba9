"""``laporan register`` as it is typed: numbers given once, shown, listed, written."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from evaluation.errors import ExitCode
from examples import perpustakaan
from generator.workbooks.book import write_workbook
from tests.generator.conftest import Type

NUMBER = "B-201/UPP/PK.02/12/2025"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Give a pack whose profile names a register beside it."""
    folder = tmp_path / "paket"
    folder.mkdir()
    (folder / "paket.toml").write_text('base = "dasar"\n')
    (folder / "profil.toml").write_text(
        '[register]\nfile = "agenda.db"\nsecurity = "B"\nunit = "UPP"\nclassification = "PK.02"\n'
    )
    return folder


def workbook(folder: Path, **facts: str) -> Path:
    """Write the small example round, some of its facts changed."""
    sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
    for row in sheets["Surat"]:
        if str(row[0]) in facts:
            row[1] = facts[str(row[0])]
    path = folder / "putaran.xlsx"
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return path


@pytest.fixture
def made(type_in: Type, pack: Path) -> Path:
    ending = type_in("register", "init", "--pack", pack, "--last", "200", "--year", "2025")
    assert ending.code == ExitCode.DONE, ending.err
    return pack / "agenda.db"


DATED = {"Nomor": "", "Tanggal": "1 Desember 2025"}


def test_a_round_gets_its_number_once(
    type_in: Type, pack: Path, made: Path, tmp_path: Path
) -> None:
    path = workbook(tmp_path, **DATED)
    before = path.read_bytes()
    first = type_in("register", "next", path, "--pack", pack)
    again = type_in("register", "next", path, "--pack", pack)
    assert (first.code, first.out.strip()) == (ExitCode.DONE, NUMBER)
    assert (again.code, again.out.strip()) == (ExitCode.DONE, NUMBER)
    assert "already" in again.err
    assert path.read_bytes() == before
    assert "1 entry." in type_in("register", "list", "--file", made).out


def test_the_number_goes_into_the_workbook_on_request(
    type_in: Type, pack: Path, made: Path, tmp_path: Path
) -> None:
    path = workbook(tmp_path, **DATED)
    before = path.read_bytes()
    ending = type_in("register", "next", path, "--pack", pack, "--write")
    assert ending.code == ExitCode.DONE, ending.err
    values = {row[0].value: row[1].value for row in load_workbook(path)["Surat"].iter_rows()}
    assert values["Nomor"] == NUMBER
    assert (tmp_path / "putaran-lama-1.xlsx").read_bytes() == before
    assert type_in("check", path, "--pack", pack).code == type_in("check", path).code
    again = type_in("register", "next", path, "--pack", pack, "--write")
    assert (again.code, again.out.strip()) == (ExitCode.DONE, NUMBER)


def test_a_number_that_the_workbook_bears_is_entered(
    type_in: Type, pack: Path, made: Path, tmp_path: Path
) -> None:
    path = workbook(tmp_path, Nomor="B-205/UPP/PK.02/12/2025", Tanggal="1 Desember 2025")
    assert type_in("register", "next", path, "--pack", pack).code == ExitCode.DONE
    given = type_in(
        "register", "add", "--pack", pack, "--date", "2 Desember 2025", "--subject", "Rapat"
    )
    assert given.out.strip() == "B-206/UPP/PK.02/12/2025"


def test_a_number_that_was_given_to_something_else_is_an_error(
    type_in: Type, pack: Path, made: Path, tmp_path: Path
) -> None:
    type_in("register", "add", "--pack", pack, "--date", "1 Desember 2025", "--subject", "Rapat")
    path = workbook(tmp_path, Nomor=NUMBER, Tanggal="1 Desember 2025")
    for command in (("check",), ("letter", "-o", tmp_path / "out")):
        ending = type_in(command[0], path, *command[1:], "--pack", pack)
        assert ending.code == ExitCode.WRONG_DATA
        assert "“Rapat”" in ending.err
        assert "Surat!B" in ending.err
    assert type_in("register", "next", path, "--pack", pack).code == ExitCode.WRONG_DATA
    assert "1 entry." in type_in("register", "list", "--file", made).out


def test_a_number_other_than_the_round_s_own_is_an_error(
    type_in: Type, pack: Path, made: Path, tmp_path: Path
) -> None:
    type_in("register", "next", workbook(tmp_path, **DATED), "--pack", pack)
    path = workbook(tmp_path, Nomor="B-300/UPP/PK.02/12/2025", Tanggal="1 Desember 2025")
    for command in (("check", path), ("register", "next", path)):
        ending = type_in(*command, "--pack", pack)
        assert ending.code == ExitCode.WRONG_DATA
        assert NUMBER in ending.err


def test_a_void_number_cannot_be_borne_by_a_letter(
    type_in: Type, pack: Path, made: Path, tmp_path: Path
) -> None:
    path = workbook(tmp_path, **DATED)
    type_in("register", "next", path, "--pack", pack, "--write")
    voided = type_in("register", "void", "1", "--reason", "salah tanggal", "--file", made)
    assert voided.code == ExitCode.DONE
    assert "salah tanggal" in voided.out
    ending = type_in("check", path, "--pack", pack)
    assert ending.code == ExitCode.WRONG_DATA
    assert "void" in ending.err


def test_a_register_that_cannot_be_reached_is_a_warning_of_the_check(
    type_in: Type, pack: Path, tmp_path: Path
) -> None:
    path = workbook(tmp_path, Nomor=NUMBER, Tanggal="1 Desember 2025")
    ending = type_in("check", path, "--pack", pack)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "there is no register" in ending.err
    assert not (pack / "agenda.db").exists()


@pytest.mark.parametrize("missing", ["Tanggal", "Hal", "Program"])
def test_a_round_without_what_the_book_needs_gets_no_number(
    type_in: Type, pack: Path, made: Path, tmp_path: Path, missing: str
) -> None:
    path = workbook(tmp_path, **{**DATED, missing: ""})
    ending = type_in("register", "next", path, "--pack", pack)
    assert ending.code in {ExitCode.WRONG_DATA, ExitCode.WRONG_TEMPLATE}
    assert missing.lower() in ending.err.lower()
    assert "0 entries." in type_in("register", "list", "--file", made).out


def test_a_part_that_nobody_named_is_asked_for(type_in: Type, pack: Path, made: Path) -> None:
    (pack / "profil.toml").write_text('[register]\nfile = "agenda.db"\nsecurity = "B"\n')
    add = ("register", "add", "--pack", pack, "--date", "1 Desember 2025", "--subject", "Rapat")
    ending = type_in(*add, "--unit", "UPP")
    assert ending.code == ExitCode.WRONG_DATA
    assert "--classification" in ending.err
    ending = type_in(*add, "--unit", "UP/P", "--classification", "PK.02")
    assert ending.code == ExitCode.WRONG_DATA
    ending = type_in(*add, "--unit", "UPP", "--classification", "PK.02")
    assert ending.out.strip() == NUMBER


@pytest.mark.parametrize(
    ("number", "reason"), [("1478", "form"), ("B-9/UPP/PK.02/11/2025", "contradicts")]
)
def test_a_number_that_is_entered_fits_form_and_date(
    type_in: Type, pack: Path, made: Path, number: str, reason: str
) -> None:
    add = ("register", "add", "--pack", pack, "--date", "1 Desember 2025", "--subject", "Rapat")
    ending = type_in(*add, "--number", number)
    assert ending.code == ExitCode.WRONG_USAGE
    assert reason in ending.err
    assert type_in(*add, "--number", NUMBER, "--draft").code == ExitCode.WRONG_USAGE
    assert type_in(*add[:4], "--date", "31 Februari 2025", *add[6:]).code == ExitCode.WRONG_USAGE
    assert "0 entries." in type_in("register", "list", "--file", made).out


def test_a_draft_gets_its_number_later(type_in: Type, pack: Path, made: Path) -> None:
    add = ("register", "add", "--pack", pack, "--date", "1 Desember 2025", "--subject", "Rapat")
    assert "Entry 1" in type_in(*add, "--draft", "--addressee", "Bupati Badung").out
    assert type_in("register", "give", "1", "--pack", pack).out.strip() == NUMBER
    earlier = type_in(*add[:4], "--date", "30 November 2025", *add[6:])
    assert NUMBER in earlier.err
    listed = type_in("register", "search", "badung", "RAPAT", "--file", made)
    assert "1 entry." in listed.out
    assert "Bupati Badung" in listed.out


def test_the_book_is_exported_as_texts(
    type_in: Type, pack: Path, made: Path, tmp_path: Path
) -> None:
    type_in(
        "register", "add", "--pack", pack, "--date", "1 Desember 2025", "--subject", "=HYPERLINK(1)"
    )
    output = tmp_path / "agenda.xlsx"
    export = ("register", "export", output, "--file", made)
    assert type_in(*export).code == ExitCode.DONE
    content = output.read_bytes()
    assert type_in(*export).code == ExitCode.DONE
    assert output.read_bytes() == content
    row = [cell.value for cell in list(load_workbook(output).active.iter_rows())[1]]
    assert row[:2] == [201, NUMBER]
    assert row[3] == "=HYPERLINK(1)"
    assert load_workbook(output).active["D2"].data_type == "s"
    output.write_bytes(content + b"x")
    assert type_in(*export).code == ExitCode.UNWRITABLE_OUTPUT
    assert type_in("register", "export", made, "--file", made, "--force").code == (
        ExitCode.UNWRITABLE_OUTPUT
    )


def test_where_no_register_is_named_the_way_out_is_told(type_in: Type) -> None:
    ending = type_in("register", "list")
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "--file" in ending.err
