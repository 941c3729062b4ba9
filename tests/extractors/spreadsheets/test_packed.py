"""An archive of returned files gives its files, and a spreadsheet that is an archive is none."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from evaluation.errors import UnreadableInputError
from extractors.spreadsheets.csvfiles import decoded
from extractors.spreadsheets.packed import Member, members_of


def archive(*names: str) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as file:
        for name in names:
            file.writestr(name, name.encode())
    return data.getvalue()


def test_files_are_given_by_name_and_what_systems_leave_is_passed_over() -> None:
    names = ("b/2.csv", "a.csv", "b/", "~$a.xlsx", ".DS_Store", "__MACOSX/a.csv", "a.csv~")
    given = members_of(archive(*names), "kiriman.zip")
    assert given == [Member("a.csv", b"a.csv"), Member("b/2.csv", b"b/2.csv")]


def test_an_archive_within_is_named_and_not_opened() -> None:
    assert members_of(archive("dalam.ZIP"), "a.zip") == [Member("dalam.ZIP", None)]


@pytest.mark.parametrize("part", ["[Content_Types].xml", "mimetype", "META-INF/manifest.xml"])
def test_a_spreadsheet_is_no_archive_of_files(part: str) -> None:
    assert members_of(archive("x.xml", part), "a.xlsx") is None


def test_what_is_no_archive_is_told() -> None:
    with pytest.raises(UnreadableInputError):
        members_of(b"PK\x03\x04 and nothing more", "a.zip")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Wilayah;Nilai\nKab. Badung;3,6\n", "a", "Wilayah\n" * 2000])
def test_text_is_read_in_the_encoding_that_its_bytes_show(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding), "a.csv") == text


def test_an_old_encoding_is_read_and_nonsense_is_told() -> None:
    assert decoded("Andr\u00e9;3".encode("cp1252"), "a.csv") == "Andr\u00e9;3"
    with pytest.raises(UnreadableInputError, match="neither"):
        decoded(b"\x81\x8d\x8f\x90\x9d", "a.csv")
