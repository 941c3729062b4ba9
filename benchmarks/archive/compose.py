"""A report and a look → the blocks of a document, and what that document then truly says."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.archive.blocks import Block, Cell, Document, Heading, Table, Text, Turn
from benchmarks.archive.figures import number
from benchmarks.archive.look import Column, Grouping, Look, Mean, Remarks
from benchmarks.archive.packet import packet
from benchmarks.archive.truth import Comment, Dimension, Item, Letter, Report, Results

WIDTHS = {
    Column.NO: 0.1,
    Column.INDICATOR: 0.18,
    Column.SUB: 0.24,
    Column.QUESTION: 0.43,
    Column.SCORE: 0.15,
}


def compose(report: Report, look: Look, programme: str) -> Document:
    """Lay the report out as the look has it."""
    title = look.wording.title.format(programme=programme, year=report.year)
    parts: list[Iterator[Block]] = [packet(report, look, title) if look.packet else iter(())]
    parts.append(_opening(report, look, title))
    body = [_questions(report, look), _comments(report, look)]
    parts += body if look.table_first else body[::-1]
    return Document(title, tuple(block for part in parts for block in part), look)


def printed(report: Report, look: Look) -> Report:
    """Give what the document says of the report: parts that the look leaves out are not in it."""
    dimensions = tuple(_printed_dimension(d, look) for d in report.dimensions)
    report = replace(report, dimensions=dimensions)
    if look.remarks is Remarks.ABSENT:
        report = replace(report, comments=())
    if not look.packet:
        report = replace(report, letter=Letter(), addressees=(), absent=(), results=Results())
    return report


def _printed_dimension(dimension: Dimension, look: Look) -> Dimension:
    average = None if look.mean is Mean.ABSENT else dimension.average
    return Dimension(
        dimension.name, average, tuple(_printed_item(i, look) for i in dimension.items)
    )


def _printed_item(item: Item, look: Look) -> Item:
    indicator = "" if look.grouping is Grouping.ABSENT else item.indicator
    sub = item.sub if Column.SUB in look.columns else ""
    return replace(item, indicator=indicator, sub=sub)


def _opening(report: Report, look: Look, title: str) -> Iterator[Block]:
    if look.name_after_title:
        yield Heading(title, 0)
        yield Heading(report.region, 0)
    else:
        yield Heading(report.region, 0)
        yield Heading(title, 0)
    if report.category and look.wording.category:
        yield Text(look.wording.category.format(category=report.category))
    yield Heading("Gambaran Umum", 2)
    yield Text(
        f"Evaluasi tahun {report.year} dilakukan untuk mengawasi pelaksanaan program dan memberi "
        "masukan. Penilaian meliputi 3 (tiga) tahap: penilaian mandiri, wawancara, dan "
        "pemeriksaan silang terhadap hasil penilaian yang dikirimkan.",
        justify=look.justify,
    )
    if look.method:
        yield from _method(report)
    yield Turn(look.landscape)


def _method(report: Report) -> Iterator[Block]:
    """Lists and a table that look like what a reader seeks, and are not."""
    yield Heading("Tujuan dan Ruang Lingkup", 2)
    for no, aim in enumerate(
        ("mengawasi program;", "memantau pencapaian sasaran; dan", "memberi saran.")
    ):
        yield Text(aim, mark=f"{no + 1}.")
    yield Heading("Metodologi Evaluasi", 2)
    yield Text("Dimensi dan elemen evaluasi dijabarkan pada tabel di bawah ini.")
    share = f"{100 // max(1, len(report.dimensions))}%"
    rows = tuple(
        (
            Cell(d.name),
            Cell(share),
            Cell(d.items[0].indicator),
            Cell("Ketersediaan dan hasil nyata"),
        )
        for d in report.dimensions
    )
    heads = ("Dimensi", "Bobot Penilaian", "Elemen", "Keterangan")
    yield Table(heads, rows, (0.3, 0.15, 0.25, 0.3))
    yield Text("Evaluasi juga dilakukan dengan meninjau beberapa capaian pada aspek berikut ini:")
    for aspect in ("Rencana pembangunan yang sejalan;", "Komitmen anggaran;", "Hasil survei."):
        yield Text(aspect, mark="-")


def _questions(report: Report, look: Look) -> Iterator[Block]:
    if not report.participating:
        yield Text(look.wording.absent.format(region=report.region, year=report.year))
        return
    yield Heading(f"Hasil Evaluasi Tahun {report.year}", 1)
    for at, dimension in enumerate(report.dimensions):
        if look.page_each and at:
            yield Turn(look.landscape)
        yield from _dimension(dimension, look, at)


def _dimension(dimension: Dimension, look: Look, at: int) -> Iterator[Block]:
    value = number(dimension.average, look, average=True)
    name = look.wording.dimension.format(name=dimension.name)
    yield Heading(
        f"{name} ({look.wording.average}: {value})" if look.mean is Mean.TITLE else name, 2
    )
    heads = tuple(look.wording.heads[list(Column).index(c)] for c in look.columns)
    rows = [row for group in _groups(dimension.items) for row in _group_rows(group, look)]
    mean = (
        Cell(look.wording.average, columns=len(heads) - 1, bold=True),
        Cell(value, align=_align(look), bold=True),
    )
    if look.columns[-1] is not Column.SCORE:
        mean = (Cell(f"{look.wording.average}: {value}", columns=len(heads), bold=True),)  # type: ignore[assignment]
    if look.mean is Mean.LAST:
        rows.append(mean)
    if look.mean is Mean.FIRST:
        rows.insert(0, mean)
    yield Table(heads, tuple(rows), _widths(look, at))
    if look.mean is Mean.SENTENCE:
        yield Text(look.wording.sentence.format(name=dimension.name, value=value))


def _widths(look: Look, at: int) -> tuple[float, ...]:
    shares = [WIDTHS[c] for c in look.columns]
    if look.alternate and at % 2:
        shares[0], shares[-2] = shares[0] + 0.1, shares[-2] - 0.1
    return tuple(s / sum(shares) for s in shares)


def _groups(items: tuple[Item, ...]) -> list[list[Item]]:
    groups: list[list[Item]] = []
    for item in items:
        if groups and groups[-1][0].indicator == item.indicator:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _group_rows(group: list[Item], look: Look) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    if look.grouping is Grouping.HEADING:
        rows.append((Cell(group[0].indicator, columns=len(look.columns), bold=True),))
    for at, item in enumerate(group):
        rows.append(tuple(_cell(c, item, at, len(group), look) for c in look.columns))
    return rows


def _cell(column: Column, item: Item, at: int, count: int, look: Look) -> Cell:
    if column is Column.INDICATOR:
        return _indicator(item, at, count, look)
    separate = Column.NO in look.columns
    texts = {
        Column.NO: str(item.no),
        Column.SUB: item.sub,
        Column.QUESTION: item.question if separate else f"{item.no}. {item.question}",
        Column.SCORE: number(item.score, look),
    }
    return Cell(texts[column], align=_align(look) if column is Column.SCORE else "left")


def _indicator(item: Item, at: int, count: int, look: Look) -> Cell:
    if look.grouping is Grouping.MERGED:
        return Cell(item.indicator, rows=0 if at else count)
    return Cell(item.indicator if look.grouping is Grouping.REPEATED or not at else "")


def _align(look: Look) -> str:
    return "center" if look.centred else "right"


def _comments(report: Report, look: Look) -> Iterator[Block]:
    if not report.comments or look.remarks is Remarks.ABSENT:
        return
    yield Heading("Catatan Asesor", 1)
    for section in dict.fromkeys(c.section for c in report.comments):
        yield Heading(section, 2)
        of_section = [c for c in report.comments if c.section == section]
        if look.remarks is Remarks.TABLE:
            yield _comment_table(of_section)
        else:
            for no, comment in enumerate(of_section, start=1):
                yield from _comment(comment, no, look)


def _comment_table(comments: list[Comment]) -> Table:
    rows = tuple(
        (
            Cell(str(no)),
            Cell(f"{c.assessor}, {c.institution}"),
            Cell("\n".join(f"{at}. {p}" for at, p in enumerate(c.points, start=1))),
        )
        for no, c in enumerate(comments, start=1)
    )
    return Table(("No", "Asesor", "Catatan"), rows, (0.07, 0.33, 0.6))


def _comment(comment: Comment, no: int, look: Look) -> Iterator[Block]:
    who = f"{comment.assessor}, {comment.institution}"
    numbered = look.remarks in (Remarks.LETTERED, Remarks.NUMBERED)
    yield Text(who, bold=True, mark=f"{no}." if numbered else "")
    for at, point in enumerate(comment.points):
        marks = {
            Remarks.LETTERED: f"{chr(ord('a') + at)}.",
            Remarks.NUMBERED: f"{at + 1}.",
            Remarks.BULLETS: "•",
            Remarks.PARAGRAPHS: "",
        }
        yield Text(point, justify=look.justify, indent=1, mark=marks[look.remarks])
