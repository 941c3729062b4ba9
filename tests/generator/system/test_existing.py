"""A command replaces what it made itself and nobody changed since; all else stays, and is told."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

import openpyxl
import pytest

from evaluation.errors import ExitCode, UnwritableOutputError
from generator.document.kinds import REPORT
from generator.making.plan import plan_regions
from generator.system.existing import Output, Outputs
from generator.system.seals import sealed
from tests.conftest import opened
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.conftest import Ending, Type

WIDE = "Wilayah;Asesor;1;2;3;XQ7\nKab. Badung;Asesor 3;4;3;2;1\nKab. Pemalang;Asesor 3;1;2;3;4\n"

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "new": ("new", "baru.xlsx"),
    "build": ("build", "ronde.xlsx", "-o", "out", "--jobs", "1", "--format", "pdf"),
    "report": ("report", "ronde.xlsx", "1", "-o", "out"),
    "letter": ("letter", "ronde.xlsx", "-o", "out"),
    "check": ("check", "ronde.xlsx", "--html", "a.html", "--xlsx", "a.xlsx", "--json", "a.json"),
    "forms": ("forms", "ronde.xlsx"),
    "collect": ("collect", "kiriman", "-o", "hasil.xlsx", "--map", "peta.toml"),
    "extract": (
        "extract", "lama", "-o", "lama.xlsx", "--json", "rekam", "--review", "periksa.html",
        "--ocr", "never", "--jobs", "1",
    ),
    "preview": ("preview", "dasar", "--workbook", "ronde.xlsx", "-o", "a.pdf", "--no-open"),
}  # fmt: skip
READ_ONCE = {"peta.toml"}
"""Outputs that the next run reads, so that they are no output any more."""
MADE = (ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS, ExitCode.WRONG_DATA)


def packed() -> bytes:
    """Give a package that another program made."""
    data = BytesIO()
    with ZipFile(data, "w") as package:
        package.writestr("isi.txt", "milik saya")
    return data.getvalue()


FOREIGN: Mapping[str, Callable[[bytes], bytes]] = {
    "a text": lambda _made: b"milik saya",
    "nothing": lambda _made: b"",
    "a package": lambda _made: packed(),
    "another command's file": lambda _made: sealed(b'{\n "a": 1\n}\n', "laporan"),
    "its own file with a byte changed": lambda made: made[:40] + b"?" + made[41:],
    "its own file with a line more": lambda made: made + b"\n",
    "its own file cut off": lambda made: made[:-1],
}


@pytest.fixture(scope="module")
def desk(
    tmp_path_factory: pytest.TempPathFactory,
    workbooks: Mapping[str, Path],
) -> Path:
    """A folder with what the commands read: a workbook, returned files, a past report."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copy(workbooks["perpustakaan"], folder / "ronde.xlsx")
    (folder / "kiriman").mkdir()
    (folder / "kiriman" / "nilai.csv").write_text(WIDE, encoding="utf-8")
    made = opened(folder / "ronde.xlsx")
    job = plan_regions(made.evaluation, made.evaluation.regions[:1], ("pdf",), (REPORT,))[0]
    made.maker.write(job, folder / "lama")
    return folder


@pytest.fixture
def at_desk(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, type_in: Type
) -> Callable[..., Ending]:
    """Work in a copy of the desk."""
    shutil.copytree(desk, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return type_in


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def outputs_of(desk: Path) -> Mapping[str, bytes]:
    """Give what stands in the working folder beyond what was on the desk."""
    before = contents(desk)
    return {path: data for path, data in contents(Path()).items() if path not in before}


def timeless(made: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Leave out the marked copy, into which openpyxl writes the time of day."""
    return {path: data for path, data in made.items() if path != "a.xlsx"}


def turned(paths: Sequence[str], made: Mapping[str, bytes]) -> Iterator[Mapping[str, bytes]]:
    """Give foreign files for all paths, a few times over, until each kind was among them."""
    changes = tuple(FOREIGN.values())
    for first in range(0, len(changes), len(paths)):
        kinds = islice(cycle(changes), first, None)
        yield {path: change(made[path]) for path, change in zip(paths, kinds, strict=False)}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_foreign_file_at_any_output_path_stays_and_is_told(
    name: str, desk: Path, at_desk: Type
) -> None:
    assert at_desk(*COMMANDS[name]).code in MADE
    made = outputs_of(desk)
    paths = [path for path in made if path not in READ_ONCE]
    assert paths
    refused = ExitCode.WRONG_USAGE if name == "new" else ExitCode.UNWRITABLE_OUTPUT
    for foreign in turned(paths, made):
        for path, data in foreign.items():
            Path(path).write_bytes(data)
        before = contents(Path())
        ending = at_desk(*COMMANDS[name])
        assert ending.code == refused, ending.err
        assert "--force" in ending.err
        told = sum(f"{path}" in ending.err for path in paths)
        assert told == min(len(paths), 12)
        assert len(paths) == 1 or f"{len(paths)} files may not be replaced" in ending.err
        assert contents(Path()) == before
    assert at_desk(*COMMANDS[name], "--force").code in MADE
    assert timeless(outputs_of(desk)) == timeless(made)


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"new"}))
def test_its_own_untouched_files_are_replaced_without_a_question(
    name: str, desk: Path, at_desk: Type
) -> None:
    first = at_desk(*COMMANDS[name])
    made = outputs_of(desk)
    again = at_desk(*COMMANDS[name])
    assert again.code == first.code in MADE, again.err
    assert "Left" not in again.err
    assert timeless(outputs_of(desk)) == timeless(made)


def test_all_that_is_refused_is_told_at_once_and_nothing_is_made(at_desk: Type) -> None:
    for path in ("a.html", "a.json"):
        Path(path).write_text("milik saya")
    ending = at_desk(*COMMANDS["check"])
    assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert "a.html: was not made by this command" in ending.err
    assert "a.json: was not made by this command" in ending.err
    assert "2 files may not be replaced" in ending.err
    assert not Path("a.xlsx").exists()


def test_many_refusals_are_counted(at_desk: Type) -> None:
    at_desk(*COMMANDS["forms"])
    forms = sorted(Path("formulir").iterdir())
    assert len(forms) > 12
    for form in forms:
        form.write_bytes(b"isian")
    ending = at_desk(*COMMANDS["forms"])
    assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert len(ending.err.splitlines()) < 20
    assert f"{len(forms)} files may not be replaced" in ending.err
    assert f"… and {len(forms) - 12} more files" in ending.err


def fill_in(path: Path) -> bytes:
    """Enter something as a person does, with another program."""
    book = openpyxl.load_workbook(path)
    book.active.cell(9, 6).value = 4
    book.save(path)
    return path.read_bytes()


def test_a_form_that_came_back_filled_in_stays(at_desk: Type) -> None:
    at_desk(*COMMANDS["forms"])
    first, second, *_others = sorted(Path("formulir").iterdir())
    filled, blank = fill_in(first), second.read_bytes()
    ending = at_desk(*COMMANDS["forms"])
    assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert str(first) in ending.err
    assert str(second) not in ending.err
    assert (first.read_bytes(), second.read_bytes()) == (filled, blank)


FILLED: Mapping[str, tuple[str, ...]] = {
    "collect": ("collect", "kiriman", "-o", "isian.xlsx"),
    "extract": ("extract", "lama", "-o", "isian.xlsx", "--ocr", "never", "--jobs", "1"),
    "check": ("check", "ronde.xlsx", "--xlsx", "isian.xlsx"),
    "new": ("new", "isian.xlsx"),
}


@pytest.mark.parametrize("name", FILLED)
def test_a_workbook_that_was_filled_in_stays(name: str, at_desk: Type) -> None:
    at_desk("new", "isian.xlsx")
    filled = fill_in(Path("isian.xlsx"))
    ending = at_desk(*FILLED[name])
    assert ending.code in {ExitCode.UNWRITABLE_OUTPUT, ExitCode.WRONG_USAGE}
    assert "isian.xlsx" in ending.err
    assert Path("isian.xlsx").read_bytes() == filled


READ: Mapping[str, tuple[str, ...]] = {
    "check --html": ("check", "ronde.xlsx", "--html", "{same}"),
    "check --xlsx": ("check", "ronde.xlsx", "--xlsx", "{same}"),
    "check --json": ("check", "ronde.xlsx", "--json", "{same}"),
    "collect": ("collect", "ronde.xlsx", "-o", "{same}"),
    "extract --like": ("extract", "lama", "-o", "{same}", "--like", "ronde.xlsx"),
    "preview": ("preview", "dasar", "--workbook", "ronde.xlsx", "-o", "{same}", "--no-open"),
}


def spellings() -> Iterator[str]:
    """Give other ways to the workbook: another spelling, a link, a second name."""
    yield "ronde.xlsx"
    yield f"kiriman/../{Path().absolute().name}/../{Path().absolute().name}/ronde.xlsx"
    Path("tautan.xlsx").symlink_to("ronde.xlsx")
    yield "tautan.xlsx"
    os.link("ronde.xlsx", "kedua.xlsx")
    yield "kedua.xlsx"
    Path("folder").symlink_to(Path().absolute(), target_is_directory=True)
    yield "folder/ronde.xlsx"


@pytest.mark.parametrize("forced", [(), ("--force",)])
@pytest.mark.parametrize("name", READ)
def test_what_is_read_is_never_replaced_however_it_is_spelled_and_forced(
    name: str, forced: tuple[str, ...], at_desk: Type
) -> None:
    workbook = Path("ronde.xlsx").read_bytes()
    Path("kiriman").rename("x")
    Path("kiriman").symlink_to(Path().absolute(), target_is_directory=True)
    for same in spellings():
        ending = at_desk(*(part.format(same=same) for part in READ[name]), *forced)
        assert ending.code == ExitCode.UNWRITABLE_OUTPUT, same
        assert "is read by this very command" in ending.err
        assert "--force" not in ending.err
        assert Path("ronde.xlsx").read_bytes() == workbook
        assert not Path("tautan.xlsx").exists() or Path("tautan.xlsx").is_symlink()


def test_a_file_of_a_folder_that_is_read_is_not_replaced(at_desk: Type) -> None:
    before = contents(Path())
    ending = at_desk("collect", "kiriman", "-o", "kiriman/nilai.csv", "--force")
    assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert contents(Path()) == before


def test_one_file_for_two_purposes_is_refused(at_desk: Type) -> None:
    ending = at_desk("check", "ronde.xlsx", "--html", "a", "--json", "./a")
    assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert "is asked for twice" in ending.err
    assert not Path("a").exists()


@pytest.mark.parametrize("forced", [(), ("--force",)])
def test_what_is_no_ordinary_file_stays(forced: tuple[str, ...], at_desk: Type) -> None:
    os.mkfifo("pipa")
    ending = at_desk("check", "ronde.xlsx", "--json", "pipa", *forced)
    assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert "is no ordinary file" in ending.err
    assert Path("pipa").is_fifo()


def test_a_link_that_leads_nowhere_is_not_replaced_unless_forced(at_desk: Type) -> None:
    Path("a.json").symlink_to("tiada.json")
    ending = at_desk("check", "ronde.xlsx", "--json", "a.json")
    assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert Path("a.json").is_symlink()
    assert at_desk("check", "ronde.xlsx", "--json", "a.json", "--force").code in MADE
    assert "findings" in json.loads(Path("a.json").read_text("utf-8"))


def test_a_file_saved_while_the_output_was_being_made_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.json"

    def fill(target: BinaryIO) -> None:
        path.write_text("milik saya")
        target.write(b'{\n "a": 1\n}\n')

    with pytest.raises(UnwritableOutputError, match="was not made by this command"):
        Outputs().write(Output(path, "check --json"), fill)
    assert path.read_text() == "milik saya"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def adding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook that values are to be added to, and a table of them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nilai.csv").write_text(WIDE.replace("XQ7", "4"), encoding="utf-8")
    return write_xlsx(tmp_path / "ronde.xlsx", sound())


def test_the_workbook_that_is_added_to_is_kept_under_a_number(type_in: Type, adding: Path) -> None:
    kept = []
    for number in (1, 2, 3):
        before = adding.read_bytes()
        kept.append(before)
        ending = type_in("collect", "nilai.csv", "--into", adding.name, "-o", f"./{adding.name}")
        assert ending.code in MADE, ending.err
        assert f"ronde-lama-{number}.xlsx" in ending.out
        assert adding.read_bytes() != before or number > 1
        for place, data in enumerate(kept, 1):
            assert Path(f"ronde-lama-{place}.xlsx").read_bytes() == data
    rows = openpyxl.load_workbook(adding)["Nilai"].iter_rows(values_only=True)
    assert [row[1] for row in rows].count("Asesor 3") == 2


def test_where_nothing_was_found_nothing_is_kept(type_in: Type, adding: Path) -> None:
    Path("nilai.csv").write_text("apa;saja\n;\n", encoding="utf-8")
    before = contents(Path())
    ending = type_in("collect", "nilai.csv", "--into", adding.name, "-o", adding.name)
    assert ending.code == ExitCode.NOTHING_SUCCEEDED
    assert contents(Path()) == before


def test_a_file_system_without_second_names_is_copied_on(
    type_in: Type, adding: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_arguments: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", no_links)
    before = adding.read_bytes()
    Path("ronde-lama-1.xlsx").write_bytes(b"milik saya")
    assert type_in("collect", "nilai.csv", "--into", adding.name, "-o", adding.name).code in MADE
    assert Path("ronde-lama-1.xlsx").read_bytes() == b"milik saya"
    assert Path("ronde-lama-2.xlsx").read_bytes() == before


def test_a_mapping_that_stands_there_is_read_and_left_alone(at_desk: Type) -> None:
    at_desk(*COMMANDS["collect"])
    text = Path("peta.toml").read_text("utf-8") + "# catatan saya\n"
    Path("peta.toml").write_text(text, encoding="utf-8")
    assert at_desk(*COMMANDS["collect"]).code in MADE
    assert Path("peta.toml").read_text("utf-8") == text


def test_without_a_seal_the_manifest_tells_what_was_not_changed(at_desk: Type) -> None:
    at_desk(*COMMANDS["build"])
    manifest = json.loads(Path("out/manifest.json").read_text("utf-8"))
    letter = Path("out/letter.pdf")
    letter.write_bytes(b"%PDF of an earlier edition")
    entry = next(one for one in manifest["files"] if one["path"] == "letter.pdf")
    entry["sha256"] = hashlib.sha256(letter.read_bytes()).hexdigest()
    del manifest["seal"]
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    Path("out/manifest.json").write_text(text, encoding="utf-8")
    assert at_desk(*COMMANDS["build"]).code == ExitCode.DONE
    letter.write_bytes(b"%PDF of an earlier edition, and more")
    ending = at_desk(*COMMANDS["build"])
    assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert "letter.pdf: was changed after it was made" in ending.err
