"""What must not come in, or not all of it."""

from decimal import Decimal
from random import Random

from benchmarks.messy.names import full, named
from benchmarks.messy.paper import Case, Paper, mean, values


def halves(case: Case) -> None:
    """Under each question two halves of the year and the year."""
    p = case.programme
    paper = Paper("Semester")
    under = ["Smt 1", "Smt 2", "Tahun"]
    paper.add_groups(["Wilayah", "Asesor"], [(n, under) for n in p.questions])
    for region in p.regions:
        for who in p.assessors:
            row: list[object] = [named(region), who]
            for n in p.questions:
                row += [
                    p.value(region, who, n, "1"),
                    p.value(region, who, n, "2"),
                    case.score(region, who, n, lost=True),
                ]
            paper.add(*row)
    case.plain = False
    case.xlsx("semester.xlsx", paper)


def by_sector(case: Case) -> None:
    """Rows by sex with a total: only the total is a region's score."""
    p = case.programme
    who = p.assessors[0]
    paper = Paper("Gender")
    paper.add(f"Asesor: {who}")
    paper.add("Wilayah", "Jenis Kelamin", *(f"Butir {n}" for n in p.questions))
    for region in p.regions:
        for sex in ("Laki-laki", "Perempuan", "Total"):
            paper.add(
                named(region),
                sex,
                *(
                    case.score(region, who, n) if sex == "Total" else p.value(region, who, n, sex)
                    for n in p.questions
                ),
            )
    case.plain = False
    case.xlsx("menurut jenis kelamin.xlsx", paper)


def periods_beside(case: Case) -> None:
    """Two years of the same questions side by side."""
    p = case.programme
    paper = Paper("Perbandingan")
    years = [(f"Tahun {year}", list(p.questions)) for year in (p.year - 1, p.year)]
    paper.add_groups(["Wilayah", "Asesor"], years)
    for region in p.regions:
        for who in p.assessors:
            paper.add(
                named(region),
                who,
                *(p.value(region, who, n, "last") for n in p.questions),
                *(case.score(region, who, n) for n in p.questions),
            )
    case.plain = False
    case.xlsx("perbandingan.xlsx", paper)


def off_step(case: Case) -> None:
    """A few cells lie between the steps; they are told and the others come in."""
    p = case.programme
    draw = Random("step" + p.name)
    paper = Paper("Nilai")
    paper.add("Wilayah", "Asesor", "Nomor", "Nilai")
    for region in p.regions:
        for who in p.assessors:
            for n in p.questions:
                odd = draw.random() < 0.01
                shown = (lambda v: v + Decimal("0.13")) if odd else None
                if score := case.score(region, who, n, shown, lost=odd):
                    paper.add(named(region), who, n, score)
    case.plain = None
    case.xlsx("nilai satuan.xlsx", paper)


def another_programme(case: Case) -> None:
    """Questions of another programme, numbered alike, on the same scale."""
    p = case.programme
    paper = Paper("Penilaian")
    paper.add("PENILAIAN PASAR SEHAT")
    paper.add(
        "Wilayah",
        "Asesor",
        *(f"{n}. Apakah kios nomor {n} memenuhi syarat kebersihan pasar?" for n in p.questions),
    )
    for region in p.regions:
        for who in p.assessors:
            paper.add(named(region), who, *(p.value(region, who, n, "other") for n in p.questions))
    case.plain = None
    case.xlsx("pasar.xlsx", paper)


def means_only(case: Case) -> None:
    """A recap of means without any assessor: no assessor gave these."""
    p = case.programme
    paper = Paper("Rekap Akhir")
    paper.add("REKAPITULASI RATA-RATA NILAI ASESOR")
    paper.add("No", "Wilayah", *p.questions)
    for at, region in enumerate(p.regions, 1):
        paper.add(
            at,
            named(region),
            *(mean(p.value(region, w, n) for w in p.assessors) for n in p.questions),
        )
    case.plain = False
    case.xlsx("rekap akhir.xlsx", paper)


def total_rows_by_group(case: Case) -> None:
    """Groups of regions with sums between them, a grand total below, all on a sum's own row."""
    p = case.programme
    who = p.assessors[0]
    paper = Paper("Rekap")
    paper.add("Nama asesor:", who)
    paper.add("No", "Wilayah", *(str(n) for n in p.questions), "Jumlah")
    groups = [p.regions[i : i + 4] for i in range(0, len(p.regions), 4)]
    for letter, group in zip("ABCDE", groups, strict=False):
        paper.add(letter, f"Kelompok {letter}")
        for at, region in enumerate(group, 1):
            cells = [case.score(region, who, n) for n in p.questions]
            paper.add(at, named(region), *cells, sum(v for v in values(cells) if v is not None))
        paper.add(
            None, "Subtotal", *(sum(p.value(r, who, n) or 0 for r in group) for n in p.questions)
        )
    paper.add(
        None,
        "Jumlah seluruhnya",
        *(sum(p.value(r, who, n) or 0 for r in p.regions) for n in p.questions),
    )
    case.xlsx("rekap kelompok.xlsx", paper)


def unnamed_total(case: Case) -> None:
    """Assessors across without a heading word; the last column is their mean, headed "Nilai"."""
    p = case.programme
    paper = Paper("Data Nilai")
    paper.add("Wilayah", "No Butir", *(w.split(",")[0] for w in p.assessors), "Nilai")
    for region in p.regions:
        for n in p.questions:
            cells = [case.score(region, w, n, key=w.split(",")[0]) for w in p.assessors]
            paper.add(named(region), n, *cells, mean(values(cells)))
    case.plain = False
    case.xlsx("data nilai.xlsx", paper)


def percents(case: Case) -> None:
    """A column that shows shares of the best score instead of scores."""
    p = case.programme
    paper = Paper("Persen")
    paper.add("Wilayah", "Asesor", *(f"Butir {n}" for n in p.questions), "Capaian (%)")
    for region in p.regions:
        for who in p.assessors:
            cells = [case.score(region, who, n) for n in p.questions]
            kept = [v for v in values(cells) if v is not None]
            paper.add(
                named(region),
                who,
                *cells,
                round(100 * sum(kept) / (len(kept) * p.scale.maximum), 1),
            )
    case.xlsx("persen.xlsx", paper)


def verified_under(case: Case) -> None:
    """Under each question what the region claimed and what the assessor verified."""
    p = case.programme
    who = p.assessors[0]
    paper = Paper("Verifikasi")
    paper.add("Verifikator:", who)
    first, second = ["No", "Kab/Kota"], [None, None]
    for n in p.questions:
        first += [f"Butir {n}", None]
        second += ["PM", "Verifikasi"]
    paper.add(*first)
    paper.add(*second)
    for at, region in enumerate(p.regions, 1):
        row: list[object] = [at, named(region)]
        for n in p.questions:
            row += [p.value(region, "pm", n, "pm"), case.score(region, who, n)]
        paper.add(*row)
    case.plain = False
    case.xlsx("verifikasi lapangan.xlsx", paper)


def weighted_beside(case: Case) -> None:
    """One value a row: weight, score, and their product."""
    p = case.programme
    paper = Paper("Bobot")
    paper.add("Daerah", "Asesor", "No", "Butir", "Bobot", "Nilai", "Nilai x Bobot")
    for region in p.regions:
        for who in p.assessors:
            for n in p.questions:
                score = case.score(region, who, n)
                weight = Decimal(1 + n % 3)
                paper.add(
                    full(region),
                    who,
                    n,
                    p.texts[n],
                    weight,
                    score,
                    score.value * weight if score else None,
                )
    case.xlsx("dengan bobot.xlsx", paper)


def colliding_codes(case: Case) -> None:
    """Codes of another list (BPS) beside right names."""
    p = case.programme
    codes = [p.code(r).replace(".", "") for r in p.regions]
    paper = Paper("BPS")
    paper.add("Kode BPS", "Nama Kabupaten/Kota", "Penilai", *(f"Butir {n}" for n in p.questions))
    for at, region in enumerate(p.regions):
        for who in p.assessors:
            paper.add(
                codes[(at + 1) % len(codes)],
                full(region),
                who,
                *(case.score(region, who, n) for n in p.questions),
            )
    case.xlsx("kode bps.xlsx", paper)
