"""A document written to memory, and the parts that tests ask it for."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import strategies as st
from lxml import etree
from PIL import Image as Picture

from generator.document.blocks import Block, Document, Section
from generator.document.style import Style
from generator.writers.docx import write_docx

_FORBIDDEN = [chr(code) for code in range(32) if chr(code) not in "\t\n\r"] + ["\ufffe", "\uffff"]


class Written:
    """A written document, as bytes, as a package and as python-docx reads it."""

    def __init__(self, document: Document, style: Style) -> None:
        target = BytesIO()
        write_docx(document, style, target)
        self.data = target.getvalue()

    @property
    def package(self) -> ZipFile:
        return ZipFile(BytesIO(self.data))

    @property
    def word(self) -> WordDocument:
        return docx.Document(BytesIO(self.data))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.package.read(name))


def xml_text() -> st.SearchStrategy[str]:
    """Give any text that XML 1.0 may hold (section 2.2), with much of what is delicate in it."""
    anything = st.characters(exclude_categories=["Cs"], exclude_characters=_FORBIDDEN)
    return st.text(st.one_of(anything, st.sampled_from("\t\n\r \u00a0<&>\"'")), max_size=40)


Write = Callable[..., Written]


@pytest.fixture(scope="session")
def write(style: Style) -> Write:
    """Write some blocks as one section, or a whole document."""

    def written(*content: Block | Document, **section: tuple[Block, ...]) -> Written:
        if content and isinstance(content[0], Document):
            return Written(content[0], style)
        return Written(Document("Judul", "id-ID", (Section(content, **section),)), style)  # type: ignore[arg-type]

    return written


@pytest.fixture(scope="session")
def png() -> bytes:
    target = BytesIO()
    Picture.new("RGB", (40, 20), "navy").save(target, "PNG")
    return target.getvalue()
