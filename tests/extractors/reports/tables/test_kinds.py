"""What a table holds, by its heads, and what each column means."""

import pytest

from evaluation.vocabulary.meanings import Meaning
from extractors.reports.tables.columns import Column
from extractors.reports.tables.kinds import Kind, named_columns


@pytest.mark.parametrize(
    ("heads", "kind", "roles"),
    [
        ("No|Indikator|Sub Indikator|Pertanyaan|Skor", "questions",
         "number|indicator|sub_indicator|text|score"),
        ("Pertanyaan|Nilai", "questions", "text|score"),
        ("Indikator|Sub Indikator|Skor", "questions", "indicator|text|score"),
        ("No|Indikator|Skor", "questions", "number|text|score"),
        ("No|Dimensi|Sub Indikator|Pertanyaan|Skor", "questions",
         "number|indicator|sub_indicator|text|score"),
        ("No|Aspek|Indikator|Pertanyaan|Skor", "questions",
         "number|indicator|sub_indicator|text|score"),
        ("No|Pertanyaan|Bobot|Skor", "questions", "number|text|unused|score"),
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
        ("Asesor|Catatan", "comments", "assessor|point"),
        ("Asesor|Instansi|Catatan", "comments", "assessor|institution|point"),
        ("Bagian|Catatan|Asesor", "comments", "section|point|assessor"),
        ("Bagian|Catatan|Instansi", "comments", "section|point|institution"),
        ("Bagian|Catatan", "other", "|"),
        ("Kata|Lain", "other", "|"),
        ("", "other", ""),
    ],
)  # fmt: skip
def test_heads_tell_what_a_table_holds(heads: str, kind: str, roles: str) -> None:
    columns = [Column(n, n + 1, label) for n, label in enumerate(heads.split("|"))]
    found, named = named_columns(columns)
    assert found is Kind(kind)
    told = ["" if c.role is Meaning.UNSETTLED else c.role.key for c in named]
    assert "|".join(told) == roles
    assert [column.label for column in named] == heads.split("|")
