"""Exports of surveys, portals and other programs."""

from datetime import datetime
from decimal import Decimal

from benchmarks.messy.names import bare, full, named
from benchmarks.messy.paper import Case, Paper, comma, mean


def kobo_labels(case: Case) -> None:
    """KoboToolbox with labels, groups in the headings; ``_submitted_by`` beside."""
    p = case.programme
    paper = Paper("Penilaian Lapangan")
    head = ["start", "end", "Identitas/Pilih kabupaten/kota", "Identitas/Nama enumerator"]
    for at, dimension in enumerate(p.dimensions):
        head += [f"{dimension}/{n}. {p.texts[n]}" for n in p.of(at)]
    paper.add(*head, "_id", "_uuid", "_submission_time", "_submitted_by", "_index")
    index = 0
    for region in p.regions:
        for who in p.assessors:
            index += 1
            paper.add(
                datetime(p.year, 8, 1),
                datetime(p.year, 8, 1),
                named(region),
                who,
                *(case.score(region, who, n) for n in p.questions),
                4200 + index,
                f"uuid-{index}",
                datetime(p.year, 8, 2),
                "petugas01",
                index,
            )
    case.xlsx("Penilaian_Lapangan_-_all_versions.xlsx", paper)


def google_plain(case: Case) -> None:
    """Google Forms: question texts across, a column of points that is not scores."""
    p = case.programme
    paper = Paper("x")
    paper.add(
        "Timestamp",
        "Email Address",
        "Score",
        "Nama Kabupaten/Kota",
        "Nama Penilai",
        *(p.texts[n] for n in p.questions),
    )
    for region in p.regions:
        for who in p.assessors:
            paper.add(
                f"{p.year}/08/12 9:10:11 AM GMT+7",
                "a@b.id",
                "0 / 0",
                full(region),
                who,
                *(case.score(region, who, n) for n in p.questions),
            )
    case.plain = False
    case.csv("Formulir Penilaian.csv", paper)


def microsoft_plain(case: Case) -> None:
    """Microsoft Forms: Indonesian headings, the name of the account is not the assessor's."""
    p = case.programme
    paper = Paper("Sheet1")
    paper.add(
        "ID", "Waktu mulai", "Waktu selesai", "Email", "Nama", "Kabupaten/Kota",
        "Nama asesor yang menilai", *(p.texts[n] for n in p.questions),
    )  # fmt: skip
    index = 0
    for region in p.regions:
        for who in p.assessors:
            index += 1
            paper.add(
                index, datetime(p.year, 5, 1), datetime(p.year, 5, 1), "anonymous", None,
                named(region), who, *(case.score(region, who, n) for n in p.questions),
            )  # fmt: skip
    case.plain = False
    case.xlsx("Tanggapan.xlsx", paper)


def limesurvey_codes(case: Case) -> None:
    """LimeSurvey with codes alone; the questions of each group are numbered anew."""
    p = case.programme
    paper = Paper("x")
    head = ["id", "submitdate", "lastpage", "startlanguage", "seed", "daerah", "penilai"]
    for at, size in enumerate(p.sizes, 1):
        head += [f"G{at:02d}Q{n:02d}" for n in range(1, size + 1)]
    paper.add(*head)
    index = 0
    for region in p.regions:
        for who in p.assessors:
            index += 1
            paper.add(
                index, f"{p.year}-09-01 08:00:00", 4, "id", 88123 + index, named(region), who,
                *(case.score(region, who, n) for n in p.questions),
            )  # fmt: skip
    case.plain = False
    case.csv("results-survey991.csv", paper, delimiter=";")


def monkey_matrix(case: Case) -> None:
    """SurveyMonkey with a matrix a dimension: its name above, the questions below."""
    p = case.programme
    paper = Paper("Sheet")
    first = ["Respondent ID", "Collector ID", "Daerah yang dinilai", "Nama asesor"]
    second: list[object] = [None, None, "Response", "Open-Ended Response"]
    for at, dimension in enumerate(p.dimensions):
        first += [f"Penilaian aspek {dimension}", *[""] * (p.sizes[at] - 1)]
        second += [p.texts[n] for n in p.of(at)]
    paper.add(*first)
    paper.add(*second)
    index = 0
    for region in p.regions:
        for who in p.assessors:
            index += 1
            paper.add(
                9900 + index, 77, named(region), who,
                *(case.score(region, who, n) for n in p.questions),
            )  # fmt: skip
    case.plain = False
    case.xlsx("Survey Data.xlsx", paper)


def running_numbers(case: Case) -> None:
    """One value a row; ``No`` counts the rows, the question is told by its text."""
    p = case.programme
    paper = Paper("Data")
    paper.add("No", "Nama Daerah", "Penilai", "Aspek", "Pertanyaan", "Skor")
    count = 0
    for region in p.regions:
        for who in p.assessors:
            for at, dimension in enumerate(p.dimensions):
                for n in p.of(at):
                    if score := case.score(region, who, n):
                        count += 1
                        paper.add(count, named(region), who, dimension, p.texts[n], score)
    case.plain = False
    case.xlsx("data skor.xlsx", paper)


def coded_questions(case: Case) -> None:
    """One value a row; the question as ``2.3``: dimension and its number."""
    p = case.programme
    paper = Paper("Rekaman")
    paper.add("Kode Daerah", "Nama Daerah", "Asesor", "Kode Butir", "Nilai")
    for region in p.regions:
        for who in p.assessors:
            for at in range(len(p.dimensions)):
                for i, n in enumerate(p.of(at), 1):
                    if score := case.score(region, who, n):
                        paper.add(p.code(region), named(region), who, f"{at + 1}.{i}", score)
    case.plain = False
    case.xlsx("rekaman.xlsx", paper)


def local_numbers(case: Case) -> None:
    """One value a row; a dimension and the number within it."""
    p = case.programme
    paper = Paper("Data")
    paper.add("Kabupaten/Kota", "Penilai", "Dimensi", "No", "Nilai")
    for region in p.regions:
        for who in p.assessors:
            for at, dimension in enumerate(p.dimensions):
                for i, n in enumerate(p.of(at), 1):
                    paper.add(named(region), who, dimension, i, case.score(region, who, n))
    case.plain = False
    case.xlsx("data dimensi.xlsx", paper)


def pivot_outline(case: Case) -> None:
    """A pivot table in outline: a region's row holds means, its assessors stand below."""
    p = case.programme
    paper = Paper("Pivot")
    paper.add("Average of Skor", "Column Labels")
    paper.add("Row Labels", *(f"P{n}" for n in p.questions), "Grand Total")
    for region in p.regions:

        def mid(n: int, region: str = region) -> object:
            return mean(p.value(region, w, n) for w in p.assessors)

        paper.add(named(region), *(mid(n) for n in p.questions))
        for who in p.assessors:
            paper.add(f"   {who}", *(case.score(region, who, n) for n in p.questions))
    paper.add(
        "Grand Total",
        *(mean(p.value(r, w, n) for r in p.regions for w in p.assessors) for n in p.questions),
    )
    case.plain = False
    case.xlsx("pivot.xlsx", paper)


def texts_as_numbers(case: Case) -> None:
    """Numbers as texts: decimal comma, blanks that do not break, an apostrophe, a unit."""
    p = case.programme
    paper = Paper("Lembar1")
    paper.add("Daerah", "Asesor", *(f"Butir {n}" for n in p.questions))
    shapes = ("{}", " {} ", "{}\u00a0", "'{}")

    def shown(n: int) -> object:
        return lambda value: shapes[n % 4].format(comma(value))

    for region in p.regions:
        for who in p.assessors:
            paper.add(
                named(region), who, *(case.score(region, who, n, shown(n)) for n in p.questions)
            )  # type: ignore[arg-type]
    case.xlsx("teks.xlsx", paper)


def regencies(case: Case) -> None:
    """English export: ``Regency/City`` with the kind in a column of its own."""
    p = case.programme
    paper = Paper("Export")
    paper.add("Type", "Regency/City", "Reviewed by", *(f"Q{n:03d}" for n in p.questions), "Mean")
    for region in p.regions:
        kind = "Kota" if region.startswith("KOTA") else "Kabupaten"
        for who in p.assessors:
            cells = [case.score(region, who, n) for n in p.questions]
            paper.add(kind, bare(region), who, *cells, mean(c.value for c in cells if c))
    case.plain = False
    case.xlsx("review_export.xlsx", paper)


def of_ten(case: Case) -> None:
    """Scores written as ``7 dari 10`` in one column; nobody needs to guess."""
    p = case.programme
    paper = Paper("Penilaian")
    paper.add("Daerah", "Asesor", "No", "Nilai")
    top = p.scale.maximum

    def shown(value: Decimal) -> str:
        return f"{comma(value)} dari {top}"

    for region in p.regions:
        for who in p.assessors:
            for n in p.questions:
                if score := case.score(region, who, n, shown, lost=True):
                    paper.add(named(region), who, n, score)
    case.plain = None
    case.xlsx("dari.xlsx", paper)
