"""What other people's files rest on stays as it is: the words of a map, the mark of a form."""

from dataclasses import replace

import pytest

from evaluation.draft import Draft, FoundQuestion, FoundRegion, Known
from evaluation.understanding import Collected, Shape, TakenColumn, Understood
from evaluation.vocabulary.meanings import COLLECTED, Meaning
from evaluation.workbook.form import FINGERPRINT, MARK_KEY, MARK_SHEET, fingerprint

QUESTIONS = [(1, "Apakah ada rencana?"), (2, "Apakah ada rapat?")]


def test_a_form_that_went_out_knows_its_questions_in_every_later_version() -> None:
    assert fingerprint(QUESTIONS) == "c1e833e13c9737ad"
    assert (MARK_SHEET, MARK_KEY, FINGERPRINT) == (
        "_Formulir",
        "laporan-formulir",
        "Instrumen",
    )


@pytest.mark.parametrize(
    ("questions", "same"),
    [
        (QUESTIONS[::-1], True),
        ([(1, "apakah  ada RENCANA"), QUESTIONS[1]], True),
        (QUESTIONS[:1], False),
        ([(2, QUESTIONS[0][1]), (1, QUESTIONS[1][1])], False),
        ([(1, "Apakah ada rencana kerja?"), QUESTIONS[1]], False),
        ([(12, "Apakah ada rencana?"), QUESTIONS[1]], False),
        ([], False),
    ],
)
def test_a_fingerprint_rests_on_number_and_wording_alone(
    questions: list[tuple[int, str]], same: bool
) -> None:
    assert (fingerprint(questions) == fingerprint(QUESTIONS)) == same


def test_a_map_that_somebody_wrote_is_understood_in_every_later_version() -> None:
    assert [meaning.value for meaning in COLLECTED] == [
        "wilayah", "kode", "asesor", "instansi", "nomor pertanyaan", "bunyi pertanyaan",
        "dimensi", "indikator", "sub indikator", "nilai", "pertanyaan", "nilai wilayah",
        "nilai asesor", "bagian", "butir", "catatan", "abaikan", "?",
    ]  # fmt: skip


def test_shapes_are_told_in_words() -> None:
    assert {shape.name: shape.value for shape in Shape} == {
        "FORM": "formulir",
        "WIDE": "wilayah ke bawah, pertanyaan ke samping",
        "TRANSPOSED": "pertanyaan ke bawah, wilayah ke samping",
        "PANEL": "pertanyaan ke bawah, asesor ke samping",
        "LONG": "satu nilai satu baris",
        "COMMENTS": "catatan",
        "QUESTIONS": "daftar pertanyaan",
        "REGIONS": "daftar wilayah",
        "UNSETTLED": "belum jelas",
    }


def test_only_columns_without_a_meaning_are_left_to_the_user() -> None:
    open_ = TakenColumn(1, "Entah", Meaning.UNSETTLED, None, 0.3, "")
    unused = replace(open_, meaning=Meaning.UNUSED)
    region = replace(open_, meaning=Meaning.REGION)
    assert [column.settled for column in (open_, unused, region)] == [False, True, True]
    table = Understood("a", "b", False, Shape.WIDE, (0,), None, (region, open_, unused))
    assert table.unsettled == (open_,)
    assert (table.scores, table.comments, region.assessor) == (0, 0, "")


def test_what_nobody_told_is_blank() -> None:
    assert Known() == Known(None, (), ())
    assert Collected() == Collected(Draft(), (), (), (), ())
    assert Draft() == Draft((), (), (), (), (), (), ())
    assert FoundRegion("KAB. BADUNG").source is None
    assert FoundQuestion(1, "") == FoundQuestion(1, "", "", "", "", source=None)
