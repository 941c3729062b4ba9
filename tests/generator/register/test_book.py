"""The outgoing book: each number once, each entry forward only."""

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.errors import UnreadableInputError, UnwritableOutputError, WrongDataError
from generator.register import file
from generator.register.book import Register
from generator.register.entries import IssuedFile, Key, Matter, Status, round_name
from tests.generator.register.letters_of_a_year import ROUND, matter, other, written

FILE = IssuedFile("surat.pdf", "ab" * 32)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    book = Register(tmp_path / "buku agenda é%.db")
    book.make([(2024, 1477)])
    return book


def test_the_first_number_follows_what_was_given_before_the_register(register: Register) -> None:
    assert register.give(matter(), written).entry.number == "B-1478/X/2024"


def test_a_document_that_has_a_number_keeps_it(register: Register) -> None:
    first = register.give(matter(), written)
    again = register.give(matter(), written)
    assert (first.new, again.new) == (True, False)
    assert again.entry == first.entry


def test_letters_outside_a_round_get_a_number_each(register: Register) -> None:
    numbers = [register.give(other("Undangan"), written).entry.sequence for _ in range(3)]
    assert numbers == [1478, 1479, 1480]


def test_the_count_begins_anew_with_the_calendar_year_alone(register: Register) -> None:
    register.give(other("Lama", "2024-12-31"), written)
    assert register.give(other("Baru", "2025-01-01"), written).entry.sequence == 1
    assert register.give(other("Susulan", "2024-12-30"), written).entry.sequence == 1479


def test_a_letter_dated_before_an_earlier_number_is_told(register: Register) -> None:
    later = register.give(other("Kemudian", "2024-11-26"), written).entry
    assert register.give(other("Terdahulu", "2024-11-25"), written).later == later
    assert register.give(other("Sama", "2024-11-26"), written).later is None


def test_what_stands_in_the_book_is_read_back_whole(register: Register) -> None:
    given_ = register.give(matter("KAB. BADUNG"), written).entry
    assert register.entries() == (given_,)
    assert given_.matter == matter("KAB. BADUNG")
    assert given_.status is Status.NUMBERED


def test_a_void_number_stays_void_and_its_document_gets_another(register: Register) -> None:
    first = register.give(matter(), written).entry
    assert register.void(first.identifier, " salah tanggal ").reason == "salah tanggal"
    second = register.give(matter(), written).entry
    assert (first.sequence, second.sequence) == (1478, 1479)
    with pytest.raises(WrongDataError, match="void"):
        register.void(first.identifier, "lagi")
    assert [entry.status for entry in register.entries()] == [Status.VOID, Status.NUMBERED]


def test_making_void_needs_a_reason(register: Register) -> None:
    entry = register.give(matter(), written).entry
    with pytest.raises(WrongDataError, match="reason"):
        register.void(entry.identifier, "  ")
    assert register.entries()[0].status is Status.NUMBERED


def test_an_issued_letter_has_its_files_and_stays_as_it_is(register: Register) -> None:
    entry = register.give(matter(), written).entry
    issued = register.issue(entry.identifier, [FILE])
    assert (issued.status, issued.files) == (Status.ISSUED, (FILE,))
    assert register.issue(entry.identifier, [FILE]) == issued
    with pytest.raises(WrongDataError, match="other files"):
        register.issue(entry.identifier, [IssuedFile("surat.pdf", "cd" * 32)])
    assert register.entries() == (issued,)


def test_an_issued_letter_may_still_be_made_void(register: Register) -> None:
    entry = register.give(matter(), written).entry
    register.issue(entry.identifier, [FILE])
    assert register.void(entry.identifier, "dicabut").files == (FILE,)


def test_a_draft_or_a_void_letter_cannot_be_issued(register: Register) -> None:
    draft = register.plan(matter())
    with pytest.raises(WrongDataError, match="no number"):
        register.issue(draft.identifier, [FILE])
    register.void(draft.identifier, "batal")
    with pytest.raises(WrongDataError, match="void"):
        register.issue(draft.identifier, [FILE])
    assert all(not entry.files for entry in register.entries())


def test_a_planned_letter_gets_its_number_later(register: Register) -> None:
    draft = register.plan(matter())
    assert register.plan(matter()) == draft
    assert draft.number is None
    assert register.give_planned(draft.identifier, lambda _: written).entry.sequence == 1478
    assert not register.give_planned(draft.identifier, lambda _: written).new
    assert register.give(matter(), written).entry.identifier == draft.identifier


def test_a_planned_letter_that_is_void_gets_no_number(register: Register) -> None:
    draft = register.plan(matter())
    register.void(draft.identifier, "batal")
    with pytest.raises(WrongDataError, match="void"):
        register.give_planned(draft.identifier, lambda _: written)
    with pytest.raises(WrongDataError, match="no entry 99"):
        register.give_planned(99, lambda _: written)


def test_a_number_given_elsewhere_is_entered_once(register: Register) -> None:
    register.note(other("Surat lain"), 1500, "B-1500/X/2024")
    with pytest.raises(WrongDataError, match="Surat lain"):
        register.note(other("Surat ini"), 1500, "B-1500/X/2024")
    assert register.give(matter(), written).entry.sequence == 1501
    assert len(register.entries()) == 2


def test_a_correction_may_bear_the_number_of_what_it_corrects(register: Register) -> None:
    first = register.give(matter("KAB. BADUNG"), written).entry
    second = Matter(
        date=datetime.date(2024, 12, 2),
        subject="Ralat",
        key=Key(ROUND, "report", "KAB. BADUNG", 2),
        corrects=first.identifier,
    )
    assert first.number is not None
    borrowed = register.borrow(second, first.number)
    assert (borrowed.number, borrowed.sequence) == (first.number, None)
    assert register.borrow(second, first.number) == borrowed
    assert register.standing(2024, 1478, Key(ROUND, "report"))[0] == first
    assert register.give(other("Lain"), written).entry.sequence == 1479


def test_entries_are_found_by_year_status_and_words(register: Register) -> None:
    report = register.give(matter("KAB. BADUNG"), written).entry
    register.give(other("Undangan Rapat", "2025-01-02"), written)
    assert register.entries(year=2024) == (report,)
    assert register.entries(status=Status.DRAFT) == ()
    found = [e.matter.subject for e in register.entries() if e.holds(["rapat", "UNDANGAN"])]
    assert found == ["Undangan Rapat"]
    assert report.holds(["badung", "1478", "walikota bogor"])
    assert not report.holds(["badung", "rapat"])


def test_an_entry_is_found_by_its_document(register: Register) -> None:
    entry = register.give(matter("KAB. BADUNG"), written).entry
    assert register.of_key(Key(ROUND, "report", "KAB. BADUNG")) == entry
    assert register.of_key(Key(ROUND, "report", "KAB. BADUNG", 2)) is None
    assert register.of_key(Key(ROUND, "report")) is None


def test_a_register_is_made_once(register: Register) -> None:
    entry = register.give(matter(), written).entry
    with pytest.raises(UnwritableOutputError, match="made once"):
        register.make()
    assert register.entries() == (entry,)
    assert [path.name for path in register.path.parent.iterdir()] == [register.path.name]


def test_nothing_makes_a_register_but_init(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="no register"):
        Register(tmp_path / "tidak ada.db").give(matter(), written)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"bukan basis data" * 100, b"SQLite format 3\0" * 300])
def test_another_file_is_told_from_a_register(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "agenda.db"
    path.write_bytes(content)
    with pytest.raises(UnreadableInputError, match="no register"):
        Register(path).entries()
    assert path.read_bytes() == content


def test_a_register_cut_short_is_told(register: Register) -> None:
    for number in range(40):
        register.give(other(f"Surat {number}" * 50), written)
    content = register.path.read_bytes()
    register.path.write_bytes(content[: len(content) // 2])
    with pytest.raises(UnreadableInputError, match="damaged"):
        register.entries()


def test_a_register_of_another_version_is_told(register: Register) -> None:
    with closing(sqlite3.connect(register.path)) as connection:
        connection.execute("PRAGMA user_version = 2")
    with pytest.raises(UnreadableInputError, match="another version"):
        register.entries()


def test_a_register_that_may_only_be_read_is_read(register: Register) -> None:
    entry = register.give(matter(), written).entry
    register.path.chmod(0o400)
    register.path.parent.chmod(0o500)
    try:
        assert register.entries() == (entry,)
    finally:
        register.path.parent.chmod(0o700)


def test_a_number_is_written_only_where_the_disk_has_it() -> None:
    assert file.PRAGMAS["journal_mode"] == "delete"
    assert file.PRAGMAS["synchronous"] == 2


def test_each_connection_has_the_pragmas(register: Register) -> None:
    with file.opened(register.path) as connection:
        told = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in file.PRAGMAS}
    assert told == {
        "journal_mode": "delete", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0,
    }  # fmt: skip


def test_a_register_left_with_another_journal_gets_its_own_back(register: Register) -> None:
    with closing(sqlite3.connect(register.path)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
    register.give(matter(), written)
    with closing(sqlite3.connect(register.path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_one_who_waits_too_long_is_told_why(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "PATIENCE", 0.05)
    with closing(sqlite3.connect(register.path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(UnwritableOutputError, match="another program has it"):
            register.give(matter(), written)
    assert register.entries() == ()


def test_a_number_that_could_not_be_worded_is_not_given(register: Register) -> None:
    def unwritten(sequence: int) -> str:
        raise ValueError(sequence)

    with pytest.raises(ValueError, match="1478"):
        register.give(matter(), unwritten)
    assert register.entries() == ()
    assert register.give(matter(), written).entry.sequence == 1478


@given(
    subject=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    names=st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))),
    day=st.dates(),
)
def test_any_text_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, subject: str, names: list[str], day: datetime.date
) -> None:
    book = Register(tmp_path_factory.mktemp("buku") / "agenda.db")
    book.make()
    told = Matter(date=day, subject=subject, addressees=tuple(names))
    assert book.give(told, written).entry.matter == told


def test_a_round_is_known_however_its_programme_is_typed() -> None:
    assert round_name("KOTA  Cerdas", " 2024 ") == round_name("Kota Cerdas", "2024")
    assert round_name("Kota Cerdas", "2024") != round_name("Kota Cerdas", "2025")
