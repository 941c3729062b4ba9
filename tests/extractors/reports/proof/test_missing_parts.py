"""Each kind of thing that a document shows it has and lacks is a flag at its place."""

from decimal import Decimal

from evaluation.record import Flag, Record, RecordedDimension, RecordedItem
from evaluation.rules import archive as rules
from evaluation.sources import Box, Source
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.proof.completeness import missing
from extractors.reports.proof.named import absent
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import What
from extractors.reports.tables.tables import Contents, Table
from tests.extractors.reports.writing import piece, table

PLACE = Source("a.pdf", page=7, box=Box(1, 2, 3, 4))


def asked(name: str, *, average: str | None, source: Source | None) -> RecordedDimension:
    item = RecordedItem(4, "", "", "Apa itu?", Decimal(3), source=PLACE)
    return RecordedDimension(name, Decimal(average) if average else None, (item,), source)


def flags(record: Record, *tables: Table) -> list[tuple[str, int | None, str | None]]:
    found: tuple[Flag, ...] = missing(record, Contents(list(tables)), [])
    return [(flag.rule, flag.source.page, flag.dimension) for flag in found]


def summary(*names: str) -> Table:
    heads = ((Meaning.DIMENSION, "Dimensi"), (Meaning.AVERAGE, "Rata-Rata"))
    return table(Kind.SUMMARY, heads, *(piece({0: name, 1: "3"}, What.TAIL) for name in names))


ALONE = Record("a.pdf", dimensions=(asked("AWAL", average="3", source=PLACE),))


def test_a_dimension_that_a_list_names_is_told_at_the_list() -> None:
    assert flags(ALONE, summary("Awal", "Hasil")) == [
        (rules.QUESTIONS_UNREAD.identifier, 1, "Hasil")
    ]
    assert flags(ALONE, summary("Awal")) == []
    assert flags(Record("a.pdf"), summary("Awal", "Hasil")) == []


def test_of_two_names_the_one_least_like_any_dimension_is_lacking() -> None:
    contents = Contents([summary("Awal", "Mutu Hasil Program", "Mutu Hasil Kerja")])
    found = absent(contents, [], ["AWAL", "MUTU HASIL KERJA"])
    assert [one.name for one in found] == ["Mutu Hasil Program"]


def test_rows_that_no_table_holds_are_told_at_their_page() -> None:
    heads = ((Meaning.TEXT, "Pertanyaan"), (Meaning.SCORE, "Nilai"))
    lost = table(Kind.QUESTIONS, heads, piece({0: "Apa itu", 1: "3,2"}, What.TAIL))
    assert flags(ALONE, lost) == [(rules.ROWS_UNREAD.identifier, 1, None)]


def test_a_dimension_without_average_beside_others_with_one_is_told_at_its_last_question() -> None:
    bare = asked("HASIL", average=None, source=None)
    both = Record("a.pdf", dimensions=(*ALONE.dimensions, bare))
    assert flags(both) == [(rules.AVERAGE_MISSING.identifier, 7, "HASIL")]
    assert flags(Record("a.pdf", dimensions=(bare, bare))) == []
    unreadable = asked("HASIL", average=None, source=PLACE)
    assert flags(Record("a.pdf", dimensions=(*ALONE.dimensions, unreadable))) == []
