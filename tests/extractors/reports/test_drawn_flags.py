"""Every flag from a drawn PDF, by the whole way from file to record, and its twin without it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from evaluation.record import Record
from evaluation.record_json import RECORD_FILE, to_json
from extractors.archive.digitise import Basis, Ocr, Task, digitise
from tests.extractors.reports.papers import Asked, Layout, Paper, Part, draw

D = Decimal
WHOLE = tuple(D(1 + n % 4) for n in range(26))
"""Scores on a scale of 1 to 4 in whole steps."""


@dataclass(frozen=True)
class Printed(Part):
    """A dimension whose average is printed as given, not as it is; None prints it right."""

    says: Decimal | None = None

    @property
    def average(self) -> Decimal | None:
        return super().average if self.says is None else self.says


def part(name: str, *scores: Decimal | None, first: int = 1, says: str | None = None) -> Printed:
    asked = tuple(
        Asked(first + n, "Mutu", f"Bagaimana mutu layanan yang ke-{first + n}?", score)
        for n, score in enumerate(scores)
    )
    return Printed(name, asked, None if says is None else D(says))


def paper(*parts: Part, **more: object) -> Paper:
    return Paper("KAB. CONTOH", 2023, parts, **more)  # type: ignore[arg-type]


def numbered(*numbers: int) -> Paper:
    """A dimension with these numbers, and one that goes on with 5."""
    first = part("Tata Kelola", D(3), D(2), D(4))
    items = tuple(replace(one, number=n) for one, n in zip(first.items, numbers, strict=True))
    return paper(replace(first, items=items), part("Layanan", D(3), D(2), first=numbers[-1] + 1))


def national(*row: str, region: str = "Kab. Contoh", number: str = "2") -> Paper:
    """A report whose averages are 3.50 and 2.50, with a national table."""
    heads = ("No", "Kab/Kota", "Tata Kelola", "Layanan", "Nilai Akhir", "Ket")
    rows = (heads, ("1", "KOTA LAIN", "1,00", "1,00", "1,00", "A"), (number, region, *row, "A"))
    parts = (part("Tata Kelola", D(4), D(3)), part("Layanan", D(2), D(3), first=3))
    return paper(*parts, results=rows)


def turned(path: Path) -> None:
    """Store the landscape pages upright with a rotation: the third opinion tells nothing then."""
    with pikepdf.open(path, allow_overwriting_input=True) as book:
        for page in book.pages:
            width, height = (float(v) for v in page.mediabox[2:])
            page.contents_add(f"q 0 1 -1 0 {height} 0 cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.mediabox = [0, 0, height, width]
            page.Rotate = 90
        book.save(path)


def crowded(path: Path) -> None:
    """Give the last page more characters than any report has."""
    with pikepdf.open(path, allow_overwriting_input=True) as book:
        book.pages.append(book.pages[0])
        words = b"(" + b"kata " * 60 + b") Tj 0 -1 Td "
        content = b"BT /F1 1 Tf 10 800 Td " + words * 1000 + b"ET"
        book.pages[-1].Contents = book.make_stream(content)
        book.save(path)


def cut_off(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"startxref")])


def carrying(path: Path, second: Decimal | None = None) -> None:
    """Put into a file the record of its pages, with another score for the second question."""
    record = digitise(Task(path, ocr=Ocr.NEVER)).record
    assert record is not None
    if second is not None:
        first, *others = record.dimensions
        items = (first.items[0], replace(first.items[1], score=second), *first.items[2:])
        record = replace(record, dimensions=(replace(first, items=items), *others))
    with pikepdf.open(path, allow_overwriting_input=True) as book:
        book.attachments[RECORD_FILE] = to_json(record).encode()
        book.save(path)


def carrying_another(path: Path) -> None:
    carrying(path, D("1.5"))


def drawn_over(path: Path, page: int, draw: Callable[[Canvas], None]) -> None:
    """Draw onto a page that is there; one more than there are is added."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    draw(canvas)
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as book, pikepdf.open(buffer) as over:
        if page > len(book.pages):
            book.pages.append(over.pages[0])
        else:
            book.pages[page - 1].add_overlay(over.pages[0])
        book.save(path)


def pages_of(path: Path) -> int:
    with pikepdf.open(path) as book:
        return len(book.pages)


def without_page(path: Path, page: int) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as book:
        del book.pages[page - 1]
        book.save(path)


def foot(text: str) -> Callable[[Canvas], None]:
    return lambda canvas: canvas.drawString(270, 30, text)


def footed(path: Path) -> None:
    """Number the pages, with how many there are."""
    last = pages_of(path)
    for page in range(1, last + 1):
        drawn_over(path, page, foot(f"Halaman {page} dari {last}"))


def listed_and_footed(path: Path) -> None:
    with_list(path)
    footed(path)


def footed_without_last(path: Path) -> None:
    listed_and_footed(path)
    without_page(path, pages_of(path))


def without_last(path: Path) -> None:
    without_page(path, pages_of(path))


def headless(canvas: Canvas) -> None:
    """Rows whose head says nothing that is known, and no rulings."""
    for place, score in enumerate(("3,2", "2,8", "4")):
        canvas.drawString(60, 700 - 20 * place, f"{place + 1}")
        canvas.drawString(90, 700 - 20 * place, "Bagaimana mutu layanan?")
        canvas.drawRightString(500, 700 - 20 * place, score)


def listed(canvas: Canvas) -> None:
    """A list that ends in years is no table."""
    for place in range(3):
        canvas.drawString(60, 700 - 20 * place, f"{place + 1}.  Rencana disahkan tahun 2023")


def ruled(*rows: tuple[str, ...]) -> Callable[[Canvas], None]:
    """A table of rows with rulings all around."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(60, 760, "Dampak")
        sides = (60.0, 90.0, 330.0, 420.0, 510.0)[: len(rows[0]) + 1]
        canvas.setFont("Helvetica", 9)
        for place, cells in enumerate(rows):
            top = 740 - 20 * place
            canvas.line(sides[0], top, sides[-1], top)
            for left, text in zip(sides, cells, strict=False):
                canvas.drawString(left + 4, top - 13, text)
        bottom = 740 - 20 * len(rows)
        canvas.line(sides[0], bottom, sides[-1], bottom)
        for x in sides:
            canvas.line(x, 740, x, bottom)

    return draw


def with_table(*heads: str) -> Callable[[Path], None]:
    """Add a dimension whose table has two columns of numbers."""
    rows = (
        ("No", "Pertanyaan", *heads), ("27", "Apa dampak A?", "3", "1"),
        ("28", "Apa dampak B?", "4", "2"), ("", "Rata-Rata", "3,5", "1,5"),
    )  # fmt: skip
    return lambda path: drawn_over(path, pages_of(path) + 1, ruled(*rows))


def on_cover(text: str, y: float = 650) -> Callable[[Path], None]:
    return lambda path: drawn_over(path, 1, lambda canvas: canvas.drawString(56, y, text))


def with_box(*rect: int) -> Callable[[Path], None]:
    """Lay a text box with the region's name over a place of the cover."""

    def after(path: Path) -> None:
        shown = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Contents="KAB. CONTOH",
            Rect=list(rect), F=4,
        )  # fmt: skip
        with pikepdf.open(path, allow_overwriting_input=True) as book:
            book.pages[0].Annots = book.make_indirect(pikepdf.Array([shown]))
            book.save(path)

    return after


def with_rows(path: Path) -> None:
    drawn_over(path, pages_of(path) + 1, headless)


def with_list(path: Path) -> None:
    drawn_over(path, pages_of(path) + 1, listed)


def left_alone(_path: Path) -> None: ...


@dataclass(frozen=True)
class Case:
    """A paper and how it is drawn; ``after`` changes the finished file."""

    paper: Paper
    layout: Layout = Layout()  # noqa: RUF009 - frozen
    after: Callable[[Path], None] = left_alone
    partial: bool = False

    def read(self, path: Path) -> Record:
        self.after(draw(self.paper, self.layout, path))
        task = Task(path, ocr=Ocr.NEVER, partial=self.partial, basis=Basis.RECORD)
        outcome = digitise(task)
        assert outcome.record is not None, outcome.reason
        return outcome.record


SOUND = paper(part("Tata Kelola", *WHOLE[:13]), part("Layanan", *WHOLE[13:], first=14))
LONG = paper(part("Tata Kelola", *WHOLE), part("Layanan", *WHOLE, *WHOLE, first=27))
LATE = Layout(wide=True, scores_late=True)

CASES = {
    "question-missing": (Case(numbered(1, 3, 4)), Case(numbered(1, 2, 3)), [2]),
    "questions-unread": (
        Case(paper(part("Tata Kelola", says="3.5"), part("Layanan", says="2.5"))),
        Case(paper(part("Tata Kelola", D(3)), part("Layanan", D(2), first=2))),
        [None, None],
    ),
    "average-missing": (Case(LONG, after=without_last), Case(LONG), [None]),
    "text-overlaid": (
        Case(SOUND, after=with_box(50, 715, 300, 732)),
        Case(SOUND, after=with_box(50, 300, 300, 317)),
        [None],
    ),
    "pages-missing": (
        Case(SOUND, after=footed_without_last), Case(SOUND, after=listed_and_footed), [None],
    ),
    "rows-unread": (Case(SOUND, after=with_rows), Case(SOUND, after=with_list), [None]),
    "column-unsure": (
        Case(SOUND, after=with_table("Nilai", "Skor")),
        Case(SOUND, after=with_table("Nilai 2023", "Nilai 2022")),
        [None],
    ),
    "region-unsure": (
        Case(national("3,50", "2,50", "3,00", region="Kab. Contoh Raya")),
        Case(national("3,50", "2,50", "3,00")),
        [None],
    ),
    "year-unsure": (
        Case(SOUND, after=on_cover("Hasil Evaluasi Tahun 2022")),
        Case(SOUND, after=on_cover("Menurut Peraturan Nomor 5 Tahun 2022")),
        [None],
    ),
    "category-unsure": (
        Case(national("3,50", "2,50", "3,00"), after=on_cover("Kategori: B")),
        Case(national("3,50", "2,50", "3,00"), after=on_cover("Kategori: A")),
        [None],
    ),
    "results-missing": (
        Case(national("3,50", "2,50", "3,00", number="4")),
        Case(national("3,50", "2,50", "3,00")),
        [None],
    ),
    "score-blank": (
        Case(paper(part("Tata Kelola", D(3), None, D(4)))),
        Case(paper(part("Tata Kelola", D(3), D(0), D(4)))),
        [2],
    ),
    "score-off-scale": (
        Case(paper(part("Tata Kelola", *WHOLE, D(36)))),
        Case(paper(part("Tata Kelola", *WHOLE, D(4)))),
        [27],
    ),
    "score-off-grid": (
        Case(paper(part("Tata Kelola", *WHOLE, D("3.6")))),
        Case(paper(part("Tata Kelola", *WHOLE, D("3.6"), D("3.2"), D("2.6")))),
        [27],
    ),
    "readings-differ": (
        Case(paper(part("Tata Kelola", D(4), D("3.6"), D("1.2"))), LATE, turned),
        Case(paper(part("Tata Kelola", D(4), D("3.6"), D("1.2"))), LATE),
        None,
    ),
    "number-repeated": (Case(numbered(1, 2, 2)), Case(numbered(1, 2, 3)), [2, 2]),
    "mean-differs": (
        Case(paper(part("Tata Kelola", D(3), D(4), says="3.99"))),
        Case(paper(part("Tata Kelola", D(3), D(4), says="3.5"))),
        [None],
    ),
    "results-differ": (
        Case(national("3,50", "2,60", "3,00")),
        Case(national("3,50", "2,50", "3,00")),
        [None],
    ),
    "result-unreadable": (
        Case(national("3,50", "2,50", "3.G")),
        Case(national("3,50", "2,50", "-")),
        [None],
    ),
    "record-differs": (Case(SOUND, after=carrying_another), Case(SOUND, after=carrying), [2]),
    "page-unreadable": (Case(SOUND, after=crowded), Case(SOUND), [None]),
    "file-incomplete": (
        Case(SOUND, after=cut_off, partial=True), Case(SOUND, partial=True), [None],
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", CASES)
def test_what_is_doubtful_is_flagged_with_its_number(rule: str, tmp_path: Path) -> None:
    case, _twin, numbers = CASES[rule]
    record = case.read(tmp_path / "a.pdf")
    found = [flag.number for flag in record.flags if flag.rule == rule]
    assert found == numbers if numbers is not None else found
    assert {flag.rule for flag in record.flags} == {rule}
    flagged = {item.number for one in record.dimensions for item in one.items if item.flag}
    whole = {27, 28} if rule == "column-unsure" else set()  # one flag for every score of a table
    assert flagged == whole | {number for number in found if number is not None}


@pytest.mark.parametrize("rule", CASES)
def test_its_twin_is_not_flagged_at_all(rule: str, tmp_path: Path) -> None:
    assert CASES[rule][1].read(tmp_path / "a.pdf").flags == ()


def test_a_cell_that_is_no_number_is_flagged_and_kept_as_printed(tmp_path: Path) -> None:
    class Odd(Decimal):
        def __str__(self) -> str:
            return "3.G"

    record = Case(paper(part("Tata Kelola", D(3), Odd(3), D(4), D(2)))).read(tmp_path / "a.pdf")
    item = record.dimensions[0].items[1]
    assert (item.score, item.printed) == (None, "3,G")
    assert "score-unreadable" in {flag.rule for flag in record.flags}


def test_the_list_of_flags_in_the_documentation_is_drawn_here() -> None:
    text = Path("docs/arsip.md").read_text("utf-8")
    listed = [line.split("`")[1] for line in text.split("## Tanda")[1].splitlines() if "`" in line]
    assert set(listed) == {*CASES, "score-unreadable"}
