"""Files written whole or not at all: to a temporary name beside the target, then renamed."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar

from evaluation.errors import UnwritableOutputError
from evaluation.messages import _

PART = ".part"
Outcome = TypeVar("Outcome")


def write_whole(path: Path, write: Callable[[BinaryIO], Outcome]) -> tuple[Outcome, str]:
    """Let ``write`` fill a file; give what it returned and the file's sha256.

    The content is made in memory first, so a failure while making it leaves the old file alone.
    Raises UnwritableOutputError when the file system refuses.
    """
    buffer = BytesIO()
    outcome = write(buffer)
    data = buffer.getvalue()
    with unwritable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}{PART}")
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return outcome, hashlib.sha256(data).hexdigest()


def require_working_folder() -> None:
    """Raise UnwritableOutputError where the folder that the user works in was removed."""
    try:
        Path.cwd()
    except OSError:
        raise UnwritableOutputError(
            _("the folder that you work in is no longer there."),
            remedy=_("Go to another folder (cd) and run the command again."),
        ) from None


@contextmanager
def unwritable(path: Path) -> Iterator[None]:
    """Turn what the file system says about ``path`` into an error with a remedy."""
    try:
        yield
    except PermissionError:
        raise UnwritableOutputError(
            _("%(path)s cannot be written.") % {"path": path},
            remedy=_("Close the file where it is open, or choose another folder with -o."),
        ) from None
    except OSError as fault:
        raise refused(path, fault) from None


def refused(path: Path | str, fault: OSError) -> UnwritableOutputError:
    """Give the error for what the file system says about ``path``, with a remedy."""
    return UnwritableOutputError(
        _("%(path)s cannot be written: %(reason)s.")
        % {"path": path, "reason": fault.strerror or fault},
        remedy=_("Check the folder and the free space, or choose another folder with -o."),
    )
