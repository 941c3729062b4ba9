"""A round on the page: by mouse, by keyboard alone, without script, in two windows."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.web.conftest import Changed
from tests.web.driving import (
    PATIENCE,
    Server,
    dropped,
    dropped_by_hand,
    saved,
    sideways,
    tabbed_to,
)

Window = Callable[..., Page]


def test_a_whole_round_by_mouse(page: Page, server: Server, changed: Changed) -> None:
    dropped_by_hand(page, "evaluasi.xlsx", changed(Nilai_E6="tiga", Wilayah_E8="BESARR"))
    page.wait_for_selector(".verdict.error")
    assert page.locator("td.wrong").all_inner_texts() == ["BESARR", "tiga"]
    workbook = server.workbook()
    saved(workbook, changed(Nilai_E6="tiga"))
    page.wait_for_selector("text=BESARR", state="detached")
    assert page.locator("td.wrong").all_inner_texts() == ["tiga"]
    saved(workbook, changed())
    page.wait_for_selector(".verdict:not(.error)")
    page.get_by_role("link", name="Konsep").click()
    first = page.locator(".leaves img").first
    first.wait_for()
    assert first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 600
    page.get_by_role("button", name="Buat semua dokumen").click()
    page.wait_for_selector("text=32 berkas dibuat")
    assert len(list((workbook.parent / "konsep").rglob("*.pdf"))) == 16
    page.get_by_role("link", name="Berikutnya").click()
    page.wait_for_selector(".label:has-text('penerima')")
    page.get_by_role("link", name="Laporan").first.click()
    assert page.locator(".card").first.is_visible()


def test_a_round_by_keyboard_alone(page: Page, server: Server, library: Path) -> None:
    dropped(page, server, library)
    page.goto(server.home)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    tabbed_to(page, "#berkas")
    tabbed_to(page, "Evaluasi Layanan Perpustakaan")
    page.keyboard.press("Enter")
    page.wait_for_selector(".verdict")
    tabbed_to(page, "Konsep")
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaves")
    tabbed_to(page, "Buat semua dokumen")
    page.keyboard.press("Enter")
    page.wait_for_selector("progress")
    if tabbed_to(page, "Batal", unless="text=berkas dibuat"):  # a quick machine is done first
        page.keyboard.press("Enter")
    page.wait_for_selector("progress", state="detached")
    tabbed_to(page, "#dokumen")
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**dokumen=1*")


def test_what_is_being_typed_survives_a_save(
    page: Page, server: Server, changed: Changed, tmp_path: Path
) -> None:
    start = tmp_path / "a.xlsx"
    start.write_bytes(changed(Surat_B3=None))
    workbook = dropped(page, server, start)
    page.locator(".exempt summary").first.click()
    reason = page.locator(".exempt input").first
    reason.fill("Menunggu nomor dari")
    saved(workbook, changed(Surat_B3=None, Nilai_E6="tiga"))
    page.wait_for_selector("td.wrong:has-text('tiga')")
    assert page.locator(".exempt input").first.input_value() == "Menunggu nomor dari"


def test_two_windows_follow_the_same_workbook(
    window: Window, server: Server, library: Path, changed: Changed
) -> None:
    pages = [window(), window()]
    workbook = dropped(pages[0], server, library)
    pages[1].goto(pages[0].url)
    saved(workbook, changed(Nilai_E6="tiga"))
    for page in pages:
        page.wait_for_selector(".verdict.error")
        page.get_by_role("link", name="Konsep").click()
        page.wait_for_selector("text=Lihat kesalahannya")
    saved(workbook, changed())
    for page in pages:
        page.wait_for_selector("text=Buku kerja sudah disimpan lagi")
        page.get_by_role("link", name="Tampilkan yang terbaru").click()
        page.wait_for_selector(".leaves img")


def test_without_script_everything_works_but_the_dropping(
    window: Window, server: Server, library: Path
) -> None:
    page = window(java_script_enabled=False)
    page.set_input_files("#berkas", library)
    page.get_by_role("button", name="Ambil berkas ini").click()
    page.wait_for_selector(".verdict")
    page.get_by_role("link", name="Konsep").click()
    page.get_by_role("button", name="Buat semua dokumen").click()
    for _wait in range(PATIENCE // 500):
        if page.locator("text=berkas dibuat").count():
            break
        page.wait_for_timeout(500)
        page.goto(page.url.partition("?")[0].partition("#")[0])
    assert page.locator("text=32 berkas dibuat").count() == 1
    page.select_option("#dokumen", "2")
    page.get_by_role("button", name="Tampilkan").click()
    assert page.locator("option[selected]").get_attribute("value") == "2"


def test_no_screen_is_wider_than_a_telephone_or_a_doubled_window(
    window: Window, server: Server, changed: Changed, tmp_path: Path
) -> None:
    start = tmp_path / "a.xlsx"
    start.write_bytes(changed(Nilai_E6="tiga", Wilayah_C8="KAB. " + "X" * 300))
    for size in ({"width": 360, "height": 740}, {"width": 640, "height": 480}):
        page = window(viewport=size, device_scale_factor=2)
        assert sideways(page) <= 0
        workbook = dropped(page, server, start)
        assert sideways(page) <= 0
        saved(workbook, changed())
        page.get_by_role("link", name="Konsep").click()
        page.wait_for_selector(".leaves img")
        assert sideways(page) <= 0
        page.goto(server.home)
        assert sideways(page) <= 0
