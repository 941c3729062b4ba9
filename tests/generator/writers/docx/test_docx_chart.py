"""Charts: native, editable, with the numbers of the block."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
from docx.oxml.ns import qn
from lxml import etree

from generator.document.blocks import Chart, Series
from tests.generator.writers.docx.conftest import Write, Written

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CHART = Chart(
    title="KAB. <A> & B",
    categories=("Baseline", "=1+1"),
    series=(
        Series("2023", (Decimal("3.24"), None)),
        Series("2024", (Decimal("3.56"), Decimal("2.60"))),
    ),
    minimum=Decimal(0),
    maximum=Decimal(4),
    alternative='Dari "3,24" ke 3,56\ndan & lagi',
)


def _chart(written: Written) -> etree._Element:
    return written.part("word/charts/chart1.xml")


def _points(series: etree._Element, tag: str) -> list[tuple[str | None, str | None]]:
    cache = series.find(f"{_C}{tag}")
    assert cache is not None
    return [(one.get("idx"), one.findtext(f"{_C}v")) for one in cache.iter(f"{_C}pt")]


def test_a_chart_has_the_blocks_series_categories_and_numbers(write: Write) -> None:
    first, second = _chart(write(_CHART)).iter(f"{_C}ser")
    assert _points(first, "tx") == [("0", "2023")]
    assert _points(first, "cat") == [("0", "Baseline"), ("1", "=1+1")]
    assert _points(second, "val") == [("0", "3.56"), ("1", "2.60")]


def test_a_missing_value_is_an_empty_point(write: Write) -> None:
    first, _second = _chart(write(_CHART)).iter(f"{_C}ser")
    assert _points(first, "val") == [("0", "3.24")]
    count = first.find(f"{_C}val//{_C}ptCount")
    assert count is not None
    assert count.get("val") == "2"


def test_the_axis_keeps_the_blocks_scale_and_labels_have_two_places(write: Write) -> None:
    root = _chart(write(_CHART))
    scale = root.find(f".//{_C}valAx/{_C}scaling")
    assert scale is not None
    assert [(one.tag, one.get("val")) for one in scale][1:] == [
        (f"{_C}max", "4"),
        (f"{_C}min", "0"),
    ]
    formats = [one.get("formatCode") for one in root.iterfind(f".//{_C}dLbls/{_C}numFmt")]
    assert formats == ["0.00", "0.00"]


def test_bars_stand_between_the_marks_of_the_axis(write: Write) -> None:
    crossing = _chart(write(_CHART)).find(f".//{_C}valAx/{_C}crossBetween")
    assert crossing is not None
    assert crossing.get("val") == "between"


def test_the_workbook_behind_a_chart_holds_its_numbers_and_no_formula(write: Write) -> None:
    package = write(_CHART).package
    (name,) = [one for one in package.namelist() if one.endswith(".xlsx")]
    sheet = openpyxl.load_workbook(BytesIO(package.read(name))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows == [(None, "2023", "2024"), ("Baseline", 3.24, 3.56), ("=1+1", None, 2.6)]
    assert {cell.data_type for cell in sheet["A"][1:]} == {"s"}


def test_a_chart_says_in_words_what_it_shows(write: Write) -> None:
    (said,) = write(_CHART).part("word/document.xml").iter(qn("wp:docPr"))
    assert (said.get("descr"), said.get("title")) == (_CHART.alternative, _CHART.title)


def test_the_ranges_of_many_series_are_columns_of_a_sheet(write: Write) -> None:
    series = tuple(Series(str(number), (Decimal(1),)) for number in range(27))
    root = _chart(write(Chart("", ("A",), series, Decimal(0), Decimal(4), "")))
    ranges = [one.text for one in root.iterfind(f".//{_C}tx//{_C}f")]
    assert ranges[-2:] == ["Data!$AA$1", "Data!$AB$1"]


def test_the_parts_of_a_chart_are_related_and_typed(write: Write) -> None:
    package: ZipFile = write(_CHART).package
    types = package.read("[Content_Types].xml").decode()
    assert 'PartName="/word/charts/chart1.xml"' in types
    related = package.read("word/charts/_rels/chart1.xml.rels").decode()
    assert "Microsoft_Excel_Sheet1.xlsx" in related
