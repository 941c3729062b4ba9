"""The user's own folders for what the program keeps, by the habit of each system."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Habit:
    """Where one system keeps things of a kind: a variable's folder, else one below the home."""

    below_home: tuple[str, ...]
    variable: str = ""
    own: tuple[str, ...] = ("laporan",)


_CACHES: Mapping[str, _Habit] = {
    "win32": _Habit(("AppData", "Local"), "LOCALAPPDATA"),
    "darwin": _Habit(("Library", "Caches")),
    "": _Habit((".cache",), "XDG_CACHE_HOME"),
}
_LOGS: Mapping[str, _Habit] = {
    "win32": _Habit(("AppData", "Local"), "LOCALAPPDATA", ("laporan", "Logs")),
    "darwin": _Habit(("Library", "Logs")),
    "": _Habit((".local", "state"), "XDG_STATE_HOME"),
}

CACHE_VARIABLE = "LAPORAN_CACHE"
"""Names another folder for the cache; blank means that nothing is kept."""

LOG_VARIABLE = "LAPORAN_LOG"
"""Names another folder for the logs of faults; blank means that none is written."""


def cache_folder() -> Path | None:
    """Give the folder for what can be worked out again; None to keep nothing."""
    return _chosen(CACHE_VARIABLE, _CACHES)


def cache_is_named() -> bool:
    """Tell whether the user named the folder for the cache, whose mode is then the user's too."""
    return CACHE_VARIABLE in os.environ


def log_folder() -> Path | None:
    """Give the folder for logs of faults; None to write none."""
    return _chosen(LOG_VARIABLE, _LOGS)


def documents_folder() -> Path:
    """Give the folder in which the user keeps documents, as the system names it."""
    if sys.platform == "win32":
        return _windows_documents()
    named = _xdg_documents(Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"))
    return named or Path.home() / "Documents"


def _xdg_documents(settings: Path) -> Path | None:
    """Give the folder that the settings of a Linux desktop name; None where they name none."""
    try:
        text = (settings / "user-dirs.dirs").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    for line in text.splitlines():
        name, equals, value = line.strip().partition("=")
        if name == "XDG_DOCUMENTS_DIR" and equals:
            folder = value.strip('"').replace("$HOME", str(Path.home()))
            return Path(folder) if Path(folder).is_absolute() else None
    return None


if sys.platform == "win32":

    def _windows_documents() -> Path:
        import winreg

        key = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        try:  # a synchronised or redirected folder of documents is named here alone
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as folders:
                return Path(os.path.expandvars(winreg.QueryValueEx(folders, "Personal")[0]))
        except OSError:
            return Path.home() / "Documents"


def _chosen(variable: str, habits: Mapping[str, _Habit]) -> Path | None:
    named = os.environ.get(variable)
    if named is not None:
        return Path(named) if named else None
    habit = habits.get(sys.platform, habits[""])
    try:
        given = os.environ.get(habit.variable)
        base = Path(given) if given else Path.home().joinpath(*habit.below_home)
    except RuntimeError:  # no home
        return None
    return base.joinpath(*habit.own)
