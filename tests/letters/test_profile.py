"""A profile that cannot be right is refused with its key."""

from datetime import date
from typing import Any

import pytest

from evaluation.errors import WrongTemplateError
from evaluation.sources import Source
from letters.number import NumberParts
from letters.profile import AgencyProfile, kind_of

SOUND: dict[str, Any] = {
    "agency": "Contoh",
    "number": {"pattern": "{sequence}/{year}"},
    "security": {"B": "biasa"},
    "kinds": [{"prefixes": ["KAB."], "name": "Kabupaten", "offices": ["Bupati"]}],
}


def read(data: dict[str, Any]) -> AgencyProfile:
    return AgencyProfile.from_mapping(data, Source("profil.toml"))


def test_a_sound_profile_knows_its_kinds() -> None:
    profile = read(SOUND)
    kind = kind_of("Kab Badung", profile)
    assert kind is not None
    assert kind.name == "Kabupaten"
    assert kind_of("KOTA AMBON", profile) is None


@pytest.mark.parametrize("day", ["2024-12-25", date(2024, 12, 25)])
def test_a_holiday_is_written_with_or_without_quotes(day: object) -> None:
    profile = read(SOUND | {"calendar": {"holidays": [day]}})
    assert profile.holidays == {date(2024, 12, 25)}


def test_a_profile_without_a_calendar_knows_no_holidays() -> None:
    assert read(SOUND).holidays == read(SOUND | {"calendar": {}}).holidays == frozenset()


FAULTS = {
    "a holiday that is no date": ({"calendar": {"holidays": ["Natal"]}}, "“Natal” is no date"),
    "holidays that are no list": ({"calendar": {"holidays": "2024-12-25"}}, "“holidays”"),
    "an unknown key of the calendar": ({"calendar": {"holiday": []}}, "calendar.holiday"),
    "an unknown key of the register": ({"register": {"berkas": "x"}}, "register.berkas"),
    "a register that is no table": ({"register": "agenda.db"}, "“register”"),
    "an unknown key": ({"agensi": "x"}, "Did you mean agency?"),
    "an unknown key within a table": ({"number": {"patern": "x"}}, "number.patern"),
    "a missing pattern": ({"number": {}}, "“pattern” is missing"),
    "a value of the wrong kind": ({"kinds": "KAB."}, "“kinds” is missing or of the wrong kind"),
    "kinds that are no tables": ({"kinds": ["KAB."]}, "“prefixes”"),
    "a pattern with an unknown part": ({"number": {"pattern": "{nomor}/{year}"}}, "{nomor}"),
    "a pattern without a sequence": ({"number": {"pattern": "{year}"}}, "{sequence}"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_profile_is_refused_for(case: str) -> None:
    change, message = FAULTS[case]
    with pytest.raises(WrongTemplateError) as caught:
        read(SOUND | change)
    assert str(caught.value).startswith("profil.toml: ")
    assert message in str(caught.value)


def test_a_profile_says_where_the_outgoing_book_is() -> None:
    told = {"file": "agenda.db", "security": "B", "unit": "DJAI", "correction": "same"}
    book = read(SOUND | {"register": told}).book
    assert (book.file, book.own_number) == ("agenda.db", False)
    assert book.parts == NumberParts("B", "DJAI", None)
    assert read(SOUND | {"register": {"file": "x"}}).book.own_number
    assert read(SOUND).book.file is None
