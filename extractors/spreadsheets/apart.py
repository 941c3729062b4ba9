"""How a reader that may abort the program is run: the caller says where."""

from collections.abc import Callable
from typing import Any

Apart = Callable[[Callable[[Any], Any], Any], Any]
"""Does work with an argument, in a process of its own; gives None when that process was lost."""


def here(work: Callable[[Any], Any], argument: object) -> Any:
    """Do the work in this very process: for files of one's own."""
    return work(argument)
