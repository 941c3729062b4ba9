"""A folder that is the user's own and closed to others, so that what lies in it may be believed.

On Windows the folder of the user's profile is closed by habit, and nothing is looked at.
"""

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from evaluation.messages import NOTHING, Message, _

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_ROOT = 0


def make_closed(folder: Path) -> None:
    """Make a folder and those above it that are missing, all closed to others.

    Raises OSError where the system refuses.
    """
    lacking = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(lacking):
        one.mkdir(mode=stat.S_IRWXU, exist_ok=True)


def close_own(folder: Path) -> None:
    """Close a folder that others could look into; what others could have changed stays open.

    For a folder that this program made, at a time when it did not close it. Raises OSError.
    """
    found = folder.lstat()
    own = sys.platform != "win32" and found.st_uid == os.geteuid()
    if own and stat.S_ISDIR(found.st_mode) and not found.st_mode & _OTHERS_WRITE:
        folder.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)


def why_open(folder: Path) -> Message:
    """Tell why what lies in a folder may be of others; empty when it cannot.

    The folder is the user's own, no link, and closed to others; and nobody else can put another
    folder or link in its place. Raises OSError where it cannot be looked at.
    """
    if sys.platform == "win32":
        return NOTHING
    place = folder.absolute()
    found = place.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return _("it is no folder")
    if found.st_uid != os.geteuid():
        return _("it belongs to another user")
    if found.st_mode & _OTHERS:
        return _("others may open it")
    return _replaceable((*place.parents, *place.resolve().parents))


def _replaceable(folders: Iterable[Path]) -> Message:
    for folder in dict.fromkeys(folders):
        found = folder.lstat()
        trusted = found.st_uid in (_ROOT, os.geteuid())
        # In a sticky folder, such as /tmp, everybody replaces only what is their own; a link's
        # mode says nothing.
        shared = found.st_mode & _OTHERS_WRITE and not found.st_mode & stat.S_ISVTX
        if not trusted or (shared and not stat.S_ISLNK(found.st_mode)):
            return _("others may replace %(folder)s") % {"folder": folder}
    return NOTHING
