"""What a column may mean, in whatever was read: a collected spreadsheet, a table of a report."""

from enum import Enum


class Meaning(Enum):
    """What a column means; the value is its word in a mapping file and in what is told."""

    REGION = "wilayah"
    CODE = "kode"
    ASSESSOR = "asesor"
    INSTITUTION = "instansi"
    NUMBER = "nomor pertanyaan"
    TEXT = "bunyi pertanyaan"
    DIMENSION = "dimensi"
    INDICATOR = "indikator"
    SUB_INDICATOR = "sub indikator"
    SCORE = "nilai"
    ITEM = "pertanyaan"
    OF_REGION = "nilai wilayah"
    OF_ASSESSOR = "nilai asesor"
    SECTION = "bagian"
    POINT = "butir"
    COMMENTS = "catatan"
    AVERAGE = "rata-rata"
    FINAL = "nilai final"
    CHANGE = "perubahan"
    PREVIOUS = "nilai tahun lalu"
    CATEGORY = "kategori"
    ADDRESSEE = "penerima"
    UNUSED = "abaikan"
    UNSETTLED = "?"

    @property
    def key(self) -> str:
        """Give the English word for it, in the files of words and in a record as JSON."""
        return self.name.lower()


PRINTED = (
    Meaning.AVERAGE, Meaning.FINAL, Meaning.CHANGE, Meaning.PREVIOUS, Meaning.CATEGORY,
    Meaning.ADDRESSEE,
)  # fmt: skip
"""What only columns of issued documents are taken for."""

COLLECTED = tuple(meaning for meaning in Meaning if meaning not in PRINTED)
"""What a column of a collected spreadsheet may be taken for, in the order in which it is told."""


def meaning_of(key: str) -> Meaning:
    """Give the meaning of an English word. Raises ValueError for any other word."""
    try:
        return Meaning[key.upper()]
    except KeyError:
        raise ValueError(f"no meaning of a column: {key[:40]!r}") from None
