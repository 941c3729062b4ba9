import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.errors import LaporanError
from extractors.pages.ocr import tesseract as ocr_tesseract
from extractors.pages.ocr.missing import MissingToolError, no_tesseract
from extractors.pages.ocr.tesseract import Seen, parse
from extractors.pages.scanned.reading import tesseract_available

HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)


def test_words_are_read_from_the_table_of_tesseract() -> None:
    rows = [
        HEAD,
        "1\t1\t0\t0\t0\t0\t0\t0\t900\t900\t-1\t",
        "5\t1\t2\t1\t3\t1\t10\t20\t30\t12\t96.5\t3,5",
        '5\t1\t2\t1\t3\t2\t50\t20\t30\t12\t-1\t"kota',
    ]
    assert list(parse("\n".join(rows))) == [
        Seen("3,5", 10, 20, 30, 12, 0.965, (2, 1, 3)),
        Seen('"kota', 50, 20, 30, 12, 0.0, (2, 1, 3)),
    ]


def test_broken_rows_and_blank_words_are_passed_over() -> None:
    rows = [
        HEAD,
        "5\t1\t2",
        "5\t1\t2\t1\t3\t1\tx\t20\t30\t12\t96\tya",
        "5\t1\t2\t1\t3\t1\t1\t2\t3\t4\t9\t ",
    ]
    assert list(parse("\n".join(rows))) == []


@given(st.text())
def test_no_output_of_a_program_breaks_the_reading_of_it(table: str) -> None:
    assert all(0 <= seen.sureness <= 1 for seen in parse(f"{HEAD}\n{table}"))


def test_a_machine_without_tesseract_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ocr_tesseract.program.cache_clear()
    ocr_tesseract.languages.cache_clear()
    monkeypatch.setattr("extractors.pages.ocr.tesseract.shutil.which", lambda _name: None)
    with pytest.raises(MissingToolError, match="sudo apt-get install tesseract-ocr"):
        tesseract_available()


def test_an_unknown_language_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_tesseract, "languages", lambda: frozenset({"eng"}))
    with pytest.raises(MissingToolError, match="ind"):
        tesseract_available()


@pytest.mark.parametrize(("platform", "command"), [("win32", "winget"), ("darwin", "brew")])
def test_other_systems_get_their_own_install_line(platform: str, command: str) -> None:
    assert command in str(no_tesseract(platform))
    assert isinstance(no_tesseract(platform), LaporanError)
