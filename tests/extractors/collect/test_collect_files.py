"""Files as they come: web pages named .xls, archives of returns, text without a mark."""

import zipfile
from pathlib import Path

from evaluation.understanding import Collected
from extractors.collect import collect
from tests.extractors.collect import making
from tests.extractors.collect.truth import TRUTH, scores_of
from tests.extractors.collect.writing import write_book, write_csv


def collected(path: Path) -> Collected:
    return collect([path], known=TRUTH.known())


def page(rows: list[list[object]]) -> str:
    """Write rows as portals do, the name of a region over the rows of its assessors."""
    count = len(TRUTH.assessors)
    lines = ["<html><head><title>Unduhan</title></head><body><table border=1>"]
    for index, row in enumerate(rows):
        cells = [f"<td>{str(cell).replace('&', '&amp;')}</td>" for cell in row]
        if index and (index - 1) % count == 0:
            cells[2] = cells[2].replace("<td>", f"<td rowspan={count}>")
        elif index:
            cells[2] = ""
        lines.append(f"<tr>{''.join(cells)}")
    return "\n".join([*lines, "</table></body></html>"])


def test_a_web_page_named_xls_gives_the_truth(tmp_path: Path) -> None:
    path = tmp_path / "unduh.xls"
    path.write_text(page(making.wide(TRUTH)), encoding="utf-8")
    assert scores_of(collected(path)) == TRUTH.scores()


def test_a_web_page_without_a_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "unduh.xls"
    path.write_text("<!DOCTYPE html><html><body>Silakan masuk</body></html>", encoding="utf-8")
    result = collected(path)
    assert [f.rule for f in result.findings] == ["file-unreadable"]
    assert "without any table" in str(result.findings[0])


def test_the_files_of_an_archive_are_read_and_the_others_named(tmp_path: Path) -> None:
    form = making.form(TRUTH, "KAB. BADUNG", "Asesor 1")
    book = write_book(tmp_path / "formulir.xlsx", form)
    text = write_csv(tmp_path / "b.csv", making.long(TRUTH))
    path = tmp_path / "kiriman" / "semua.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(book, "Kab. Badung/formulir.xlsx")
        archive.write(text, "b.csv")
        archive.writestr("surat.pdf", b"%PDF-1.4")
        archive.writestr("__MACOSX/._b.csv", b"\0\0")
    result = collected(path)
    assert scores_of(result) == TRUTH.scores()
    assert {score.source.file for score in result.draft.scores} == {
        f"{path}/Kab. Badung/formulir.xlsx",
        f"{path}/b.csv",
    }
    assert [unused.what for unused in result.unused] == ["surat.pdf"]


def test_a_damaged_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "semua.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.csv", "Wilayah;1\n" * 200)
    path.write_bytes(path.read_bytes()[:-60])
    assert [f.rule for f in collected(path).findings] == ["file-unreadable"]


def test_text_in_utf_16_without_a_mark_gives_the_truth(tmp_path: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        path = write_csv(tmp_path / f"{encoding}.txt", making.long(TRUTH), "\t", encoding)
        assert scores_of(collected(path)) == TRUTH.scores()


def test_a_region_and_its_table_may_be_parted_over_sheets_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "dua.html"
    rows = making.wide(TRUTH)
    halves = (page(rows[:7]), page([rows[0], *rows[7:]]))
    path.write_text("".join(halves), encoding="utf-8")
    assert scores_of(collected(path)) == TRUTH.scores()
