"""A document written to memory, and the parts that tests ask it for."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from lxml import etree
from PIL import Image as Picture

from generator.blocks import Block, Document, Section
from generator.style import Style
from generator.writers.docx import write_docx


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
