"""What the register's file keeps by itself, whatever program writes into it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from generator.register.book import Register
from generator.register.entries import IssuedFile
from tests.generator.register.letters_of_a_year import matter, other, written


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a register of four entries: issued 1, void 2, numbered 3, draft 4."""
    register = Register(tmp_path / "agenda.db")
    register.make([(2024, 10)])
    issued = register.give(matter("KAB. BADUNG"), written).entry
    register.issue(issued.identifier, [IssuedFile("badung.pdf", "ab" * 32)])
    register.void(register.give(other("Batal"), written).entry.identifier, "salah")
    register.give(other("Bernomor"), written)
    register.plan(other("Draf"))
    with closing(sqlite3.connect(register.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = 1")
        yield connection


REFUSED = {
    "an issued subject": "UPDATE entry SET subject = 'x' WHERE id = 1",
    "an issued number": "UPDATE entry SET number = 'x' WHERE id = 1",
    "an issued date": "UPDATE entry SET date = '2024-01-01' WHERE id = 1",
    "an issued entry made a draft": "UPDATE entry SET status = 'draft' WHERE id = 1",
    "an issued entry made numbered": "UPDATE entry SET status = 'numbered' WHERE id = 1",
    "an issued entry deleted": "DELETE FROM entry WHERE id = 1",
    "an issued entry void without reason": "UPDATE entry SET status = 'void' WHERE id = 1",
    "a file of an issued entry": "UPDATE file SET sha256 = 'x' WHERE entry = 1",
    "a file of an issued entry deleted": "DELETE FROM file WHERE entry = 1",
    "a file more of an issued entry": "INSERT INTO file VALUES (1, 'y', 'z')",
    "a file moved to another entry": "UPDATE file SET entry = 3 WHERE entry = 1",
    "an addressee of an issued entry": "UPDATE addressee SET name = 'x' WHERE entry = 1",
    "an addressee of an issued entry deleted": "DELETE FROM addressee WHERE entry = 1",
    "a void entry issued": "UPDATE entry SET status = 'issued' WHERE id = 2",
    "a void entry with another reason": "UPDATE entry SET reason = 'lain' WHERE id = 2",
    "a void entry with another subject": "UPDATE entry SET subject = 'x' WHERE id = 2",
    "a void entry deleted": "DELETE FROM entry WHERE id = 2",
    "a numbered entry with another number": "UPDATE entry SET number = 'x' WHERE id = 3",
    "a numbered entry with another place": "UPDATE entry SET sequence = 99 WHERE id = 3",
    "a numbered entry in another year": "UPDATE entry SET year = 2025 WHERE id = 3",
    "a numbered entry made a draft": "UPDATE entry SET status = 'draft' WHERE id = 3",
    "a draft deleted": "DELETE FROM entry WHERE id = 4",
    "a draft with a number": "UPDATE entry SET number = 'x', sequence = 50 WHERE id = 4",
    "a draft issued without number": "UPDATE entry SET status = 'issued' WHERE id = 4",
    "a number twice": (
        "UPDATE entry SET status = 'numbered', number = 'x', sequence = 11 WHERE id = 4"
    ),
    "a number outside the count": (
        "UPDATE entry SET status = 'numbered', number = 'x' WHERE id = 4"
    ),
    "the count back": "UPDATE count SET last = 9",
    "the count deleted": "DELETE FROM count",
    "a document twice": (
        "INSERT INTO entry (round, kind, region, version, status, year, date, subject)"
        " SELECT round, kind, region, version, 'draft', year, date, subject FROM entry WHERE id = 1"
    ),
    "a correction of what is not there": (
        "INSERT INTO entry (version, status, year, date, subject, corrects)"
        " VALUES (1, 'draft', 2024, '2024-01-01', 'x', 99)"
    ),
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_the_file_refuses(raw: sqlite3.Connection, statement: str) -> None:
    before = "\n".join(raw.iterdump())
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(statement)
    assert "\n".join(raw.iterdump()) == before


ALLOWED = {
    "a draft with another subject": "UPDATE entry SET subject = 'x' WHERE id = 4",
    "a draft numbered": (
        "UPDATE entry SET status = 'numbered', number = 'x', sequence = 50 WHERE id = 4"
    ),
    "a numbered entry issued": "UPDATE entry SET status = 'issued' WHERE id = 3",
    "an issued entry void": "UPDATE entry SET status = 'void', reason = 'x' WHERE id = 1",
    "an addressee of a draft": "INSERT INTO addressee VALUES (4, 1, 'x')",
    "the count forward": "UPDATE count SET last = 11",
}


@pytest.mark.parametrize("statement", ALLOWED.values(), ids=ALLOWED.keys())
def test_the_file_allows(raw: sqlite3.Connection, statement: str) -> None:
    assert raw.execute(statement).rowcount == 1
