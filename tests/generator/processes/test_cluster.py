"""A cluster does the same work as this machine, in the caller's language and within its bounds."""

import os

import pytest

from evaluation.errors import WrongDataError
from evaluation.messages import current_language, set_language
from generator.processes.cluster import run_on_cluster
from generator.processes.pool import Bounds

USUAL = Bounds(memory=2 << 30, processor_seconds=60, seconds=900)


def greet(number: int) -> tuple[int, str, int]:
    """Double a number; end the process at one, as a file that takes all memory does."""
    if number == 3:
        os._exit(1)
    return 2 * number, current_language(), os.getpid()


def lost(number: int, reason: str) -> tuple[int, str, int]:
    assert reason
    return -number, "", 0


@pytest.mark.parametrize(
    "nannies", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["threads", "nannies"]
)
def test_a_cluster_works_in_the_language_of_the_caller_and_loses_one_task_alone(
    *, nannies: bool
) -> None:
    from distributed import LocalCluster

    done: dict[int, tuple[int, str, int]] = {}
    set_language("id")
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=nannies, dashboard_address=None
    ) as cluster:
        address = cluster.scheduler_address
        run_on_cluster(address, USUAL, greet, range(5), lost, done.__setitem__)
    assert [done[index][0] for index in range(5)] == [0, 2, 4, -3, 8]
    assert {done[index][1] for index in (0, 1, 2, 4)} == {"id"}
    assert os.getpid() not in {done[index][2] for index in (0, 1, 2, 4)}


def test_a_cluster_that_does_not_answer_is_told() -> None:
    with pytest.raises(WrongDataError, match="no Dask scheduler answers"):
        run_on_cluster("nonsense", USUAL, greet, [1], lost, {}.__setitem__)
