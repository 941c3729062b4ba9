from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from numpy.typing import NDArray

from extractors.pages.scanned.drawing import Sheet
from extractors.pages.scanned.picture import drawn
from tests.extractors.pages import scanned


@pytest.fixture(scope="session")
def written_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scanned.written(tmp_path_factory.mktemp("pages") / "laporan.pdf")


@pytest.fixture(scope="session")
def picture(written_page: Path) -> NDArray[np.uint8]:
    with pdfium.PdfDocument(written_page) as document:
        return drawn(Sheet(document, 1), 200)
