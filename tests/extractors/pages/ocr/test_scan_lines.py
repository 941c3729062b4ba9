from evaluation.sources import Box
from extractors.pages.ocr.lines import level_words
from extractors.pages.page import Word


def _ink(text: str, left: float, top: float, bottom: float) -> Word:
    return Word(text, Box(left, top, left + 5 * len(text), bottom))


def test_words_of_a_line_have_one_height_whatever_their_letters() -> None:
    line = [
        _ink("yang", 0, 104.7, 112.2),
        _ink("Hasil", 30, 102.8, 110),
        _ink("or", 60, 104.7, 110),
    ]
    found = level_words((1, word) for word in line)
    assert len({(word.box.top, word.box.bottom, word.size) for word in found}) == 1
    assert found[0].size == 10


def test_a_lone_letter_of_a_list_gets_its_case_from_its_height() -> None:
    text = _ink("Dokumen sudah berakhir", 40, 92.8, 100)
    small = _ink("C.", 10, 94.7, 100)
    tall = _ink("c.", 10, 92.8, 100)
    assert "c." in [w.text for w in level_words([(1, text), (2, small)])]
    assert "C." in [w.text for w in level_words([(1, text), (2, tall)])]


def test_a_letter_seen_twice_is_one() -> None:
    text = _ink("Dokumen sudah berakhir", 40, 92.8, 100)
    assert "c." in [w.text for w in level_words([(1, text), (2, _ink("Cc.", 10, 94.7, 100))])]


def test_a_line_of_signs_alone_is_no_trouble() -> None:
    assert [w.text for w in level_words([(1, _ink("-", 0, 96, 97))])] == ["-"]


def test_no_words_give_no_words() -> None:
    assert level_words([]) == []
