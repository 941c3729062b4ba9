"""What may be done with an outgoing book: numbers given, entries issued, made void, found."""

import datetime
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.errors import WrongDataError
from evaluation.messages import Message, _
from evaluation.sources import Source
from generator.register.entries import Entry, IssuedFile, Key, Matter, Status
from generator.register.file import make_file, opened, writing
from generator.register.rows import (
    entries_of,
    insert_entry,
    newest_of_year,
    set_files,
    set_number,
    set_status,
)

Written = Callable[[int], str]
"""Writes the number of a letter that has a place in the year's count."""


@dataclass(frozen=True, slots=True)
class Given:
    """An entry with its number. ``new`` is False where it had one already.

    ``later`` is an entry that has a lower number and yet a later date, None where there is none.
    """

    entry: Entry
    new: bool
    later: Entry | None


@dataclass(frozen=True, slots=True)
class Register:
    """An outgoing book at its place. Every method opens it, and leaves it whole.

    Each raises UnreadableInputError where there is none or it is damaged, UnwritableOutputError
    where it cannot be written or another program keeps it.
    """

    path: Path

    def make(self, last: Sequence[tuple[int, int]] = ()) -> None:
        """Make the register; ``last`` gives years and the last number given in each till now."""
        make_file(self.path, last)

    def give(self, matter: Matter, written: Written) -> Given:
        """Give a letter the next number of its calendar year; one that has one keeps it.

        The number is on disk before this returns.
        """
        with opened(self.path) as connection, writing(connection):
            entry = self._standing(connection, matter.key)
            if entry is not None and entry.number is not None:
                return Given(entry, new=False, later=None)
            identifier = entry.identifier if entry else insert_entry(connection, matter)
            return _given(connection, identifier, matter.date, written)

    def plan(self, matter: Matter) -> Entry:
        """Enter a letter that gets its number later; give the entry, which may stand already."""
        with opened(self.path) as connection, writing(connection):
            entry = self._standing(connection, matter.key)
            return entry or _one(connection, insert_entry(connection, matter))

    def give_planned(self, identifier: int, written: Callable[[Matter], Written]) -> Given:
        """Give a planned letter the next number of its calendar year.

        Raises WrongDataError for an entry that is void or not there.
        """
        with opened(self.path) as connection, writing(connection):
            entry = self._asked(connection, identifier)
            if entry.number is not None:
                return Given(entry, new=False, later=None)
            if entry.status is Status.VOID:
                raise self._refused(_("entry %(entry)d is void.") % {"entry": identifier})
            return _given(connection, identifier, entry.matter.date, written(entry.matter))

    def note(self, matter: Matter, sequence: int, number: str) -> Entry:
        """Enter a number given outside the register. Raises WrongDataError where it is taken."""
        with opened(self.path) as connection, writing(connection):
            self._require_free(connection, matter.date.year, sequence)
            entry = self._standing(connection, matter.key)
            identifier = entry.identifier if entry else insert_entry(connection, matter)
            set_number(connection, identifier, sequence, number)
            return _one(connection, identifier)

    def borrow(self, matter: Matter, number: str) -> Entry:
        """Enter a correction that bears the number of the entry which it corrects."""
        with opened(self.path) as connection, writing(connection):
            entry = self._standing(connection, matter.key)
            if entry is not None:
                return entry
            identifier = insert_entry(connection, matter)
            set_number(connection, identifier, None, number)
            return _one(connection, identifier)

    def issue(self, identifier: int, files: Sequence[IssuedFile]) -> Entry:
        """Note that a numbered letter went out, with its files; it cannot be changed any more.

        One that went out with the very same files is given as it stands. Raises WrongDataError for
        one that has no number, is void, or went out with others.
        """
        with opened(self.path) as connection, writing(connection):
            entry = self._asked(connection, identifier)
            if entry.status is Status.ISSUED and set(entry.files) == set(files):
                return entry
            if entry.status is not Status.NUMBERED:
                raise self._refused(_unfit(entry))
            set_files(connection, identifier, files)
            set_status(connection, identifier, Status.ISSUED)
            return _one(connection, identifier)

    def void(self, identifier: int, reason: str) -> Entry:
        """Make an entry void for good; its number is never given again. Raises WrongDataError."""
        with opened(self.path) as connection, writing(connection):
            entry = self._asked(connection, identifier)
            if entry.status is Status.VOID:
                raise self._refused(_("entry %(entry)d is void.") % {"entry": identifier})
            if not reason.strip():
                raise self._refused(_("an entry is made void for a reason, which is missing."))
            set_status(connection, identifier, Status.VOID, reason.strip())
            return _one(connection, identifier)

    def entries(self, year: int | None = None, status: Status | None = None) -> tuple[Entry, ...]:
        """Give the entries of a year, or all, by year and number, those without number last."""
        with opened(self.path) as connection:
            found = entries_of(connection, _filter({"year": year}))
        return tuple(entry for entry in found if status in {None, entry.status})

    def standing(self, year: int, sequence: int, key: Key) -> tuple[Entry | None, Entry | None]:
        """Give the entry that has a place in a year's count, and the one of a document."""
        with opened(self.path) as connection:
            taken = _first(entries_of(connection, {"year": year, "sequence": sequence}))
            return taken, self._standing(connection, key)

    def of_key(self, key: Key) -> Entry | None:
        """Give the entry of a document that is not void, None where there is none."""
        with opened(self.path) as connection:
            return self._standing(connection, key)

    def _standing(self, connection: sqlite3.Connection, key: Key | None) -> Entry | None:
        if key is None:
            return None
        where = {
            "round": key.round,
            "kind": key.kind,
            "region": key.region,
            "version": key.version,
        }
        found = entries_of(connection, where)
        return _first(entry for entry in found if entry.status is not Status.VOID)

    def _asked(self, connection: sqlite3.Connection, identifier: int) -> Entry:
        entry = _first(entries_of(connection, {"id": identifier}))
        if entry is None:
            raise self._refused(_("there is no entry %(entry)d.") % {"entry": identifier})
        return entry

    def _require_free(self, connection: sqlite3.Connection, year: int, sequence: int) -> None:
        taken = _first(entries_of(connection, {"year": year, "sequence": sequence}))
        if taken is not None:
            told = {"number": taken.number, "subject": taken.matter.subject}
            raise self._refused(_("number %(number)s is given to “%(subject)s”.") % told)

    def _refused(self, message: Message) -> WrongDataError:
        return WrongDataError(
            message,
            source=Source(str(self.path)),
            remedy=_("“laporan register list” shows the entries."),
        )


def _given(
    connection: sqlite3.Connection, identifier: int, day: datetime.date, written: Written
) -> Given:
    """Give a draft the next number of the year of its date."""
    newest = newest_of_year(connection, day.year)
    sequence = _last(connection, day.year) + 1
    set_number(connection, identifier, sequence, written(sequence))
    later = newest if newest and newest.matter.date > day else None
    return Given(_one(connection, identifier), new=True, later=later)


def _unfit(entry: Entry) -> Message:
    told = {"entry": entry.identifier}
    if entry.status is Status.DRAFT:
        return _("entry %(entry)d has no number yet.") % told
    if entry.status is Status.VOID:
        return _("entry %(entry)d is void.") % told
    return _("entry %(entry)d was issued with other files; it cannot be changed.") % told


def _last(connection: sqlite3.Connection, year: int) -> int:
    """Give the last place in a year's count that is taken, 0 where none is."""
    query = (
        "SELECT max((SELECT coalesce(max(sequence), 0) FROM entry WHERE year = :year),"
        " (SELECT coalesce(max(last), 0) FROM count WHERE year = :year))"
    )
    (last,) = connection.execute(query, {"year": year}).fetchone()
    return int(last)


def _filter(where: dict[str, int | None]) -> dict[str, int | str | None]:
    return {name: value for name, value in where.items() if value is not None}


def _first(entries: Iterable[Entry]) -> Entry | None:
    return next(iter(entries), None)


def _one(connection: sqlite3.Connection, identifier: int) -> Entry:
    (entry,) = entries_of(connection, {"id": identifier})
    return entry
