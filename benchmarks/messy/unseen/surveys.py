"""Exports of surveys and of portals."""

from datetime import datetime
from decimal import Decimal

from benchmarks.messy.names import long, short
from benchmarks.messy.paper import Case, Paper, comma


def kobo_by_name(case: Case) -> None:
    """KoboToolbox, XML names in groups, semicolons."""
    p = case.programme
    head = ["start", "end", "today", "deviceid", "identitas/kab_kota", "identitas/nama_asesor"]
    for at, dimension in enumerate(p.dimensions):
        group = dimension.lower().replace(" ", "_")
        head += [f"{group}/b{number:02d}" for number in p.of(at)]
    paper = Paper("x")
    paper.add(*head, "_id", "_uuid", "_submission_time", "_index")
    index = 0
    for region in p.regions:
        for who in p.assessors:
            index += 1
            stamp = f"{p.year}-08-0{index % 9 + 1}T09:12:55.000+07:00"
            named = region.lower().replace(".", "").replace(" ", "_").replace("-", "_")
            paper.add(
                stamp,
                stamp,
                stamp[:10],
                f"ee.x:{index}",
                named,
                who,
                *(case.score(region, who, q) for q in p.questions),
                381000 + index,
                f"a1b2-{index}",
                stamp[:19],
                index,
            )
    case.plain = False
    case.csv("export_kobo.csv", paper, delimiter=";")


def google_grid(case: Case) -> None:
    """Google Forms with a grid a dimension; answers as number and word where there are words."""
    p = case.programme
    paper = Paper("Form Responses 1")
    head = ["Stempel waktu", "Alamat Email", "Kabupaten/Kota yang dinilai", "Nama asesor"]
    for at, dimension in enumerate(p.dimensions):
        head += [f"Penilaian {dimension} [{p.texts[n]}]" for n in p.of(at)]
    paper.add(*head)

    def shown(value: Decimal) -> str | Decimal:
        return f"{value} - {p.words[int(value) - 1]}" if p.words else value

    for at, region in enumerate(p.regions):
        for who in p.assessors:
            paper.add(
                datetime(p.year, 9, at + 1, 10, 30),
                "x@contoh.go.id",
                long(region),
                who,
                *(case.score(region, who, q, shown) for q in p.questions),
            )
    case.xlsx("Penilaian (Jawaban).xlsx", paper)


def microsoft_quiz(case: Case) -> None:
    """Microsoft Forms: points and feedback beside each answer."""
    p = case.programme
    paper = Paper("Sheet1")
    head = [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Total points",
        "Quiz feedback",
        "Daerah yang dinilai",
    ]
    for n in p.questions:
        head += [p.texts[n], f"Points - {p.texts[n]}", f"Feedback - {p.texts[n]}"]
    paper.add(*head)
    index = 0
    for region in p.regions:
        for who in p.assessors:
            index += 1
            row = [
                index,
                datetime(p.year, 7, 1, 8),
                datetime(p.year, 7, 1, 9),
                "anonymous",
                who,
                0,
                None,
                short(region),
            ]
            for n in p.questions:
                row += [case.score(region, who, n), 0, None]
            paper.add(*row)
    case.xlsx("Penilaian lapangan(1-30).xlsx", paper)


def open_data(case: Case) -> None:
    """Columns of an open data portal, two years stacked."""
    p = case.programme
    paper = Paper("x")
    paper.add(
        "id",
        "kode_provinsi",
        "nama_provinsi",
        "kode_kabupaten_kota",
        "nama_kabupaten_kota",
        "nomor_butir",
        "butir_penilaian",
        "nama_asesor",
        "nilai_skor",
        "satuan",
        "tahun",
    )
    count = 0
    for year in (p.year - 1, p.year):
        for region in p.regions:
            for who in p.assessors:
                for n in p.questions:
                    value = (
                        case.score(region, who, n)
                        if year == p.year
                        else p.value(region, who, n, "y")
                    )
                    if value is not None:
                        count += 1
                        code = p.code(region).replace(".", "")
                        paper.add(
                            count,
                            code[:2],
                            f"PROVINSI {code[:2]}",
                            code,
                            region.replace("KAB.", "KABUPATEN"),
                            n,
                            p.texts[n],
                            who,
                            value,
                            "POIN",
                            year,
                        )
    case.csv(f"od_{p.name.lower().replace(' ', '_')}.csv", paper)


def cut_headings(case: Case) -> None:
    """Wide; the texts of the questions cut short, as a survey tool exports them."""
    p = case.programme
    paper = Paper("Worksheet")
    paper.add("Respondent", "Lokasi", *(p.texts[n][:38] + "..." for n in p.questions))
    for region in p.regions:
        for who in p.assessors:
            paper.add(who, long(region), *(case.score(region, who, n) for n in p.questions))
    case.plain = False
    case.xlsx("Worksheet.xlsx", paper)


def surveymonkey(case: Case) -> None:
    """SurveyMonkey: the question above, ``Response`` below."""
    p = case.programme
    paper = Paper("Sheet")
    head = [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        "IP Address",
        "Kabupaten/Kota mana yang Anda nilai?",
        "Nama Anda",
    ]
    paper.add(*head, *(p.texts[n] for n in p.questions))
    paper.add(*[None] * 5, "Response", "Open-Ended Response", *["Response"] * len(p.questions))
    count = 0
    for region in p.regions:
        for who in p.assessors:
            count += 1
            paper.add(
                11894000000 + count,
                430011223,
                "08/01/2026",
                "08/01/2026",
                "10.0.0.1",
                long(region),
                who,
                *(case.score(region, who, n) for n in p.questions),
            )
    case.xlsx("Data_All.xlsx", paper)


def limesurvey_texts(case: Case) -> None:
    """LimeSurvey with codes and full texts in the headings."""
    p = case.programme
    paper = Paper("x")
    head = [
        "id. Response ID",
        "submitdate. Date submitted",
        "lastpage. Last page",
        "startlanguage. Start language",
        "seed. Seed",
        "KAB. Daerah yang dinilai",
        "NAMA. Nama penilai",
    ]
    for at, _dimension in enumerate(p.dimensions):
        head += [f"G{at + 1:02d}Q{i:02d}[SQ001]. {p.texts[n]}" for i, n in enumerate(p.of(at), 1)]
    paper.add(*head)
    count = 0
    for region in p.regions:
        for who in p.assessors:
            count += 1
            paper.add(
                count,
                f"{p.year}-10-01 10:00:00",
                5,
                "id",
                1234567 + count,
                short(region),
                who,
                *(case.score(region, who, n) for n in p.questions),
            )
    case.plain = False
    case.csv("results-survey48112.csv", paper)


def english_rows(case: Case) -> None:
    """One value a row under English headings, with the province beside."""
    p = case.programme
    paper = Paper("Scores")
    paper.add(
        "Province", "District/City", "Evaluator", "Question No", "Question", "Score", "Remarks"
    )
    for region in p.regions:
        for who in p.assessors:
            for n in p.questions:
                if score := case.score(region, who, n):
                    paper.add(
                        "Province " + p.code(region)[:2], short(region), who, n, p.texts[n], score
                    )
    case.xlsx("scores_export.xlsx", paper)


def word_and_number(case: Case) -> None:
    """One value a row, the score written as ``Baik (4)`` or ``nilai: 3,5``."""
    p = case.programme
    paper = Paper("Isian")
    paper.add("Nama Kabupaten/Kota", "Nama Asesor", "No. Soal", "Jawaban")
    for region in p.regions:
        for who in p.assessors:
            for n in p.questions:

                def shown(value: Decimal) -> str:
                    return f"{p.words[int(value) - 1]} ({value})" if p.words else comma(value)

                if score := case.score(region, who, n, shown):
                    paper.add(long(region), who, n, score)
    case.plain = False
    case.xlsx("isian.xlsx", paper)


def codes_without_dot(case: Case) -> None:
    """One value a row, regions by their code alone, without its dot."""
    p = case.programme
    paper = Paper("data")
    paper.add("kode_wilayah", "asesor", "butir", "nilai")
    for region in p.regions:
        for who in p.assessors:
            for n in p.questions:
                if score := case.score(region, who, n):
                    paper.add(int(p.code(region).replace(".", "")), who, n, score)
    case.plain = False
    case.xlsx("ekspor basis data.xlsx", paper)
