"""The workbook's sheets, columns and facts, as data: what is read, written, checked and explained.

Headings and help are Indonesian, because the people who fill the workbook in are. Headings are
matched by ``evaluation.names.name_key``.
"""

from dataclasses import replace

from evaluation.workbook.shapes import Column, FactKey, Family, Further, Kind, ListedIn, Sheet

HELP_MARK = "↳ "
"""What every cell of a help line begins with; such a row is never read as data."""

NOT_SCORED = ("", "-", "–", "—")
"""What a cell for a number holds where there is none."""

SCALE_MINIMUM = "Skala Minimum"
SCALE_MAXIMUM = "Skala Maksimum"
SCALE_STEP = "Langkah Skala"
WHEN_UNSCORED = "Nilai Kosong"
AVERAGE_WHAT_IS_THERE = "rata-rata yang ada"

SURAT_KEYS = (
    FactKey("Nomor", "Nomor surat; kosongkan untuk konsep"),
    FactKey("Tanggal", "Tanggal surat; kosongkan untuk konsep", kind=Kind.DATE),
    FactKey("Tempat", "Kota tempat surat ditandatangani"),
    FactKey("Sifat", "Sifat surat, misalnya Biasa"),
    FactKey("Lampiran", "Jumlah lampiran, misalnya 1 (satu) berkas"),
    FactKey("Hal", "Pokok surat"),
    FactKey("Tujuan", "Alamat surat, misalnya (Daftar terlampir)"),
    FactKey("Jabatan Penandatangan", "Jabatan pejabat yang menandatangani"),
    FactKey("Nama Penandatangan", "Nama pejabat yang menandatangani"),
    FactKey("Nomor Surat Rujukan", "Nomor surat yang dirujuk"),
    FactKey("Tanggal Surat Rujukan", "Tanggal surat yang dirujuk", kind=Kind.DATE),
    FactKey("Asal Surat Rujukan", "Pejabat yang mengirim surat yang dirujuk"),
    FactKey("Tentang Surat Rujukan", "Pokok surat yang dirujuk"),
    FactKey("Program", "Nama program yang dievaluasi"),
    FactKey("Tahap", "Tahap evaluasi, misalnya II"),
    FactKey("Tahun", "Tahun evaluasi"),
    FactKey("Periode", "Tahun program, misalnya 2017-2022"),
    FactKey("Tautan Kuesioner", "Alamat kuesioner di internet"),
    FactKey("Evaluasi Mulai", "Hari pertama evaluasi", kind=Kind.DATE),
    FactKey("Evaluasi Selesai", "Hari terakhir evaluasi", kind=Kind.DATE),
    FactKey(SCALE_MINIMUM, "Nilai terendah, misalnya 1", required=True, kind=Kind.NUMBER),
    FactKey(SCALE_MAXIMUM, "Nilai tertinggi, misalnya 4", required=True, kind=Kind.NUMBER),
    FactKey(
        SCALE_STEP, "Jarak antara dua nilai asesor, misalnya 1", required=True, kind=Kind.NUMBER
    ),
    FactKey(
        WHEN_UNSCORED,
        f"Kosong: setiap pertanyaan harus dinilai; atau: {AVERAGE_WHAT_IS_THERE}",
        kind=Kind.CHOICE,
    ),
    FactKey("Paket Templat", "Nama paket templat; kosongkan untuk yang bawaan"),
    FactKey("Tembusan", "Satu penerima tembusan; ulangi baris ini seperlunya", repeats=True),
)

YES, NO = "Ya", "Tidak"
_DIMENSION = Column("Dimensi", "Nama dimensi seperti di lembar Bobot", width=24)
_LISTED_DIMENSION = replace(_DIMENSION, listed=ListedIn("Bobot", "Dimensi"))
_REGION = Column(
    "Wilayah",
    "Nama wilayah seperti di lembar Wilayah",
    listed=ListedIn("Wilayah", "Wilayah"),
    width=32,
)

SURAT = Sheet(
    "Surat",
    "Keterangan surat",
    (
        Column("Kunci", "Nama keterangan; boleh ditambah menurut kebutuhan templat", width=28),
        Column("Nilai", "Isi keterangan", width=70),
    ),
    required=True,
)
INSTRUMEN = Sheet(
    "Instrumen",
    "Pertanyaan evaluasi",
    (
        Column("No", "Nomor pertanyaan", kind=Kind.NUMBER, width=6),
        replace(_LISTED_DIMENSION, help="Dimensi pertanyaan; tampil menurut urutan di sini"),
        Column("Indikator", "Indikator", required=False, width=28),
        Column("Sub Indikator", "Sub indikator", required=False, width=36),
        Column("Pertanyaan", "Bunyi pertanyaan", width=60),
    ),
    required=True,
)
DIMENSI = Sheet(
    "Dimensi",
    "Sebutan dimensi di surat dan tabel",
    (
        _LISTED_DIMENSION,
        Column("Nama di Surat", "Sebutan dalam kalimat", required=False, width=24),
        Column("Nama di Tabel", "Sebutan dalam tabel metode", required=False, width=36),
        Column("Uraian", "Penjelasan satu kalimat", required=False, width=60),
    ),
)
ELEMEN = Sheet(
    "Elemen",
    "Baris tabel metode",
    (
        _LISTED_DIMENSION,
        Column("Elemen", "Yang dinilai", width=30),
        Column("Keterangan", "Cara menilainya", required=False, width=60),
    ),
)
BOBOT = Sheet(
    "Bobot",
    "Bobot dimensi menurut kategori",
    (
        replace(_DIMENSION, help="Nama dimensi"),
        Column(
            "Bila Kosong",
            "Bila dimensi tanpa nilai: 0, bagi ulang, atau tolak",
            required=False,
            kind=Kind.CHOICE,
            choices=("tolak", "bagi ulang", "0"),
            width=16,
        ),
    ),
    required=True,
    further=Further(
        Family.CATEGORIES,
        "Dimensi",
        "Bobot dalam persen, berjumlah 100; judul kolom adalah nama kategori",
        ("Umum",),
        width=14,
    ),
)
WILAYAH = Sheet(
    "Wilayah",
    "Wilayah yang dievaluasi",
    (
        Column("No", "Nomor urut", required=False, kind=Kind.NUMBER, width=6),
        Column("Kode", "Kode wilayah (Kemendagri)", required=False, width=10),
        Column("Wilayah", "Misalnya KAB. BADUNG", width=32),
        Column("Penerima", "Misalnya Bupati Badung", width=36),
        Column(
            "Kategori",
            "Salah satu judul kolom kategori di lembar Bobot",
            listed=ListedIn("Bobot", None),
            width=16,
        ),
        Column(
            "Hadir",
            "Mengikuti evaluasi: Ya atau Tidak",
            kind=Kind.CHOICE,
            choices=(YES, NO),
            width=9,
        ),
    ),
    required=True,
)
NILAI = Sheet(
    "Nilai",
    "Nilai setiap wilayah, satu baris seorang asesor",
    (
        _REGION,
        Column(
            "Asesor", "Nama asesor; hapus kolom ini bila nilai sudah dirata-rata", required=False
        ),
    ),
    required=True,
    further=Further(
        Family.SCORES,
        "Asesor",
        "Judul kolom: nomor pertanyaan, atau dimensi yang dinilai langsung",
        ("1", "2", "3"),
    ),
)
TAHUN_LALU = Sheet(
    "Tahun Lalu",
    "Hasil tahun lalu",
    (
        _REGION,
        Column("Nilai Final", "Nilai akhir", required=False, kind=Kind.NUMBER, width=12),
    ),
    further=Further(
        Family.DIMENSIONS, "Wilayah", "Nilai tahun lalu; judul kolom: nama dimensi", width=14
    ),
)
CATATAN = Sheet(
    "Catatan",
    "Catatan asesor",
    (
        _REGION,
        Column("Bagian", "Misalnya Kekuatan, Kelemahan, atau Rekomendasi", width=16),
        Column("Asesor", "Nama asesor", required=False, width=22),
        Column("Instansi", "Instansi asesor", required=False, width=30),
        Column("Butir", "Satu butir catatan", width=80),
    ),
)
PENGECUALIAN = Sheet(
    "Pengecualian",
    "Pemeriksaan yang dikecualikan",
    (
        Column("Aturan", "Nama aturan seperti disebut dalam hasil pemeriksaan", width=28),
        Column("Tempat", "Sel, misalnya Nilai!F12; kosong: di mana pun", required=False, width=20),
        Column("Alasan", "Mengapa dikecualikan", width=60),
    ),
)
BOBOT_TAHUN_LALU = Sheet(
    "Bobot Tahun Lalu", "Bobot tahun lalu", BOBOT.columns, further=BOBOT.further, blank=False
)
ASAL = Sheet(
    "Asal",
    "Asal setiap nilai",
    (
        Column("Tempat", "Sel di buku kerja ini, atau sederet sel", width=20),
        Column("Berkas", "Berkas asal", width=50),
        Column("Lembar", "Lembar asal", required=False, width=20),
        Column("Sel", "Sel asal, atau deretnya", required=False, width=14),
        Column("Waktu", "Waktu berkas asal terakhir diubah", required=False, width=20),
    ),
    blank=False,
)

JOINED_KEYS = ("Asal dan Tentang Surat Rujukan",)
"""Keys that say in one row what SURAT_KEYS say in two; read as well, never written."""

SHEETS = (
    SURAT,
    INSTRUMEN,
    DIMENSI,
    ELEMEN,
    BOBOT,
    WILAYAH,
    NILAI,
    TAHUN_LALU,
    CATATAN,
    PENGECUALIAN,
    BOBOT_TAHUN_LALU,
    ASAL,
)
"""Every sheet that a workbook may have, in the order in which it is written and read."""

HELPER_SHEET = "_Daftar"
"""The hidden sheet that drop-downs take their words from; it is never read."""
