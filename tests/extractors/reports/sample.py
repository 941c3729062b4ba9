"""A paper with the traps in it: numbers and the words of labels inside questions."""

from decimal import Decimal

from tests.extractors.reports.papers import Asked, Paper, Part, Remark


def sample() -> Paper:
    """Two dimensions, numbered through, and two assessors in two sections."""
    first = Part(
        "Tata Kelola",
        (
            Asked(1, "Perencanaan", "Apakah rencana induk sudah disahkan?", Decimal("4")),
            Asked(2, "Perencanaan", "Berapa nilai yang dicapai pada tahun 2023 dari 100 target, "
                  "menurut hasil penilaian Peraturan Nomor 4 Tahun 2021?", Decimal("3.6")),
            Asked(3, "Pelaksanaan", "Berdasarkan survei terhadap 50 responden, berapa rata-rata "
                  "nilai layanan dalam 2 tahun terakhir?", Decimal("2.8")),
        ),
    )  # fmt: skip
    second = Part(
        "Layanan",
        (
            Asked(4, "Akses", "Sejauh mana layanan dapat diakses?", Decimal("3.2")),
            Asked(5, "Mutu", "Bagaimana hasil pemantauan (skor 1 sampai 4)?", Decimal("1")),
        ),
    )
    remarks = (
        Remark("Kekuatan", "Dr. Asesor Satu, S.T., M.Kom.", "Universitas Contoh",
               ("Komitmen pimpinan sudah baik", "Nilai 3,2 pada survei perlu dipertahankan dan "
                "ditingkatkan melalui kerja sama dengan berbagai pihak di seluruh wilayah daerah")),
        Remark("Kekuatan", "Asesor Dua", "Badan Contoh", ("Data terbuka diperbarui berkala",)),
        Remark("Rekomendasi", "Asesor Dua", "Badan Contoh", ("Menyusun rencana aksi baru",)),
    )  # fmt: skip
    return Paper("KAB. CONTOH", 2023, (first, second), remarks)
