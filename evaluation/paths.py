"""Paths as users type them."""

from pathlib import Path


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder; one that the system refuses (too long) does not."""
    try:
        return path.is_dir()
    except OSError:
        return False
