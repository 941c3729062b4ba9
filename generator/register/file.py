"""The file of an outgoing book: made once, opened with the pragmas that keep what was promised.

A rollback journal and ``synchronous=FULL`` are what holds on a network share and through a loss
of power; a write-ahead log would need memory that the machines share, which a share has not.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from evaluation.errors import UnreadableInputError, UnwritableOutputError
from evaluation.messages import _
from evaluation.sources import Source
from generator.register.schema import APPLICATION, STATEMENTS, VERSION
from generator.system.files import unwritable

PATIENCE = 30
"""Seconds that a process waits for another one to finish its entry."""

PRAGMAS = {"journal_mode": "delete", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}
"""What each connection is set to; read back, since SQLite passes over what it cannot do."""


def make_file(path: Path, last: Iterable[tuple[int, int]] = ()) -> None:
    """Make a register without entries; it is there whole or not at all.

    ``last`` gives years and the last number that each has given till now. Raises
    UnwritableOutputError where something bears the register's name already.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with unwritable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(_connected(part, "rwc")) as connection:
                connection.execute("BEGIN IMMEDIATE")
                for statement in STATEMENTS:
                    connection.execute(statement)
                connection.executemany("INSERT INTO count (year, last) VALUES (?, ?)", last)
                connection.execute("COMMIT")
            _put(part, path)
        except FileExistsError:
            raise UnwritableOutputError(
                _("there is a file already; a register is made once."),
                source=Source(str(path)),
                remedy=_("Use it as it is, or name another file."),
            ) from None
        finally:
            part.unlink(missing_ok=True)


def _put(part: Path, path: Path) -> None:
    """Give a file its name if that is free. Raises FileExistsError."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without second names
        if path.exists():
            raise FileExistsError from None
        part.rename(path)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a register that exists. Raises UnreadableInputError or UnwritableOutputError."""
    if not path.is_file():
        raise UnreadableInputError(
            _("there is no register."),
            source=Source(str(path)),
            remedy=_("Make it once with “laporan register init”, or correct its place."),
        )
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    try:
        with closing(_connected(path, "rw" if writable else "ro")) as connection:
            _require_register(connection, path)
            yield connection
    except sqlite3.OperationalError as fault:
        raise _operational(path, fault) from None
    except sqlite3.IntegrityError:
        raise  # what asked for it checks first, so this is a fault of the program
    except sqlite3.DatabaseError:
        raise _foreign(path) from None


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Have the register to oneself; what was written is there whole at the end, or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):  # the first fault is the one to tell
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    place = quote(str(path.absolute()))
    connection = sqlite3.connect(
        f"file:{place}?mode={mode}", timeout=PATIENCE, isolation_level=None, uri=True
    )
    try:
        for name, value in PRAGMAS.items():
            if name != "journal_mode" or mode != "ro":
                connection.execute(f"PRAGMA {name} = {value}").fetchall()
        _require_pragmas(connection, mode)
    except BaseException:
        connection.close()
        raise
    return connection


def _require_pragmas(connection: sqlite3.Connection, mode: str) -> None:
    for name, value in PRAGMAS.items():
        (told,) = connection.execute(f"PRAGMA {name}").fetchone()
        if told != value and mode != "ro":
            raise sqlite3.OperationalError(f"{name} is {told}")


def _require_register(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise _foreign(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        raise UnreadableInputError(
            _("the register was made by another version of the program (%(version)s).")
            % {"version": version},
            source=Source(str(path)),
            remedy=_("Use the newer version of laporan."),
        )
    ((told,),) = connection.execute("PRAGMA quick_check(1)").fetchall()
    if told != "ok":
        raise _foreign(path)


def _foreign(path: Path) -> UnreadableInputError:
    return UnreadableInputError(
        _("the file is no register, or it is damaged."),
        source=Source(str(path)),
        remedy=_("Name the right file, or put back its last copy."),
    )


def _operational(path: Path, fault: sqlite3.OperationalError) -> UnwritableOutputError:
    busy = getattr(fault, "sqlite_errorcode", None) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    reason = _("another program has it") if busy else str(fault)
    return UnwritableOutputError(
        _("the register cannot be written: %(reason)s.") % {"reason": reason},
        source=Source(str(path)),
        remedy=_("Check that the folder can be written and has room, and try again."),
    )
