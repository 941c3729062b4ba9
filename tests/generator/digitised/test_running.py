"""Files are read in processes of their own; one that ends its process stops nobody else."""

import os
import time
from pathlib import Path

import pytest

from evaluation.errors import WrongDataError
from generator.digitised.running import in_order, run_all, run_on_cluster


def double(number: int) -> int:
    return 2 * number


def fragile(number: int) -> int:
    """End the process at one number, as a file that takes all memory does."""
    if number == 3:
        os._exit(1)
    time.sleep(0.01)
    return 2 * number


@pytest.mark.parametrize("processes", [1, 2])
def test_every_task_is_done_and_put_into_order(processes: int) -> None:
    assert in_order(run_all(range(7), double, processes, lambda _: -1)) == (0, 2, 4, 6, 8, 10, 12)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_task_that_ends_its_process_alone_is_lost(processes: int) -> None:
    outcome = in_order(run_all(range(6), fragile, processes, lambda number: -number))
    assert outcome == (0, 2, 4, -3, 8, 10)


def test_the_same_work_runs_on_a_cluster_of_two(tmp_path: Path) -> None:
    from distributed import LocalCluster

    cluster = LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
    )
    with cluster:
        outcome = in_order(run_on_cluster(range(5), double, cluster.scheduler_address))
    assert outcome == (0, 2, 4, 6, 8)


def test_a_cluster_that_does_not_answer_is_told() -> None:
    with pytest.raises(WrongDataError, match="no Dask scheduler answers"):
        list(run_on_cluster([1], double, "nonsense"))
