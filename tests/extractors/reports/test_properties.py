"""Random papers in random layouts: a record says what the paper says, or flags what it does not."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.errors import LaporanError
from evaluation.record import Record
from extractors.pages.page import Page
from extractors.pages.written.opening import open_pages
from extractors.reports import read_report
from tests.extractors.reports.papers import Asked, Layout, Paper, Part, draw

WORDS = (
    "nilai", "hasil", "rata-rata", "layanan", "2023", "50", "3,2", "daerah", "tahun", "survei",
    "sudah", "berjalan", "(skor", "sampai", "4)", "Nomor", "perangkat", "kebijakan", "publik",
    "dimanfaatkan", "oleh", "masyarakat", "penilaian", "indikator", "dan/atau", "OPD-OPD",
)  # fmt: skip
NAMES = ("Tata Kelola", "BASELINE", "Layanan Publik", "Quick Wins", "Dampak", "OUTCOME", "Inovasi")
INDICATORS = ("Perencanaan", "Pelaksanaan Program", "Mutu", "Kerja Sama", "Keamanan Informasi")

questions = st.builds(
    lambda first, words, end: f"{first} {' '.join(words)} {end}?",
    st.sampled_from(("Apakah", "Sejauh mana", "Berapa", "Bagaimana hasil")),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=30),
    st.sampled_from(("kota", "ini", "terakhir")),
)
scores = st.integers(5, 20).map(lambda n: Decimal(n) / 5)


@st.composite
def papers(draws: st.DrawFn) -> Paper:
    """A paper of 3 to 7 dimensions, numbered through or anew in each."""
    names = draws(st.lists(st.sampled_from(NAMES), min_size=3, max_size=7, unique=True))
    through = draws(st.booleans())
    parts, number = [], 0
    for name in names:
        number = number if through else 0
        items = []
        for indicator in draws(st.lists(st.sampled_from(INDICATORS), min_size=1, max_size=3)):
            for question in draws(st.lists(questions, min_size=1, max_size=4)):
                number += 1
                items.append(Asked(number, indicator, question, draws(scores)))
        parts.append(Part(name, tuple(items)))
    return Paper("KOTA CONTOH", 2022, tuple(parts))


layouts = st.builds(
    Layout,
    rules=st.sampled_from(("grid", "horizontal", "none")),
    numbers=st.sampled_from(("inside", "column")),
    groups=st.sampled_from(("repeated", "once", "heading")),
    average=st.sampled_from(("last", "first", "sentence")),
    comma=st.booleans(),
    wide=st.booleans(),
    score_head=st.sampled_from(("Hasil Penilaian", "Skor", "Nilai", "Score", "Hasil")),
    size=st.sampled_from((8.0, 9.0, 11.0)),
    head_again=st.booleans(),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paper=papers(), layout=layouts)
def test_no_score_is_wrong_without_a_flag(paper: Paper, layout: Layout, tmp_path: Path) -> None:
    path = draw(paper, layout, tmp_path / "report.pdf")
    with open_pages(path) as pages:
        record = read_report(pages, str(path))
    if record.flags:
        return
    assert _said(record) == [
        (part.name, part.average, [(item.number, item.score) for item in part.items])
        for part in paper.parts
    ]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paper=papers(), comma=st.booleans(), numbers=st.sampled_from(("inside", "column")))
def test_a_ruled_report_is_read_whole_and_without_a_flag(
    paper: Paper, comma: bool, numbers: str, tmp_path: Path
) -> None:
    path = draw(paper, Layout(comma=comma, numbers=numbers), tmp_path / "report.pdf")
    with open_pages(path) as pages:
        record = read_report(pages, str(path))
    assert _said(record) == [
        (part.name, part.average, [(item.number, item.score) for item in part.items])
        for part in paper.parts
    ]
    texts = [item.question for dimension in record.dimensions for item in dimension.items]
    assert texts == [item.question for part in paper.parts for item in part.items]


def _said(record: Record) -> list[tuple[str, Decimal | None, list[tuple[int, Decimal | None]]]]:
    return [
        (d.name, d.average, [(item.number, item.score) for item in d.items])
        for d in record.dimensions
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paper=papers(), seed=st.randoms(use_true_random=False))
def test_pages_of_any_words_in_any_places_never_break_the_reader(
    paper: Paper, seed: object, tmp_path: Path
) -> None:
    path = draw(paper, Layout(), tmp_path / "report.pdf")
    with open_pages(path) as pages:
        given = [_shaken(page, seed) for page in pages]
    try:
        read_report(given, str(path))
    except LaporanError as fault:
        assert str(fault)


def _shaken(page: Page, seed: object) -> Page:
    """Give the page with its words shuffled over its places and some rulings lost."""
    boxes = [word.box for word in page.words]
    seed.shuffle(boxes)  # type: ignore[attr-defined]
    words = tuple(replace(w, box=box) for w, box in zip(page.words, boxes, strict=True))
    kept = tuple(r for r in page.rulings if seed.random() < 0.7)  # type: ignore[attr-defined]
    return replace(page, words=words, rulings=kept)


@pytest.mark.parametrize("quarter", [0, 1])
def test_an_empty_document_is_refused_with_a_sentence(quarter: int) -> None:
    with pytest.raises(LaporanError, match="readable characters"):
        read_report([Page(n, 595.0, 842.0, ()) for n in range(quarter)], "empty.pdf")
