"""Commands that a message gives the reader to type, worded so that they work on this machine."""

import shlex
import subprocess
import sys


def pip_install(*packages: str) -> str:
    """Give the command that installs ``packages`` for the Python that runs this program.

    The index holds no package of ours, so the packages are named and not an extra of this program.
    """
    words = [sys.executable, "-m", "pip", "install", *packages]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
