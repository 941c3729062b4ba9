"""How the sheets of a map are called and headed: whoever writes it and whoever reads it agree."""

COLUMNS, NAMES = "Kolom", "Wilayah"


class Columns:
    """The columns of the sheet that settles columns, from 0."""

    FILE, SHEET, LETTERS, HEADING, FIRST, TAKEN, MEANING, DETAIL = range(8)

    @staticmethod
    def headings() -> tuple[str, ...]:
        """Give the headings in their order."""
        return (
            "Berkas",
            "Lembar",
            "Kolom",
            "Judul",
            "Isi pertama",
            "Dipahami sebagai",
            "Arti (pilih)",
            "Rincian (nomor pertanyaan, bagian, wilayah, atau asesor)",
        )


class Names:
    """The columns of the sheet that settles names of regions, from 0."""

    TEXT, NEAR, REGION = range(3)

    @staticmethod
    def headings() -> tuple[str, ...]:
        """Give the headings in their order."""
        return ("Tertulis", "Terdekat", "Wilayah yang dimaksud (pilih)")
