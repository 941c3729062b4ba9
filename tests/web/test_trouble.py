"""What goes wrong on an ordinary day: a machine that goes out, a workbook that is open, a flood."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
from playwright.sync_api import Page

from tests.extractors.tiny import sound, write_xlsx
from tests.web.conftest import Changed
from tests.web.driving import Server, dropped, served

Window = Callable[..., Page]


def test_a_server_that_is_killed_in_a_build_leaves_no_half_file_and_says_so(
    window: Window, library: Path, tmp_path: Path
) -> None:
    with served(tmp_path / "Laporan") as server:
        page = window(server.address)
        workbook = dropped(page, server, library)
        screen = page.url.partition("/periksa")[0] + "/konsep"
        page.goto(screen)
        page.get_by_role("button", name="Buat semua dokumen").click()
        folder = workbook.parent / "konsep"
        while not list(folder.rglob("*.pdf")):
            time.sleep(0.02)
        server.process.kill()
        page.wait_for_selector("#gone:not([hidden])")
    for path in folder.rglob("*.pdf"):
        with pdfium.PdfDocument(path) as document:
            assert len(document) > 0
    manifest = folder / "manifest.json"
    listed = json.loads(manifest.read_text())["files"] if manifest.exists() else []
    assert [one for one in listed if not (folder / one["path"]).is_file()] == []
    with served(tmp_path / "Laporan") as again:
        page = window(again.address)
        page.locator(".card a").first.click()
        page.get_by_role("link", name="Konsep").click()
        page.wait_for_selector("text=Pembuatan terakhir terputus")


def test_a_workbook_that_is_open_in_excel_is_not_written_into(
    page: Page, server: Server, changed: Changed, tmp_path: Path
) -> None:
    start = tmp_path / "a.xlsx"
    start.write_bytes(changed(Surat_B3=None))
    workbook = dropped(page, server, start)
    before = workbook.read_bytes()
    workbook.with_name(f"~${workbook.name}").write_bytes(b"\x07Bu Sari".ljust(165))
    page.locator(".exempt summary").first.click()
    page.locator(".exempt input").first.fill("Menunggu nomor")
    page.get_by_role("button", name="Catat pengecualian").first.click()
    told = page.locator(".news.error").inner_text()
    assert "sedang terbuka" in told
    assert "Bu Sari" in told
    assert workbook.read_bytes() == before


def test_twenty_thousand_findings_can_be_looked_at(
    page: Page, server: Server, tmp_path: Path
) -> None:
    sheets = sound()
    sheets["Nilai"] += [["KAB. BADUNG", f"Asesor {n}", 9, 9, 9, 9, None] for n in range(5000)]
    dropped(page, server, write_xlsx(tmp_path / "banyak.xlsx", sheets))
    assert page.locator(".finding").count() < 100
    assert "lagi" in page.locator("main").inner_text()
    page.locator("a.more").first.click()
    page.wait_for_selector("text=/Halaman 1 dari \\d\\d/")
    assert page.locator(".finding").count() == 100
    page.get_by_role("link", name="Berikutnya").click()
    page.wait_for_selector("text=/Halaman 2 dari/")
