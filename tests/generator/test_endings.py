"""However a build ends, its files are whole, its manifest names them, and no process goes on.

Processes are looked for in /proc, so these are tests of Linux.
"""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from evaluation.errors import ExitCode

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

FILES = 16  # of the smaller example round, as PDF
_PATIENCE = 900.0  # seconds, on a machine that does much else


@contextmanager
def building(workbook: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Build with two workers in a process of its own, as from a shell."""
    command = [sys.executable, "-m", "generator.cli.main", "--lang", "en", "build", str(workbook)]
    with subprocess.Popen(
        [*command, "-o", str(folder), "--jobs", "2", "--format", "pdf"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
        preexec_fn=heed_interruption,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def heed_interruption() -> None:
    """Undo what a shell does to commands in its background, where the tests themselves may be."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def until(happens: Callable[[], bool], process: "subprocess.Popen[str] | None" = None) -> None:
    """Wait until something happens; where it needs a process, not for longer than that lives."""
    end = time.monotonic() + _PATIENCE
    while not happens():
        assert time.monotonic() < end
        assert process is None or process.poll() is None
        time.sleep(0.01)


def parents() -> Mapping[int, int]:
    """Give every process that is alive, with its parent."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if state not in "ZX":
                found[int(entry.name)] = int(parent)
    return found


def workers(process: subprocess.Popen[str]) -> list[int]:
    """Give the processes of the pool, not the one that multiprocessing keeps for itself."""
    return [
        number
        for number, parent in parents().items()
        if parent == process.pid and b"spawn_main" in command_of(number)
    ]


def command_of(number: int) -> bytes:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""


def made(folder: Path) -> set[str]:
    """Give what stands in the folder beside its manifest, temporary files as well."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found} - {"manifest.json"}


def listed(folder: Path) -> Mapping[str, str]:
    """Give the files of the manifest with their digests."""
    if not (folder / "manifest.json").exists():
        return {}
    content = json.loads((folder / "manifest.json").read_text("utf-8"))
    return {entry["path"]: entry["sha256"] for entry in content["files"]}


def assert_true(folder: Path) -> None:
    """Assert that the folder holds what its manifest says, to the byte, and nothing else."""
    digests = listed(folder)
    assert made(folder) == set(digests)
    for path, digest in digests.items():
        assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == digest


def test_a_worker_that_is_killed_costs_nothing_but_time(
    workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    with building(workbooks["perpustakaan"], tmp_path / "out") as process:
        until(lambda: bool(made(tmp_path / "out")), process)
        os.kill(workers(process)[0], signal.SIGKILL)
        told, complaints = process.communicate()
    assert process.returncode == ExitCode.DONE, complaints
    assert "FAILED" not in told
    assert len(made(tmp_path / "out")) == FILES
    assert_true(tmp_path / "out")


def test_workers_end_with_their_parent_even_when_it_is_killed(
    workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    with building(workbooks["perpustakaan"], tmp_path / "out") as process:
        until(lambda: bool(made(tmp_path / "out")), process)
        orphans = workers(process)
        assert orphans
        process.kill()
        process.wait()
        until(lambda: not set(orphans) & parents().keys())
    assert not [name for name in made(tmp_path / "out") if name.endswith(".part")]


@pytest.mark.slow
def test_a_stopped_worker_ends_with_its_parent_that_is_told_to_end(
    workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    with building(workbooks["perpustakaan"], tmp_path / "out") as process:
        until(lambda: bool(made(tmp_path / "out")), process)
        stopped = workers(process)
        os.kill(stopped[0], signal.SIGSTOP)
        process.terminate()
        _told, complaints = process.communicate()
        until(lambda: not set(stopped) & parents().keys())
    assert process.returncode == ExitCode.INTERRUPTED, complaints
    assert not [name for name in made(tmp_path / "out") if name.endswith(".part")]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_told_to_end_leaves_whole_files_and_a_manifest_of_them(
    workbooks: Mapping[str, Path], tmp_path: Path, sign: signal.Signals
) -> None:
    wanted = random.Random(sign.name).randint(1, 10)
    with building(workbooks["perpustakaan"], tmp_path / "out") as process:
        until(lambda: len(made(tmp_path / "out")) >= wanted)
        known = workers(process)
        process.send_signal(sign)
        _told, complaints = process.communicate()
    assert process.returncode == ExitCode.INTERRUPTED, complaints
    assert "interrupted" in complaints
    assert "Traceback" not in complaints
    assert len(listed(tmp_path / "out")) >= wanted - 2
    assert_true(tmp_path / "out")
    assert not set(known) & parents().keys()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_a_build_that_is_interrupted_at_any_moment_ends_clean(
    workbooks: Mapping[str, Path], tmp_path: Path, seed: int
) -> None:
    with building(workbooks["perpustakaan"], tmp_path / "out") as process:
        time.sleep(random.Random(seed).uniform(0.5, 4.0))
        process.terminate()
        _told, complaints = process.communicate()
    assert process.returncode in (ExitCode.INTERRUPTED, ExitCode.DONE, -signal.SIGTERM)
    assert "Traceback" not in complaints
    assert_true(tmp_path / "out")
    again = [sys.executable, "-m", "generator.cli.main", "build", workbooks["perpustakaan"]]
    assert (
        subprocess.run(
            [*again, "-o", tmp_path / "out", "--format", "pdf", "--jobs", "1"], capture_output=True
        ).returncode
        == 0
    )
    assert len(listed(tmp_path / "out")) == FILES
    assert_true(tmp_path / "out")
