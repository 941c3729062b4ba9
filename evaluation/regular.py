"""Ordinary files told from pipes and devices, which may give bytes for ever or never any."""

import errno
import stat
from pathlib import Path

from evaluation.messages import _


def refuse_irregular(path: Path) -> None:
    """Raise OSError, with the reason in the user's language, for a pipe, a device or a socket.

    A folder is left to whoever opens it. Raises what looking at the path raises as well.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, _("it is a pipe or a device, no ordinary file"), str(path))
