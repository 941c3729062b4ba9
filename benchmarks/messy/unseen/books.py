"""Books of several sheets, or of several files."""

from decimal import Decimal

from benchmarks.messy.names import bare, long, short
from benchmarks.messy.paper import Case, Paper, mean, values


def sheet_a_region(case: Case) -> None:
    """A sheet a region: questions down, assessors across, sums below."""
    p = case.programme
    papers = []
    for region in p.regions:
        paper = Paper(bare(region)[:20] if region.startswith("KAB") else region.title()[:25])
        paper.add(f"LEMBAR PENILAIAN {p.name.upper()}")
        paper.add(f"{long(region)} – Tahun {p.year}")
        paper.skip()
        paper.add("No.", "Uraian", *p.assessors, "Rata-rata")
        rows = []
        for n in p.questions:
            cells = [case.score(region, who, n) for who in p.assessors]
            rows.append(cells)
            paper.add(n, p.texts[n], *cells, mean(values(cells)))
        sums = [sum(c.value for row in rows if (c := row[i])) for i in range(len(p.assessors))]
        paper.add("Jumlah", None, *sums)
        paper.add(
            "Nilai Rata-rata",
            None,
            *(mean(values(row[i] for row in rows)) for i in range(len(p.assessors))),
        )
        papers.append(paper)
    case.xlsx("rekap per daerah.xlsx", *papers)


def sheet_an_assessor(case: Case) -> None:
    """A sheet an assessor, with a recap of means beside."""
    p = case.programme
    papers = []
    for who in p.assessors:
        paper = Paper(
            who.split(",")[0].replace("Dr. ", "").replace("Ir. ", "").replace("Prof. ", "")[:25]
        )
        paper.add("NO", "NAMA DAERAH", *(f"P{n}" for n in p.questions))
        for at, region in enumerate(p.regions, 1):
            paper.add(
                at, long(region), *(case.score(region, who, n, key=paper.name) for n in p.questions)
            )
        papers.append(paper)
    recap = Paper("REKAP")
    recap.add("NO", "NAMA DAERAH", *(f"P{n}" for n in p.questions))
    for at, region in enumerate(p.regions, 1):
        recap.add(
            at,
            long(region),
            *(mean(p.value(region, w, n) for w in p.assessors) for n in p.questions),
        )
    case.xlsx("nilai asesor.xlsx", recap, *papers)


def sheet_a_dimension(case: Case) -> None:
    """A sheet a dimension, numbers from 1 on each; region and assessor in columns."""
    p = case.programme
    papers = []
    for at, dimension in enumerate(p.dimensions):
        paper = Paper(dimension)
        paper.add("Aspek:", dimension)
        paper.skip()
        paper.add("Daerah", "Penilai", *range(1, p.sizes[at] + 1))
        for region in p.regions:
            for who in p.assessors:
                paper.add(short(region), who, *(case.score(region, who, n) for n in p.of(at)))
        papers.append(paper)
    case.plain = False
    case.xlsx("per aspek.xlsx", *papers)


def blocks_on_a_sheet(case: Case) -> None:
    """All regions below each other on one sheet, each a small table with its own heading."""
    p = case.programme
    paper = Paper("Gabungan")
    for region in p.regions:
        paper.add("Kabupaten/Kota", ":", short(region))
        paper.add("Butir", *p.assessors)
        for n in p.questions:
            paper.add(f"{n}. {p.texts[n]}", *(case.score(region, w, n) for w in p.assessors))
        paper.skip(2)
    case.xlsx("gabungan.xlsx", paper)


def ticked_forms(case: Case) -> None:
    """A sheet a region, a column a step, a tick in one of them; one assessor by a label."""
    p = case.programme
    if len(p.words) < 3:
        steps = [p.scale.minimum + (p.scale.step or 1) * i for i in range(9)][:9]
    else:
        steps = [Decimal(i + 1) for i in range(len(p.words))]
    who = p.assessors[0]
    papers = []
    for region in p.regions:
        paper = Paper(region.title()[:28])
        paper.add("Nama Daerah", long(region))
        paper.add("Nama Asesor", who)
        paper.skip()
        paper.add("No", "Pertanyaan", "Pilihan")
        paper.add(None, None, *steps)
        paper.merge(3, 2, 3, 1 + len(steps))
        for n in p.questions:
            cell = case.score(region, who, n, lambda _value: "√")
            marks: list[object] = [None] * len(steps)
            if cell and cell.value in steps:
                marks[steps.index(cell.value)] = cell
            paper.add(n, p.texts[n], *marks)
        papers.append(paper)
    case.xlsx("instrumen centang.xlsx", *papers)


def zip_of_sheets(case: Case) -> None:
    """An archive of one workbook a region and assessor, with labels above the table."""
    p = case.programme
    members = {}
    for region in p.regions:
        for at, who in enumerate(p.assessors, 1):
            paper = Paper("Form")
            paper.add(f"FORMULIR PENILAIAN {p.name.upper()}")
            paper.add("Kabupaten/Kota yang dinilai:", None, long(region))
            paper.add("Nama penilai:", None, who)
            paper.skip()
            paper.add("No", "Aspek yang dinilai", "Skor", "Alasan")
            for n in p.questions:
                paper.add(n, p.texts[n], case.score(region, who, n), "lihat bukti")
            paper.skip()
            paper.add(None, "Jumlah", sum(p.value(region, who, n) or 0 for n in p.questions))
            name = f"{bare(region)}_{at}_{region[:3]}.xlsx"
            members[f"kirim/{name}"] = case.xlsx(name, paper, within="kiriman.zip/kirim")
    case.zip("kiriman.zip", members)


def hidden_draft(case: Case) -> None:
    """A hidden sheet holds an older state of what the visible one holds."""
    p = case.programme
    old, new = Paper("Nilai (lama)", hidden=True), Paper("Nilai")
    for paper in (old, new):
        paper.add("Wilayah", "Asesor", *(f"Soal {n}" for n in p.questions))
    for region in p.regions:
        for who in p.assessors:
            old.add(short(region), who, *(p.value(region, who, n, "draft") for n in p.questions))
            new.add(short(region), who, *(case.score(region, who, n) for n in p.questions))
    case.xlsx("nilai revisi.xlsx", old, new)


def last_years_file(case: Case) -> None:
    """A whole file of two years ago: nothing of it belongs to the round."""
    p = case.programme
    paper = Paper("Nilai")
    paper.add(f"Hasil {p.name} Tahun {p.year - 2}")
    paper.add("Wilayah", "Asesor", *p.questions)
    for region in p.regions:
        for who in p.assessors:
            paper.add(short(region), who, *(p.value(region, who, n, "old") for n in p.questions))
    case.plain = None
    case.xlsx("arsip.xlsx", paper)


def transposed_tabs(case: Case) -> None:
    """Tab-separated UTF-16; questions down, regions across, the assessor in the file's title."""
    p = case.programme
    who = p.assessors[-1]
    paper = Paper("x")
    paper.add(f"Rekapitulasi nilai oleh asesor: {who}")
    paper.add("No", "Butir penilaian", *map(long, p.regions))
    for n in p.questions:
        paper.add(n, p.texts[n], *(case.score(r, who, n) for r in p.regions))
    case.csv("rekap.txt", paper, delimiter="\t", encoding="utf-16", comma=True)


def page_of_a_system(case: Case) -> None:
    """An HTML page named .xls: question numbers merged over the assessors, regions down."""
    p = case.programme
    paper = Paper("x")
    under = list(p.assessors)
    paper.add_groups(["No", "Kabupaten/Kota"], [(f"Butir {n}", under) for n in p.questions])
    paper.merge(0, 0, 1, 0)
    paper.merge(0, 1, 1, 1)
    for at, region in enumerate(p.regions, 1):
        paper.add(
            at, long(region), *(case.score(region, w, n) for n in p.questions for w in p.assessors)
        )
    case.page("cetak.xls", paper)


def years_stacked(case: Case) -> None:
    """Three years in one column; only the round's count."""
    p = case.programme
    paper = Paper("Sheet1")
    paper.add("Tahun", "Wilayah", "Nama Penilai", "Nomor Butir", "Skor")
    for year in (p.year - 2, p.year - 1, p.year):
        for region in p.regions:
            for who in p.assessors:
                for n in p.questions:
                    if year == p.year:
                        cell: object = case.score(region, who, n)
                    else:
                        cell = p.value(region, who, n, str(year))
                    if cell is not None:
                        paper.add(year, short(region), who, n, cell)
    case.plain = False
    case.xlsx("deret waktu.xlsx", paper)
