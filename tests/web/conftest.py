"""One browser and one server a process of the tests; each test has a window of its own."""

import json
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, sync_playwright

from tests.programs import require
from tests.web.driving import CHROMIUM, PATIENCE, Server, served

Changed = Callable[..., bytes]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever needs a browser takes long; ``make test-web`` runs all of it."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("slow")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    require("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--host-resolver-rules=MAP evil.example 127.0.0.1"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(tmp_path_factory.mktemp("Laporan")) as started:
        yield started


@pytest.fixture
def window(
    chromium: Browser, server: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Open a window that was let in.

    What its console says against the pages is a failure, but where they are attacked.
    """
    contexts = []
    complaints: list[str] = []

    def opened(address: str = "", **how: object) -> Page:
        context = chromium.new_context(**how)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(json.dumps([said.type, said.text])))
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.goto(address or server.link())
        return page

    yield opened
    for context in contexts:
        context.close()
    if "attacks" not in request.node.nodeid:
        assert [one for one in complaints if "ERR_" not in one and "status of 4" not in one] == []


@pytest.fixture
def page(window: Callable[..., Page]) -> Page:
    """A window of an office's screen."""
    return window(viewport={"width": 1280, "height": 900})


@pytest.fixture(scope="session")
def library(workbooks: Mapping[str, Path]) -> Path:
    """The small round: sound, with number and date."""
    return workbooks["perpustakaan"]


@pytest.fixture(scope="session")
def changed(library: Path) -> Changed:
    """Give the small round with cells changed: ``changed(Nilai_D5=9)``."""

    def give(**cells: object) -> bytes:
        book = load_workbook(library)
        for place, value in cells.items():
            sheet, _mark, cell = place.rpartition("_")
            book[sheet.replace("_", " ")][cell] = value
        target = BytesIO()
        book.save(target)
        return target.getvalue()

    return give
