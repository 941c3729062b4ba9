"""Values settled on the review page find their place again, and nothing else does."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from evaluation.doubts import doubt
from evaluation.errors import UnreadableInputError, WrongDataError
from evaluation.record import Flag, Record, RecordedDimension, RecordedItem
from evaluation.rules import archive as rules
from evaluation.sources import Box, Source
from extractors.archive.settled import Settled, read_settled, settle
from generator.review.settling import write_review

UNREAD = doubt(rules.SCORE_UNREADABLE, said="“3.G” bukan angka")
PLACE = Source("arsip/badung.pdf", page=3, box=Box(10, 20, 30, 40))


def record(score: Decimal | None = None) -> Record:
    items = (
        RecordedItem(1, "Layanan", "", "Apa?", Decimal(3), "3"),
        RecordedItem(2, "Layanan", "", "<b>Mana?", score, "3.G", UNREAD, PLACE),
    )
    dimension = RecordedDimension("AWAL", Decimal("3.3"), items)
    flag = Flag(doubt(rules.SCORE_UNREADABLE, said="“3.G” bukan angka"), PLACE, "AWAL", 2)
    return Record("arsip/badung.pdf", "KAB. BADUNG", dimensions=(dimension,), flags=(flag,))


def saved(path: Path, *entries: dict[str, object]) -> Path:
    file = path / "putusan.json"
    file.write_text(json.dumps({"laporan-settled": 1, "settled": entries}))
    return file


def entry(number: int = 2, value: object = "3,6") -> dict[str, object]:
    return {"file": "badung.pdf", "dimension": "Awal", "no": number, "value": value}


def test_a_settled_value_replaces_the_doubtful_one_and_its_flag(tmp_path: Path) -> None:
    (new,), unused = settle([record()], read_settled(saved(tmp_path, entry())), "putusan.json")
    item = new.dimensions[0].items[1]
    assert (item.score, item.flag, item.printed) == (Decimal("3.6"), None, "3.G")
    assert (new.flags, unused) == ((), ())


def test_a_value_that_nobody_doubted_is_left_alone_and_told(tmp_path: Path) -> None:
    (new,), unused = settle([record()], read_settled(saved(tmp_path, entry(1))), "putusan.json")
    assert new == record()
    assert [finding.rule for finding in unused] == ["settled-unused"]


def test_null_means_not_scored(tmp_path: Path) -> None:
    assert read_settled(saved(tmp_path, entry(value=None))) == (
        Settled(("badung.pdf", "awal", 2), None),
    )


@pytest.mark.parametrize("text", ["3.G", "1e9", "=1+1", "", "9" * 30])
def test_a_settled_value_that_is_no_number_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(WrongDataError, match=r"question 2 of badung\.pdf"):
        read_settled(saved(tmp_path, entry(value=text)))


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"laporan-settled": 2}', "{" * 9000])
def test_another_file_is_refused_with_what_to_do(tmp_path: Path, content: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(content)
    with pytest.raises(UnreadableInputError, match="--review"):
        read_settled(file)
    with pytest.raises(UnreadableInputError):
        read_settled(tmp_path / "none.json")


def page(*records: Record) -> str:
    target = BytesIO()
    write_review(records, lambda _source: b"png", target)
    return target.getvalue().decode()


def test_the_page_shows_each_doubtful_value_beside_its_picture() -> None:
    text = page(record())
    assert "data:image/png;base64,cG5n" in text
    assert 'data-file="badung.pdf" data-dimension="AWAL" data-no="2"' in text
    assert 'value="3.G"' in text


def test_what_a_document_says_stays_text_on_the_page() -> None:
    text = page(record())
    assert "&lt;b&gt;Mana?" in text
    assert "<b>Mana?" not in text


def test_the_page_reaches_nothing_outside_itself() -> None:
    text = page(record())
    assert "default-src 'none'" in text
    assert not re.search(r"https?://|src=\"(?!data:)", text)


def test_without_doubt_the_page_says_so() -> None:
    assert "No value is doubtful." in page(Record("a.pdf"))


# Each part of the page and of the file by itself.


@pytest.mark.parametrize(
    ("text", "value"),
    [("3", "3"), (" 3,6 ", "3.6"), ("3.60", "3.60"), ("999999", "999999"), ("0,123456", "0.123456"),
     (4, "4")],
)  # fmt: skip
def test_a_settled_number_is_read_exactly(tmp_path: Path, text: object, value: str) -> None:
    (one,) = read_settled(saved(tmp_path, entry(value=text)))
    assert one == Settled(("badung.pdf", "awal", 2), Decimal(value))


@pytest.mark.parametrize("text", ["1234567", "0,1234567", "-3", "3,", ",5", "3,6,1"])
def test_numbers_beyond_any_scale_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(WrongDataError, match=r"is no number\. Write a number such as 3 or 3,6"):
        read_settled(saved(tmp_path, entry(value=text)))


def test_a_refused_value_is_told_by_its_beginning(tmp_path: Path) -> None:
    with pytest.raises(WrongDataError, match=f"“{'x' * 40}”"):
        read_settled(saved(tmp_path, entry(value="x" * 60)))


def test_what_does_not_fit_is_told_with_its_file(tmp_path: Path) -> None:
    other = {**entry(), "file": "lain.pdf"}
    (new,), (told,) = settle([record()], read_settled(saved(tmp_path, other)), "putusan.json")
    assert new == record()
    assert str(told.message).startswith("question 2 of lain.pdf is not doubtful")
    assert told.source == Source("putusan.json")
    assert told.severity.name == "WARNING"


def test_a_value_settled_as_not_scored_takes_the_doubt_away(tmp_path: Path) -> None:
    given = read_settled(saved(tmp_path, entry(value=None)))
    (new,), unused = settle([record(Decimal(3))], given, "putusan.json")
    assert new.dimensions[0].items[1].score is None
    assert (new.flags, unused) == ((), ())


def test_only_the_flags_of_the_settled_question_go(tmp_path: Path) -> None:
    flags = (
        Flag(doubt(rules.MEAN_DIFFERS, said="m"), PLACE, "AWAL"),
        Flag(doubt(rules.SCORE_UNREADABLE, said="u"), PLACE, "LAIN", 2),
        Flag(doubt(rules.SCORE_UNREADABLE, said="u"), PLACE, "AWAL", 1),
        Flag(doubt(rules.PAGE_UNREADABLE, said="p"), PLACE),
        Flag(doubt(rules.SCORE_UNREADABLE, said="u"), PLACE, "AWAL", 2),
    )
    given = replace(record(), flags=flags)
    (new,), _unused = settle([given], read_settled(saved(tmp_path, entry())), "putusan.json")
    assert new.flags == flags[:4]


def test_a_file_too_large_for_settled_values_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, entry())
    content = file.read_text()
    file.write_text(content + " " * (10_000_000 - len(content)))
    assert len(read_settled(file)) == 1
    file.write_text(content + " " * (10_000_001 - len(content)))
    with pytest.raises(UnreadableInputError, match="not what the review page saves"):
        read_settled(file)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="No such file"):
        read_settled(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("score", "printed", "value"), [(None, "3.G", "3.G"), (Decimal("3.6"), "3,6", "3.6")]
)
def test_a_field_begins_with_what_was_read_else_with_what_is_printed(
    score: Decimal | None, printed: str, value: str
) -> None:
    text = page(replace(record(), dimensions=record(score).dimensions))
    assert f'<input id="v0-0" value="{value}"' in text
    assert '<input id="v0-0-sure" type="checkbox"' in text


def test_the_page_counts_and_heads_what_is_doubtful() -> None:
    text = page(Record("sound.pdf", "KOTA A"), record(), record())
    assert "4 values are doubtful" not in text
    assert "2 values are doubtful" in text
    assert text.count("<h2>KAB. BADUNG · badung.pdf</h2>") == 2
    assert "KOTA A" not in text
    assert '<html lang="en">' in text
    assert 'data-mark="laporan-settled" data-version="1" data-name="settled.json"' in text
    assert "AWAL · 2. &lt;b&gt;Mana?" in text
    assert '<p class="why">“3.G” bukan angka</p>' in text
    assert "badung.pdf, p. 3" in text
    assert text.count('<button id="save"') == 1
    assert text.endswith("</body>\n</html>\n")


def test_a_doubt_of_no_question_is_shown_without_a_field() -> None:
    flag = Flag(doubt(rules.MEAN_DIFFERS, said="bukan rata-rata"), PLACE, "AWAL")
    text = page(
        replace(record(), flags=(flag, Flag(doubt(rules.PAGE_UNREADABLE, said="rusak"), PLACE)))
    )
    assert text.count('<div class="value">') == 2
    assert "data-no=" not in text
    assert "<p>AWAL</p>" in text and "<p></p>" in text


def test_a_place_without_a_picture_is_shown_without_one() -> None:
    target = BytesIO()
    write_review([record()], lambda _source: None, target)
    assert "<img" not in target.getvalue().decode()


def test_a_sound_page_has_neither_button_nor_script() -> None:
    text = page(Record("a.pdf"))
    assert "<button" not in text and "<script" not in text
