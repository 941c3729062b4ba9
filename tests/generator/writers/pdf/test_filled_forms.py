"""A section that is kept and filled has the pages of the same section set anew."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.places import differences, places_of
from generator.document import blocks as made_of
from generator.document.blocks import (
    SLOT,
    Block,
    Cell,
    Document,
    List,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    Table,
)
from generator.document.forms import AnySection, Filled, Form, plain
from generator.document.kinds import KINDS, PACKET, REPORT, Request, Scope
from generator.document.style import Style
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from generator.writers.pdf.layout import workshop
from tests.generator.writers.pdf.read_back import FOOTER, cell, paragraph, words, written

quick = settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def numeric(text: str, style: str = "", span: int = 1) -> Cell:
    return Cell((Paragraph((Run(text),), style),), rowspan=span, numeric=True)


def document(*sections: AnySection) -> Document:
    return Document("Judul", "id-ID", sections)


def letters(data: bytes) -> list[object]:
    """Give every letter of every page with its place and the mark that it stands in."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        return [
            (number, one["text"], round(one["x0"], 2), round(one["top"], 2), one["size"],
             one["fontname"], one["mcid"], one["tag"])
            for number, page in enumerate(pdf.pages)
            for one in page.chars
            if one["text"].strip()
        ]  # fmt: skip


_STYLES = st.sampled_from(["", "kiri", "judul-tengah", "tabel-angka", "kop"])
_NUMBERS = st.one_of(
    st.from_regex(r"[-+−–]?[0-9]{1,4}(,[0-9]{1,2})?%?", fullmatch=True),
    st.just("-"),
    st.integers(20, 300).map(lambda count: "9" * count),
)


@st.composite
def filled(draw: st.DrawFn) -> tuple[Filled, Filled]:
    """One form with two sets of numbers: in a table, merged, in a list of pairs, in a list."""
    slots = iter(range(100))
    styles = [draw(_STYLES) for _column in range(3)]

    def slot(at: int, span: int = 1) -> Cell:
        return numeric(f"{SLOT}{next(slots)}", styles[at], span)

    rows: list[Row] = []
    for number in range(draw(st.integers(1, 12))):
        text = cell(words(draw(st.sampled_from([1, 9, 60])), f"b{number}k"))
        if number % 4 == 0:
            rows += [Row((text, slot(0), slot(1, 2))), Row((text, slot(2)))]
        else:
            rows.append(Row((text, slot(0), slot(1))))
    head = (Row((cell("Hal"), slot(0), cell("Nilai"))),)
    pairs = Row((Cell((paragraph("Nilai"),), scope=made_of.Scope.ROW), slot(2)))
    role = draw(st.sampled_from(Role))
    blocks: tuple[Block, ...] = (
        Table((3.0, 1.0, 1.0), head, tuple(rows)),
        List((ListItem((paragraph("butir"), Table((1.0, 1.0), (), (pairs,), role=role))),)),
    )
    form = Form(repr(blocks), Section(blocks, footer=FOOTER))
    count = next(slots)
    numbers = st.lists(_NUMBERS, min_size=count, max_size=count).map(tuple)
    return Filled(form, draw(numbers)), Filled(form, draw(numbers))


@quick
@given(filled())
def test_a_filled_form_has_the_letters_of_its_section_set_anew(
    style: Style, drawn: tuple[Filled, Filled]
) -> None:
    for one in drawn:
        kept = letters(written(document(one), style))
        assert kept == letters(written(document(plain(one)), style))


def test_a_number_wider_than_its_room_breaks_as_any_text(style: Style) -> None:
    table = Table((1.0, 1.0), (), (Row((cell("a"), numeric(f"{SLOT}0"))),))
    form = Form("lebar", Section((table,)))
    made = [len(letters(written(document(Filled(form, ("9" * count,))), style)))
            for count in (3, 300)]  # fmt: skip
    assert made == [4, 301]


def made(round_: Round, job: Job) -> bytes:
    return written(round_.maker.document(job), round_.pack.style)


def test_a_report_has_the_same_bytes_alone_in_another_order_cold_and_warm(
    rounds: Mapping[str, Round], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = rounds["evaluasi-2024"]
    regions = [opened.region(name) for name in ("badung", "kab buton", "kota ternate")]
    jobs = plan_regions(opened.evaluation, regions, ("pdf",), (REPORT,))
    warm = [made(opened, job) for job in jobs]
    assert [made(opened, job) for job in reversed(jobs)] == warm[::-1]
    for job, before in zip(jobs, warm, strict=True):
        monkeypatch.setattr(workshop, "_workshops", [])
        assert made(opened, job) == before


def test_documents_of_forms_are_those_of_their_rendered_templates(
    rounds: Mapping[str, Round],
) -> None:
    for opened in rounds.values():
        evaluation = opened.evaluation
        regions = (*evaluation.attended()[:3], *evaluation.absent()[:1])
        jobs = (
            *plan_round(evaluation, ("pdf",), KINDS.of(Scope.ROUND, *Request)),
            *plan_regions(evaluation, regions, ("pdf",), (REPORT, PACKET)),
        )
        for job in jobs:
            document = opened.maker.document(job)
            built = opened.maker.build(opened.maker.roots(job))
            assert tuple(map(plain, document.sections)) == built.sections


def test_pages_of_forms_are_those_of_plain_sections(
    rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds["perpustakaan"]
    (job,) = plan_regions(opened.evaluation, opened.evaluation.regions[:1], ("pdf",), (PACKET,))
    document = opened.maker.document(job)
    assert any(isinstance(one, Filled) and one.numbers for one in document.sections)
    anew = replace(document, sections=tuple(map(plain, document.sections)))
    files = [tmp_path / "kept.pdf", tmp_path / "anew.pdf"]
    for file, one in zip(files, (document, anew), strict=True):
        file.write_bytes(written(one, opened.pack.style))
    assert list(differences(*map(places_of, files))) == []
