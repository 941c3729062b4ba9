"""The workbook's sheets and columns, as data: what is read, written, checked and explained.

Headings and help are Indonesian, because the people who fill the workbook in are. Headings are
matched by ``evaluation.names.name_key``.
"""

from dataclasses import replace

from evaluation.workbook.shapes import Column, Family, Further, Kind, ListedIn, Sheet

HELP_MARK = "↳ "
"""What every cell of a help line begins with; such a row is never read as data."""

NOT_SCORED = ("", "-", "–", "—", "\u2212")
"""What a cell for a number holds where there is none."""

YES, NO = "Ya", "Tidak"
_DIMENSION = Column("Dimensi", "Nama dimensi seperti di lembar Bobot", width=24)
_LISTED_DIMENSION = replace(_DIMENSION, listed=ListedIn("Bobot", "Dimensi"))
_REGION = Column(
    "Wilayah",
    "Nama wilayah seperti di lembar Wilayah",
    listed=ListedIn("Wilayah", "Wilayah"),
    width=32,
)


class LetterSheet(Sheet):
    """Facts of the letter, one a row."""

    key = Column("Kunci", "Nama keterangan; boleh ditambah menurut kebutuhan templat", width=28)
    value = Column("Nilai", "Isi keterangan", width=70)


SURAT = LetterSheet("Surat", "Keterangan surat", required=True)


class QuestionSheet(Sheet):
    """What is asked, one question a row."""

    number = Column("No", "Nomor pertanyaan", kind=Kind.NUMBER, width=6)
    dimension = replace(_LISTED_DIMENSION, help="Dimensi pertanyaan; tampil menurut urutan di sini")
    indicator = Column("Indikator", "Indikator", required=False, width=28)
    sub_indicator = Column("Sub Indikator", "Sub indikator", required=False, width=36)
    question = Column("Pertanyaan", "Bunyi pertanyaan", width=60)


INSTRUMEN = QuestionSheet("Instrumen", "Pertanyaan evaluasi", required=True)


class DimensionSheet(Sheet):
    """How dimensions are called, one a row."""

    dimension = _LISTED_DIMENSION
    letter_name = Column("Nama di Surat", "Sebutan dalam kalimat", required=False, width=24)
    table_name = Column("Nama di Tabel", "Sebutan dalam tabel metode", required=False, width=36)
    description = Column("Uraian", "Penjelasan satu kalimat", required=False, width=60)


DIMENSI = DimensionSheet("Dimensi", "Sebutan dimensi di surat dan tabel")


class ElementSheet(Sheet):
    """Lines of the method table, one a row."""

    dimension = _LISTED_DIMENSION
    element = Column("Elemen", "Yang dinilai", width=30)
    description = Column("Keterangan", "Cara menilainya", required=False, width=60)


ELEMEN = ElementSheet("Elemen", "Baris tabel metode")


class WeightSheet(Sheet):
    """Weights of dimensions, one dimension a row; further columns are categories."""

    dimension = replace(_DIMENSION, help="Nama dimensi")
    when_missing = Column(
        "Bila Kosong",
        "Bila dimensi tanpa nilai: 0, bagi ulang, atau tolak",
        required=False,
        kind=Kind.CHOICE,
        choices=("tolak", "bagi ulang", "0"),
        width=16,
    )


BOBOT = WeightSheet(
    "Bobot",
    "Bobot dimensi menurut kategori",
    required=True,
    further=Further(
        Family.CATEGORIES,
        "Dimensi",
        "Bobot dalam persen, berjumlah 100; judul kolom adalah nama kategori",
        ("Umum",),
        width=14,
    ),
)


class RegionSheet(Sheet):
    """The regions of the round, one a row."""

    number = Column("No", "Nomor urut", required=False, kind=Kind.NUMBER, width=6)
    code = Column("Kode", "Kode wilayah (Kemendagri)", required=False, width=10)
    region = Column("Wilayah", "Misalnya KAB. BADUNG", width=32)
    addressee = Column("Penerima", "Misalnya Bupati Badung", width=36)
    category = Column(
        "Kategori",
        "Salah satu judul kolom kategori di lembar Bobot",
        listed=ListedIn("Bobot", None),
        width=16,
    )
    attended = Column(
        "Hadir",
        "Mengikuti evaluasi: Ya atau Tidak",
        kind=Kind.CHOICE,
        choices=(YES, NO),
        width=9,
    )
    email = Column(
        "Surel",
        "Alamat surel penerima; boleh kosong, dipakai dalam daftar kirim",
        required=False,
        width=28,
        also=("E-mail", "Email", "Alamat Surel", "Alamat E-mail"),
    )
    others = Column(
        "Nama Lain",
        "Nama lama atau singkat wilayah, dipisahkan titik koma",
        required=False,
        width=28,
    )


OTHERS_BETWEEN = "; "
"""What parts the names in one cell of ``Nama Lain``."""

WILAYAH = RegionSheet("Wilayah", "Wilayah yang dievaluasi", required=True)


class ScoreSheet(Sheet):
    """Scores, one row a region and assessor; further columns are what is scored."""

    region = _REGION
    assessor = Column(
        "Asesor", "Nama asesor; hapus kolom ini bila nilai sudah dirata-rata", required=False
    )


NILAI = ScoreSheet(
    "Nilai",
    "Nilai setiap wilayah, satu baris seorang asesor",
    required=True,
    further=Further(
        Family.SCORES,
        "Asesor",
        "Judul kolom: nomor pertanyaan, atau dimensi yang dinilai langsung",
        ("1", "2", "3"),
    ),
)


class PreviousSheet(Sheet):
    """Last year's results, one region a row; further columns are dimensions."""

    region = _REGION
    final = Column("Nilai Final", "Nilai akhir", required=False, kind=Kind.NUMBER, width=12)


TAHUN_LALU = PreviousSheet(
    "Tahun Lalu",
    "Hasil tahun lalu",
    further=Further(
        Family.DIMENSIONS, "Wilayah", "Nilai tahun lalu; judul kolom: nama dimensi", width=14
    ),
)


class CommentSheet(Sheet):
    """Comments, one point a row."""

    region = _REGION
    section = Column("Bagian", "Misalnya Kekuatan, Kelemahan, atau Rekomendasi", width=16)
    assessor = Column("Asesor", "Nama asesor", required=False, width=22)
    institution = Column("Instansi", "Instansi asesor", required=False, width=30)
    point = Column("Butir", "Satu butir catatan", width=80)


CATATAN = CommentSheet("Catatan", "Catatan asesor")


class ExemptionSheet(Sheet):
    """Checks that are silenced, one a row."""

    rule = Column("Aturan", "Nama aturan seperti disebut dalam hasil pemeriksaan", width=28)
    place = Column(
        "Tempat", "Sel, misalnya Nilai!F12; kosong: di mana pun", required=False, width=20
    )
    reason = Column("Alasan", "Mengapa dikecualikan", width=60)


PENGECUALIAN = ExemptionSheet("Pengecualian", "Pemeriksaan yang dikecualikan")


BOBOT_TAHUN_LALU = replace(
    BOBOT, name="Bobot Tahun Lalu", purpose="Bobot tahun lalu", required=False, blank=False
)


class OriginSheet(Sheet):
    """Where values came from, one row a cell or run of cells."""

    place = Column("Tempat", "Sel di buku kerja ini, atau sederet sel", width=20)
    file = Column("Berkas", "Berkas asal", width=50)
    sheet = Column("Lembar", "Lembar asal", required=False, width=20)
    cells = Column("Sel", "Sel asal, atau deretnya", required=False, width=14)
    time = Column("Waktu", "Waktu berkas asal terakhir diubah", required=False, width=20)


ASAL = OriginSheet("Asal", "Asal setiap nilai", blank=False)


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
