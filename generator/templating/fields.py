"""The fields that templates may use: their vocabulary, in Indonesian, because their editors are.

Plain frozen groups of values without behaviour; ``generator.making.views`` fills them. Scores and
percentages stay Decimal (None is "no value") and are written by the template's filters.
``docs/templat.md`` explains them to the people who edit the prose.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal

from evaluation.names import nearest
from generator.templating.letter_facts import LetterFacts


class FieldGroup:
    """A group of fields; only what derives from it can be read by a template."""

    __slots__ = ()

    def nearest(self, field: str) -> str | None:
        """Give the field of this group that is spelled most like ``field``, None if none is."""
        names = [one.name for one in fields(self)]  # type: ignore[arg-type]
        return next(iter(nearest(field, names)), None)


@dataclass(frozen=True, slots=True)
class Rujukan(FieldGroup):
    """The earlier letter that this one refers to; None where the workbook does not say."""

    nomor: str
    tanggal: str | None
    asal: str | None
    tentang: str | None


@dataclass(frozen=True, slots=True)
class Ralat(FieldGroup):
    """The correction that a document is: which one, its number and date, of what, and why."""

    ke: int
    nomor: str
    tanggal: str
    nomor_semula: str
    tanggal_semula: str
    alasan: str


@dataclass(frozen=True, slots=True)
class TandaTangan(FieldGroup):
    """How the letter is signed; of a draft, only that placeholders are left may be true."""

    elektronik: bool
    kotak: bool
    srikandi: bool


@dataclass(frozen=True, slots=True)
class Jumlah(FieldGroup):
    """Counts of the whole round."""

    wilayah: int
    hadir: int
    absen: int
    dimensi: int
    pertanyaan: int
    kategori: int


@dataclass(frozen=True, slots=True)
class Skala(FieldGroup):
    """The scale of the scores; ``dasar`` is where a chart's axis begins."""

    minimum: Decimal
    maksimum: Decimal
    dasar: Decimal


@dataclass(frozen=True, slots=True)
class Elemen(FieldGroup):
    """One line of the method table."""

    nama: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class DimensiKategori(FieldGroup):
    """A dimension as a category weighs it; ``bobot`` in percent.

    ``uraian`` is the first paragraph of its description, ``uraian_lanjutan`` the further ones.
    ``khusus`` is True when the first category does not have the dimension.
    """

    nama: str
    nama_surat: str
    nama_tabel: str
    bobot: Decimal
    uraian: str
    uraian_lanjutan: tuple[str, ...]
    elemen: tuple[Elemen, ...]
    khusus: bool


@dataclass(frozen=True, slots=True)
class Kategori(FieldGroup):
    """A category of regions; ``keterangan`` is None where the workbook does not describe it.

    ``utama`` marks the first category, ``nama_dimensi`` are the names used in the letter.
    """

    nama: str
    jumlah: int
    hadir: int
    dimensi: tuple[DimensiKategori, ...]
    nama_dimensi: tuple[str, ...]
    keterangan: str | None
    utama: bool


@dataclass(frozen=True, slots=True)
class Penerima(FieldGroup):
    """An addressee with the number in the annex."""

    nomor: int
    nama: str


@dataclass(frozen=True, slots=True)
class BarisPenerima(FieldGroup):
    """A row of the addressees' annex: one at the left and, mostly, one at the right."""

    kiri: Penerima | None
    kanan: Penerima | None


@dataclass(frozen=True, slots=True)
class WilayahAbsen(FieldGroup):
    """A region that did not take part, with its number in the list."""

    nomor: int
    nama: str
    kategori: str


@dataclass(frozen=True, slots=True)
class NilaiKolom(FieldGroup):
    """One dimension in a row of the national table; not ``berlaku``: not in the category."""

    nilai: Decimal | None
    berlaku: bool


@dataclass(frozen=True, slots=True)
class BarisNasional(FieldGroup):
    """A row of the national table."""

    nomor: int
    wilayah: str
    kolom: tuple[NilaiKolom, ...]
    akhir: Decimal | None
    perubahan: Decimal | None
    kategori: str


@dataclass(frozen=True, slots=True)
class Label(FieldGroup):
    """A label that spans ``baris`` rows of a question table."""

    teks: str
    baris: int


@dataclass(frozen=True, slots=True)
class BarisPertanyaan(FieldGroup):
    """A row of a question table; a label that spans from a row above is None here."""

    indikator: Label | None
    sub_indikator: Label | None
    nomor: int
    teks: str
    nilai: Decimal | None


@dataclass(frozen=True, slots=True)
class HasilDimensi(FieldGroup):
    """A region's result in one dimension; ``arah`` is naik, turun, tetap, or None (no change)."""

    nama: str
    nama_surat: str
    nama_tabel: str
    bobot: Decimal
    nilai: Decimal | None
    lalu: Decimal | None
    perubahan: Decimal | None
    arah: str | None
    baris: tuple[BarisPertanyaan, ...]


@dataclass(frozen=True, slots=True)
class Hasil(FieldGroup):
    """A region's result; ``ada_lalu`` tells whether there is anything of last year."""

    dimensi: tuple[HasilDimensi, ...]
    bobot: Decimal
    akhir: Decimal | None
    lalu: Decimal | None
    perubahan: Decimal | None
    arah: str | None
    ada_lalu: bool


@dataclass(frozen=True, slots=True)
class Asesor(FieldGroup):
    """What one assessor wrote in one section; ``sebutan`` is name and institution, maybe empty."""

    sebutan: str
    nama: str
    instansi: str
    butir: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bagian(FieldGroup):
    """A section of comments, by assessor."""

    judul: str
    asesor: tuple[Asesor, ...]


@dataclass(frozen=True, slots=True)
class Wilayah(FieldGroup):
    """The region that a report is about; ``nama_lengkap`` is "Kabupaten Badung"."""

    nomor: int
    kode: str | None
    nama: str
    nama_lengkap: str
    penerima: str
    kategori: Kategori
    hadir: bool


@dataclass(frozen=True, slots=True)
class RoundFields(FieldGroup):
    """Everything that any document of the round may say."""

    surat: LetterFacts
    rujukan: Rujukan | None
    ralat: Ralat | None
    konsep: bool
    tanda_tangan: TandaTangan
    kode_qr: str | None
    tembusan: tuple[str, ...]
    periode_evaluasi: str | None
    tahun_lalu: str
    jumlah: Jumlah
    skala: Skala
    kategori: tuple[Kategori, ...]
    dimensi: tuple[str, ...]
    nama_dimensi_utama: tuple[str, ...]
    penerima: tuple[BarisPenerima, ...]
    absen: tuple[WilayahAbsen, ...]
    tabel: tuple[BarisNasional, ...]


@dataclass(frozen=True, slots=True)
class RegionFields(FieldGroup):
    """Everything that a document about one region may say besides."""

    wilayah: Wilayah
    hasil: Hasil
    catatan: tuple[Bagian, ...]


def as_context(*groups: FieldGroup) -> dict[str, object]:
    """Give the fields of some groups by name, as the templating stage takes them.

    A field whose value is None is left out where it stands at the outermost, so a template has to
    ask for it (``is defined``).
    """
    return dict(_present(groups))


def _present(groups: tuple[FieldGroup, ...]) -> Iterator[tuple[str, object]]:
    for group in groups:
        for one in fields(group):  # type: ignore[arg-type]
            value = getattr(group, one.name)
            if value is not None:
                yield one.name, value
