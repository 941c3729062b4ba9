"""PDF and DOCX → lines of text, each with the page where the format knows it."""

from pathlib import Path

from evaluation.comparing.texts import TextLine
from evaluation.errors import UnreadableInputError
from evaluation.messages import _
from evaluation.regular import refuse_irregular
from evaluation.sources import Source
from extractors.documents.docx import docx_lines
from extractors.pages.refusals import cannot_open
from extractors.pages.written.opening import open_pages
from extractors.reports.text.lines import lines_of
from extractors.spreadsheets.archives import MAX_UNPACKED

_ZIP = b"PK\x03\x04"


def document_lines(path: Path) -> tuple[TextLine, ...]:
    """Read a document; a page that is a picture has no lines.

    It may be a stranger's, so run it in a process of its own. Raises UnreadableInputError.
    """
    try:
        refuse_irregular(path)
        with path.open("rb") as stream:
            beginning = stream.read(1024)
            if beginning.startswith(_ZIP):
                return docx_lines(beginning + stream.read(MAX_UNPACKED), str(path))
    except OSError as fault:
        raise cannot_open(str(path), fault) from None
    if b"%PDF-" not in beginning:
        raise UnreadableInputError(
            _("the file is neither PDF nor DOCX."),
            source=Source(str(path)),
            remedy=_("Compare two documents, two workbooks or two issues."),
        )
    with open_pages(path) as pages:
        return tuple(
            TextLine(line.text, page.number)
            for page in pages
            for line in lines_of(page.words, page.number)
        )
