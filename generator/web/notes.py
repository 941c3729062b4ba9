"""What a round's folder remembers of work that was begun, so that one that was cut off is told."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FILE = "putaran.sqlite"
SCHEMA = 1
_TIMEOUT = 5.0  # seconds that another program may hold the file

_TABLES = """
CREATE TABLE IF NOT EXISTS work (
  id INTEGER PRIMARY KEY, what TEXT NOT NULL, began TEXT NOT NULL, ended TEXT, outcome TEXT
)
"""


@dataclass(frozen=True, slots=True)
class Work:
    """Work that was begun. ``outcome`` is None where nobody noted its end."""

    identifier: int
    what: str
    began: str
    outcome: str | None


class Notes:
    """The notes of one round. They serve the user's memory: where they fail, work goes on."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def begin(self, what: str) -> int | None:
        """Note that work begins; give what its end is noted by, None where it cannot be noted."""
        with self._opened() as book:
            if book is None:
                return None
            values = (what, _now())
            return book.execute("INSERT INTO work (what, began) VALUES (?, ?)", values).lastrowid

    def end(self, identifier: int | None, outcome: str) -> None:
        """Note how work ended."""
        with self._opened() as book:
            if book is not None and identifier is not None:
                told = "UPDATE work SET ended = ?, outcome = ? WHERE id = ?"
                book.execute(told, (_now(), outcome, identifier))

    def last(self, what: str) -> Work | None:
        """Give the newest work of a kind; None where there was none."""
        if not self._path.exists():
            return None
        with self._opened() as book:
            if book is None:
                return None
            found = book.execute(
                "SELECT id, what, began, outcome FROM work WHERE what = ? ORDER BY id DESC", (what,)
            ).fetchone()
            return Work(*found) if found else None

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection | None]:
        """Open the notes for one step; None where they cannot be, or are of a later version."""
        try:
            with closing(sqlite3.connect(self._path, timeout=_TIMEOUT)) as book:
                if book.execute("PRAGMA user_version").fetchone()[0] > SCHEMA:
                    yield None
                    return
                book.execute(_TABLES)
                book.execute(f"PRAGMA user_version = {SCHEMA}")
                with book:
                    yield book
        except sqlite3.Error:
            yield None


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
