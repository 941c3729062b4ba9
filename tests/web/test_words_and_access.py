"""Every screen speaks Indonesian alone, and serves people who do not see or use a mouse."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from babel.messages.pofile import read_po
from playwright.sync_api import Page

from evaluation.messages import LOCALE_DIR
from tests.web.conftest import Changed
from tests.web.driving import Server, dropped, saved

Window = Callable[..., Page]
WORD = re.compile(r"[a-z]{2,}")
SHOWN = "document.body.innerText + [...document.querySelectorAll('[alt],[aria-label]')]" + (
    ".map(one => ' ' + (one.alt ?? '') + ' ' + (one.ariaLabel ?? '')).join('')"
)


def screens(page: Page, server: Server, changed: Changed, folder: Path) -> Iterator[str]:
    """Walk through every screen and give the name of each as it stands open."""
    yield "home"
    start = folder / "a.xlsx"
    sheets = {f"Nilai_{column}{row}": "tiga" for column in "DEFG" for row in range(4, 9)}
    start.write_bytes(changed(**sheets, Surat_B3=None))
    workbook = dropped(page, server, start)
    for closed in page.locator("details").all():
        closed.evaluate("one => one.open = true")
    yield "check"
    page.locator("a.more").first.click()
    page.wait_for_selector("h1")
    yield "place"
    page.get_by_role("link", name="Isi", exact=True).click()
    page.wait_for_selector("#drop")
    yield "fill in"
    page.get_by_role("link", name="Konsep").click()
    page.wait_for_selector("text=Lihat kesalahannya")
    yield "draft, not yet"
    saved(workbook, changed())
    page.reload()
    page.wait_for_selector(".leaves img")
    for closed in page.locator("details").all():
        closed.evaluate("one => one.open = true")
    yield "draft"
    page.get_by_role("button", name="Buat semua dokumen").click()
    page.wait_for_selector("progress")
    yield "build"
    page.wait_for_selector("progress", state="detached")
    yield "build, ended"
    yield from _gone_out(page, workbook, changed)
    page.goto(f"{server.home}putaran/0123456789abcdef/periksa")
    yield "not there"
    page.goto(server.home)
    yield "home with rounds"


def _gone_out(page: Page, workbook: Path, changed: Changed) -> Iterator[str]:
    page.get_by_role("link", name="Terbitkan").click()
    page.wait_for_selector(".checklist")
    yield "issue"
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Terbitkan putaran ini").click()
    page.wait_for_selector("text=Diterbitkan sebagai")
    yield "issued"
    page.get_by_role("link", name="Ralat").click()
    page.wait_for_selector(".verdict.good")
    yield "correct, nothing to do"
    saved(workbook, changed(Nilai_D5=1))
    page.reload()
    page.wait_for_selector("#alasan")
    yield "correct"
    page.fill("#alasan", "Salah ketik")
    page.get_by_role("button", name="Buat ralat").click()
    page.wait_for_selector("text=Ralat, versi 2")
    yield "corrected"


def only_english() -> frozenset[str]:
    """Give the words of the messages that no translation of any message has."""
    path = LOCALE_DIR / "id" / "LC_MESSAGES" / "laporan.po"
    with path.open("rb") as file:
        told = [one for one in read_po(file, locale="id") if one.id]
    english, indonesian = (
        {word for text in texts for word in WORD.findall(re.sub(r"%\(\w+\)", "", text).lower())}
        for texts in ([str(one.id) for one in told], [str(one.string) for one in told])
    )
    return frozenset(english - indonesian)


def test_every_screen_speaks_indonesian_alone_and_axe_finds_nothing_on_it(
    page: Page, server: Server, changed: Changed, tmp_path: Path
) -> None:
    english = only_english()
    assert {"the", "which", "rounds"} <= english
    places = set(WORD.findall(f"{tmp_path} {server.folder}"))
    seen = []
    for name in screens(page, server, changed, tmp_path):
        seen.append(name)
        hidden = " ".join(page.locator("[lang=en], code").all_inner_texts()).lower()
        words = set(WORD.findall(str(page.evaluate(SHOWN)).lower()))
        assert (words & english) - places - set(WORD.findall(hidden)) == set(), name
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], name
    assert len(seen) == len(set(seen)) > 10


def test_english_is_spoken_where_it_is_asked_for(
    window: Window, server: Server, workbooks: Mapping[str, Path]
) -> None:
    pages = [window(), window()]
    pages[0].get_by_role("button", name="English").click()
    pages[0].wait_for_selector("h1:has-text('Rounds')")
    pages[1].reload()
    assert pages[1].locator("h1").inner_text() == "Putaran"
    assert pages[0].locator("html").get_attribute("lang") == "en"
    pages[0].get_by_role("button", name="Bahasa Indonesia").click()
    pages[0].wait_for_selector("h1:has-text('Putaran')")
