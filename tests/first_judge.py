"""A quick first judge of PDF/A, without Java: pikepdf, which knows the rules of level B alone.

It allows no XMP but its own list; what our packet says beyond that, and whether the tags are right,
is veraPDF's business, see ``tests/verapdf``.
"""

from pathlib import Path

from pikepdf import pdfa

_XMP = "ISO_19005_3:6.6."
_OURS = ("pdfaid:conformance is 'A'", "pdfuaid", "pdfaExtension", "pdfaSchema", "pdfaProperty")


def faults(path: Path) -> list[str]:
    """Give what is wrong with a file by the rules of PDF/A-3b."""
    found = pdfa.validate_written(path, "3b").findings
    return [
        f"{one.rule} {one.where}: {one.message}"
        for one in found
        if not (one.rule.startswith(_XMP) and any(ours in one.message for ours in _OURS))
    ]
