from evaluation.doubts import unreadable_page
from evaluation.sources import Box
from extractors.pages.page import Origin, Page, Word
from extractors.pages.readable import better_of, readable

TEXT = (
    "Sejauh mana pelaksanaan rencana aksi sudah berjalan di tahun ini? "
    "NO KAB/KOTA BASELINE OUTPUT 3,56 2,73 Dr. Asesor Dua, S.T., M.Kom."
)


def _page(text: str, origin: Origin = Origin.WRITTEN) -> Page:
    words = tuple(Word(part, Box(0, 0, 9, 9)) for part in text.split())
    return Page(1, 595, 842, words, origin=origin)


def test_a_page_of_text_is_readable() -> None:
    assert readable(_page(TEXT))
    assert readable(_page(TEXT.upper()))


def test_a_page_of_figures_is_readable() -> None:
    assert readable(_page("3,56 2,73 3,27 " * 30))


def test_a_page_without_characters_or_with_a_stamp_alone_is_not() -> None:
    assert not readable(_page(""))
    assert not readable(_page("Halaman 3 dari 12"))


def test_letters_shifted_by_a_font_without_its_table_are_garbage() -> None:
    assert not readable(_page(" ".join("".join(chr(ord(c) - 29) for c in w) for w in TEXT.split())))
    assert not readable(_page("\ue001\ue002\ue003 " * 40))
    assert not readable(_page("a\ufffdb\ufffd " * 40))


def test_a_cover_of_few_words_is_better_as_it_was_written() -> None:
    cover = _page("Laporan Kota Contoh")
    seen = _page("Laporan Kota Contch", Origin.RECOGNISED)
    assert better_of(cover, seen) is cover


def test_a_scan_with_a_stamp_is_better_recognised() -> None:
    seen = _page(TEXT, Origin.RECOGNISED)
    assert better_of(_page("Halaman 3"), seen) is seen
    assert better_of(_page("\ue001\ue002\ue003 " * 40), seen) is seen


def test_what_could_not_be_recognised_stays_as_it_was() -> None:
    written = _page("Halaman 3")
    assert better_of(written, Page(1, 0, 0, (), fault=unreadable_page("damaged"))) is written
