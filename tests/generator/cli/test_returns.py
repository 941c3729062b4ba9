"""Forms go out with a list of them; what comes back is held against it."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from evaluation.draft import Draft, FoundScore
from evaluation.returns import Sent, returned
from extractors.collect.ages import saved_inside
from generator.use_cases.returned import Gathered, collect, forms
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.cli.test_collect import fill
from tests.generator.conftest import Type

ASSESSORS = ("Asesor A, Universitas X", "Asesor B, Universitas Y")
Fill = Callable[[Path], None]


@pytest.fixture
def round_(tmp_path: Path) -> Path:
    sheets = sound()
    sheets["Nilai"] = sheets["Nilai"][:1]
    return write_xlsx(tmp_path / "ronde.xlsx", sheets)


@pytest.fixture
def sent(tmp_path: Path, round_: Path) -> list[Path]:
    return list(forms(round_, tmp_path / "f", assessors=ASSESSORS))


def gathered(tmp_path: Path, round_: Path, *, newer: bool = False, force: bool = False) -> Gathered:
    target = tmp_path / "hasil.xlsx"
    return collect([tmp_path / "f"], target, into=round_, newer=newer, force=force)


def rows_of(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path).active
    return [row[:5] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_who_is_missing_or_filled_in_half_is_listed_to_be_reminded(
    tmp_path: Path, round_: Path, sent: list[Path]
) -> None:
    fill(sent[0], [4, 3, 2, 1], [])
    fill(sent[1], [4], [])
    sent[2].unlink()
    found = gathered(tmp_path, round_)
    back = found.returned
    assert back is not None
    assert [one.file for one in back.missing] == [path.name for path in sent[2:]]
    assert [(one.file, there) for one, there in back.partly] == [(sent[1].name, 1)]
    assert found.reminders == tmp_path / "hasil-pengingat.xlsx"
    assert [row[3:5] for row in rows_of(found.reminders)] == [
        *((path.name, "belum kembali") for path in sent[2:]),
        (sent[1].name, f"terisi 1 dari {back.partly[0][0].asked}"),
    ]


def test_an_empty_and_a_half_filled_form_are_told_once_each(
    tmp_path: Path, round_: Path, sent: list[Path]
) -> None:
    for path in sent[2:]:
        path.unlink()
    fill(sent[0], [4, 3], [])
    found = gathered(tmp_path, round_)
    told = [(finding.rule, str(finding.message)) for finding in found.found.findings]
    assert [rule for rule, _message in told] == ["form-partly-filled", "form-empty"]
    assert "2 " in told[0][1]
    assert "Asesor B" in told[1][1]
    assert found.mapping is None


def test_a_form_of_another_round_is_refused(tmp_path: Path, round_: Path, sent: list[Path]) -> None:
    sheets = sound()
    sheets["Surat"] = [[row[0], 2023] if row[0] == "Tahun" else row for row in sheets["Surat"]]
    other = forms(write_xlsx(tmp_path / "lain.xlsx", sheets), tmp_path / "f2", assessors=ASSESSORS)
    fill(other[0], [4, 3, 2, 1], [])
    fill(sent[0], [1, 1, 1, 1], [])
    result = collect([other[0], sent[0]], tmp_path / "hasil.xlsx", into=round_)
    (told,) = [f for f in result.found.findings if f.rule == "form-other-round"]
    assert told.source is not None
    assert told.source.file == str(other[0])
    assert {score.value for score in result.found.draft.scores} == {1}


def test_where_two_files_differ_the_newer_counts_when_asked_and_is_told_once(
    tmp_path: Path, round_: Path
) -> None:
    for name, value, year in (("a.csv", 1, 2024), ("b.csv", 3, 2025)):
        path = tmp_path / "f" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Wilayah;Asesor;1;2;3\nKab. Badung;Asesor A;{value};{value};2\n")
        moment = datetime(year, 1, 1, tzinfo=UTC).timestamp()
        os.utime(path, (moment, moment))
    newer = gathered(tmp_path, round_, newer=True)
    given = {score.item: score.value for score in newer.found.draft.scores}
    assert given == {1: 3, 2: 3, 3: 2}
    told = [f for f in newer.found.findings if f.rule == "value-older"]
    assert [str(f.message)[:1] for f in told] == ["2"]
    refused = gathered(tmp_path, round_, force=True)
    assert [score.item for score in refused.found.draft.scores] == [3]


def test_a_workbook_says_itself_when_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.save(path)
    inside = saved_inside(path)
    assert inside is not None
    assert abs((datetime.now(UTC) - inside).total_seconds()) < 3600 * 15  # some write local time
    assert saved_inside(tmp_path / "none.xlsx") is None


def test_a_form_as_it_was_sent_says_no_time(sent: list[Path]) -> None:
    assert saved_inside(sent[0]) is None


def score(region: str, assessor: str, item: int) -> FoundScore:
    return FoundScore(region, assessor, item, Decimal(1))


def test_a_form_for_anyone_is_back_with_whoever_filled_it_in() -> None:
    sent = [Sent("A", "", "", "a.xlsx", 1), Sent("B", "Ani", "", "b.xlsx", 2)]
    scores = (score("A", "Budi", 1), score("B", "ani", 1), score("B", "Citra", 1))
    found = returned(sent, Draft(scores=scores))
    assert [one.file for one in found.whole] == ["a.xlsx"]
    assert [(one.file, there) for one, there in found.partly] == [("b.xlsx", 1)]
    assert found.unexpected == (("B", "Citra"),)


def test_the_command_tells_who_did_not_send_and_where_the_reminders_are(
    tmp_path: Path, round_: Path, sent: list[Path], type_in: Type
) -> None:
    fill(sent[0], [4, 3, 2, 1], [])
    for path in sent[1:]:
        path.unlink()
    result = type_in(
        "--lang", "en", "collect", str(tmp_path / "f"), "--into", str(round_),
        "-o", str(tmp_path / "hasil.xlsx"),
    )  # fmt: skip
    assert "not back" in result.out
    assert "Asesor B" in result.out
    assert "hasil-pengingat.xlsx" in result.out
    wrong = type_in(
        "--lang", "en", "collect", str(sent[0]), "--sent", str(round_),
        "-o", str(tmp_path / "lain.xlsx"),
    )  # fmt: skip
    assert "no list of forms" in wrong.err
