"""Each shape that scores and comments come in, made from the truth."""

from collections.abc import Callable, Mapping, Sequence

from evaluation.workbook.form import fingerprint
from tests.extractors.collect.truth import DIMENSIONS, DIRECT, POINTS, Truth
from tests.extractors.collect.writing import Grid, Rows

Heading = Callable[[int, str], str]


def by_number(number: int, text: str) -> str:
    return str(number)


def by_letter_and_number(number: int, text: str) -> str:
    return f"P{number}."


def by_text(number: int, text: str) -> str:
    return text


def by_survey(number: int, text: str) -> str:
    return f"{number}. [{DIMENSIONS[number - 1].title()}] {text}"


def by_bracket(number: int, text: str) -> str:
    return f"{DIMENSIONS[number - 1].title()} [{text}]"


def shortened(number: int, text: str) -> str:
    """Keep the end of a text: questions of one survey begin alike."""
    words = text.split()
    return text if len(words) < 10 else "… " + " ".join(words[-7:])


def mistyped(number: int, text: str) -> str:
    """Put typing errors into every third longer word."""
    words = text.split()
    return " ".join(
        word[:2] + word[3] + word[2] + word[4:] if len(word) > 6 and i % 3 == 0 else word
        for i, word in enumerate(words)
    )


HEADINGS: Sequence[Heading] = (
    by_number,
    by_letter_and_number,
    by_text,
    by_survey,
    by_bracket,
    shortened,
    mistyped,
)


def wide(truth: Truth, heading: Heading = by_number) -> Rows:
    """A row a region and assessor, a column a question."""
    head = ["No", "Kode", "Nama Daerah", "Nama Asesor", "Instansi"]
    head += [heading(n, text) for n, text in truth.questions.items()]
    rows: Rows = [[*head, "Rata-rata", "Kategori"]]
    for code, region in truth.regions:
        for judge, institution in truth.assessors:
            scores = [float(truth.score(region, judge, n)) for n in truth.numbers]
            mean = sum(scores) / len(scores)
            rows.append([len(rows), code, region, judge, institution, *scores, mean, "UMUM"])
    return rows


def two_heading_rows(truth: Truth) -> Grid:
    """Numbers in one row, texts below; the headings of the names are merged over both."""
    rows = wide(truth)
    texts = ["", "", "", "", "", *truth.questions.values(), "", ""]
    grid = Grid("Rekap", [rows[0], list(texts), *rows[1:]])
    grid.merged = [(0, column, 1, column) for column in range(5)]
    return grid


def merged_regions(truth: Truth) -> Grid:
    """The region stands once, merged over the rows of its assessors."""
    rows = wide(truth)
    count = len(truth.assessors)
    for index, row in enumerate(rows[1:]):
        if index % count:
            row[1] = row[2] = ""
    merged = [
        (1 + i * count, c, i * count + count, c) for i in range(len(truth.regions)) for c in (1, 2)
    ]
    return Grid("Nilai", rows, merged)


def transposed(truth: Truth) -> Grid:
    """A row a question, a column a region and assessor, in two heading rows."""
    count = len(truth.assessors)
    names = [name if i == 0 else "" for name in truth.names for i in range(count)]
    judges = [judge for _name in truth.names for judge, _i in truth.assessors]
    rows: Rows = [["No", "Pertanyaan", *names], ["", "", *judges]]
    for number, text in truth.questions.items():
        scores = [
            float(truth.score(name, judge, number))
            for name in truth.names
            for judge, _i in truth.assessors
        ]
        rows.append([number, text, *scores])
    merged = [(0, 2 + i * count, 0, 1 + (i + 1) * count) for i in range(len(truth.names))]
    return Grid("Per Wilayah", rows, [*merged, (0, 0, 1, 0), (0, 1, 1, 1)])


def transposed_means(truth: Truth) -> Grid:
    """A row a question, a column a region; nobody is named."""
    rows: Rows = [["Pertanyaan", *truth.names]]
    for number, text in truth.questions.items():
        rows.append([text, *(float(truth.score(name, None, number)) for name in truth.names)])
    return Grid("Sheet1", rows)


def panel(truth: Truth, region: str) -> Grid:
    """A sheet a region: questions down, numbered assessors across."""
    rows: Rows = [["Wilayah", region], [], ["No", "Pertanyaan", "Asesor 1", "Asesor 2"]]
    for number, text in truth.questions.items():
        judges = [float(truth.score(region, judge, number)) for judge in ("Asesor 1", "Asesor 2")]
        rows.append([number, text, *judges])
    return Grid(region.title()[:31], rows)


def long(truth: Truth, worded: bool = False) -> Rows:
    """One score a row."""
    rows: Rows = [["Kabupaten/Kota", "Penilai", "Pertanyaan", "Skor"]]
    for region in truth.names:
        for judge, _institution in truth.assessors:
            for number, text in truth.questions.items():
                score = float(truth.score(region, judge, number))
                rows.append([region, judge, text if worded else number, score])
    return rows


def survey(truth: Truth) -> Rows:
    """A portal's export: time stamps, e-mail, whole questions, words beside nothing."""
    head = ["Timestamp", "Email Address", "Kabupaten/Kota yang dinilai", "Nama Penilai"]
    rows: Rows = [[*head, *(by_survey(n, text) for n, text in truth.questions.items())]]
    for region in truth.names:
        for judge, _institution in truth.assessors:
            scores = [str(truth.score(region, judge, n)) for n in truth.numbers]
            stamp = f"2024/10/{len(rows):02d} 9:15:00 AM GMT+7"
            rows.append([stamp, "asesor@contoh.example", region, judge, *scores])
    return rows


def points_one_a_row(truth: Truth) -> Rows:
    rows: Rows = [["Wilayah", "Bagian", "Asesor", "Instansi", "Butir"]]
    for region in truth.names:
        for judge, institution in truth.assessors:
            for section, points in POINTS.items():
                rows += [[region, section, judge, institution, point] for point in points]
    return rows


def bulleted(points: Sequence[str]) -> str:
    return "\n".join(f"• {point}" for point in points)


def lettered(points: Sequence[str]) -> str:
    return " ".join(f"{'abcdef'[i]}. {point}" for i, point in enumerate(points))


def numbered(points: Sequence[str]) -> str:
    return " ".join(f"{i}) {point}" for i, point in enumerate(points, 1))


def dashed(points: Sequence[str]) -> str:
    return "\n".join(f"- {point}" for point in points)


def plain_lines(points: Sequence[str]) -> str:
    return "\n".join(points)


PARTED = (bulleted, lettered, numbered, dashed, plain_lines)


def points_in_cells(truth: Truth, parted: Callable[[Sequence[str]], str]) -> Rows:
    rows: Rows = [["Nama Daerah", "Asesor", "Kekuatan", "Kelemahan", "Saran/Rekomendasi"]]
    for region in truth.names:
        for judge, _institution in truth.assessors:
            rows.append([region, judge, *(parted(points) for points in POINTS.values())])
    return rows


def form(
    truth: Truth, region: str, judge: str, filled: Mapping[int, object] | None = None
) -> list[Grid]:
    """A form of ours, filled in."""
    code = {name: kode for kode, name in truth.regions}[region]
    institution = dict(truth.assessors)[judge]
    mark: Rows = [
        ["laporan-formulir", 1],
        ["Putaran", "Evaluasi Contoh"],
        ["Wilayah", region],
        ["Kode", code],
        ["Asesor", judge],
        ["Instansi", institution],
        ["Instrumen", fingerprint(truth.questions.items())],
    ]
    given = filled or {n: float(truth.score(region, judge, n)) for n in truth.numbers}
    rows: Rows = [
        ["Formulir Penilaian"],
        ["Isilah kolom Nilai dengan angka 1 sampai 4."],
        ["Wilayah", "", region],
        ["Asesor", "", judge],
        ["Instansi", "", institution],
        ["Belum diisi", "", 0],
        [],
        ["No", "Dimensi", "Indikator", "Sub Indikator", "Pertanyaan", "Nilai"],
    ]
    for number, text in truth.questions.items():
        dimension = DIMENSIONS[number - 1]
        rows.append([number, dimension, "Indikator", f"Sub {number}", text, given.get(number)])
    rows.append(["", DIRECT, "(dinilai langsung)", "", "", None])
    remarks: Rows = [["Catatan untuk wilayah ini"], [], ["Bagian", "Butir"]]
    remarks += [[section, point] for section, points in POINTS.items() for point in points]
    return [Grid("Penilaian", rows), Grid("Catatan", remarks), Grid("_Formulir", mark, hidden=True)]
