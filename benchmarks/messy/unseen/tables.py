"""Single tables, as offices lay them out."""

from datetime import datetime
from random import Random

from benchmarks.messy.names import bare, long, short
from benchmarks.messy.paper import Case, Paper, mean, values


def three_headings(case: Case) -> None:
    """Dimension, indicator and number above each column; regions merged over assessors."""
    p = case.programme
    paper = Paper("Matriks")
    paper.add(f"MATRIKS NILAI {p.name.upper()} TAHUN {p.year}")
    first, second, third = ["Wilayah", "Asesor"], [None, None], [None, None]
    for at, dimension in enumerate(p.dimensions):
        for n in p.of(at):
            first.append(dimension if n == p.of(at)[0] else None)
            second.append(f"Indikator {n}")
            third.append(n)
    rows = [paper.add(*first), paper.add(*second), paper.add(*third)]
    paper.merge(rows[0], 0, rows[2], 0)
    paper.merge(rows[0], 1, rows[2], 1)
    for at in range(len(p.dimensions)):
        paper.merge(rows[0], p.of(at)[0] + 1, rows[0], p.of(at)[-1] + 1)
    for region in p.regions:
        start = len(paper.rows)
        for at, who in enumerate(p.assessors):
            paper.add(
                None if at else short(region),
                who,
                *(case.score(region, who, n) for n in p.questions),
            )
        paper.merge(start, 0, len(paper.rows) - 1, 0)
    case.xlsx("matriks.xlsx", paper)


def subtotals(case: Case) -> None:
    """Means of each dimension among the columns, means of each region among the rows."""
    p = case.programme
    paper = Paper("Hasil")
    head: list[object] = ["Kabupaten / Kota", "Tim Penilai"]
    for at, dimension in enumerate(p.dimensions):
        head += [*p.of(at), f"Rata-rata {dimension}"]
    paper.add(*head, "Nilai Total")
    for region in p.regions:
        block = []
        for who in p.assessors:
            row: list[object] = [long(region), who]
            for at in range(len(p.dimensions)):
                cells = [case.score(region, who, n) for n in p.of(at)]
                row += [*cells, mean(values(cells))]
            row.append(mean(p.value(region, who, n) for n in p.questions))
            block.append(row)
            paper.add(*row)
        last: list[object] = [f"Rata-rata {long(region)}", None]
        for at in range(len(p.dimensions)):
            last += [mean(p.value(region, w, n) for w in p.assessors) for n in p.of(at)]
            last.append(mean(p.value(region, w, n) for w in p.assessors for n in p.of(at)))
        paper.add(*last)
    case.xlsx("hasil penilaian.xlsx", paper)


def target_beside(case: Case) -> None:
    """Under each question a target and what was reached."""
    p = case.programme
    paper = Paper("Capaian")
    under = ["Target", "Realisasi"]
    questions = [(f"{n}. {p.texts[n]}", under) for n in p.questions]
    paper.add_groups(["Daerah", "Asesor"], questions)
    for region in p.regions:
        for who in p.assessors:
            row: list[object] = [long(region), who]
            for n in p.questions:
                row += [p.value(region, "target", n, "t"), case.score(region, who, n)]
            paper.add(*row)
    case.plain = False
    case.xlsx("target dan realisasi.xlsx", paper)


def marks_of_statistics(case: Case) -> None:
    """Wide, with the marks that statisticians put beside and instead of numbers."""
    p = case.programme
    paper = Paper("Tabel 3.1")
    paper.add("Tabel 3.1. Skor menurut kabupaten/kota dan asesor")
    paper.add("Kabupaten/Kota", "Asesor", *(str(n) for n in p.questions))
    draw = Random(p.name)
    for region in p.regions:
        for who in p.assessors:
            cells: list[object] = []
            for n in p.questions:
                cell = case.score(region, who, n)
                if cell is None:
                    cells.append(draw.choice(["...", "NA", "–", "n/a"]))
                else:
                    cells.append(cell)
            paper.add(long(region), who, *cells)
    paper.add("Catatan: ... data tidak tersedia; NA tidak berlaku")
    paper.add("Sumber: Tim Penilai")
    case.xlsx("tabel statistik.xlsx", paper)


def self_beside(case: Case) -> None:
    """One value a row: what the region gave itself beside what was verified."""
    p = case.programme
    paper = Paper("Verifikasi")
    paper.add(
        "Wilayah", "Verifikator", "No", "Indikator", "Nilai Mandiri", "Nilai Verifikasi", "Bukti"
    )
    for region in p.regions:
        for who in p.assessors[:1]:
            for n in p.questions:
                paper.add(
                    short(region),
                    who,
                    n,
                    p.texts[n],
                    p.value(region, "mandiri", n, "m"),
                    case.score(region, who, n),
                    "ada",
                )
    case.plain = False
    case.xlsx("hasil verifikasi.xlsx", paper)


def first_and_last(case: Case) -> None:
    """Two scores of the same assessor, before and after the visit: nobody can know which counts."""
    p = case.programme
    paper = Paper("Skor")
    paper.add("Wilayah", "Asesor", "Nomor", "Skor Sebelum Kunjungan", "Skor Sesudah Kunjungan")
    for region in p.regions:
        for who in p.assessors:
            for n in p.questions:
                paper.add(
                    long(region),
                    who,
                    n,
                    p.value(region, who, n, "before"),
                    case.score(region, who, n, lost=True),
                )
    case.plain = False
    case.xlsx("dua skor.xlsx", paper)


def dates_of_numbers(case: Case) -> None:
    """Wide; a spreadsheet program made dates of some of the numbers."""
    p = case.programme
    paper = Paper("Nilai Final")
    paper.add("NAMA KABUPATEN/KOTA", "NAMA PENILAI", *(f"Butir {n}" for n in p.questions))
    draw = Random(p.name + "dates")
    for region in p.regions:
        for who in p.assessors:
            row: list[object] = []
            for n in p.questions:
                if draw.random() < 0.03:
                    row.append(
                        case.score(region, who, n, lambda _v: datetime(p.year, 5, 3), lost=True)
                    )
                else:
                    row.append(case.score(region, who, n))
            paper.add(long(region), who, *row)
    case.xlsx("nilai final.xlsx", paper)


def bare_names(case: Case) -> None:
    """Regencies without their kind, cities with it; question texts across."""
    p = case.programme
    paper = Paper("Sheet1")
    paper.add("Kab/Kota", "Penilai", *(p.texts[n] for n in p.questions))
    for region in p.regions:
        named = bare(region) if region.startswith("KAB") else region.title()
        for who in p.assessors:
            paper.add(named, who, *(case.score(region, who, n) for n in p.questions))
    case.plain = False
    case.xlsx("Book1.xlsx", paper)


def two_keys_in_one(case: Case) -> None:
    """Region and assessor in one cell."""
    p = case.programme
    paper = Paper("Nilai")
    paper.add("Daerah / Penilai", *(f"Pertanyaan {n}" for n in p.questions))
    for region in p.regions:
        for who in p.assessors:
            paper.add(f"{long(region)} / {who}", *(case.score(region, who, n) for n in p.questions))
    case.plain = False
    case.xlsx("daerah dan penilai.xlsx", paper)


def with_remarks(case: Case) -> None:
    """Wide scores and behind them what each assessor remarked."""
    p = case.programme
    paper = Paper("Penilaian")
    paper.add("No", "Wilayah", "Asesor", *p.questions, "Kekuatan", "Kelemahan", "Rekomendasi")
    count = 0
    for region in p.regions:
        for at, who in enumerate(p.assessors):
            count += 1
            texts = [
                f"Data {bare(region)} lengkap menurut penilai {at + 1}",
                f"Anggaran {bare(region)} masih kecil bagi penilai {at + 1}",
                f"Tambah petugas di {bare(region)} kata penilai {at + 1}",
            ]
            for section, text in zip(("Kekuatan", "Kelemahan", "Rekomendasi"), texts, strict=True):
                case.comments.add((region, section, who, text))
            paper.add(
                count,
                short(region),
                who,
                *(case.score(region, who, n) for n in p.questions),
                *texts,
            )
    case.xlsx("penilaian dan catatan.xlsx", paper)


def ranked(case: Case) -> None:
    """Wide means of one assessor with total, mean, rank and grade behind them."""
    p = case.programme
    who = p.assessors[0]
    paper = Paper("Peringkat")
    paper.add(f"DAFTAR NILAI {p.name.upper()}")
    paper.add(f"Asesor: {who}")
    paper.skip()
    paper.add(
        "No",
        "Kode",
        "Kab/Kota",
        *(f"Q{n}" for n in p.questions),
        "Total",
        "Rerata",
        "Peringkat",
        "Predikat",
    )
    for at, region in enumerate(p.regions, 1):
        cells = [case.score(region, who, n) for n in p.questions]
        kept = [v for v in values(cells) if v is not None]
        paper.add(at, p.code(region), short(region), *cells, sum(kept), mean(kept), at, "B")
    paper.add(
        None, None, "Rata-rata", *(mean(p.value(r, who, n) for r in p.regions) for n in p.questions)
    )
    case.xlsx("peringkat.xlsx", paper)


def assessors_under_regions(case: Case) -> None:
    """Questions down; each region merged over its assessors."""
    p = case.programme
    paper = Paper("Rekap Nilai")
    first, second = ["Kode Butir", "Pertanyaan"], [None, None]
    for region in p.regions:
        first += [short(region), *[None] * (len(p.assessors) - 1)]
        second += list(p.assessors)
    paper.add(*first)
    paper.add(*second)
    for at in range(len(p.regions)):
        start = 2 + at * len(p.assessors)
        paper.merge(0, start, 0, start + len(p.assessors) - 1)
    for n in p.questions:
        paper.add(n, p.texts[n], *(case.score(r, w, n) for r in p.regions for w in p.assessors))
    case.xlsx("rekap nilai.xlsx", paper)


def mean_rows_between(case: Case) -> None:
    """Region once above its assessors' rows, and a row of the team's mean below them."""
    p = case.programme
    paper = Paper("Lembar1")
    paper.add("Wilayah dan penilai", *(f"No. {n}" for n in p.questions))
    for region in p.regions:
        paper.add(long(region))
        for who in p.assessors:
            paper.add(who, *(case.score(region, who, n) for n in p.questions))
        paper.add(
            "Rata-rata tim",
            *(mean(p.value(region, w, n) for w in p.assessors) for n in p.questions),
        )
    case.plain = False
    case.xlsx("lembar kerja.xlsx", paper)


def filled_once(case: Case) -> None:
    """Region and assessor only in the first row of their block, one question a row."""
    p = case.programme
    paper = Paper("Rincian")
    paper.add("Kab/Kota", "Asesor", "Aspek", "No", "Pertanyaan", "Nilai")
    for region in p.regions:
        for w, who in enumerate(p.assessors):
            for at, dimension in enumerate(p.dimensions):
                for n in p.of(at):
                    paper.add(
                        long(region) if n == 1 and w == 0 else None,
                        who if n == 1 else None,
                        dimension if n == p.of(at)[0] else None,
                        n,
                        p.texts[n],
                        case.score(region, who, n),
                    )
    case.xlsx("rincian.xlsx", paper)
