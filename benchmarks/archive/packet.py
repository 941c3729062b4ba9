"""A letter with its annexes, before the report: addressees, absent ones, the national table."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.archive import words
from benchmarks.archive.blocks import Block, Cell, Heading, Table, Text, Turn
from benchmarks.archive.figures import number
from benchmarks.archive.look import Look
from benchmarks.archive.truth import Report


def packet(report: Report, look: Look, title: str) -> Iterator[Block]:
    yield Heading("Gerakan Bersama", 0)
    yield Heading(f"{title} UNTUK {report.region}", 0)
    yield Turn(False)
    yield from _letter(report, title)
    yield Turn(False)
    yield from _addressees(report)
    yield Turn(False)
    yield Heading("Lampiran II", 2)
    yield Text("Daftar yang tidak mengikuti evaluasi:")
    yield Table(
        ("No", "Nama"),
        tuple((Cell(str(n.no)), Cell(n.name)) for n in report.absent),
        (0.1, 0.9),
    )
    yield Turn(look.packet_landscape)
    yield Heading("Lampiran III", 2)
    yield _results(report, look)
    yield Turn(False)


def _letter(report: Report, title: str) -> Iterator[Block]:
    written = _written(report)
    yield Text(f"Nomor : {report.letter.number}")
    yield Text("Lampiran : 1 (satu) berkas")
    yield Text(f"Hal : Pemberitahuan {title.title()}")
    yield Text(f"Jakarta, {written}")
    yield Text("Kepada Yth.")
    yield Text("(Daftar terlampir)")
    yield Text("di Tempat")
    yield Text(
        f"Sehubungan dengan surat Nomor: B-{report.year % 97}/ABC/XY.01/{report.year} "
        f"tanggal 6 Juni {report.year} tentang Undangan Evaluasi, kami sampaikan hal berikut:"
    )
    total = len(report.results.rows) + len(report.absent)
    yield Text(
        f"Dari {total} peserta terdapat {len(report.results.rows)} yang mengisi kuesioner;",
        mark="1.",
    )
    yield Text(f"Penilaian dilakukan menurut {len(report.results.columns) - 2} dimensi:", mark="2.")
    for letter, name in zip("abcdefg", report.results.columns[:-2], strict=False):
        yield Text(
            f"{name} (bobot {100 // (len(report.results.columns) - 2)}%), menggambarkan penilaian;",
            indent=1,
            mark=f"{letter}.",
        )
    yield Text(
        "Demikian surat ini kami sampaikan. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih."
    )
    yield Text("Direktur Contoh")
    yield Text("Pejabat Contoh", bold=True)
    yield Text("Tembusan Yth:")
    yield Text("Menteri Contoh", mark="1.")
    yield Text("Sekretaris Contoh", mark="2.")


def _written(report: Report) -> str:
    day = report.letter.date
    assert day is not None
    return f"{day.day} {words.MONTHS[day.month - 1]} {day.year}"


def _addressees(report: Report) -> Iterator[Block]:
    yield Heading("Lampiran I", 2)
    yield Text(f"Nomor : {report.letter.number}")
    yield Text(f"Tanggal : {_written(report)}")
    yield Text("Kepada Yth.")
    names = report.addressees
    half = (len(names) + 1) // 2
    right = (*names[half:], *[None] * (2 * half - len(names)))
    rows = tuple(
        (
            Cell(str(a.no)),
            Cell(a.name),
            Cell(str(b.no) if b else ""),
            Cell(b.name if b else ""),
        )
        for a, b in zip(names[:half], right, strict=True)
    )
    yield Table((), rows, (0.08, 0.42, 0.08, 0.42), ruled=False)


def _results(report: Report, look: Look) -> Table:
    look = replace(look, comma=look.results_comma or look.comma)
    rows = tuple(
        (
            Cell(str(r.no)),
            Cell(r.region),
            *(Cell(number(v, look), align="center") for v in r.values),
            Cell(r.category),
        )
        for r in report.results.rows
    )
    count = len(report.results.columns)
    shares = [0.07, 0.22, *[0.58 / count] * count, 0.13]
    return Table(("NO", "NAMA", *report.results.columns, "KET"), rows, tuple(shares))
