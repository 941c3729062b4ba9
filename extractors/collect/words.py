"""The words that headings, labels and foot rows are made of, as data."""

import re
from collections.abc import Mapping
from functools import lru_cache

from evaluation.collected import Meaning
from evaluation.names import plain

HEADINGS: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.REGION: (
        "wilayah",
        "nama wilayah",
        "daerah",
        "nama daerah",
        "kabupaten kota",
        "kota kabupaten",
        "kab kota",
        "nama kabupaten kota",
        "nama kab kota",
        "asal daerah",
        "daerah asal",
        "pemerintah daerah",
        "nama pemerintah daerah",
        "pemda",
        "nama pemda",
        "asal kabupaten kota",
        "kabupaten",
        "kota",
        "region",
        "region name",
    ),
    Meaning.CODE: (
        "kode",
        "kode wilayah",
        "kode daerah",
        "kode kemendagri",
        "kode kab kota",
        "kode kabupaten kota",
        "kode bps",
        "region code",
    ),
    Meaning.ASSESSOR: (
        "asesor",
        "nama asesor",
        "assessor",
        "penilai",
        "nama penilai",
        "evaluator",
        "nama evaluator",
        "juri",
        "nama juri",
        "reviewer",
        "nama reviewer",
        "verifikator",
        "nama verifikator",
    ),
    Meaning.INSTITUTION: (
        "instansi",
        "asal instansi",
        "nama instansi",
        "institusi",
        "asal institusi",
        "lembaga",
        "universitas",
        "perguruan tinggi",
        "afiliasi",
        "institution",
    ),
    Meaning.NUMBER: (
        "no pertanyaan",
        "nomor pertanyaan",
        "no soal",
        "nomor soal",
        "kode pertanyaan",
        "pertanyaan no",
        "pertanyaan nomor",
        "question number",
        "no butir",
    ),
    Meaning.TEXT: (
        "pertanyaan",
        "bunyi pertanyaan",
        "uraian pertanyaan",
        "isi pertanyaan",
        "teks pertanyaan",
        "soal",
        "question",
        "butir pertanyaan",
        "daftar pertanyaan",
    ),
    Meaning.DIMENSION: ("dimensi", "nama dimensi", "dimension"),
    Meaning.INDICATOR: ("indikator", "indicator"),
    Meaning.SUB_INDICATOR: ("sub indikator", "subindikator", "sub indicator"),
    Meaning.SCORE: (
        "nilai",
        "skor",
        "score",
        "nilai asesor",
        "skor asesor",
        "nilai penilaian",
        "skor penilaian",
        "nilai skor",
        "hasil penilaian",
        "jawaban",
    ),
    Meaning.SECTION: ("bagian", "jenis catatan", "kategori catatan", "bagian catatan", "section"),
    Meaning.POINT: (
        "butir",
        "butir catatan",
        "catatan",
        "isi catatan",
        "uraian catatan",
        "komentar",
        "catatan asesor",
        "poin",
    ),
}
"""Headings by meaning, as ``plain`` gives them."""

NUMBERING = frozenset(("no", "nomor", "no urut", "nomor urut", "#", "num", "number"))
"""Headings of a column that numbers questions or merely rows: the table tells which."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "Kekuatan": ("kekuatan", "kelebihan", "keunggulan", "strength", "strengths"),
    "Kelemahan": ("kelemahan", "kekurangan", "weakness", "weaknesses"),
    "Rekomendasi": (
        "rekomendasi",
        "saran",
        "saran rekomendasi",
        "rekomendasi saran",
        "saran perbaikan",
        "recommendation",
        "recommendations",
    ),
    "Peluang": ("peluang",),
    "Tantangan": ("tantangan", "hambatan", "kendala", "ancaman"),
}
"""Sections of comments that a column may be headed by, where the round names none of its own."""

_NEVER_USED = """
timestamp, cap waktu, stempel waktu, waktu, tanggal, waktu pengisian, tanggal pengisian,
start time, completion time, waktu mulai, waktu selesai, email, e-mail, alamat email,
email address, surel, alamat surel, username, nama pengguna, rata-rata, rerata, average,
mean, jumlah, total, total nilai, jumlah nilai, total skor, skor total, jumlah skor,
nilai akhir, nilai final, nilai total, skor akhir, indeks, peringkat, ranking, rank,
kategori, status, hadir, predikat, penerima, provinsi, nama provinsi, jabatan, nip,
telepon, no hp, nomor hp, nomor telepon, no telepon, keterangan, ip address, response
id, id respons, id, nilai rata-rata, rata-rata nilai, skor rata-rata, tingkat
improvement, tahun, respondent id, collector id, tautan, url, bukti, bukti dukung, sisa,
belum diisi, median, minimum, maksimum
"""
NEVER_USED = frozenset(map(plain, _NEVER_USED.split(",")))
"""Headings of columns that are met often and hold nothing to be collected."""

_BESIDE_TOTALS = """
akhir, asesor, bobot, daerah, dan, dari, dimensi, evaluasi, final, indeks, ini, jumlah,
kabupaten, kategori, keseluruhan, kota, lalu, nasional, nilai, penilai, penilaian, per,
peringkat, persen, rata, rerata, seluruh, semua, sementara, skor, tahun, terbobot,
tertimbang, total, wilayah
"""
BESIDE_TOTALS = frozenset(word.strip() for word in _BESIDE_TOTALS.split(","))
"""Words that leave a total or a result what it is: ``Nilai Akhir Seluruh Asesor``."""

LABELS: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.REGION: HEADINGS[Meaning.REGION],
    Meaning.CODE: HEADINGS[Meaning.CODE],
    Meaning.ASSESSOR: HEADINGS[Meaning.ASSESSOR],
    Meaning.INSTITUTION: HEADINGS[Meaning.INSTITUTION],
}
"""What may stand in front of the one region and the one assessor that a sheet is about."""

_FOOT = re.compile(
    r"(?:sub ?)?(?:jumlah|total|rata rata|rerata|mean|average|avg|min|minimum|maks|maksimum"
    r"|maksimal|minimal|max|maximum|median|modus|std|stdev|standar deviasi|simpangan baku"
    r"|grand total|nilai (?:rata rata|tertinggi|terendah|maksimum|minimum|total)"
    r"|skor (?:rata rata|total)|tertinggi|terendah|count|sum|banyaknya)(?: .*)?"
)
_NOTE = re.compile(
    r"\s*(?:catatan|sumber|keterangan|ket|note|notes|source)\s*[:.*=]", re.IGNORECASE
)
NOTE_SIGNS = ("*", "※", "†", "↳")
KINDS = ("kab", "kabupaten", "kota", "prov", "provinsi", "propinsi")


@lru_cache(maxsize=20_000)
def is_foot(text: str) -> bool:
    """Tell whether a text names a total, a mean or another sum over rows."""
    return _FOOT.fullmatch(plain(text)) is not None


@lru_cache(maxsize=20_000)
def is_note(text: str) -> bool:
    """Tell whether a text is a note below a table (``Sumber: …``, ``* …``)."""
    return _NOTE.match(text) is not None or text.lstrip().startswith(NOTE_SIGNS)
