"""What invented rounds are made of: programmes, regions, questions, assessors, remarks.

All names are invented. Programmes differ on purpose: a reader must not know any one of them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Programme:
    """A kind of evaluation: its name, who is evaluated, along which dimensions and subjects."""

    title: str
    office: str
    kinds: tuple[tuple[str, str], ...]
    """Prefix of an evaluated body with the office that a letter to it addresses."""
    categories: tuple[str, ...]
    dimensions: tuple[str, ...]
    indicators: tuple[str, ...]
    subjects: tuple[str, ...]


PROGRAMMES = (
    Programme(
        "Kota Cerdas (Smart City)",
        "Direktorat Jenderal Layanan Digital",
        (("KAB.", "Bupati"), ("KOTA", "Walikota")),
        ("REGULER", "KAWASAN PRIORITAS"),
        (
            "BASELINE",
            "OUTPUT",
            "OUTCOME",
            "IMPACT",
            "QUICK WIN",
            "PROGRAM KOLABORASI",
            "KEAMANAN INFORMASI",
        ),
        ("Perencanaan", "Realisasi", "Kelembagaan", "Anggaran", "Smart Living", "Smart Economy"),
        (
            "masterplan kota cerdas",
            "dewan kota cerdas",
            "layanan publik daring",
            "pengelolaan data terpadu",
            "rencana aksi peningkatan kapasitas SDM",
            "pusat kendali kota",
        ),
    ),
    Programme(
        "Perpustakaan Umum Berbasis Inklusi Sosial",
        "Pusat Pembinaan Perpustakaan",
        (("Perpustakaan Kabupaten", "Kepala Dinas"), ("Perpustakaan Kota", "Kepala Dinas")),
        ("Utama", "Madya", "Pratama"),
        ("Koleksi", "Sarana dan Prasarana", "Pelayanan", "Tenaga Perpustakaan", "Penyelenggaraan"),
        ("Jumlah Koleksi", "Pengolahan", "Gedung", "Jam Buka", "Literasi", "Kerja Sama"),
        (
            "koleksi tercetak",
            "koleksi digital",
            "ruang baca anak",
            "layanan keliling",
            "katalog daring",
            "pustakawan bersertifikat",
        ),
    ),
    Programme(
        "Desa Mandiri dan Tangguh",
        "Badan Pemberdayaan Desa",
        (("DESA", "Kepala Desa"), ("NAGARI", "Wali Nagari")),
        ("Berkembang", "Maju", "Mandiri"),
        ("Ketahanan Sosial", "Ketahanan Ekonomi", "Ketahanan Lingkungan", "Tata Kelola"),
        ("Kesehatan", "Pendidikan", "Modal Sosial", "Permukiman", "Akses Pasar", "Kebencanaan"),
        (
            "posyandu aktif",
            "badan usaha milik desa",
            "jalan usaha tani",
            "lumbung pangan",
            "kelompok siaga bencana",
            "musyawarah desa",
        ),
    ),
    Programme(
        "Mutu Pelayanan Rumah Sakit Daerah",
        "Komisi Mutu Pelayanan Kesehatan",
        (("RSUD", "Direktur RSUD"), ("RS Khusus", "Direktur RS Khusus")),
        ("Tipe A", "Tipe B", "Tipe C"),
        (
            "A. Tata Kelola",
            "B. Keselamatan Pasien",
            "C. Pelayanan Medis",
            "D. Pelayanan Penunjang",
            "E. Kepuasan Pasien",
            "F. Keuangan",
        ),
        ("Kebijakan", "Pelaporan Insiden", "Waktu Tunggu", "Farmasi", "Survei", "Anggaran"),
        (
            "identifikasi pasien",
            "kebersihan tangan",
            "waktu tanggap gawat darurat",
            "rekam medis elektronik",
            "formularium obat",
            "manajemen risiko klinis",
        ),
    ),
    Programme(
        "Reformasi Birokrasi Satuan Kerja",
        "Inspektorat Pembina Tata Kelola",
        (("Satuan Kerja", "Kepala Satuan Kerja"), ("Balai Besar", "Kepala Balai Besar")),
        ("WBK", "WBBM"),
        ("Manajemen Perubahan", "Penataan Tatalaksana", "Akuntabilitas"),
        ("Tim Kerja", "Prosedur Operasional", "Keterbukaan Informasi", "Pengawasan"),
        (
            "tim kerja pembangunan zona integritas",
            "prosedur operasional tetap",
            "laporan kinerja triwulan",
            "pengendalian gratifikasi",
            "pengaduan masyarakat",
        ),
    ),
)

PLACES = tuple(
    first + (second if first.endswith(" ") else second.lower())
    for first in ("Suka", "Tirta", "Wana", "Giri", "Mekar", "Banyu", "Karang", "Tanjung ")
    for second in ("Jaya", "Mulya", "Sari", "Makmur", "Asri", "Lestari", "Harapan", "Indah")
)

STEMS = (
    "Apakah {subject} sudah memiliki payung hukum?",
    "Sejauh mana {subject} sudah berjalan di tahun ini?",
    "Sejauh mana {subject} sudah dimanfaatkan oleh masyarakat di seluruh wilayah?",
    "Berapa jumlah {subject} dalam {n} tahun terakhir?",
    "Berapa persen nilai anggaran untuk {subject} dari anggaran tahun {year}?",
    "Berapa nilai {subject} menurut Peraturan Nomor {n} Tahun {year}?",
    "Berapa skor {subject} pada penilaian mandiri tahun {year}",
    "Bagaimana hasil pemantauan {subject} (skor 1 sampai {n}) ditindaklanjuti oleh pimpinan?",
    "Hasil penilaian {subject} oleh pihak luar selama {n} bulan terakhir",
    "Ketersediaan {subject} yang memenuhi {n},5 persen kebutuhan?",
    "Sejauh mana {subject} mencakup perencanaan, pelaksanaan, pemantauan, dan perbaikan yang "
    "terdokumentasi, serta diketahui oleh seluruh pihak terkait (pemerintah, akademisi, pelaku "
    "usaha, dan masyarakat) paling sedikit {n} kali dalam setahun?",
)
"""Shapes of a question. Some end without a mark, hold numbers, or name "nilai" and "hasil"."""

SURVEY = "Berdasarkan hasil survei terhadap {respondents} responden pengguna layanan, "
SURVEY_STEMS = (
    "berapa rata-rata nilai kemudahan {subject}?",
    "berapa rata-rata nilai {subject} dapat diakses secara daring/online?",
    "berapa rata-rata nilai manfaat {subject} bagi masyarakat/pelaku usaha/akademisi?",
    "berapa rata-rata nilai {subject} telah direspons sesuai standar waktu {n} hari kerja?",
)

SUB_STEMS = (
    "Ketersediaan {subject}",
    "Pelaksanaan {subject}",
    "Keberlanjutan {subject} di tahun berjalan",
    "Sub Dimensi: {subject} (diselenggarakan oleh pemerintah)",
)

ASSESSORS = (
    ("Asesor Satu", "Universitas Contoh"),
    ("Dr. Asesor Dua, S.T., M.Kom.", "Universitas Contoh Nusantara"),
    ("Prof. Dr. Ir. Asesor Tiga, M.Sc., Ph.D.", "Institut Teknologi Contoh"),
    ("Asesor Empat, S.IP., M.Si.", "Ikatan Konsultan Contoh Indonesia (IKCI)"),
    ("Hj. Asesor Lima, S.E.", "Kementerian Urusan Contoh"),
    ("A. B. Asesor Enam", "Lembaga Kajian Tata Kelola"),
    ("Asesor Tujuh, A.Md.", "PT Contoh Cerdas Persada"),
)

POINTS = (
    "Komitmen pimpinan terhadap {subject} sudah baik",
    "{subject} belum optimal",
    "Pendanaan di luar anggaran rutin untuk {subject} masih relatif rendah, di bawah {n}%",
    "{n} dari 12 kegiatan {subject} sudah selesai; sisanya menunggu hasil evaluasi tahun {year}",
    "Perlu meningkatkan kerja sama dengan berbagai pihak, baik internal maupun eksternal, agar "
    "{subject} dapat berjalan lebih efektif dan memberi manfaat yang terukur bagi masyarakat",
    "Keberlanjutan: {subject} terus diperluas hingga tingkat paling bawah, menunjukkan dedikasi "
    "dalam pemerataan manfaat; nilai {n},2 pada survei terakhir perlu dipertahankan",
    "Nilai {subject} meningkat dibandingkan dengan tahun {year}",
    "Dokumen {subject} sudah berakhir tahun {year}, maka perlu disusun kembali",
    "Yang hadir: Asisten II, Kepala Dinas, dan perwakilan dari {n} perangkat daerah",
)

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
