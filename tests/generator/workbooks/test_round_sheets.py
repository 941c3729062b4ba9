"""A draft is written into a workbook and read from it as the same draft, whatever its texts.

What a workbook does not hold, by design, is said in one place each: ``as_read`` tells what it says
otherwise than the draft did, the strategies leave out what no workbook has in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from evaluation.draft import (
    Draft,
    Found,
    FoundComment,
    FoundDimension,
    FoundFact,
    FoundQuestion,
    FoundRegion,
    FoundResult,
    FoundScore,
    Item,
)
from evaluation.errors import WrongDataError
from evaluation.messages import NOTHING, literal
from evaluation.model import WhenMissing
from evaluation.sources import Box, Source
from evaluation.standing import draft_of
from evaluation.workbook.facts import SURAT_KEYS
from evaluation.workbook.shapes import Kind
from evaluation.workbook.sheets import (
    BOBOT,
    CATATAN,
    INSTRUMEN,
    NILAI,
    SURAT,
    TAHUN_LALU,
    WILAYAH,
)
from extractors.spreadsheets.values import BLANKS, is_broken
from extractors.workbook import read_workbook
from generator.workbooks.book import write_workbook
from generator.workbooks.round_sheets import round_sheets
from letters.dates import format_date

D = Decimal
LONGEST = 32_767  # characters that a cell may hold
Part = TypeVar("Part", bound=Found)

# Texts: anything but blanks around them (no cell says those), the names of a formula's errors,
# half of a surrogate pair, the two code points that are no characters, and the soft hyphen, which
# nobody sees and the reader passes over.

HOSTILE = (
    "=1+1", "+62 21", "-2+3", "@SUM(A1)", "'teks", "{{ x }}", "<b>&amp;", "_x0041_", "a\x01b",
    "a\rb\nc", "a\x00b", "\x7f\x85", "\u202e", "TRUE", "#N/B", "0012", "1E5", "3,50", "3.5", "2024",
    "²", "٣", "😀", "-", "hlm. 2", '"; DROP', "↳ x",
)  # fmt: skip
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff\xad")
TEXTS = (
    st.one_of(
        st.sampled_from(HOSTILE),
        st.text(_CHARACTERS, max_size=12),
        st.integers(1, LONGEST).map(lambda size: "=" + "x" * (size - 1)),
    )
    .map(lambda text: text.strip(BLANKS))
    .filter(lambda text: not is_broken(text))
)
SOME_TEXT = TEXTS.filter(bool)
DOUBTS = st.one_of(st.just(NOTHING), SOME_TEXT.map(literal))


@st.composite
def names(draw: st.DrawFn, word: str) -> tuple[str, ...]:
    """Give names that differ as names do: by letters. None begins with a help mark."""
    count = draw(st.integers(1, 3))
    before = st.sampled_from(("", *HOSTILE[:-1]))
    return tuple(f"{draw(before)}{word} {letter * 9}".strip(BLANKS) for letter in "abc"[:count])


# Numbers: a workbook keeps six decimals. Weights that come to 2 or less would be parts of 1.
NUMBERS = st.decimals(-100, 100, places=6)
WEIGHTS = st.decimals(3, 100, places=2)

# Places: a file was last changed at one time.
TIMES = {"a.xlsx": "2025-03-01 08:30", "=b.csv": "", "c\x01.pdf": "kemarin"}
FILES = st.sampled_from(list(TIMES))
CELLS = st.builds("{}{}".format, st.sampled_from(("A", "C", "Z", "AA", "XFD")), st.integers(1, 9))
SOURCES = st.one_of(
    st.none(),
    st.builds(Source, FILES),
    st.builds(Source, FILES, st.sampled_from((None, "Nilai", "=x!", "a'b")), CELLS),
    st.builds(lambda file, page: Source(file, page=page, box=Box(1, 2, 3, 4)), FILES,
              st.integers(1, 3)),
)  # fmt: skip


@st.composite
def traced(draw: st.DrawFn, one: Part) -> Part:
    source = draw(SOURCES)
    time = TIMES[source.file] if source else ""
    return replace(one, source=source, time=time, doubt=draw(DOUBTS))


@st.composite
def facts(draw: st.DrawFn) -> tuple[FoundFact, ...]:
    """Give facts in the order of the sheet: the letter's keys, then others; dates written out."""
    chosen = draw(st.sets(st.sampled_from([fact.key for fact in SURAT_KEYS])))
    found = [
        FoundFact(fact.key, draw(st.dates().map(format_date) if fact.kind is Kind.DATE else TEXTS))
        for fact in SURAT_KEYS
        if fact.key in chosen
        for _time in range(draw(st.integers(1, 3)) if fact.repeats else 1)
    ]
    others = [FoundFact(key, draw(SOME_TEXT)) for key in draw(names("Kunci"))]
    return tuple(draw(traced(fact)) for fact in (*found, *others) if fact.value)


@st.composite
def questions(draw: st.DrawFn, dimensions: Sequence[str]) -> tuple[FoundQuestion, ...]:
    """Give questions grouped by dimension: a workbook has none without."""
    numbers = iter(draw(st.lists(st.integers(1, 999_999), unique=True, min_size=6, max_size=6)))
    return tuple(
        draw(traced(FoundQuestion(next(numbers), draw(TEXTS), name, draw(TEXTS), draw(TEXTS))))
        for name in dimensions
        for _place in range(draw(st.integers(0, 2)))
    )


@st.composite
def dimensions(
    draw: st.DrawFn, named: Sequence[str], categories: Sequence[str]
) -> tuple[FoundDimension, ...]:
    weights = st.fixed_dictionaries({}, optional=dict.fromkeys(categories, WEIGHTS))
    missing = st.sampled_from(WhenMissing)
    return tuple(draw(traced(FoundDimension(name, draw(weights), draw(missing)))) for name in named)


@st.composite
def regions(draw: st.DrawFn, categories: Sequence[str]) -> tuple[FoundRegion, ...]:
    codes, answers = st.none() | SOME_TEXT, st.sampled_from((True, False, None))
    category = st.sampled_from(("", *categories))
    return tuple(
        draw(
            traced(
                FoundRegion(
                    name, draw(codes), draw(TEXTS), draw(category), draw(answers), draw(TEXTS)
                )
            )
        )
        for name in draw(names("Kab."))
    )


@st.composite
def scores(
    draw: st.DrawFn, regions: Sequence[str], items: Sequence[Item]
) -> tuple[FoundScore, ...]:
    """Give scores; what is neither a value nor found anywhere is no score."""
    judges = (None, *draw(names("Asesor")))
    found = [
        draw(traced(FoundScore(region, judge, item, draw(st.none() | NUMBERS), draw(TEXTS))))
        for region in regions
        for judge in judges
        if draw(st.booleans())
        for item in items
    ]
    return tuple(one for one in found if one.value is not None or one.source is not None)


@st.composite
def previous(
    draw: st.DrawFn, regions: Sequence[str], named: Sequence[str]
) -> tuple[FoundResult, ...]:
    values = st.fixed_dictionaries({}, optional=dict.fromkeys(named, NUMBERS))
    found = [FoundResult(region, draw(st.none() | NUMBERS), draw(values)) for region in regions]
    return tuple(draw(traced(one)) for one in found if one.dimensions or one.final is not None)


@st.composite
def comments(draw: st.DrawFn, regions: Sequence[str]) -> tuple[FoundComment, ...]:
    told = (SOME_TEXT, TEXTS, TEXTS, SOME_TEXT)
    return tuple(
        draw(traced(FoundComment(region, *(draw(text) for text in told))))
        for region in regions
        for _place in range(draw(st.integers(0, 2)))
    )


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Give drafts in which any part may be missing.

    What names a region, a question, a dimension names one that the draft has: a workbook reads
    nothing else, and tells it. Dimensions with questions come first, as they are printed.
    """

    def part(strategy: st.SearchStrategy[tuple[Part, ...]]) -> tuple[Part, ...]:
        return draw(strategy) if draw(st.integers(0, 4)) else ()

    named = draw(names("Dimensi"))
    categories = (*draw(names("Golongan")), *draw(st.sampled_from(((), ("007", "²")))))
    asked = part(questions(named))
    with_questions = tuple(dict.fromkeys(question.dimension for question in asked))
    others = tuple(name for name in named if name not in with_questions)
    draft = Draft(
        part(facts()),
        asked,
        part(dimensions((*with_questions, *others), categories)),
        part(regions(categories)),
    )
    within = [region.name for region in draft.regions]
    known = dict.fromkeys((*with_questions, *(one.name for one in draft.dimensions)))
    return replace(
        draft,
        scores=part(scores(within, draft.items)),
        previous=part(previous(within, tuple(known))),
        comments=part(comments(within)),
    )


def as_read(draft: Draft) -> Draft:
    """Give a draft as its workbook tells it, which is otherwise in what is listed here."""
    scored = {one.region for one in draft.scores}
    weighted = {one.name for one in draft.dimensions}
    asked = dict.fromkeys(question.dimension for question in draft.questions)
    return Draft(
        # Asal is about scores and comments alone.
        tuple(map(_sourceless, draft.facts)),
        tuple(map(_sourceless, draft.questions)),
        # A dimension of questions is one, whether or not the draft says more of it.
        (
            *map(_sourceless, draft.dimensions),
            *(FoundDimension(name) for name in asked if name not in weighted),
        ),
        # Where nobody says whether a region took part, its scores do.
        tuple(
            _sourceless(
                one if one.attended is not None else replace(one, attended=one.name in scored)
            )
            for one in draft.regions
        ),
        # Institutions stand beside comments, not beside scores.
        tuple(_paged(replace(one, institution="")) for one in draft.scores),
        tuple(map(_sourceless, draft.previous)),
        tuple(map(_paged, draft.comments)),
    )


def _sourceless(one: Part) -> Part:
    return replace(one, source=None, time="")


def _paged(one: Part) -> Part:
    """Asal says the page of a document in words, and not where on the page."""
    if one.source is None or one.source.page is None:
        return one
    return replace(one, source=Source(one.source.file, f"hlm. {one.source.page}"))


def write(draft: Draft) -> bytes:
    made, target = round_sheets(draft), BytesIO()
    write_workbook(target, made.sheets, made.notes)
    return target.getvalue()


SHEETS = (SURAT, INSTRUMEN, BOBOT, WILAYAH, NILAI, TAHUN_LALU, CATATAN)


def read(path: Path) -> Draft:
    """Read a draft: values through the reader of workbooks, doubts as a person does."""
    draft, notes = draft_of(read_workbook(path).evaluation), remarks(path)

    def doubted(one: Part, sheet: str) -> Part:
        assert one.cell is not None
        place = (one.cell.sheet or "", one.cell.cell or "")
        note = notes.get(place) if place[0] == sheet else None
        return replace(one, doubt=literal(note) if note else NOTHING)

    return Draft(
        *(
            tuple(doubted(one, sheet.name) for one in getattr(draft, part.name))
            for part, sheet in zip(fields(Draft), SHEETS, strict=True)
        )
    )


def remarks(path: Path) -> Mapping[tuple[str, str], str]:
    return {
        (sheet.title, cell.coordinate): unescape(cell.comment.text)
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def parts(draft: Draft) -> Mapping[str, Sequence[Found]]:
    """Give the parts by name; scores in one order, as the sheet counts assessors as people do."""
    told = {part.name: getattr(draft, part.name) for part in fields(Draft)}
    return {**told, "scores": sorted(draft.scores, key=_place)}


def _place(one: FoundScore) -> tuple[str, str, str]:
    return one.region, one.assessor or "", str(one.item)


_DRAWN = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture)
"""A whole draft is much to draw, and each example writes its own workbook over the last."""


@settings(
    max_examples=40,
    suppress_health_check=_DRAWN,
)
@given(draft=drafts())
@example(draft=Draft())
def test_what_is_written_of_a_draft_is_read_as_the_same(draft: Draft, tmp_path: Path) -> None:
    path = tmp_path / "draf.xlsx"
    path.write_bytes(write(draft))
    assert parts(read(path)) == parts(as_read(draft))


@settings(max_examples=5, suppress_health_check=_DRAWN)
@given(draft=drafts())
def test_equal_drafts_are_equal_bytes(draft: Draft) -> None:
    assert write(draft) == write(replace(draft))


def test_a_text_that_no_cell_holds_is_refused_with_its_cell() -> None:
    draft = Draft(comments=(FoundComment("KAB. A", "Kekuatan", "", "", "x" * (LONGEST + 1)),))
    with pytest.raises(WrongDataError) as caught:
        write(draft)
    assert str(caught.value.source) == "Catatan!E3"
