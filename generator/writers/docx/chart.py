"""Native charts: a DrawingML chart part with the workbook behind it, so that Word can edit it."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from generator.document.blocks import Chart
from generator.document.style import ChartStyle
from generator.writers.docx.xml import EMU, colour

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_INLINE = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    f"{_NAMESPACES}"
)
_SHEET = "Data"


def add_chart(
    document_part: Any, block: Chart, style: ChartStyle, font: str, width: float, number: int
) -> str:
    """Add the parts of a chart to a document and give the run that shows it.

    ``number`` tells it from every other drawing of the document.
    """
    package = document_part.package
    workbook = Part(
        PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
        _WORKBOOK,
        _data_workbook(block),
        package,
    )
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, b"", package)
    workbook_id = part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
    part._blob = _chart_xml(block, style, font, workbook_id).encode()
    chart_id = document_part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    return _run(block, width * EMU, style.height * EMU, chart_id, number)


def _run(block: Chart, width: float, height: float, relation: str, number: int) -> str:
    return (
        f"<w:r {_INLINE}><w:drawing><wp:inline distT='0' distB='0' distL='0' distR='0'>"
        f"<wp:extent cx='{round(width)}' cy='{round(height)}'/>"
        f"<wp:docPr id='{number}' name='Chart {number}' "
        f"descr={quoteattr(block.alternative)} title={quoteattr(block.title)}/>"
        "<wp:cNvGraphicFramePr/><a:graphic>"
        "<a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/chart'>"
        f"<c:chart r:id='{relation}'/></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def _chart_xml(block: Chart, style: ChartStyle, font: str, workbook_id: str) -> str:
    series = "".join(_series_xml(block, index, style) for index in range(len(block.series)))
    size = round(style.size * 100)
    face = f"<a:latin typeface={quoteattr(font)}/>"
    text = (
        f"<a:bodyPr/><a:p><a:pPr><a:defRPr sz='{size}'>{face}</a:defRPr></a:pPr>"
        "<a:endParaRPr/></a:p>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<c:chartSpace {_NAMESPACES}><c:date1904 val='0'/><c:roundedCorners val='0'/>"
        f"<c:chart>{_title(block.title, size + 100, face)}<c:autoTitleDeleted val='0'/><c:plotArea>"
        "<c:layout/><c:barChart><c:barDir val='col'/><c:grouping val='clustered'/>"
        f"<c:varyColors val='0'/>{series}<c:gapWidth val='60'/>"
        "<c:axId val='111111111'/><c:axId val='222222222'/></c:barChart>"
        f"{_axes(block, style)}</c:plotArea>"
        "<c:legend><c:legendPos val='b'/><c:overlay val='0'/></c:legend>"
        "<c:plotVisOnly val='1'/><c:dispBlanksAs val='gap'/></c:chart>"
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f"<c:txPr>{text}</c:txPr>"
        f"<c:externalData r:id='{workbook_id}'><c:autoUpdate val='0'/></c:externalData>"
        "</c:chartSpace>"
    )


def _title(title: str, size: int, face: str) -> str:
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p>"
        f"<a:pPr><a:defRPr sz='{size}' b='1'>{face}</a:defRPr></a:pPr>"
        f"<a:r><a:rPr sz='{size}' b='1'>{face}</a:rPr>"
        f"<a:t>{escape(title)}</a:t></a:r></a:p>"
        "</c:rich></c:tx><c:overlay val='0'/></c:title>"
    )


def _axes(block: Chart, style: ChartStyle) -> str:
    grid = colour(style.grid_colour)
    fill = f"<a:solidFill><a:srgbClr val='{grid}'/></a:solidFill>"
    line = f"<c:spPr><a:ln w='6350'>{fill}</a:ln></c:spPr>"
    return (
        "<c:catAx><c:axId val='111111111'/><c:scaling><c:orientation val='minMax'/></c:scaling>"
        "<c:delete val='0'/><c:axPos val='b'/><c:majorTickMark val='none'/>"
        f"<c:minorTickMark val='none'/><c:tickLblPos val='low'/>{line}"
        "<c:crossAx val='222222222'/><c:crosses val='autoZero'/></c:catAx>"
        "<c:valAx><c:axId val='222222222'/><c:scaling><c:orientation val='minMax'/>"
        f"<c:max val='{block.maximum:f}'/><c:min val='{block.minimum:f}'/></c:scaling>"
        f"<c:delete val='0'/><c:axPos val='l'/><c:majorGridlines>{line}</c:majorGridlines>"
        "<c:numFmt formatCode='General' sourceLinked='0'/><c:majorTickMark val='none'/>"
        f"<c:minorTickMark val='none'/><c:tickLblPos val='nextTo'/>{line}"
        "<c:crossAx val='111111111'/><c:crosses val='autoZero'/>"
        "<c:crossBetween val='between'/></c:valAx>"
    )


def _series_xml(block: Chart, index: int, style: ChartStyle) -> str:
    from xlsxwriter.utility import xl_col_to_name  # slow to import, wanted only here

    series = block.series[index]
    column = xl_col_to_name(index + 1)
    last = len(block.categories) + 1
    fill = colour(style.colours[index % len(style.colours)])
    return (
        f"<c:ser><c:idx val='{index}'/><c:order val='{index}'/>"
        f"<c:tx><c:strRef><c:f>{_SHEET}!${column}$1</c:f>{_strings([series.name])}</c:strRef></c:tx>"
        f"<c:spPr><a:solidFill><a:srgbClr val='{fill}'/></a:solidFill></c:spPr>"
        "<c:invertIfNegative val='0'/>"
        "<c:dLbls><c:numFmt formatCode='0.00' sourceLinked='0'/><c:spPr><a:noFill/></c:spPr>"
        f"<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz='{round(style.size * 100) - 150}'/></a:pPr>"
        "<a:endParaRPr/></a:p></c:txPr><c:dLblPos val='outEnd'/>"
        "<c:showLegendKey val='0'/><c:showVal val='1'/><c:showCatName val='0'/>"
        "<c:showSerName val='0'/><c:showPercent val='0'/><c:showBubbleSize val='0'/></c:dLbls>"
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f>{_strings(block.categories)}"
        "</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_SHEET}!${column}$2:${column}${last}</c:f>"
        f"{_numbers(series.values)}</c:numRef></c:val></c:ser>"
    )


def _strings(values: Sequence[str]) -> str:
    points = (
        f"<c:pt idx='{i}'><c:v>{escape(value)}</c:v></c:pt>" for i, value in enumerate(values)
    )
    return f"<c:strCache><c:ptCount val='{len(values)}'/>{''.join(points)}</c:strCache>"


def _numbers(values: Sequence[Decimal | None]) -> str:
    points = (
        f"<c:pt idx='{index}'><c:v>{value:f}</c:v></c:pt>"
        for index, value in enumerate(values)
        if value is not None
    )
    return (
        "<c:numCache><c:formatCode>0.00</c:formatCode>"
        f"<c:ptCount val='{len(values)}'/>{''.join(points)}</c:numCache>"
    )


def _data_workbook(block: Chart) -> bytes:
    """Give the workbook that Word opens when somebody edits the chart's data."""
    from datetime import UTC, datetime

    from xlsxwriter import Workbook

    target = BytesIO()
    with Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet(_SHEET)
        for row, category in enumerate(block.categories, 1):
            sheet.write_string(row, 0, category)
        for column, series in enumerate(block.series, 1):
            sheet.write_string(0, column, series.name)
            for row, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row, column, value)
    return target.getvalue()
