"""How a layout looks: everything that may differ between two documents saying the same."""

from dataclasses import dataclass
from enum import Enum


class Rules(Enum):
    """Which lines a table has."""

    GRID = "grid"
    HORIZONTAL = "horizontal"
    ZEBRA = "zebra"
    HEAD = "head"
    NONE = "none"


class Grouping(Enum):
    """Where the indicator of a question stands."""

    MERGED = "merged"
    REPEATED = "repeated"
    ONCE = "once"
    HEADING = "heading"
    ABSENT = "absent"


class Mean(Enum):
    """Where the average of a dimension stands."""

    LAST = "last"
    FIRST = "first"
    SENTENCE = "sentence"
    TITLE = "title"
    ABSENT = "absent"


class Remarks(Enum):
    """How comments are set."""

    LETTERED = "lettered"
    NUMBERED = "numbered"
    BULLETS = "bullets"
    TABLE = "table"
    PARAGRAPHS = "paragraphs"
    ABSENT = "absent"


class Column(Enum):
    """A column of the table of questions."""

    NO = "no"
    INDICATOR = "indicator"
    SUB = "sub"
    QUESTION = "question"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed words of a year's layout; ``{year}`` and ``{region}`` are filled in."""

    title: str = "LAPORAN HASIL EVALUASI {programme} TAHUN {year}"
    heads: tuple[str, str, str, str, str] = (
        "No",
        "Indikator",
        "Sub Indikator",
        "Pertanyaan",
        "Hasil Penilaian",
    )
    """Headings in the order of ``Column``."""
    average: str = "Rata-Rata"
    sentence: str = "Nilai rata-rata dimensi {name} adalah {value}."
    sections: tuple[str, ...] = ("Kekuatan", "Kelemahan", "Rekomendasi")
    dimension: str = "{name}"
    category: str = "Kategori: {category}"
    absent: str = "{region} tidak mengikuti evaluasi tahun {year}."


OLD = Wording(
    title="HASIL PENILAIAN {programme} {year}",
    heads=("No.", "Aspek", "Komponen", "Uraian", "Skor"),
    average="Nilai Rata-Rata",
    sentence="Skor rata-rata untuk {name} sebesar {value}.",
    sections=("Kelebihan", "Kekurangan", "Saran dan Rekomendasi"),
    dimension="Dimensi {name}",
)
FORM = Wording(
    title="Rapor Evaluasi {programme} Tahun {year}",
    heads=("Nomor", "Kriteria", "Sub Kriteria", "Pertanyaan Evaluasi", "Nilai"),
    average="Rerata",
    sentence="Rerata nilai {name}: {value}",
    sections=("Hal yang Sudah Baik", "Hal yang Perlu Diperbaiki", "Saran"),
    dimension="Aspek {name}",
    category="Kelompok : {category}",
)
SHORT = Wording(
    title="Laporan Evaluasi {programme} {year}",
    heads=("#", "Indikator", "Sub-Indikator", "Butir Penilaian", "Hasil"),
    average="Rata-rata nilai",
    sections=("Kekuatan", "Saran"),
    dimension="DIMENSI: {name}",
)


@dataclass(frozen=True, slots=True)
class Look:
    """One layout. Lengths are points."""

    wording: Wording = Wording()
    rules: Rules = Rules.GRID
    columns: tuple[Column, ...] = (Column.INDICATOR, Column.SUB, Column.QUESTION, Column.SCORE)
    """No column NO: the number stands before the question."""
    grouping: Grouping = Grouping.MERGED
    mean: Mean = Mean.LAST
    remarks: Remarks = Remarks.LETTERED
    landscape: bool = False
    comma: bool = False
    places: int | None = None
    """Decimal places that are always printed; None prints no trailing zeros."""
    continuous: bool = True
    packet: bool = False
    packet_landscape: bool = False
    table_first: bool = True
    """Whether the questions come before the comments."""
    head: str = ""
    foot: str = ""
    """Running lines; ``{page}`` is the page number."""
    watermark: str = ""
    justify: bool = False
    serif: bool = False
    size: float = 10
    centred: bool = False
    """Whether the score stands in the middle of its cell."""
    alternate: bool = False
    """Whether every second table has other column widths."""
    page_each: bool = False
    """Whether each dimension starts a page."""
    name_after_title: bool = True
    results_comma: bool = False
    """Whether the national table has a decimal comma whatever the report has."""
    method: bool = False
    """Whether the report tells aims and method, with numbered lists and a table of weights."""
    gaps: bool = False
    participating: bool = True
    questions: int = 0
    regions: int = 40
