"""What the tests of the page share: a browser that was let in, a round on the shelf."""

from pathlib import Path

import pytest

from generator.web.shelf import Round
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.web.asking import Browser


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(tmp_path / "Laporan")


@pytest.fixture
def tiny(browser: Browser, tmp_path: Path) -> Round:
    """A round that was dropped: tiny, and sound."""
    data = write_xlsx(tmp_path / "tiny.xlsx", sound()).read_bytes()
    return browser.desk.shelf.add("kecil", ".xlsx", data)
