"""Whether a spreadsheet program has a workbook open, whose next save would undo what is written.

Excel and LibreOffice put a small file beside a workbook that they have open. Windows refuses to
let others write meanwhile; other systems and network shares do not.
"""

from pathlib import Path

from evaluation.errors import UnwritableOutputError
from evaluation.messages import _, composed
from evaluation.sources import Source

_MOST = 512  # bytes of such a file that are looked at


def lock_of(workbook: Path) -> Path | None:
    """Give the file that tells that a workbook is open; None where there is none."""
    beside = (f"~${workbook.name}", f".~lock.{workbook.name}#")
    return next((lock for name in beside if (lock := workbook.with_name(name)).is_file()), None)


def user_of(lock: Path) -> str:
    """Give who has a workbook open, as the program notes it; empty where that cannot be told."""
    try:
        with lock.open("rb") as file:
            said = file.read(_MOST)
    except OSError:  # Excel lets nobody read it on the same machine
        return ""
    if lock.name.startswith("~$"):  # a length, then the name
        return said[1 : 1 + said[0]].decode("cp1252", "replace").strip() if said else ""
    return said.decode("utf-8", "replace").split(",")[0].strip()


def require_closed(workbook: Path) -> None:
    """Raise UnwritableOutputError where a spreadsheet program has a workbook open."""
    lock = lock_of(workbook)
    if lock is None:
        return
    user = user_of(lock)
    told = _("the workbook is open in a spreadsheet program, whose next save would undo this.")
    by = _("Opened by: %(user)s.") % {"user": user} if user else ""
    raise UnwritableOutputError(
        composed(told, by),
        source=Source(str(workbook)),
        remedy=_("Save and close it there, then try again. If nobody has it open, delete %(lock)s.")
        % {"lock": lock.name},
    )
