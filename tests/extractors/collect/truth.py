"""One hidden truth: regions, questions, assessors, their scores and comments."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from evaluation.draft import FoundRegion, Known
from evaluation.model import Dimension, Instrument, Question, Scale, WhenMissing
from evaluation.sources import Source
from evaluation.understanding import Collected

NOWHERE = Source("acuan.xlsx")
Key = tuple[str, str | None, int | str]

REGIONS = (
    ("51.03", "KAB. BADUNG"),
    ("33.27", "KAB. PEMALANG"),
    ("32.01", "KAB. BOGOR"),
    ("32.71", "KOTA BOGOR"),
    ("71.06", "KAB. MINAHASA UTARA"),
)
TEXTS = (
    "Apakah rencana induk daerah sudah memiliki payung hukum?",
    "Apakah dewan pengarah melaksanakan rapat minimal satu kali dalam tahun ini?",
    "Berapa jumlah program yang berjalan di tahun sebelumnya?",
    "Berdasarkan hasil survei terhadap 50 responden pengguna layanan, berapa rata-rata nilai"
    " layanan dapat diakses secara daring?",
    "Berdasarkan hasil survei terhadap 50 responden pengguna layanan, berapa rata-rata nilai"
    " pengaduan ditangani dengan cepat dan murah?",
    "Berdasarkan hasil survei terhadap 50 responden pengguna layanan, berapa rata-rata nilai"
    " keterbukaan informasi anggaran?",
    "Sejauh mana pemerintah memiliki program mitigasi (sebelum terjadi) bencana?",
    "Sejauh mana pemerintah memiliki program pemulihan setelah bencana?",
)
DIMENSIONS = ("AWAL", "AWAL", "AWAL", "DAMPAK", "DAMPAK", "DAMPAK", "HASIL", "HASIL")
DIRECT = "KERJA SAMA"
ASSESSORS = (
    ("Asesor 1", "Universitas Contoh"),
    ("Asesor 2", "Institut Teladan"),
    ("Dr. Sari Melati, M.Kom.", "Politeknik Percontohan"),
)
SECTIONS = ("Kekuatan", "Kelemahan", "Rekomendasi")
POINTS = {
    "Kekuatan": ("Rencana induk lengkap", "Anggaran tersedia; dipakai penuh"),
    "Kelemahan": ("Rapat jarang diadakan",),
    "Rekomendasi": ("Perluas layanan daring", "Adakan rapat tiap triwulan", "Latih 20 pegawai"),
}
SCALE = Scale(Decimal(1), Decimal(4), Decimal("0.2"))


@dataclass(frozen=True)
class Truth:
    """What is to come back: names, questions by number, scores by region, assessor and item."""

    regions: tuple[tuple[str, str], ...]
    questions: Mapping[int, str]
    assessors: tuple[tuple[str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for _code, name in self.regions)

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(self.questions)

    def score(self, region: str, assessor: str | None, number: int | str) -> Decimal:
        """Give a score that differs between neighbours, on the 0.2 grid within 1–4."""
        seed = self.names.index(region) * 31 + _order(self, assessor) * 7
        step = seed + (number * 5 if isinstance(number, int) else 3)
        return Decimal(1) + Decimal(step % 16) / 5

    def scores(self, assessors: tuple[str | None, ...] | None = None) -> dict[Key, Decimal]:
        judges = assessors or tuple(name for name, _institution in self.assessors)
        return {
            (region, judge, number): self.score(region, judge, number)
            for region in self.names
            for judge in judges
            for number in self.numbers
        }

    def comments(self) -> set[tuple[str, str, str, str]]:
        return {
            (region, section, judge, point)
            for region in self.names
            for judge, _institution in self.assessors
            for section, points in POINTS.items()
            for point in points
        }

    def known(self) -> Known:
        return Known(
            self.instrument(),
            tuple(FoundRegion(name, code) for code, name in self.regions),
            SECTIONS,
        )

    def instrument(self) -> Instrument:
        names = dict.fromkeys(DIMENSIONS[: len(self.questions)])
        dimensions = tuple(self._dimension(name) for name in (*names, DIRECT))
        return Instrument(dimensions, ("UMUM",), SCALE)

    def _dimension(self, name: str) -> Dimension:
        questions = tuple(
            Question(number, "Indikator", f"Sub {number}", text, NOWHERE)
            for (number, text), dimension in zip(self.questions.items(), DIMENSIONS, strict=True)
            if dimension == name
        )
        weights = {"UMUM": Decimal(25)}
        return Dimension(name, questions, weights, WhenMissing.REFUSE, name, name, "", (), NOWHERE)


def _order(truth: Truth, assessor: str | None) -> int:
    names = [name for name, _institution in truth.assessors]
    return names.index(assessor) if assessor in names else 5


TRUTH = Truth(REGIONS, dict(enumerate(TEXTS, 1)), ASSESSORS)


def scores_of(collected: Collected) -> dict[Key, Decimal]:
    """Give what was collected, in the form of the truth."""
    return {(s.region, s.assessor, s.item): s.value for s in collected.draft.scores}


def comments_of(collected: Collected) -> set[tuple[str, str, str, str]]:
    return {(c.region, c.section, c.assessor, c.point) for c in collected.draft.comments}
