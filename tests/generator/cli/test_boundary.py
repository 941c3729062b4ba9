"""However a command ends, it ends in a line and in the exit code that the README names."""

import sys
from pathlib import Path

import pytest

from evaluation.errors import ExitCode
from tests.generator.typing_in import typed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="written for a POSIX shell")

PLANTED = """
import generator.cli.packs as commands
def planted(*_arguments):
    raise {fault}
commands.choose_pack = planted
"""
UNFORESEEN = [
    ("KeyError('Kota')", "KeyError: 'Kota'"),
    ("MemoryError", "MemoryError"),
    ("RecursionError('deep')", "RecursionError: deep"),
    ("SystemExit(1)", "SystemExit: 1"),
    ("EOFError", "EOFError"),
    ("BrokenPipeError(32, 'Broken pipe')", "Broken pipe"),
    ("GeneratorExit", "GeneratorExit"),
    ("type('PanicException', (BaseException,), {})('index out of range')", "index out of range"),
]


@pytest.mark.parametrize(("fault", "told"), UNFORESEEN)
def test_what_nobody_foresaw_is_told_in_a_line_and_a_log_and_ends_in_9(
    fault: str, told: str, tmp_path: Path
) -> None:
    ending = typed(
        "fields",
        "dasar",
        before=PLANTED.format(fault=fault),
        environment={"LAPORAN_LOG": str(tmp_path)},
    )
    (log,) = tmp_path.iterdir()
    said = ending.stderr.decode()
    assert ending.returncode == ExitCode.PROGRAM_FAULT, said
    assert ending.stdout == b""
    assert said.splitlines()[-2].startswith("error: a fault of the program, not of your data (")
    assert told in said
    assert str(log) in said.splitlines()[-1]
    assert len(said.splitlines()) <= 3
    assert "Traceback" not in said
    assert "in planted" in log.read_text("utf-8")
    assert log.stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_is_told_and_ends_in_9_too(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ending = typed(
        "fields",
        "dasar",
        before=PLANTED.format(fault="KeyError"),
        environment={"LAPORAN_LOG": str(tmp_path / "file" / "logs")},
    )
    assert ending.returncode == ExitCode.PROGRAM_FAULT
    assert b"The log of it could not be written: NotADirectoryError" in ending.stderr
    assert b"Traceback" not in ending.stderr


def test_the_log_stands_in_the_user_s_folder_for_such_things(tmp_path: Path) -> None:
    ending = typed(
        "fields",
        "dasar",
        before="import os\ndel os.environ['LAPORAN_LOG']\n" + PLANTED.format(fault="KeyError"),
        environment={"HOME": str(tmp_path), "XDG_STATE_HOME": ""},
    )
    below = {"darwin": "Library/Logs/laporan"}.get(sys.platform, ".local/state/laporan")
    (log,) = (tmp_path / below).iterdir()
    assert str(log).encode() in ending.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", [("fields", "dasar"), ("--help",), ("--version",)])
def test_output_that_finds_no_space_ends_in_7_with_a_line(arguments: tuple[str, ...]) -> None:
    ending = typed(*arguments, shell='"$@" > /dev/full')
    assert ending.returncode == ExitCode.UNWRITABLE_OUTPUT
    assert ending.stderr.decode().splitlines() == [
        "error: what the program tells cannot be written: No space left on device. "
        "Send it to a file with free space, or to no program that ends before."
    ]


@pytest.mark.parametrize("arguments", [("fields", "dasar"), ("--help",)])
def test_a_reader_that_went_away_ends_in_7_with_a_line(arguments: tuple[str, ...]) -> None:
    ending = typed(*arguments, shell='{ sleep 0.1; "$@"; echo $? >&2; } | :')
    assert ending.stderr.decode().splitlines() == [
        "error: what the program tells cannot be written: Broken pipe. "
        "Send it to a file with free space, or to no program that ends before.",
        str(int(ExitCode.UNWRITABLE_OUTPUT)),
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_what_was_asked_for_is_made_even_if_nothing_can_be_told(tmp_path: Path) -> None:
    ending = typed("new", tmp_path / "a.xlsx", shell='"$@" > /dev/full 2>&1')
    assert ending.returncode == ExitCode.UNWRITABLE_OUTPUT
    assert (tmp_path / "a.xlsx").stat().st_size > 1000


CLOSED = [('"$@" >&- 2>&- <&-', ""), ('"$@"', "import sys; sys.stdout = sys.stderr = None")]


@pytest.mark.slow
@pytest.mark.parametrize(("shell", "before"), CLOSED)
def test_a_start_without_a_window_works(shell: str, before: str, tmp_path: Path) -> None:
    example = tmp_path / "a.xlsx"
    assert typed("new", "--example", example, shell=shell, before=before).returncode == 0
    ending = typed("check", example, "--json", tmp_path / "a.json", shell=shell, before=before)
    assert ending.returncode in (ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS)
    assert (tmp_path / "a.json").read_bytes()[:1] in (b"{", b"[")
    ending = typed("fields", "no-such-pack", shell=shell, before=before)
    assert ending.returncode == ExitCode.WRONG_TEMPLATE


def test_a_working_folder_that_was_removed_ends_in_7_with_a_line(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    for arguments in (("fields", "dasar"), ("new", "a.xlsx"), ("build", "a.xlsx")):
        ending = typed(*arguments, shell='rmdir "$PWD"; "$@"', cwd=gone)
        gone.mkdir()
        assert ending.returncode == ExitCode.UNWRITABLE_OUTPUT
        assert ending.stderr.decode().splitlines() == [
            "error: the folder that you work in is no longer there. "
            "Go to another folder (cd) and run the command again."
        ]


LONG = "x" * 300


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ("new", f"{LONG}.xlsx"),
        ("new", f"{LONG}/a.xlsx"),
        ("preview", "dasar", "--no-open", "-o", f"{LONG}.pdf"),
    ],
)
def test_an_output_path_that_is_too_long_ends_in_7_with_a_line(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    ending = typed(*arguments, cwd=tmp_path)
    assert ending.returncode == ExitCode.UNWRITABLE_OUTPUT
    (line,) = ending.stderr.decode().splitlines()
    assert "cannot be written: File name too long." in line
    assert not list(tmp_path.iterdir())


def test_no_space_for_a_temporary_file_is_no_fault_of_the_program() -> None:
    fault = "OSError(28, 'No space left on device', '/tmp/x')"
    ending = typed("fields", "dasar", before=PLANTED.format(fault=fault))
    assert ending.returncode == ExitCode.UNWRITABLE_OUTPUT
    assert ending.stderr.startswith(b"error: /tmp/x cannot be written: No space left on device.")


def test_a_shell_can_ask_how_a_line_goes_on() -> None:
    asked = {"_LAPORAN_COMPLETE": "bash_source"}
    assert b"complete" in typed(environment=asked).stdout


def test_an_interruption_ends_in_130() -> None:
    ending = typed("fields", "dasar", before=PLANTED.format(fault="KeyboardInterrupt"))
    assert ending.returncode == ExitCode.INTERRUPTED
    assert b"error: interrupted" in ending.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", f"{LONG}.xlsx"), ExitCode.UNREADABLE_INPUT),
        (("collect", f"{LONG}.xlsx", "-o", "a.xlsx"), ExitCode.NOTHING_SUCCEEDED),
        (("extract", f"{LONG}.pdf", "-o", "a.xlsx"), ExitCode.NOTHING_SUCCEEDED),
    ],
)
def test_an_input_path_that_is_too_long_is_no_output_that_cannot_be_written(
    arguments: tuple[str, ...], code: ExitCode, tmp_path: Path
) -> None:
    ending = typed(*arguments, cwd=tmp_path)
    assert ending.returncode == code, ending.stderr
    assert b"File name too long" in ending.stderr
    assert b"cannot be written" not in ending.stderr
    assert not list(tmp_path.iterdir())
