"""The facts of the letter: the keys of the sheet ``Surat``, as data; ``FACTS.number`` is one."""

from evaluation.workbook.shapes import FactKey, Kind

AVERAGE_WHAT_IS_THERE = "rata-rata yang ada"
"""What may stand beside ``Nilai Kosong``."""


class LetterFacts:
    """Every key that the program knows, in the order in which a blank workbook has them."""

    number = FactKey("Nomor", "Nomor surat; kosongkan untuk konsep")
    date = FactKey("Tanggal", "Tanggal surat; kosongkan untuk konsep", kind=Kind.DATE)
    place = FactKey("Tempat", "Kota tempat surat ditandatangani")
    nature = FactKey("Sifat", "Sifat surat, misalnya Biasa")
    enclosures = FactKey("Lampiran", "Jumlah lampiran, misalnya 1 (satu) berkas")
    subject = FactKey("Hal", "Pokok surat")
    addressed_to = FactKey("Tujuan", "Alamat surat, misalnya (Daftar terlampir)")
    signatory_office = FactKey("Jabatan Penandatangan", "Jabatan pejabat yang menandatangani")
    signatory = FactKey("Nama Penandatangan", "Nama pejabat yang menandatangani")
    reference_number = FactKey("Nomor Surat Rujukan", "Nomor surat yang dirujuk")
    reference_date = FactKey("Tanggal Surat Rujukan", "Tanggal surat yang dirujuk", kind=Kind.DATE)
    reference_origin = FactKey(
        "Asal Surat Rujukan", "Pejabat yang mengirim surat yang dirujuk", also="Asal"
    )
    reference_subject = FactKey("Tentang Surat Rujukan", "Pokok surat yang dirujuk", also="Tentang")
    programme = FactKey("Program", "Nama program yang dievaluasi")
    stage = FactKey("Tahap", "Tahap evaluasi, misalnya II")
    year = FactKey("Tahun", "Tahun evaluasi")
    period = FactKey("Periode", "Tahun program, misalnya 2017-2022")
    questionnaire = FactKey("Tautan Kuesioner", "Alamat kuesioner di internet")
    evaluation_start = FactKey("Evaluasi Mulai", "Hari pertama evaluasi", kind=Kind.DATE)
    evaluation_end = FactKey("Evaluasi Selesai", "Hari terakhir evaluasi", kind=Kind.DATE)
    scale_minimum = FactKey(
        "Skala Minimum", "Nilai terendah, misalnya 1", required=True, kind=Kind.NUMBER
    )
    scale_maximum = FactKey(
        "Skala Maksimum", "Nilai tertinggi, misalnya 4", required=True, kind=Kind.NUMBER
    )
    scale_step = FactKey(
        "Langkah Skala",
        "Jarak antara dua nilai asesor, misalnya 1",
        required=True,
        kind=Kind.NUMBER,
    )
    when_unscored = FactKey(
        "Nilai Kosong",
        f"Kosong: setiap pertanyaan harus dinilai; atau: {AVERAGE_WHAT_IS_THERE}",
        kind=Kind.CHOICE,
    )
    pack = FactKey("Paket Templat", "Nama paket templat; kosongkan untuk yang bawaan")
    copies = FactKey(
        "Tembusan", "Satu penerima tembusan; ulangi baris ini seperlunya", repeats=True
    )


FACTS = LetterFacts()

SURAT_KEYS: tuple[FactKey, ...] = tuple(
    key for key in vars(LetterFacts).values() if isinstance(key, FactKey)
)
"""The same, to go through."""

JOINED_KEYS = ("Asal dan Tentang Surat Rujukan",)
"""Keys that say in one row what SURAT_KEYS say in two; read as well, never written."""
