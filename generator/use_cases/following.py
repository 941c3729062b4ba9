"""How somebody follows what is being done, and ends it."""

from collections.abc import Callable

from generator.processes.pool import Cancelled, go_on, never

__all__ = ["Cancelled", "Progress", "go_on", "never", "unseen", "watched"]

Progress = Callable[[int, int], None]
"""Called with the number of pieces that are done and of all pieces; with 0 done as work begins."""


def unseen(_done: int, _total: int) -> None:
    """Follow nothing."""


def watched(progress: Progress, cancelled: Cancelled) -> Progress:
    """Give a progress that ends the work where it is not wanted any more."""

    def step(done: int, total: int) -> None:
        progress(done, total)
        go_on(cancelled)

    return step
