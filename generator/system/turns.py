"""One run at a time in an output folder, so that two of them do not spoil its manifest."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.system.files import unwritable

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def turn_in(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Make a folder and have it to oneself; one that is still empty at the end goes again.

    ``waiting`` is called when another run has it, before that run's end is waited for. The system
    ends a turn together with its process. A file system without locks gives a turn to everyone.
    Raises UnwritableOutputError.
    """
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    with unwritable(folder):
        folder.mkdir(parents=True, exist_ok=True)
    handle = _opened(folder)
    try:
        if handle is not None:
            _lock(handle, waiting)
        yield
    finally:
        if handle is not None:
            os.close(handle)
        with suppress(OSError):
            for made in new:
                made.rmdir()


if sys.platform == "win32":

    def _opened(folder: Path) -> int | None:
        # A folder cannot be locked here; a file of the user's own stands for it.
        name = hashlib.sha256(os.path.realpath(folder).casefold().encode()).hexdigest()[:16]
        with suppress(OSError):
            place = Path(tempfile.gettempdir(), f"laporan-{name}.lock")
            return os.open(place, os.O_RDWR | os.O_CREAT)
        return None

    def _lock(handle: int, waiting: Callable[[], None]) -> None:
        told = False
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            except OSError:
                if not told:
                    waiting()
                told = True
                with suppress(OSError):
                    msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # tries for ten seconds
                    return
            else:
                return

else:

    def _opened(folder: Path) -> int | None:
        with suppress(OSError):
            return os.open(folder, os.O_RDONLY)
        return None

    def _lock(handle: int, waiting: Callable[[], None]) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:
            return
