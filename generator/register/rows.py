"""Entries as rows of the register's tables, and back."""

import datetime
import sqlite3
from collections.abc import Mapping, Sequence

from generator.register.entries import Entry, IssuedFile, Key, Matter, Status

_COLUMNS = (
    "id, round, kind, region, version, status, year, sequence, number, date, subject, corrects,"
    " reason"
)


def entries_of(
    connection: sqlite3.Connection, where: Mapping[str, int | str | None]
) -> tuple[Entry, ...]:
    """Give the entries whose columns have certain values, in the order of the book."""
    condition = " AND ".join(f"{name} IS :{name}" for name in where) or "1"
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry WHERE {condition}"  # noqa: S608 - names are this program's
        " ORDER BY year, sequence IS NULL, sequence, id",
        where,
    ).fetchall()
    return tuple(_entry(connection, row) for row in rows)


def newest_of_year(connection: sqlite3.Connection, year: int) -> Entry | None:
    """Give the entry of a year whose letter has the latest date, None where none has a number."""
    numbered = (one for one in entries_of(connection, {"year": year}) if one.sequence is not None)
    return max(numbered, key=lambda one: one.matter.date, default=None)


def insert_entry(connection: sqlite3.Connection, matter: Matter) -> int:
    """Enter a draft; give its identifier."""
    key = matter.key
    cursor = connection.execute(
        "INSERT INTO entry (round, kind, region, version, status, year, date, subject, corrects)"
        " VALUES (?, ?, ?, ?, 'draft', ?, ?, ?, ?)",
        (
            key.round if key else None,
            key.kind if key else None,
            key.region if key else None,
            key.version if key else 1,
            matter.date.year,
            matter.date.isoformat(),
            matter.subject,
            matter.corrects,
        ),
    )
    identifier = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO addressee (entry, position, name) VALUES (?, ?, ?)",
        [(identifier, position, name) for position, name in enumerate(matter.addressees, 1)],
    )
    return identifier


def set_number(
    connection: sqlite3.Connection, identifier: int, sequence: int | None, number: str
) -> None:
    """Give a draft its number."""
    connection.execute(
        "UPDATE entry SET status = 'numbered', sequence = ?, number = ? WHERE id = ?",
        (sequence, number, identifier),
    )


def set_files(connection: sqlite3.Connection, identifier: int, files: Sequence[IssuedFile]) -> None:
    """Note the files of an entry that is not closed yet."""
    connection.executemany(
        "INSERT INTO file (entry, path, sha256) VALUES (?, ?, ?)",
        [(identifier, file.path, file.sha256) for file in files],
    )


def set_status(
    connection: sqlite3.Connection, identifier: int, status: Status, reason: str = ""
) -> None:
    """Let an entry go forward."""
    connection.execute(
        "UPDATE entry SET status = ?, reason = ? WHERE id = ?", (status.value, reason, identifier)
    )


def _entry(connection: sqlite3.Connection, row: Sequence[object]) -> Entry:
    (
        identifier, round_, kind, region, version, status, _year, sequence, number, date, subject,
        corrects, reason,
    ) = row  # fmt: skip
    names = connection.execute(
        "SELECT name FROM addressee WHERE entry = ? ORDER BY position", (identifier,)
    ).fetchall()
    files = connection.execute(
        "SELECT path, sha256 FROM file WHERE entry = ? ORDER BY path", (identifier,)
    ).fetchall()
    key = None
    if round_ is not None:
        key = Key(str(round_), str(kind), _text(region), int(str(version)))
    return Entry(
        identifier=int(str(identifier)),
        status=Status(status),
        matter=Matter(
            date=datetime.date.fromisoformat(str(date)),
            subject=str(subject),
            addressees=tuple(name for (name,) in names),
            key=key,
            corrects=_number(corrects),
        ),
        sequence=_number(sequence),
        number=_text(number),
        files=tuple(IssuedFile(path, sha256) for path, sha256 in files),
        reason=str(reason),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _number(value: object) -> int | None:
    return None if value is None else int(str(value))
