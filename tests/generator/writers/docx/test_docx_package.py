"""The package as a whole: valid parts, nothing foreign, the same bytes whatever came before."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest
from docx.oxml.ns import qn

from generator.document.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Image,
    List,
    ListItem,
    Marker,
    PageCount,
    PageNumber,
    Paragraph,
    Row,
    Run,
    Section,
    Series,
    Table,
)
from tests.generator.writers.docx.conftest import Write, Written
from tests.generator.writers.docx.references import dangling
from tests.generator.writers.docx.schema_order import misplaced

_TEXT = Paragraph((Run("teks"),))
_DATE = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+Z?")


def _chart() -> Chart:
    series = (Series("2024", (Decimal("3.5"), None)),)
    return Chart("Grafik", ("A", "B"), series, Decimal(0), Decimal(4), "Batang A 3,5")


def _everything(png: bytes) -> Document:
    cell = Cell((_TEXT,), rowspan=2)
    table = Table((1.0, 2.0), (Row((Cell((_TEXT,), colspan=2),)),), (Row((cell, cell)), Row(())))
    item = ListItem((Paragraph((Run("butir", strong=True),)), table, _TEXT))
    blocks: tuple[Block, ...] = (
        Heading(1, (Run("Bab"),)),
        Heading(2, (Run("Judul"),), "judul-tengah"),
        Paragraph((Run("Kepala"),), "kop"),
        List((item, item), Marker.ALPHA),
        table,
        table,
        _chart(),
        Image("gambar", png, 20, "Lambang"),
        table,
    )
    pages = (Paragraph((PageNumber(), Run("/"), PageCount())),)
    picture = (Image("gambar", png, 10, "Lambang"), _chart())
    portrait = Section(blocks, header=picture, footer=pages)
    return Document("Semua", "id-ID", (portrait, Section(blocks, "lanskap")), "Penulis", "KONSEP")


@pytest.fixture(scope="module")
def everything(write: Write, png: bytes) -> Written:
    return write(_everything(png))


def test_properties_stand_in_the_order_of_the_schema(everything: Written) -> None:
    assert misplaced(everything.package) == []


def test_everything_that_is_referred_to_is_there(everything: Written) -> None:
    assert dangling(everything.package) == []


def test_no_part_is_in_the_package_twice(everything: Written) -> None:
    names = Counter(everything.package.namelist())
    assert [name for name, times in names.items() if times > 1] == []
    assert len([name for name in names if name.startswith("word/charts/chart")]) == 3


def test_every_drawing_has_its_own_number(everything: Written) -> None:
    parts = [name for name in everything.package.namelist() if name.startswith("word/")]
    roots = [everything.part(name) for name in parts if name.endswith(".xml")]
    numbers = [one.get("id") for root in roots for one in root.iter(qn("wp:docPr"))]
    assert len(numbers) == 6
    assert len(set(numbers)) == len(numbers)


def test_nothing_of_the_packages_origin_is_left(everything: Written) -> None:
    names = everything.package.namelist()
    foreign = ("thumbnail", "customXml", "fontTable", "webSettings", "stylesWithEffects")
    assert [name for name in names if any(word in name for word in foreign)] == []
    assert everything.part("word/styles.xml").find(f".//{qn('w:pPrDefault')}") is None
    assert b"Macintosh" not in everything.package.read("docProps/app.xml")
    assert b"asciiTheme" not in everything.package.read("word/styles.xml")


def test_word_opens_it_in_its_own_mode_and_asks_nothing(everything: Written) -> None:
    settings = everything.part("word/settings.xml")
    (mode,) = settings.iter(qn("w:compatSetting"))
    assert mode.get(qn("w:val")) == "15"
    assert settings.find(qn("w:updateFields")) is None


def test_title_author_and_language_are_the_documents(everything: Written) -> None:
    core = everything.word.core_properties
    assert (core.title, core.author, core.language) == ("Semua", "Penulis", "id-ID")
    language = everything.part("word/styles.xml").find(f".//{qn('w:lang')}")
    assert language is not None
    assert language.get(qn("w:val")) == "id-ID"


def test_bytes_do_not_depend_on_what_was_written_before(
    write: Write, everything: Written, png: bytes
) -> None:
    write(_chart(), Image("lain", png, 30, "Lain"), List((ListItem((_TEXT,)),)))
    assert write(_everything(png)).data == everything.data


def test_two_documents_are_the_same_bytes_in_either_order(
    write: Write, everything: Written, png: bytes
) -> None:
    other = Document("Lain", "id-ID", (Section((_chart(), Image("gambar", png, 30, "Lain"))),))
    second, first = write(other).data, write(_everything(png)).data
    assert (first, second) == (everything.data, write(other).data)


def _entries(package: ZipFile) -> Iterator[tuple[ZipInfo, bytes]]:
    """Give each entry of a package with what it holds, and those of the workbooks within."""
    for entry in package.infolist():
        content = package.read(entry)
        yield entry, content
        if entry.filename.endswith(".xlsx"):
            yield from _entries(ZipFile(BytesIO(content)))


def test_nothing_in_the_package_is_dated_by_the_clock(everything: Written) -> None:
    entries = list(_entries(everything.package))
    assert {entry.date_time[:3] for entry, _content in entries} == {(1980, 1, 1)}
    assert {entry.create_system for entry in everything.package.infolist()} == {3}
    dates = {date for _entry, content in entries for date in _DATE.findall(content)}
    assert dates == {b"2000-01-01T00:00:00Z"}


def test_an_unknown_block_is_refused(write: Write) -> None:
    with pytest.raises(TypeError, match="knows no str"):
        write("teks")  # type: ignore[arg-type]


def test_a_picture_that_cannot_be_read_is_refused_by_name(write: Write) -> None:
    with pytest.raises(ValueError, match="lambang"):
        write(Image("lambang", b"bukan gambar", 20, ""))
