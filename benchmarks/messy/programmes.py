"""Six invented programmes: what each asks, of whom, on which scale, and what was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from random import Random

from evaluation.draft import FoundRegion, Known
from evaluation.model import Dimension, Instrument, Question, Scale, WhenMissing
from evaluation.sources import Source

_HERE = Source("putaran.xlsx")
_BLANK = 0.05  # share of scores that were not given

_REGIONS = (
    ("KAB. ACEH SELATAN", "11.01"),
    ("KOTA BANDA ACEH", "11.71"),
    ("KAB. DAIRI", "12.11"),
    ("KOTA MEDAN", "12.71"),
    ("KAB. OGAN ILIR", "16.10"),
    ("KAB. OGAN KOMERING ILIR", "16.02"),
    ("KAB. BOGOR", "32.01"),
    ("KOTA BOGOR", "32.71"),
    ("KAB. CIREBON", "32.09"),
    ("KOTA CIREBON", "32.74"),
    ("KAB. BATANG", "33.25"),
    ("KAB. GUNUNGKIDUL", "34.03"),
    ("KOTA YOGYAKARTA", "34.71"),
    ("KAB. SIDOARJO", "35.15"),
    ("KOTA TANGERANG SELATAN", "36.74"),
    ("KAB. BADUNG", "51.03"),
    ("KAB. LOMBOK TIMUR", "52.03"),
    ("KOTA KUPANG", "53.71"),
    ("KAB. TOLI-TOLI", "72.04"),
    ("KAB. FAKFAK", "92.03"),
)
_OPENINGS = (
    "Bagaimana {} direncanakan bersama masyarakat?",
    "Sejauh mana {} tersedia bagi semua warga?",
    "Apakah {} dianggarkan setiap tahun?",
    "Siapa yang bertanggung jawab atas {}?",
    "Seberapa sering {} dievaluasi?",
    "Apa bukti bahwa {} bermanfaat?",
)
_SUBJECTS = (
    "layanan air minum", "jalur sepeda", "taman kota", "bank sampah", "posyandu", "pasar rakyat",
    "halte bus", "ruang laktasi", "sekolah lapang", "balai latihan", "pusat data", "portal aduan",
    "loket terpadu", "arsip digital", "perpustakaan desa", "rumah singgah", "jalur evakuasi",
    "lampu jalan", "drainase", "hutan kota", "koperasi", "panti asuhan", "ambulans desa",
    "gedung kesenian", "museum daerah", "peta rawan bencana", "jaringan internet", "kartu sehat",
    "beasiswa daerah", "forum anak", "trotoar", "embung", "irigasi", "tempat pelelangan ikan",
    "terminal", "dermaga", "pos keamanan", "lapangan olahraga", "sanggar tari", "kebun bibit",
    "rumah kompos", "pengolahan limbah", "sumur resapan", "rumah produksi", "pasar hewan",
    "balai nikah", "rumah aman", "layanan hukum",
)  # fmt: skip


@dataclass(frozen=True)
class Programme:
    """One round: ``sizes`` are the questions of each dimension, numbered through from 1."""

    name: str
    year: int
    dimensions: tuple[str, ...]
    sizes: tuple[int, ...]
    scale: Scale
    words: tuple[str, ...]
    assessors: tuple[str, ...]
    first: int
    count: int

    @property
    def regions(self) -> Sequence[str]:
        """Give the names of the regions."""
        return [name for name, _code in self._own]

    @property
    def _own(self) -> Sequence[tuple[str, str]]:
        return [_REGIONS[(self.first + i) % len(_REGIONS)] for i in range(self.count)]

    def code(self, region: str) -> str:
        """Give the code of a region."""
        return dict(_REGIONS)[region]

    @property
    def questions(self) -> Sequence[int]:
        """Give the numbers of all questions."""
        return range(1, sum(self.sizes) + 1)

    def of(self, dimension: int) -> Sequence[int]:
        """Give the numbers of the questions of one dimension, counted from 0."""
        start = sum(self.sizes[:dimension]) + 1
        return range(start, start + self.sizes[dimension])

    @cached_property
    def texts(self) -> dict[int, str]:
        """Give the text of each question."""
        draw = Random(self.name)
        subjects = draw.sample(_SUBJECTS, len(self.questions))
        return {
            number: _OPENINGS[(number + len(self.name)) % len(_OPENINGS)].format(subject)
            for number, subject in zip(self.questions, subjects, strict=True)
        }

    def value(self, region: str, assessor: str, question: int, salt: str = "") -> Decimal | None:
        """Give what an assessor gave; None for nothing. ``salt`` gives another round's value."""
        draw = Random(f"{self.name}/{region}/{assessor}/{question}/{salt}")
        if draw.random() < _BLANK:
            return None
        assert self.scale.step is not None
        steps = int((self.scale.maximum - self.scale.minimum) / self.scale.step)
        level = draw.triangular(0, steps, steps * (0.45 + 0.4 * Random(region).random()))
        return self.scale.minimum + self.scale.step * round(level)

    @cached_property
    def known(self) -> Known:
        """Give what the round's workbook says."""
        dimensions = tuple(
            Dimension(
                name,
                tuple(Question(n, f"Indikator {n}", "", self.texts[n], _HERE) for n in self.of(at)),
                {"UMUM": Decimal(100) / len(self.sizes)},
                WhenMissing.REFUSE, name, name, "", (), _HERE,
            )
            for at, name in enumerate(self.dimensions)
        )  # fmt: skip
        regions = tuple(FoundRegion(name, code, source=_HERE) for name, code in self._own)
        instrument = Instrument(dimensions, ("UMUM",), self.scale, averages_what_is_there=True)
        return Known(instrument, regions, ("Kekuatan", "Kelemahan", "Rekomendasi"), self.year)


def _scale(low: str, high: str, step: str) -> Scale:
    return Scale(Decimal(low), Decimal(high), Decimal(step))


PROGRAMMES = (
    Programme(
        "Kota Sehat", 2026, ("Tata Kelola", "Lingkungan", "Layanan", "Peran Warga"), (6, 5, 7, 4),
        _scale("0", "4", "0.5"), (),
        ("Dr. Ani Lestari, M.Si.", "Budi Santoso", "Citra Dewi, S.Sos."), 0, 12,
    ),
    Programme(
        "Gerakan Membaca", 2025, ("Koleksi", "Ruang", "Pustakawan"), (5, 4, 6),
        _scale("1", "5", "1"), ("Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik"),
        ("Prof. Dedi Rahman", "Endah Wulan, M.Hum."), 3, 10,
    ),
    Programme(
        "Pemerintahan Digital", 2026,
        ("Kebijakan", "Manajemen", "Aplikasi", "Infrastruktur", "Keamanan"), (4, 6, 5, 5, 4),
        _scale("0", "100", "0.5"), (),
        ("Fajar Nugroho, S.T.", "Gita Puspita", "Hadi Wijaya"), 5, 12,
    ),
    Programme(
        "Kabupaten Ramah Lansia", 2024, ("Komitmen", "Pelembagaan", "Sumber Daya", "Hasil"),
        (8, 9, 7, 8), _scale("1", "4", "0.2"), (),
        ("Ir. Indra Kusuma", "Joko Prasetyo, S.E.", "Kartika Sari", "Lukman Hakim, M.Pd."), 8, 9,
    ),
    Programme(
        "Pelayanan Prima", 2026, ("Persyaratan", "Prosedur", "Sarana"), (4, 5, 5),
        _scale("0", "10", "0.5"), (), ("Maya Anggraini", "Nanang Setiawan, S.H."), 11, 12,
    ),
    Programme(
        "Satu Peta Desa", 2025, ("Data Dasar", "Batas", "Pemanfaatan", "Pemutakhiran"),
        (3, 4, 3, 4), _scale("1", "10", "1"), (),
        ("Oki Firmansyah", "Putri Maharani, M.T.", "Rudi Hartono"), 14, 11,
    ),
)  # fmt: skip
