"""Files that are no such report: other documents, and files made to do harm or that broke."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf

from benchmarks.archive.blocks import Cell, Document, Heading, Table, Text
from benchmarks.archive.layouts.engines import chromium
from benchmarks.archive.layouts.platypus import reportlab
from benchmarks.archive.look import Look

PASSWORD = "rahasia"


def exam(path: Path) -> None:
    """An exam paper with numbered questions and points for each."""
    rows = tuple(
        (Cell(str(n)), Cell(f"Hitunglah luas persegi dengan sisi {n} cm!"), Cell(str(n % 4 + 2)))
        for n in range(1, 31)
    )
    table = Table(("No", "Soal", "Skor Maksimal"), rows, (0.1, 0.75, 0.15))
    blocks = (
        Heading("UJIAN AKHIR SEMESTER MATEMATIKA", 0),
        Text("Nama: ........  Nilai: ......"),
        table,
    )
    chromium(Document("Ujian", blocks, Look()), path)


def prices(path: Path) -> None:
    """A price list with numbered goods."""
    rows = tuple(
        (Cell(str(n)), Cell(f"Barang contoh nomor {n}"), Cell(f"{n * 3},5")) for n in range(1, 60)
    )
    blocks = (
        Heading("DAFTAR HARGA 2024", 0),
        Table(("No", "Uraian", "Harga"), rows, (0.1, 0.7, 0.2)),
    )
    reportlab(Document("Harga", blocks, Look()), path)


def minutes(path: Path) -> None:
    """Minutes of a meeting, with strengths and recommendations but without questions."""
    texts = tuple(
        Text(f"Peserta ke-{n} menyampaikan hasil rapat tahun 2023.", mark=f"{n}.")
        for n in range(1, 40)
    )
    blocks = (Heading("NOTULEN RAPAT EVALUASI", 0), *texts, Heading("Rekomendasi", 2), *texts[:5])
    reportlab(Document("Notulen", blocks, Look()), path)


def letter_only(path: Path) -> None:
    """A letter that only speaks of an evaluation."""
    blocks = (
        Text("Nomor : B-12/ABC/2024"),
        Text("Hal : Undangan Evaluasi"),
        Text("Rata-rata nilai tahun lalu 3,2."),
    )
    reportlab(Document("Surat", blocks, Look()), path)


OTHERS: dict[str, Callable[[Path], None]] = {
    "exam": exam,
    "prices": prices,
    "minutes": minutes,
    "letter": letter_only,
}


def user_locked(source: Path, path: Path) -> None:
    """Locked: opens with ``PASSWORD`` only."""
    _save(source, path, pikepdf.Encryption(owner="pemilik", user=PASSWORD))


def owner_locked(source: Path, path: Path) -> None:
    """Opens without a password, but says that copying is forbidden."""
    limits = pikepdf.Permissions(extract=False, print_lowres=False)
    _save(source, path, pikepdf.Encryption(owner="pemilik", user="", allow=limits))


def _save(source: Path, path: Path, lock: pikepdf.Encryption) -> None:
    with pikepdf.open(source) as book:
        book.save(path, encryption=lock)


def truncated(source: Path, path: Path) -> None:
    """The first 60 % of a file."""
    data = source.read_bytes()
    path.write_bytes(data[: len(data) * 6 // 10])


def zeroed(source: Path, path: Path) -> None:
    """A file with a hole in its middle."""
    data = bytearray(source.read_bytes())
    third = len(data) // 3
    data[third : third + 2000] = bytes(2000)
    path.write_bytes(data)


def zero_bytes(_: Path, path: Path) -> None:
    """Nothing at all."""
    path.write_bytes(b"")


def not_pdf(_: Path, path: Path) -> None:
    """Text that only bears the name of a PDF."""
    path.write_text("Ini bukan PDF.\n" * 50, encoding="utf-8")


def blank_page(_: Path, path: Path) -> None:
    """One page without anything."""
    with pikepdf.new() as book:
        book.add_blank_page()
        book.save(path)


def many_pages(_: Path, path: Path) -> None:
    """10,000 pages."""
    with pikepdf.new() as book:
        book.add_blank_page()
        for _turn in range(9_999):
            book.pages.append(book.pages[0])
        book.save(path)


def huge_page(_: Path, path: Path) -> None:
    """One page of 10 m × 10 m."""
    with pikepdf.new() as book:
        book.add_blank_page()
        book.pages[0].mediabox = [0, 0, 28_346, 28_346]
        book.save(path)


def bomb(_: Path, path: Path) -> None:
    """A page whose content is two gigabytes of blanks, deflated twice over."""
    squeeze = zlib.compressobj(9)
    block = b" " * (1 << 20)
    once = b"".join(squeeze.compress(block) for _turn in range(2048)) + squeeze.flush()
    with pikepdf.new() as book:
        book.add_blank_page()
        stream = pikepdf.Stream(book, b"")
        filters = pikepdf.Array([pikepdf.Name.FlateDecode] * 2)
        stream.write(zlib.compress(once, 9), filter=filters)
        book.pages[0].Contents = stream
        book.save(path, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


CIRCLE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1000000>>endobj
3 0 obj<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1000000>>endobj
trailer<</Root 1 0 R/Size 4>>
%%EOF
"""


def circle(_: Path, path: Path) -> None:
    """A tree of pages that bites its own tail."""
    path.write_bytes(CIRCLE)


HOSTILE: dict[str, Callable[[Path, Path], None]] = {
    "user-locked": user_locked,
    "owner-locked": owner_locked,
    "truncated": truncated,
    "hole": zeroed,
    "zero-bytes": zero_bytes,
    "not-pdf": not_pdf,
    "blank": blank_page,
    "ten-thousand-pages": many_pages,
    "huge-page": huge_page,
    "zip-bomb": bomb,
    "circular": circle,
}
