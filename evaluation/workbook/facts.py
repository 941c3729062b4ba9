"""The facts of the letter: the keys of the sheet ``Surat``, as data; ``FACTS.number`` is one."""

from dataclasses import dataclass, fields

from evaluation.workbook.shapes import FactKey, Kind

AVERAGE_WHAT_IS_THERE = "rata-rata yang ada"
"""What may stand beside ``Nilai Kosong``."""


@dataclass(frozen=True)
class LetterFacts:
    """Every key that the program knows, in the order in which a blank workbook has them."""

    number: FactKey = FactKey("Nomor", "Nomor surat; kosongkan untuk konsep")
    date: FactKey = FactKey("Tanggal", "Tanggal surat; kosongkan untuk konsep", kind=Kind.DATE)
    place: FactKey = FactKey("Tempat", "Kota tempat surat ditandatangani")
    nature: FactKey = FactKey("Sifat", "Sifat surat, misalnya Biasa")
    enclosures: FactKey = FactKey("Lampiran", "Jumlah lampiran, misalnya 1 (satu) berkas")
    subject: FactKey = FactKey("Hal", "Pokok surat")
    addressed_to: FactKey = FactKey("Tujuan", "Alamat surat, misalnya (Daftar terlampir)")
    signatory_office: FactKey = FactKey(
        "Jabatan Penandatangan", "Jabatan pejabat yang menandatangani"
    )
    signatory: FactKey = FactKey("Nama Penandatangan", "Nama pejabat yang menandatangani")
    reference_number: FactKey = FactKey("Nomor Surat Rujukan", "Nomor surat yang dirujuk")
    reference_date: FactKey = FactKey(
        "Tanggal Surat Rujukan", "Tanggal surat yang dirujuk", kind=Kind.DATE
    )
    reference_origin: FactKey = FactKey(
        "Asal Surat Rujukan", "Pejabat yang mengirim surat yang dirujuk", also="Asal"
    )
    reference_subject: FactKey = FactKey(
        "Tentang Surat Rujukan", "Pokok surat yang dirujuk", also="Tentang"
    )
    programme: FactKey = FactKey("Program", "Nama program yang dievaluasi")
    stage: FactKey = FactKey("Tahap", "Tahap evaluasi, misalnya II")
    year: FactKey = FactKey("Tahun", "Tahun evaluasi")
    period: FactKey = FactKey("Periode", "Tahun program, misalnya 2017-2022")
    questionnaire: FactKey = FactKey("Tautan Kuesioner", "Alamat kuesioner di internet")
    evaluation_start: FactKey = FactKey("Evaluasi Mulai", "Hari pertama evaluasi", kind=Kind.DATE)
    evaluation_end: FactKey = FactKey("Evaluasi Selesai", "Hari terakhir evaluasi", kind=Kind.DATE)
    scale_minimum: FactKey = FactKey(
        "Skala Minimum", "Nilai terendah, misalnya 1", required=True, kind=Kind.NUMBER
    )
    scale_maximum: FactKey = FactKey(
        "Skala Maksimum", "Nilai tertinggi, misalnya 4", required=True, kind=Kind.NUMBER
    )
    scale_step: FactKey = FactKey(
        "Langkah Skala",
        "Jarak antara dua nilai asesor, misalnya 1",
        required=True,
        kind=Kind.NUMBER,
    )
    when_unscored: FactKey = FactKey(
        "Nilai Kosong",
        f"Kosong: setiap pertanyaan harus dinilai; atau: {AVERAGE_WHAT_IS_THERE}",
        kind=Kind.CHOICE,
    )
    pack: FactKey = FactKey("Paket Templat", "Nama paket templat; kosongkan untuk yang bawaan")
    copies: FactKey = FactKey(
        "Tembusan", "Satu penerima tembusan; ulangi baris ini seperlunya", repeats=True
    )


FACTS = LetterFacts()

SURAT_KEYS: tuple[FactKey, ...] = tuple(getattr(FACTS, each.name) for each in fields(FACTS))
"""The same, to go through."""

JOINED_KEYS = ("Asal dan Tentang Surat Rujukan",)
"""Keys that say in one row what SURAT_KEYS say in two; read as well, never written."""
