"""What a table holds, by its heads, and what each column means."""

import pytest

from extractors.reports.tables.columns import Column
from extractors.reports.tables.kinds import Kind, named_columns


@pytest.mark.parametrize(
    ("heads", "kind", "roles"),
    [
        ("No|Indikator|Sub Indikator|Pertanyaan|Skor", "questions",
         "number|indicator|sub_indicator|question|score"),
        ("Pertanyaan|Nilai", "questions", "question|score"),
        ("Indikator|Sub Indikator|Skor", "questions", "indicator|question|score"),
        ("No|Indikator|Skor", "questions", "number|question|score"),
        ("No|Dimensi|Sub Indikator|Pertanyaan|Skor", "questions",
         "number|indicator|sub_indicator|question|score"),
        ("No|Aspek|Indikator|Pertanyaan|Skor", "questions",
         "number|indicator|sub_indicator|question|score"),
        ("No|Pertanyaan|Bobot|Skor", "questions", "number|question|other|score"),
        ("No|Kab/Kota|Awal|Nilai Akhir|Ket", "results", "number|region|||category"),
        ("No|Kab/Kota|Skor", "results", "number|region|"),
        ("Kab/Kota|Kenaikan", "results", "region|"),
        ("No|Kab/Kota|Awal|Hasil Lain", "results", "number|region||"),
        ("No|Kab/Kota|Awal", "names", "number|region|"),
        ("No|Kab/Kota|Kategori", "names", "number|region|category"),
        ("No|Penerima", "names", "number|addressee"),
        ("Dimensi|Rata-rata", "summary", "dimension|average"),
        ("Dimensi|Skor", "summary", "dimension|score"),
        ("Indikator|Rata-rata", "summary", "indicator|average"),
        ("Asesor|Catatan", "comments", "assessor|points"),
        ("Asesor|Instansi|Catatan", "comments", "assessor|institution|points"),
        ("Bagian|Catatan|Asesor", "comments", "section|points|assessor"),
        ("Bagian|Catatan|Instansi", "comments", "section|points|institution"),
        ("Bagian|Catatan", "other", "|"),
        ("Kata|Lain", "other", "|"),
        ("", "other", ""),
    ],
)  # fmt: skip
def test_heads_tell_what_a_table_holds(heads: str, kind: str, roles: str) -> None:
    columns = [Column(n, n + 1, label) for n, label in enumerate(heads.split("|"))]
    found, named = named_columns(columns)
    assert found is Kind(kind)
    assert "|".join(column.role for column in named) == roles
    assert [column.label for column in named] == heads.split("|")
