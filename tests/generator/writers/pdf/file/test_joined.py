"""Files one behind the other: every page as it was, each file on an odd page, with a bookmark."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from generator.document.kinds import REPORT
from generator.making.plan import plan_regions
from generator.making.rounds import Round
from generator.system.seals import sealed
from generator.writers import WRITERS
from generator.writers.pdf.file.joined import Part, read_objects, write_joined


@pytest.fixture(scope="module")
def parts(rounds: Mapping[str, Round]) -> list[Part]:
    opened = rounds["perpustakaan"]
    jobs = plan_regions(opened.evaluation, opened.evaluation.regions[:4], ("pdf",), (REPORT,))
    made = []
    for job in jobs:
        target = BytesIO()
        WRITERS["pdf"](opened.maker.document(job), opened.pack.style, target)
        assert job.region is not None
        made.append(Part(f"{job.region.name} é", sealed(target.getvalue(), "build")))
    return made


def texts(data: bytes) -> list[str]:
    with pdfium.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def joined(parts: list[Part]) -> tuple[int, bytes]:
    target = BytesIO()
    pages = write_joined("Cetak", parts, "id-ID", target)
    return pages, target.getvalue()


def test_every_page_is_there_and_each_file_begins_on_an_odd_one(parts: list[Part]) -> None:
    pages, data = joined(parts)
    found = texts(data)
    assert len(found) == pages
    starts = []
    for part in parts:
        own = texts(part.data)
        start = found.index(own[0])
        assert found[start : start + len(own)] == own
        assert start % 2 == 0
        starts.append(start)
    blank = pages - sum(len(texts(part.data)) for part in parts)
    assert blank == found.count("") > 0
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert [str(one.title) for one in outline.root] == [part.title for part in parts]
        numbers = {page.objgen: at for at, page in enumerate(pdf.pages)}
        assert [numbers[one.destination[0].objgen] for one in outline.root] == starts
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {
            (0, 0, 595.2756, 841.8898)
        }


def test_what_files_have_alike_is_written_once(parts: list[Part]) -> None:
    _pages, one = joined(parts[:1])
    _pages, twice = joined([parts[0], parts[0]])
    assert len(twice) < 1.2 * len(one)
    assert joined(parts) == joined(parts)


def test_pages_look_as_they_did(parts: list[Part]) -> None:
    _pages, data = joined(parts[:1])
    for own, copied in zip(_drawn(parts[0].data), _drawn(data), strict=True):
        assert own == copied


def _drawn(data: bytes) -> list[bytes]:
    with pdfium.PdfDocument(data) as document:
        return [page.render(scale=0.5).to_pil().tobytes() for page in document]


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"startxref\n0\n%%EOF\n", b"startxref\n9\n%%EOF"]
)
def test_a_file_of_another_program_is_refused(data: bytes, parts: list[Part]) -> None:
    with pytest.raises(ValueError, match="another program"):
        read_objects(data)
    with pytest.raises(ValueError, match="another program"):
        joined([*parts[:1], Part("x", data)])


def test_a_file_that_another_program_saved_is_refused(parts: list[Part], tmp_path: Path) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(parts[0].data)) as pdf:
        pdf.save(target)
    with pytest.raises(ValueError, match=r"another program|without pages"):
        joined([Part("x", target.getvalue())])
