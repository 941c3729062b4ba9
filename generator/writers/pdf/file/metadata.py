"""What a file says of itself, twice and alike: document information and XMP (ISO 19005-3, 6.6).

XMP claims two standards: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). PDF/A knows nothing of
the second one's name, so the packet describes it (ISO 19005-3, 6.6.2.3).
"""

import re
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from xml.sax.saxutils import escape

from generator.document.blocks import Document
from generator.writers.pdf.file.syntax import dictionary, text_string

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_CLAIMS = (
    "<pdfaid:part>3</pdfaid:part>",
    "<pdfaid:conformance>A</pdfaid:conformance>",
    "<pdfuaid:part>1</pdfuaid:part>",
)
PROGRAM = f"laporan {version('laporan')}"


def info(document: Document) -> str:
    """Write the document information; a draft has no date."""
    day = f"D:{document.date:%Y%m%d}000000Z" if document.date else None
    said = {
        "Title": _clean(document.title),
        "Author": _clean(document.author) or None,
        "Creator": PROGRAM,
        "Producer": PROGRAM,
        "CreationDate": day,
        "ModDate": day,
    }
    return dictionary({key: text_string(text) for key, text in said.items() if text is not None})


def xmp(document: Document) -> bytes:
    """Write the metadata packet, which says the same."""
    spaces = " ".join(f'xmlns:{short}="{name}"' for short, name in _NAMESPACES.items())
    facts = "\n".join(_facts(document))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {spaces}>\n{facts}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _facts(document: Document) -> list[str]:
    author = _clean(document.author)
    facts = [
        *_CLAIMS,
        _described(),
        "<dc:format>application/pdf</dc:format>",
        _listed("title", "Alt", _clean(document.title), ' xml:lang="x-default"'),
        _listed("creator", "Seq", author) if author else "",
        _listed("language", "Bag", document.language),
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>",
        f"<pdf:Producer>{PROGRAM}</pdf:Producer>",
        *(_dates(document.date) if document.date else ()),
    ]
    return [fact for fact in facts if fact]


def _described() -> str:
    """Describe the property that names PDF/UA."""
    part = {
        "name": "part",
        "valueType": "Integer",
        "category": "internal",
        "description": "The part of ISO 14289 that the file conforms to",
    }
    schema = {
        "schema": "PDF/UA Universal Accessibility Schema",
        "namespaceURI": _NAMESPACES["pdfuaid"],
        "prefix": "pdfuaid",
        "property": _bag("Seq", _resource("pdfaProperty", part)),
    }
    schemas = _bag("Bag", _resource("pdfaSchema", schema))
    return f"<pdfaExtension:schemas>{schemas}</pdfaExtension:schemas>"


def _resource(space: str, properties: Mapping[str, str]) -> str:
    said = (f"<{space}:{key}>{value}</{space}:{key}>" for key, value in properties.items())
    return f'<rdf:li rdf:parseType="Resource">{"".join(said)}</rdf:li>'


def _bag(kind: str, items: str) -> str:
    return f"<rdf:{kind}>{items}</rdf:{kind}>"


def _listed(fact: str, kind: str, text: str, language: str = "") -> str:
    said = f"<rdf:li{language}>{escape(text)}</rdf:li>"
    return f"<dc:{fact}><rdf:{kind}>{said}</rdf:{kind}></dc:{fact}>"


def _dates(day: date) -> tuple[str, ...]:
    written = f"{day.isoformat()}T00:00:00Z"
    return tuple(f"<xmp:{name}>{written}</xmp:{name}>" for name in ("CreateDate", "ModifyDate"))


def _clean(text: str) -> str:
    """Give a text without the characters that XML cannot hold."""
    return _UNFIT.sub("", text)
