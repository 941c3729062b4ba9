"""The order in which ECMA-376 part 1 wants the children of elements.

Word refuses or repairs a file whose elements stand in another order, silently or with a question
to the reader; LibreOffice takes any. The tables know what the writer may use of each sequence;
what it begins to use is added here, at its place in the schema.
"""

from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike noProof vanish color spacing kern sz szCs "
    "highlight u shd vertAlign rtl cs lang",
    "tblPr": "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook "
    "tblCaption tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p tbl",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols vAlign titlePg "
    "docGrid",
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name lvl",
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang",
    "compat": "doNotExpandShiftReturn compatSetting",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "numPr": "ilvl numId",
    "lvlOverride": "startOverride lvl",
    "pBdr": "top left bottom right between bar",
}
_CHART_ORDER = {
    "chartSpace": "date1904 lang roundedCorners chart spPr txPr externalData",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "title": "tx layout overlay spPr txPr",
    "plotArea": "layout barChart catAx valAx spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap axId",
    "ser": "idx order tx spPr invertIfNegative dPt dLbls cat val",
    "dLbls": "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
    "showBubbleSize",
    "catAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark "
    "tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl",
    "valAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark "
    "tickLblPos spPr txPr crossAx crosses crossBetween majorUnit",
    "scaling": "logBase orientation max min",
    "legend": "legendPos layout overlay spPr txPr",
    "strRef": "f strCache",
    "strCache": "ptCount pt",
    "numRef": "f numCache",
    "numCache": "formatCode ptCount pt",
}
_SEQUENCES = {
    qn(f"{prefix}:{tag}"): [qn(f"{prefix}:{one}") for one in names.split()]
    for prefix, order in (("w", _ORDER), ("c", _CHART_ORDER))
    for tag, names in order.items()
}


def misplaced(package: ZipFile) -> list[str]:
    """Give each element, with its part, that has an unknown child or children out of order."""
    parts = (name for name in package.namelist() if name.startswith("word/"))
    return [
        f"{part}: {etree.QName(one).localname}: {[etree.QName(child).localname for child in one]}"
        for part in parts
        if part.endswith(".xml")
        for one in etree.fromstring(package.read(part)).iter(*_SEQUENCES)
        if not _in_order([child.tag for child in one], _SEQUENCES[one.tag])
    ]


def _in_order(tags: list[str], sequence: list[str]) -> bool:
    known = all(tag in sequence for tag in tags)
    return known and tags == sorted(tags, key=sequence.index)
