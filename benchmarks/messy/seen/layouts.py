"""Layouts in which a coordinate stands where nobody expects it."""

from decimal import Decimal

from benchmarks.messy.names import full, named
from benchmarks.messy.paper import Case, Paper, mean, values


def sections_restart(case: Case) -> None:
    """A sheet an assessor; dimensions in rows of their own, below them numbers from 1."""
    p = case.programme
    papers = []
    for who in p.assessors:
        paper = Paper(who.split(",")[0][:28])
        paper.add("Penilai", who)
        paper.add("No", "Uraian", *map(named, p.regions))
        for at, dimension in enumerate(p.dimensions):
            paper.add(None, dimension)
            for i, n in enumerate(p.of(at), 1):
                paper.add(i, p.texts[n], *(case.score(r, who, n) for r in p.regions))
        papers.append(paper)
    case.plain = False
    case.xlsx("per asesor.xlsx", *papers)


def block_a_question(case: Case) -> None:
    """All questions below each other, each a block of regions and assessors under its text."""
    p = case.programme
    paper = Paper("Per Butir")
    for n in p.questions:
        paper.add(f"Butir {n}: {p.texts[n]}")
        paper.add("Wilayah", *p.assessors, "Rata-rata")
        for region in p.regions:
            cells = [case.score(region, w, n) for w in p.assessors]
            paper.add(named(region), *cells, mean(values(cells)))
        paper.skip()
    case.plain = False
    case.xlsx("per butir.xlsx", paper)


def code_in_file(case: Case) -> None:
    """A file a region, named by its code; assessors across."""
    p = case.programme
    for region in p.regions:
        paper = Paper("Form")
        paper.add("Form Penilaian Lapangan")
        paper.add("No", "Pertanyaan", *p.assessors)
        for n in p.questions:
            paper.add(n, p.texts[n], *(case.score(region, w, n) for w in p.assessors))
        case.xlsx(f"{p.code(region).replace('.', '')}_form penilaian.xlsx", paper)
    case.plain = False


def kind_and_name(case: Case) -> None:
    """The kind of a region and its name in two columns."""
    p = case.programme
    paper = Paper("Nilai")
    paper.add("No", "Kab/Kota", "Nama", "Asesor", *(f"P{n}" for n in p.questions))
    count = 0
    for region in p.regions:
        kind, area = region.split(" ", 1)
        for who in p.assessors:
            count += 1
            paper.add(
                count,
                kind.title(),
                area.title(),
                who,
                *(case.score(region, who, n) for n in p.questions),
            )
    case.plain = False
    case.xlsx("nilai daerah.xlsx", paper)


def region_dash_person(case: Case) -> None:
    """Region and assessor in one cell of the first column."""
    p = case.programme
    paper = Paper("Nilai")
    paper.add("Daerah - Penilai", *(f"P{n}" for n in p.questions))
    for region in p.regions:
        for who in p.assessors:
            paper.add(
                f"{named(region)} - {who}", *(case.score(region, who, n) for n in p.questions)
            )
    case.plain = False
    case.xlsx("gabung.xlsx", paper)


def two_opinions(case: Case) -> None:
    """Under each question a first and a second score of the same assessor: rivals."""
    p = case.programme
    paper = Paper("Skor")
    under = ["Skor I", "Skor II"]
    paper.add_groups(["Wilayah", "Asesor"], [(f"Butir {n}", under) for n in p.questions])
    for region in p.regions:
        for who in p.assessors:
            row: list[object] = [named(region), who]
            for n in p.questions:
                row += [p.value(region, who, n, "one"), case.score(region, who, n, lost=True)]
            paper.add(*row)
    case.plain = False
    case.xlsx("dua skor.xlsx", paper)


def weights_under(case: Case) -> None:
    """Under each question score, weight and product."""
    p = case.programme
    paper = Paper("Skor")
    under = ["Nilai", "Bobot", "Nilai x Bobot"]
    paper.add_groups(["Wilayah", "Asesor"], [(f"Butir {n}", under) for n in p.questions])
    for region in p.regions:
        for who in p.assessors:
            row: list[object] = [named(region), who]
            for n in p.questions:
                score = case.score(region, who, n)
                weight = Decimal(1 + n % 2)
                row += [score, weight, score.value * weight if score else None]
            paper.add(*row)
    case.plain = False
    case.xlsx("skor terbobot.xlsx", paper)


def dimension_values(case: Case) -> None:
    """The value of each dimension stands before its questions."""
    p = case.programme
    paper = Paper("Hasil")
    head: list[object] = ["Wilayah", "Asesor"]
    for at, dimension in enumerate(p.dimensions):
        head += [dimension, *(f"Q{n}" for n in p.of(at))]
    paper.add(*head)
    for region in p.regions:
        for who in p.assessors:
            row: list[object] = [named(region), who]
            for at in range(len(p.dimensions)):
                cells = [case.score(region, who, n) for n in p.of(at)]
                row += [mean(values(cells)), *cells]
            paper.add(*row)
    case.xlsx("hasil dimensi.xlsx", paper)


def shifted_heading(case: Case) -> None:
    """The heading stands a column to the left of its rows: nothing can be trusted."""
    p = case.programme
    paper = Paper("Nilai")
    paper.add("Wilayah", "Asesor", *(f"Butir {n}" for n in p.questions))
    for at, region in enumerate(p.regions, 1):
        for who in p.assessors:
            paper.add(
                at,
                named(region),
                who,
                *(case.score(region, who, n, lost=True) for n in p.questions),
            )
    case.plain = False
    case.xlsx("geser.xlsx", paper)


def old_and_new(case: Case) -> None:
    """Two visible sheets of one layout, old and new: nobody can know which counts."""
    p = case.programme
    old, new = Paper("Lama"), Paper("Baru")
    for paper in (old, new):
        paper.add("Wilayah", "Asesor", *(f"P{n}" for n in p.questions))
    for region in p.regions:
        for who in p.assessors:
            old.add(named(region), who, *(p.value(region, who, n, "lama") for n in p.questions))
            new.add(
                named(region), who, *(case.score(region, who, n, lost=True) for n in p.questions)
            )
    case.plain = False
    case.xlsx("lama dan baru.xlsx", old, new)


def outline_regions(case: Case) -> None:
    """A region in a row of its own, its assessors' rows below, in the same column, indented."""
    p = case.programme
    paper = Paper("Nilai")
    paper.add("Daerah / Asesor", *p.questions)
    for region in p.regions:
        paper.add(full(region))
        for who in p.assessors:
            paper.add(who, *(case.score(region, who, n) for n in p.questions))
    case.plain = False
    case.xlsx("bertingkat.xlsx", paper)


def beside_by_dimension(case: Case) -> None:
    """Two tables beside each other, half of the dimensions in each, keys repeated."""
    p = case.programme
    paper = Paper("Nilai")
    half = sum(p.sizes[: len(p.sizes) // 2])
    parts = (p.questions[:half], p.questions[half:])
    paper.add("Bagian 1", *[None] * (half + 2), "Bagian 2")
    paper.add(
        "Wilayah",
        "Asesor",
        *(f"P{n}" for n in parts[0]),
        None,
        "Wilayah",
        "Asesor",
        *(f"P{n}" for n in parts[1]),
    )
    for region in p.regions:
        for who in p.assessors:
            paper.add(
                named(region), who, *(case.score(region, who, n) for n in parts[0]), None,
                named(region), who, *(case.score(region, who, n) for n in parts[1]),
            )  # fmt: skip
    case.xlsx("bersebelahan.xlsx", paper)


def initials(case: Case) -> None:
    """Assessors as A1, A2, … under each question, without any other word."""
    p = case.programme
    paper = Paper("Skor")
    first, second = ["Kab/Kota"], [None]
    for n in p.questions:
        first += [f"Butir {n}", *[None] * (len(p.assessors) - 1)]
        second += [f"A{i + 1}" for i in range(len(p.assessors))]
    paper.add(*first)
    paper.add(*second)
    for n in p.questions:
        at = 1 + (n - 1) * len(p.assessors)
        paper.merge(0, at, 0, at + len(p.assessors) - 1)
    for region in p.regions:
        paper.add(
            named(region),
            *(
                case.score(region, w, n, key=f"A{i + 1}", lost=True)
                for n in p.questions
                for i, w in enumerate(p.assessors)
            ),
        )
    case.plain = False
    case.xlsx("inisial.xlsx", paper)


def wide_of_pairs(case: Case) -> None:
    """Codes of dimension and number across: 1.1, 1.2, 2.1 as texts."""
    p = case.programme
    paper = Paper("Nilai")
    codes = [f"{at + 1}.{i}" for at, size in enumerate(p.sizes) for i in range(1, size + 1)]
    paper.add("Daerah", "Nama Asesor", *codes)
    for region in p.regions:
        for who in p.assessors:
            paper.add(named(region), who, *(case.score(region, who, n) for n in p.questions))
    case.plain = False
    case.xlsx("kode butir.xlsx", paper)


def ticked_wide(case: Case) -> None:
    """A sheet a region and assessor, ticked; the assessor by a label, the region by the tab."""
    p = case.programme
    steps = [p.scale.minimum + (p.scale.step or 1) * i for i in range(21)]
    steps = [step for step in steps if step <= p.scale.maximum]
    papers = []
    for region in p.regions[:6]:
        paper = Paper(named(region)[:28])
        paper.add("Nama penilai :", p.assessors[0])
        paper.add("No", "Pertanyaan", *steps)
        for n in p.questions:
            cell = case.score(region, p.assessors[0], n, lambda _value: "v")
            marks: list[object] = [None] * len(steps)
            if cell and cell.value in steps:
                marks[steps.index(cell.value)] = cell
            paper.add(n, p.texts[n], *marks)
        papers.append(paper)
    case.xlsx("centang.xlsx", *papers)


def region_rows_of_assessors(case: Case) -> None:
    """Assessors down, regions across, a sheet a question named ``Butir 3``."""
    p = case.programme
    papers = []
    for n in p.questions:
        paper = Paper(f"Butir {n}")
        paper.add(p.texts[n])
        paper.add("Asesor", *map(named, p.regions))
        for who in p.assessors:
            paper.add(who, *(case.score(r, who, n) for r in p.regions))
        papers.append(paper)
    case.plain = False
    case.xlsx("tiap butir.xlsx", *papers)
