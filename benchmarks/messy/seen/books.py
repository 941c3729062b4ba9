"""Books of several sheets, or of several files."""

from datetime import date
from random import Random

from benchmarks.messy.names import full, named
from benchmarks.messy.paper import Case, Paper, Score, comma, mean, values


def two_tables(case: Case) -> None:
    """Two tables below each other, each with half of the questions."""
    p = case.programme
    paper = Paper("Nilai")
    half = len(p.questions) // 2
    for title, part in (("Bagian A", p.questions[:half]), ("Bagian B", p.questions[half:])):
        paper.add(title)
        paper.add("Wilayah", "Asesor", *(f"Q{n}" for n in part))
        for region in p.regions:
            for who in p.assessors:
                paper.add(named(region), who, *(case.score(region, who, n) for n in part))
        paper.skip(2)
    case.xlsx("dua bagian.xlsx", paper)


def file_an_assessor(case: Case) -> None:
    """A file an assessor, who is named in the file's title only."""
    p = case.programme
    for at, who in enumerate(p.assessors, 1):
        paper = Paper("Sheet1")
        paper.add(f"Hasil Penilaian {p.name}")
        paper.add(f"Penilai : {who}")
        paper.add("Nomor", "Kab./Kota", *(f"Soal {n}" for n in p.questions))
        for no, region in enumerate(p.regions, 1):
            paper.add(no, full(region), *(case.score(region, who, n) for n in p.questions))
        case.xlsx(f"penilai {at}.xlsx", paper)


def two_files_of_halves(case: Case) -> None:
    """Half of the questions in each of two files, with the assessor's institution beside."""
    p = case.programme
    half = len(p.questions) // 2
    for name, part in (
        ("bagian 1.xlsx", p.questions[:half]),
        ("bagian 2.xlsx", p.questions[half:]),
    ):
        paper = Paper("Data")
        paper.add("Nama Wilayah", "Nama Asesor", "Instansi Asesor", *(f"Nilai {n}" for n in part))
        for region in p.regions:
            for who in p.assessors:
                paper.add(
                    named(region),
                    who,
                    "Universitas Contoh",
                    *(case.score(region, who, n) for n in part),
                )
        case.xlsx(name, paper)


def region_by_tab_and_file(case: Case) -> None:
    """A file an assessor (in its name), a sheet a region; question and score only."""
    p = case.programme
    for at, who in enumerate(p.assessors, 1):
        papers = []
        for region in p.regions:
            paper = Paper(named(region)[:30])
            paper.add("Nomor", "Butir", "Nilai", "Keterangan")
            for n in p.questions:
                paper.add(n, p.texts[n], case.score(region, who, n, key=f"Asesor {at}"), None)
            papers.append(paper)
        case.xlsx(f"Lembar Kerja_Asesor {at}.xlsx", *papers)


def sent_twice(case: Case) -> None:
    """The same file twice, some cells changed in the second; the changed ones contradict."""
    p = case.programme
    draw = Random("twice" + p.name)
    changed = {
        (r, w, n)
        for r in p.regions
        for w in p.assessors
        for n in p.questions
        if draw.random() < 0.01 and p.value(r, w, n) is not None
    }
    for name in ("kiriman.xlsx", "kiriman perbaikan.xlsx"):
        paper = Paper("Nilai")
        paper.add("Wilayah", "Asesor", *(f"P{n}" for n in p.questions))
        for region in p.regions:
            for who in p.assessors:
                cells: list[object] = []
                for n in p.questions:
                    if (region, who, n) in changed and "perbaikan" in name:
                        cells.append(p.scale.minimum)
                    else:
                        cells.append(case.score(region, who, n, lost=(region, who, n) in changed))
                paper.add(named(region), who, *cells)
        case.xlsx(name, paper)


def dashboard(case: Case) -> None:
    """A dashboard of figures first, the data on the second sheet, a pivot on the third."""
    p = case.programme
    front, data, pivot = Paper("Dashboard"), Paper("Data"), Paper("Pivot")
    front.add("DASHBOARD", None, None, f"per {p.year}")
    front.add("Jumlah daerah", len(p.regions))
    front.add("Jumlah asesor", len(p.assessors))
    front.add(
        "Rata-rata nasional",
        mean(p.value(r, w, n) for r in p.regions for w in p.assessors for n in p.questions),
    )
    data.add("Kab/Kota", "Nama Penilai", "Butir", "Skor")
    for region in p.regions:
        for who in p.assessors:
            for n in p.questions:
                if score := case.score(region, who, n):
                    data.add(named(region), who, f"Butir {n}", score)
    pivot.add("Average of Skor", "Column Labels")
    pivot.add("Row Labels", *(f"Butir {n}" for n in p.questions), "Grand Total")
    for region in p.regions:
        pivot.add(
            named(region),
            *(mean(p.value(region, w, n) for w in p.assessors) for n in p.questions),
            mean(p.value(region, w, n) for w in p.assessors for n in p.questions),
        )
    case.xlsx("dashboard.xlsx", front, data, pivot)


def transposed_many(case: Case) -> None:
    """A sheet an assessor: questions down under dimensions, regions across with codes."""
    p = case.programme
    papers = []
    for who in p.assessors:
        paper = Paper(who.split(",")[0][:25])
        paper.add("Nama Asesor", who)
        paper.add(None, "Kode", *map(p.code, p.regions))
        paper.add("No", "Uraian", *map(named, p.regions), "Rata-rata")
        for at, dimension in enumerate(p.dimensions):
            paper.add("ABCDEFG"[at], dimension.upper())
            for n in p.of(at):
                cells = [case.score(r, who, n) for r in p.regions]
                paper.add(n, p.texts[n], *cells, mean(values(cells)))
        papers.append(paper)
    case.xlsx("matriks asesor.xlsx", *papers)


def half_sheets_dated(case: Case) -> None:
    """A sheet a visit, with its date; each visit is of some regions."""
    p = case.programme
    papers = []
    for at in range(0, len(p.regions), 3):
        paper = Paper(f"Kunjungan {at // 3 + 1}")
        paper.add("Tanggal kunjungan", date(p.year, 3, at + 1))
        paper.add("Wilayah", "Penilai", *(f"Butir ke-{n}" for n in p.questions))
        for region in p.regions[at : at + 3]:
            for who in p.assessors:
                paper.add(named(region), who, *(case.score(region, who, n) for n in p.questions))
        papers.append(paper)
    case.xlsx("kunjungan.xlsx", *papers)


def remarks_a_region(case: Case) -> None:
    """Scores on one sheet, remarks on another: region, section, assessor, point."""
    p = case.programme
    paper, notes = Paper("Skor"), Paper("Catatan Asesor")
    paper.add("Daerah", "Asesor", *(f"P{n}" for n in p.questions))
    notes.add("Daerah", "Asesor", "Jenis Catatan", "Uraian")
    for region in p.regions:
        for at, who in enumerate(p.assessors, 1):
            paper.add(named(region), who, *(case.score(region, who, n) for n in p.questions))
            for section, text in (
                ("Kekuatan", f"Layanan baik di {named(region)} ({at})"),
                ("Rekomendasi", f"Perlu anggaran di {named(region)} ({at})"),
            ):
                notes.add(named(region), who, section, text)
                case.comments.add((region, section, who, text))
    case.xlsx("skor dan catatan.xlsx", paper, notes)


def page_breaks(case: Case) -> None:
    """A long table whose heading and title come again on each printed page."""
    p = case.programme
    paper = Paper("Cetak")
    count = 0
    for region in p.regions:
        for who in p.assessors:
            if count % 9 == 0:
                if count:
                    paper.add(f"Halaman {count // 9}")
                paper.add(f"DAFTAR NILAI {p.name.upper()} TAHUN {p.year}")
                paper.add("No", "Daerah", "Penilai", *p.questions)
            count += 1
            paper.add(count, named(region), who, *(case.score(region, who, n) for n in p.questions))
    case.xlsx("cetakan.xlsx", paper)


def windows_1252(case: Case) -> None:
    """Semicolons, Windows-1252, decimal comma, dashes for nothing."""
    p = case.programme
    paper = Paper("x")
    paper.add("Wilayah", "Asesor – nama", *(f"Butir {n}" for n in p.questions))
    for region in p.regions:
        for who in p.assessors:
            paper.add(named(region), who, *(case.score(region, who, n) or "–" for n in p.questions))
    case.csv("ekspor.csv", paper, delimiter=";", encoding="cp1252", comma=True)


def comma_without_quotes(case: Case) -> None:
    """Commas between values and within decimals, unquoted: told and nothing taken."""
    p = case.programme
    parted = p.scale.step is not None and p.scale.step % 1 != 0
    lines = ["Wilayah,Asesor," + ",".join(f"Butir {n}" for n in p.questions)]
    for r, region in enumerate(p.regions):
        for w, who in enumerate(p.assessors):
            cells = []
            for n in p.questions:
                value = p.value(region, who, n)
                cells.append("" if value is None else comma(value))
                if value is not None:
                    score = Score((region, who.split(",")[0], n), value, None, lost=parted)
                    case.lay(
                        "koma.csv",
                        [
                            Paper(
                                "koma",
                                [[]] * (1 + r * len(p.assessors) + w)
                                + [[None] * (n + 1) + [score]],
                            )
                        ],
                    )
            lines.append(f"{named(region)},{who.split(',')[0]}," + ",".join(cells))
    case.plain = False
    case.files["koma.csv"] = "\n".join(lines).encode()
