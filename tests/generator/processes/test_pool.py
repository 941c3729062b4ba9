"""A task that ends, fills or stops its process is done again alone, then named; others go on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from evaluation.errors import UnreadableInputError
from evaluation.messages import in_language, set_language
from generator.processes.pool import Bounds, Pool
from tests.generator.processes.fragile import (
    Fragile,
    Once,
    about,
    count_for_ever,
    end,
    end_well,
    hang,
    name_loss,
    raise_the_unspeakable,
    refuse,
    segfault,
    slow,
    take_all_memory,
)

USUAL = Bounds(memory=2 << 30, processor_seconds=60, seconds=900)
BROKEN = "it takes too much memory or breaks the program that reads it"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")


@pytest.mark.parametrize("processes", [1, 2, 9])
def test_every_task_is_done_whatever_the_number_of_processes(processes: int) -> None:
    with Pool(processes, USUAL) as pool:
        assert pool.all(Fragile((), end), range(7), name_loss) == [0, 2, 4, 6, 8, 10, 12]
        assert pool.all(str, range(3), name_loss) == ["0", "1", "2"]  # other work, same processes


@pytest.mark.parametrize("processes", [1, 2])
def test_what_ends_its_process_is_lost_alone(processes: int) -> None:
    with Pool(processes, USUAL) as pool:
        outcome = pool.all(Fragile((1, 3), end), range(5), name_loss)
    assert [outcome[index] for index in (0, 2, 4)] == [0, 4, 8]
    for number in (1, 3):
        assert outcome[number] == f"lost {number}: {BROKEN}"


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize(
    ("happens", "told", "bounds"),
    [
        (end_well, BROKEN, USUAL),
        (segfault, BROKEN, USUAL),
        (take_all_memory, "it takes too much memory", USUAL),
        (hang, "it takes too long", Bounds(2 << 30, 60, 0.3)),
        (count_for_ever, "it takes too long", Bounds(2 << 30, 1, 900)),
    ],
)
def test_a_task_is_lost_with_its_reason(
    happens: Callable[[], object], told: str, bounds: Bounds
) -> None:
    with Pool(1, bounds) as pool:
        assert pool.all(Fragile((1,), happens), [1], name_loss) == [f"lost 1: {told}"]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_ends_its_process_once_is_done_again_and_not_lost(
    processes: int, tmp_path: Path
) -> None:
    with Pool(processes, USUAL) as pool:
        outcome = pool.all(Once(tmp_path / "mark"), range(5), name_loss)
    assert outcome == [0, 2, 4, 6, 8]
    assert (tmp_path / "mark").exists()


def test_what_the_work_raises_is_raised_by_the_pool_with_all_it_says() -> None:
    with Pool(2, USUAL) as pool, pytest.raises(UnreadableInputError) as caught:
        pool.all(refuse, [7], name_loss)
    assert str(caught.value) == "7.xls: the file is damaged. Take a fresh copy of it."
    set_language("id")
    assert str(caught.value) == "7.xls: berkas rusak. Ambil salinan yang baru."
    with Pool(2, USUAL) as pool, pytest.raises(RuntimeError, match="UnspeakableError: as it is"):
        pool.all(raise_the_unspeakable, [7], name_loss)


def test_processes_are_others_speak_the_callers_language_and_are_used_again() -> None:
    set_language("id")
    with Pool(1, USUAL) as pool:
        first, second = pool.alone(about, 0), pool.alone(about, 0)
    assert first == second
    assert first is not None
    assert first[0] == "id"
    assert first[1] != os.getpid()


def test_a_process_that_is_kept_speaks_the_language_of_whoever_gives_the_task() -> None:
    with Pool(1, USUAL) as pool:
        first = pool.alone(about, 0)
        with in_language("id"):
            second = pool.alone(about, 0)
        third = pool.alone(about, 0)
    assert first is not None and second is not None
    assert first == third
    assert (first[0], second[0], second[1]) == ("en", "id", first[1])


def test_two_threads_share_no_language_however_their_tasks_meet() -> None:
    def asked(language: str) -> list[str]:
        with in_language(language), Pool(1, USUAL) as pool:
            return [told[0] for told in pool.all(about, range(5), name_loss)]

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(asked, ("en", "id"))) == [["en"] * 5, ["id"] * 5]


def test_one_task_alone_gives_nothing_when_it_is_lost() -> None:
    with Pool(1, USUAL) as pool:
        assert pool.alone(Fragile((1,), end), 1) is None
        assert pool.alone(Fragile((1,), end), 2) == 4


def test_the_processes_that_were_lost_are_told_so_that_their_traces_can_be_removed(
    tmp_path: Path,
) -> None:
    left: list[int] = []
    with Pool(1, USUAL, left.append) as pool:
        pid = pool.alone(about, 0)
        pool.all(Once(tmp_path / "mark"), [3], name_loss)
    assert pid is not None
    assert left[0] == pid[1]  # one that is slow to end at the close may be told after it


@pytest.mark.parametrize("interrupted", [0, 3])
def test_an_interruption_still_tells_what_is_at_work(interrupted: int) -> None:
    told: dict[int, object] = {}

    def tell(index: int, outcome: object) -> None:
        told[index] = outcome
        if len(told) == interrupted + 1:
            raise KeyboardInterrupt

    with Pool(1, USUAL) as pool:
        pool.run(Fragile((), end), range(interrupted), name_loss, tell)
        with pytest.raises(KeyboardInterrupt):
            pool.run(slow, range(20), name_loss, tell)
    assert 0 < len(told) < 20


def test_an_interruption_tells_those_that_are_at_work_beside_the_one_that_was_told() -> None:
    told: dict[int, object] = {}

    def tell(index: int, outcome: object) -> None:
        told[index] = outcome
        if len(told) == 1:
            raise KeyboardInterrupt

    with Pool(2, USUAL) as pool, pytest.raises(KeyboardInterrupt):
        pool.run(slow, [1, 2, 3, 4, 5, 6], name_loss, tell)
    assert len(told) == 2


BELOW_A_BOUND = """
import resource
from generator.processes.pool import Pool
from tests.generator.processes.fragile import Fragile, name_loss, take_all_memory
from tests.generator.processes.test_pool import USUAL

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    with Pool(1, USUAL) as pool:
        print(pool.all(Fragile((1,), take_all_memory), [1], name_loss))
"""


def run_below(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    path = folder / "below.py"
    path.write_text(script)
    found = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    return subprocess.run(
        [sys.executable, path], env=found, capture_output=True, text=True, timeout=60
    )


KILLED = """
import os, signal, threading, time
from pathlib import Path
from generator.processes.pool import Pool
from tests.generator.processes.fragile import HangAfterTelling, name_loss
from tests.generator.processes.test_pool import USUAL

def kill_this(told):
    while not (told.exists() and told.read_text().endswith(".")):
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    told = Path(__file__).with_name("number")
    threading.Thread(target=kill_this, args=[told]).start()
    with Pool(1, USUAL) as pool:
        pool.all(HangAfterTelling(told), [1], name_loss)
"""


@POSIX
def test_a_process_ends_with_its_parent_even_when_that_is_killed(tmp_path: Path) -> None:
    assert run_below(tmp_path, KILLED).returncode == -signal.SIGKILL
    number = int((tmp_path / "number").read_text().rstrip("."))
    end = time.monotonic() + 20
    while is_alive(number) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_alive(number)


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] not in "ZX"


@POSIX
def test_a_process_is_bounded_where_its_parent_is_bounded_too(tmp_path: Path) -> None:
    ran = run_below(tmp_path, BELOW_A_BOUND)
    assert ran.stdout == "['lost 1: it takes too much memory']\n"
