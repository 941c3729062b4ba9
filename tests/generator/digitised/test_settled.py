"""Values settled on the review page find their place again, and nothing else does."""

import json
import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from evaluation.errors import UnreadableInputError, WrongDataError
from evaluation.record import Flag, Record, RecordedDimension, RecordedItem
from evaluation.source import Box, Source
from generator.digitised.review import write_review
from generator.digitised.settled import Settled, read_settled, settle

PLACE = Source("arsip/badung.pdf", page=3, box=Box(10, 20, 30, 40))


def record(score: Decimal | None = None) -> Record:
    items = (
        RecordedItem(1, "Layanan", "", "Apa?", Decimal(3), "3"),
        RecordedItem(2, "Layanan", "", "<b>Mana?", score, "3.G", "tidak terbaca", PLACE),
    )
    dimension = RecordedDimension("AWAL", Decimal("3.3"), items)
    flag = Flag("score-unreadable", "“3.G” bukan angka", PLACE, "AWAL", 2)
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
