"""What is not understood is written down for the user, and settled when it comes back."""

from pathlib import Path

import pytest

from evaluation.errors import UnreadableInputError, WrongDataError
from evaluation.understanding import Shape
from evaluation.vocabulary.meanings import Meaning
from extractors.collect import Mapping, collect, mapping_toml, read_mapping
from tests.extractors.collect import making
from tests.extractors.collect.truth import TRUTH, scores_of
from tests.extractors.collect.writing import Grid, Rows, write_book, write_csv


def odd_table() -> Rows:
    """A wide table with a heading that means nothing and a region that nobody knows."""
    rows = making.wide(TRUTH)
    rows[0][5] = 'Kolom "aneh"\nbaris kedua'
    for row in rows[1:]:
        if row[2] == "KAB. BOGOR":
            row[1], row[2] = "", "Bgr"
    return rows


def completed(path: Path, text: str, answers: dict[str, str]) -> Path:
    for asked, answer in answers.items():
        assert asked in text
        text = text.replace(asked, answer)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_mapping_that_was_written_settles_this_file_and_the_next(tmp_path: Path) -> None:
    first = collect(
        [write_book(tmp_path / "a.xlsx", [Grid("A", odd_table())])], known=TRUTH.known()
    )
    assert [c.meaning for table in first.understood for c in table.unsettled] == [Meaning.UNSETTLED]
    answers = {
        '"Kolom \\"aneh\\"\\nbaris kedua" = "?"': '"Kolom \\"aneh\\"\\nbaris kedua" = 1',
        '"Bgr" = "?"': '"Bgr" = "KAB. BOGOR"',
    }
    path = completed(tmp_path / "peta.toml", mapping_toml(first), answers)
    following = write_csv(tmp_path / "b.csv", odd_table())
    for file in (tmp_path / "a.xlsx", following):
        result = collect([file], known=TRUTH.known(), mapping=read_mapping(path))
        assert scores_of(result) == TRUTH.scores()
        assert not result.findings


def test_a_table_that_says_nothing_is_settled_by_the_mapping(tmp_path: Path) -> None:
    rows = making.long(TRUTH)
    rows[0] = ["Kol A", "Kol B", "Kol C", "Kol D"]
    path = write_csv(tmp_path / "a.csv", rows)
    first = collect([path], known=TRUTH.known())
    assert not first.draft.scores
    text = mapping_toml(first)
    answers = {
        '"Kol B" = "?"': '"Kol B" = "asesor"',
        '"Kol C" = "?"': '"Kol C" = "nomor pertanyaan"',
        '"Kol D" = "?"': '"Kol D" = "nilai"',
    }
    mapping = read_mapping(completed(tmp_path / "p.toml", text, answers))
    result = collect([path], known=TRUTH.known(), mapping=mapping)
    assert scores_of(result) == TRUTH.scores()
    assert [table.shape for table in result.understood] == [Shape.LONG]


def test_an_unfinished_mapping_changes_nothing(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", [Grid("A", odd_table())])
    first = collect([path], known=TRUTH.known())
    unfinished = completed(tmp_path / "p.toml", mapping_toml(first), {})
    assert collect([path], known=TRUTH.known(), mapping=read_mapping(unfinished)) == first


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[[bentuk]\n", 1, "TOML"),
        ("x = 1\n", 1, "unknown"),
        ('[wilayah]\n"Bogor" = 3\n', 1, "quotation"),
        ("[[bentuk]]\nkepala = 3\n", 2, "list of headings"),
        ('[[bentuk]]\nkepala = ["A"]\nkolom = 3\n', 3, "table of headings"),
        ('[[bentuk]]\nkepala = ["A"]\n[bentuk.kolom]\n"A" = "entah"\n', 2, "entah"),
        ('[[bentuk]]\nkepala = ["A"]\n[bentuk.kolom]\n"A" = "penerima"\n', 2, "penerima"),
        ('[[bentuk]]\nkepala = ["A"]\n[bentuk.kolom]\n"B" = true\n', 4, "word"),
        ('[[bentuk]]\nkepala = ["A"]\n[bentuk.kolom]\n"B" = "catatan"\n', 4, "colon"),
    ],
)
def test_a_wrong_mapping_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    path = tmp_path / "p.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WrongDataError) as caught:
        read_mapping(path)
    assert said in str(caught.value)
    assert caught.value.source
    assert caught.value.source.line == line


def test_a_mapping_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError):
        read_mapping(tmp_path / "tidak-ada.toml")
    assert Mapping().shape(["A", "B"]) is None
