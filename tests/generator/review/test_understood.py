"""How collected files were understood: a line a kind of table, and then what was not used."""

from dataclasses import replace

import pytest

from evaluation.sources import Source
from evaluation.understanding import Collected, Shape, TakenColumn, Understood, Unused
from evaluation.vocabulary.meanings import Meaning
from generator.review.understood import tell_understood

REGION = TakenColumn(0, "Wilayah", Meaning.REGION, None, 0.97, "heading")
FIRST = TakenColumn(27, "P1", Meaning.ITEM, 1, 0.996, "number")
ODD = TakenColumn(2, "Entah", Meaning.UNSETTLED, None, 0.3, "nothing tells what it is")
TABLE = Understood("a.csv", "a", False, Shape.WIDE, (0,), (1, 3), (REGION, FIRST), 4, 2)
WIDE = "wilayah ke bawah, pertanyaan ke samping"


def told(capsys: pytest.CaptureFixture[str], found: Collected, *, all_: bool = False) -> list[str]:
    tell_understood(found, show_all=all_)
    return capsys.readouterr().out.splitlines()


def tables(*given: Understood) -> Collected:
    return Collected(understood=given)


def test_tables_of_one_kind_are_one_line_with_their_sums(
    capsys: pytest.CaptureFixture[str],
) -> None:
    alike = replace(TABLE, file="b.csv", scores=3, comments=1, heading_rows=(5,))
    third = replace(TABLE, file="c.csv", scores=0, comments=0)
    assert told(capsys, tables(TABLE)) == [
        f"a.csv · a: {WIDE}, heading in row 1; 4 scores, 2 comments"
    ]
    assert told(capsys, tables(TABLE, alike, third)) == [
        f"a.csv and 2 more · a: {WIDE}, heading in row 1; 7 scores, 3 comments"
    ]


@pytest.mark.parametrize(
    "other",
    [
        replace(TABLE, sheet="b"),
        replace(TABLE, shape=Shape.LONG),
        replace(TABLE, columns=(REGION,)),
        replace(TABLE, columns=(REGION, replace(FIRST, heading="P2"))),
        replace(TABLE, columns=(REGION, replace(FIRST, meaning=Meaning.UNUSED))),
    ],
)
def test_tables_that_differ_are_told_apart(
    capsys: pytest.CaptureFixture[str], other: Understood
) -> None:
    assert len(told(capsys, tables(TABLE, other))) == 2


def test_a_hidden_sheet_and_a_heading_of_several_rows_or_none_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (two,) = told(capsys, tables(replace(TABLE, hidden=True, heading_rows=(3, 4))))
    assert two == f"a.csv · a (hidden): {WIDE}, heading in row 4, 5; 4 scores, 2 comments"
    (none,) = told(capsys, tables(replace(TABLE, heading_rows=())))
    assert "heading in row –;" in none


def test_only_unclear_columns_are_told_unless_all_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = tables(replace(TABLE, columns=(REGION, FIRST, ODD)))
    unclear = "   C “Entah”: unclear, not used. nothing tells what it is"
    assert told(capsys, found)[1:] == [unclear]
    assert told(capsys, found, all_=True)[1:] == [
        "   A “Wilayah”: wilayah, 97 % sure, heading",
        "   AB “P1”: pertanyaan 1, 100 % sure, number",
        unclear,
    ]


def test_sureness_is_whole_only_where_it_is_nearly_one(capsys: pytest.CaptureFixture[str]) -> None:
    columns = tuple(replace(REGION, sureness=sure) for sure in (1.0, 0.994, 0.85))
    lines = told(capsys, tables(replace(TABLE, columns=columns)), all_=True)[1:]
    assert [line.split(", ")[1] for line in lines] == ["100 % sure", "99 % sure", "85 % sure"]


def test_long_headings_are_cut_and_signs_that_move_the_cursor_are_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    long = "x" * 50
    columns = (replace(FIRST, heading=long, detail=long), replace(ODD, heading=f"\x1b[2J{long}"))
    _table, first, second = told(capsys, tables(replace(TABLE, columns=columns)), all_=True)
    assert first == f"   AB “{long[:40]}”: pertanyaan {long[:40]}, 100 % sure, number"
    assert second.startswith(f"   C “\\x1b[2J{long[:36]}”: unclear")


def test_what_was_not_used_is_told_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    unused = (
        Unused(Source("a.csv", "a", "B2"), "Jumlah | 30", "a total or mean"),
        Unused(Source("surat.pdf"), "surat.pdf", "no spreadsheet"),
        Unused(Source("b.xlsx", "Lembar\n2"), "Lembar", "hidden"),
    )
    assert told(capsys, Collected(unused=unused)) == [
        "not used: a.csv a!B2, Jumlah | 30: a total or mean",
        "not used: surat.pdf, surat.pdf: no spreadsheet",
        "not used: b.xlsx Lembar\\n2, Lembar: hidden",
    ]


@pytest.mark.parametrize(("count", "shown", "more"), [(12, 12, 0), (13, 12, 1), (20, 12, 8)])
def test_a_screenful_is_told_and_the_rest_counted(
    capsys: pytest.CaptureFixture[str], count: int, shown: int, more: int
) -> None:
    bare = replace(TABLE, columns=())
    kinds = tables(*(replace(bare, sheet=str(number)) for number in range(count)))
    things = Collected(unused=tuple(Unused(Source(f"{n}.pdf"), "x", "y") for n in range(count)))
    for found, last in ((kinds, "kinds of table"), (things, "that were not used")):
        lines = told(capsys, found)
        assert len(lines) == shown + bool(more)
        assert not more or lines[-1] == f"… {more} more {last}; --all shows them."
        assert len(told(capsys, found, all_=True)) == count
