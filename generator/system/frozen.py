"""Folders that nothing may be written into any more: what was issued stays as it was.

The mark decides, not the rights of files: those get lost when a folder is copied, and the owner
may write whatever they say.
"""

from pathlib import Path

MARK = "terbitan.json"


def frozen_folder(path: Path) -> Path | None:
    """Give the folder of an issue that a path lies in, None where it lies in none."""
    whole = path.absolute()
    for folder in (whole, *whole.parents):
        try:
            if (folder / MARK).is_file():
                return folder
        except OSError:
            continue
    return None
