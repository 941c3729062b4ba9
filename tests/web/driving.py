"""The program and a browser, driven as a person does it."""

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from generator.web.guard import CALL, CALLER
from generator.web.serving import LOCK

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 120_000  # milliseconds that a busy machine may need for any one step
_BUKA = (sys.executable, "-m", "generator.cli.main", "--lang", "id", "buka")


@dataclass
class Server:
    """The program, started for a folder of rounds."""

    folder: Path
    process: subprocess.Popen[str]
    address: str

    @property
    def home(self) -> str:
        return self.address.partition("masuk")[0]

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def link(self) -> str:
        """Ask for another link, as a second start of the program does."""
        caller = json.loads((self.folder / LOCK).read_text())["caller"]
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{CALL}", method="POST", headers={CALLER: caller}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return str(answer.read().decode())

    def workbook(self) -> Path:
        """Give the workbook of the round that was made last."""
        found = self.folder.glob("*/buku-kerja.xlsx")
        return max(found, key=lambda path: path.stat().st_ctime_ns)


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Start the program, and end it whatever happens."""
    process = subprocess.Popen((*_BUKA, folder, "--no-open"), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield Server(folder, process, process.stdout.readline().strip())
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def dropped(page: Page, server: Server, workbook: Path) -> Path:
    """Drop a workbook on the first screen; give where it lies now."""
    page.goto(server.home)
    page.set_input_files("#berkas", workbook)
    page.wait_for_selector(".verdict")
    page.wait_for_load_state()
    return server.workbook()


def dropped_by_hand(page: Page, name: str, content: bytes) -> None:
    """Let a file fall on the page as a mouse does."""
    page.evaluate(
        """([name, bytes]) => {
          const given = new DataTransfer();
          given.items.add(new File([new Uint8Array(bytes)], name));
          for (const kind of ["dragenter", "dragover", "drop"]) {
            document.body.dispatchEvent(new DragEvent(kind,
              {dataTransfer: given, bubbles: true, cancelable: true}));
          }
        }""",
        [name, list(content)],
    )


def saved(workbook: Path, content: bytes) -> None:
    """Save a workbook as spreadsheet programs do: whole, in place of the old one."""
    part = workbook.with_name("simpan.tmp")
    part.write_bytes(content)
    later = workbook.stat().st_mtime_ns + 1_000_000_000
    os.utime(part, ns=(later, later))
    part.replace(workbook)


def tabbed_to(page: Page, words: str, unless: str = "") -> bool:
    """Press Tab until what bears these words has the focus, or this identifier (``#name``).

    ``unless`` is what may come first, and makes it False.
    """
    for _press in range(80):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "(document.activeElement.innerText || '') + ' #' + document.activeElement.id"
        )
        if words in str(name):
            return True
        if unless and page.locator(unless).count():
            return False
    raise AssertionError(f"Tab does not lead to {words}")


def sideways(page: Page) -> int:
    """Give by how many pixels a page is wider than its window, once its looks are there."""
    page.wait_for_load_state()
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
