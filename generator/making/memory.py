"""When Python looks for objects that only hold each other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 70_000  # between two looks; Python's own 700 takes a tenth of a check's time


@contextmanager
def lasting_objects() -> Iterator[None]:
    """Look less often while a round is read and checked: its many small objects last.

    Documents are another matter: each leaves cycles behind that have to go before the next.
    """
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
