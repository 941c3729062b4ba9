"""Single tables, as offices lay them out."""

from datetime import datetime
from random import Random

from benchmarks.messy.names import full, named
from benchmarks.messy.paper import Case, Paper


def restarting_wide(case: Case) -> None:
    """Wide: the dimension merged over numbers that begin at 1 in each."""
    p = case.programme
    paper = Paper("Rekapitulasi")
    paper.add(f"REKAPITULASI {p.name} {p.year}")
    paper.skip()
    sizes = zip(p.dimensions, p.sizes, strict=True)
    numbers = [(dimension, list(range(1, size + 1))) for dimension, size in sizes]
    paper.add_groups(["No", "Kabupaten/Kota", "Asesor"], numbers)
    count = 0
    for region in p.regions:
        for who in p.assessors:
            count += 1
            paper.add(count, named(region), who, *(case.score(region, who, n) for n in p.questions))
    case.plain = False
    case.xlsx("rekapitulasi.xlsx", paper)


def words_and_legend(case: Case) -> None:
    """Words for scores, with a legend below the table."""
    p = case.programme
    words = p.words or tuple(f"Tingkat {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    steps = {p.scale.minimum + (p.scale.step or 1) * i: word for i, word in enumerate(words)}
    paper = Paper("Jawaban")
    paper.add("Daerah", "Nama Penilai", *(p.texts[n] for n in p.questions))
    for region in p.regions:
        for who in p.assessors:
            paper.add(
                named(region),
                who,
                *(case.score(region, who, n, lambda v: steps.get(v, v)) for n in p.questions),
            )
    legend = Paper("Keterangan")
    legend.add("Nilai", "Arti")
    for value, word in steps.items():
        legend.add(value, word)
    case.plain = False
    case.xlsx("jawaban kata.xlsx", paper, legend)


def mistyped(case: Case) -> None:
    """Names of regions with typing errors, capitals and spaces of all kinds."""
    p = case.programme
    draw = Random("typing" + p.name)
    paper = Paper("Sheet1")
    paper.add("nama kab/kota ", "ASESOR", *(f"no {n}" for n in p.questions))
    for region in p.regions:
        for who in p.assessors:
            text = draw.choice(
                [
                    named(region),
                    full(region).lower(),
                    region.replace(". ", "."),
                    f" {full(region).title()} ",
                    region.replace("KAB. ", "Kab "),
                ]
            )
            paper.add(
                text,
                who.upper() if draw.random() < 0.3 else who,
                *(case.score(region, who, n) for n in p.questions),
            )
    case.xlsx("daftar.xlsx", paper)


def columns_reversed(case: Case) -> None:
    """Scores first and in any order, keys last."""
    p = case.programme
    order = list(p.questions)
    Random(p.name).shuffle(order)
    paper = Paper("Sheet1")
    paper.add(*(f"Pertanyaan {n}" for n in order), "Nama Asesor", "Kabupaten/Kota")
    for region in p.regions:
        for who in p.assessors:
            paper.add(*(case.score(region, who, n) for n in order), who, named(region))
    case.xlsx("acak.xlsx", paper)


def merged_assessors(case: Case) -> None:
    """The assessor merged down over the regions that he judged; a sheet for all."""
    p = case.programme
    paper = Paper("Asesor")
    paper.add("Asesor", "Lokasi", *(f"({n})" for n in p.questions))
    for who in p.assessors:
        start = len(paper.rows)
        for region in p.regions:
            paper.add(
                who if region == p.regions[0] else None,
                named(region),
                *(case.score(region, who, n) for n in p.questions),
            )
        paper.merge(start, 0, len(paper.rows) - 1, 0)
    case.xlsx("menurut asesor.xlsx", paper)


def numbered_headings(case: Case) -> None:
    """A row that numbers the columns below the heading: (1) (2) (3) …"""
    p = case.programme
    paper = Paper("Lampiran")
    paper.add("Lampiran II")
    paper.add(
        "No.", "Nama Daerah", "Nama Asesor", *(f"Pertanyaan {n}" for n in p.questions), "Ket."
    )
    paper.add(*(f"({i})" for i in range(1, len(p.questions) + 5)))
    count = 0
    for region in p.regions:
        for who in p.assessors:
            count += 1
            paper.add(
                count, full(region), who, *(case.score(region, who, n) for n in p.questions), None
            )
    case.xlsx("lampiran ii.xlsx", paper)


def long_with_texts(case: Case) -> None:
    """One value a row, the question by its text alone, in other letters and cut spaces."""
    p = case.programme
    paper = Paper("Responses")
    paper.add("Waktu", "Daerah", "Responden (asesor)", "Pertanyaan", "Jawaban")
    for at, region in enumerate(p.regions):
        for who in p.assessors:
            for n in p.questions:
                if score := case.score(region, who, n):
                    paper.add(
                        datetime(p.year, 6, at + 1),
                        named(region),
                        who,
                        " ".join(p.texts[n].upper().split()).rstrip("?"),
                        score,
                    )
    case.plain = False
    case.xlsx("responses.xlsx", paper)


def code_and_name(case: Case) -> None:
    """Code and name in one cell, and the assessor's name with the role behind."""
    p = case.programme
    paper = Paper("Sheet1")
    paper.add("WILAYAH", "ASESOR", *(f"I.{n}" for n in p.questions))
    for region in p.regions:
        for who in p.assessors:
            paper.add(
                f"{p.code(region)} - {full(region)}",
                who,
                *(case.score(region, who, n) for n in p.questions),
            )
    case.plain = False
    case.xlsx("kode nama.xlsx", paper)


def empty_columns(case: Case) -> None:
    """Blank columns and rows for the eye, everything one to the right, a border of numbers."""
    p = case.programme
    paper = Paper("Rapi")
    paper.skip(2)
    head: list[object] = [None, "Wilayah", None, "Asesor", None]
    for n in p.questions:
        head += [f"Butir {n}", None] if n % 5 == 0 else [f"Butir {n}"]
    paper.add(*head)
    paper.skip()
    for region in p.regions:
        for who in p.assessors:
            row: list[object] = [None, named(region), None, who, None]
            for n in p.questions:
                row += [case.score(region, who, n), *([None] if n % 5 == 0 else [])]
            paper.add(*row)
        paper.skip()
    case.xlsx("rapi.xlsx", paper)


def signed_letter(case: Case) -> None:
    """A letter's head above, a signature below, the date of a law in the title."""
    p = case.programme
    who = p.assessors[0]
    paper = Paper("Berita Acara")
    paper.add("PEMERINTAH PROVINSI CONTOH")
    paper.add("BERITA ACARA PENILAIAN")
    paper.add("Nomor: 123/BA/2019 tentang pelaksanaan Perpres Nomor 59 Tahun 2017")
    paper.add(f"Pada hari ini Senin, 3 Agustus {p.year} telah dinilai oleh {who}:")
    paper.skip()
    paper.add("No", "Asesor", "Kabupaten/Kota", *(f"Butir {n}" for n in p.questions))
    for at, region in enumerate(p.regions, 1):
        paper.add(at, who, full(region), *(case.score(region, who, n) for n in p.questions))
    paper.skip()
    paper.add(None, None, None, f"Jakarta, 3 Agustus {p.year}")
    paper.add(None, None, None, who)
    paper.add(None, None, None, "NIP 19790101 200501 1 001")
    case.xlsx("berita acara.xlsx", paper)
