"""Collected values become a workbook that knows where each came from and overwrites nothing."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evaluation.draft import Draft, FoundComment, FoundRegion, FoundScore
from evaluation.sources import Finding, Source
from evaluation.standing import draft_of
from extractors.workbook import read_workbook
from extractors.workbook.standing import read_rows
from generator.cli.commands import laporan
from generator.cli.main import run
from generator.workbooks.book import Rows, write_workbook
from generator.workbooks.round_sheets import round_sheets
from tests.extractors.tiny import Sheets, sound, write_xlsx

WHEN = "2025-03-01 08:30"


def score(item: int, value: str, assessor: str = "Asesor 1", cell: str = "F9") -> FoundScore:
    place = Source("badung.xlsx", "Penilaian", cell)
    return FoundScore("KAB. BADUNG", assessor, item, Decimal(value), source=place, time=WHEN)


def into(
    path: Path, sheets: Sheets, found: Draft
) -> tuple[Mapping[str, Rows], tuple[Finding, ...]]:
    """Add a draft to a workbook of these sheets."""
    workbook = write_xlsx(path / "dasar.xlsx", sheets)
    draft, contradictions = found.joined(draft_of(read_workbook(workbook).evaluation))
    return round_sheets(draft, read_rows(workbook).sheets).sheets, contradictions


def test_scores_stand_in_a_row_an_assessor_with_their_origin() -> None:
    found = Draft(
        scores=(score(1, "4"), score(2, "3", cell="F10"), score(1, "2", "Asesor 2")),
        regions=(FoundRegion("KAB. BADUNG", None),),
    )
    sheets = round_sheets(found).sheets
    assert [list(row) for row in sheets["Nilai"]] == [
        ["Wilayah", "Asesor", "1", "2"],
        ["KAB. BADUNG", "Asesor 1", Decimal(4), Decimal(3)],
        ["KAB. BADUNG", "Asesor 2", Decimal(2), None],
    ]
    assert [list(row) for row in sheets["Asal"][1:]] == [
        ["Nilai!C3:D3", "badung.xlsx", "Penilaian", "F9:F10", "2025-03-01 08:30"],
        ["Nilai!C4", "badung.xlsx", "Penilaian", "F9", "2025-03-01 08:30"],
    ]


def test_assessors_are_counted_as_people_count() -> None:
    found = Draft(scores=tuple(score(1, "4", f"Asesor {n}") for n in (10, 2, 1)))
    sheets = round_sheets(found).sheets
    assert [row[1] for row in sheets["Nilai"][1:]] == ["Asesor 1", "Asesor 2", "Asesor 10"]


def test_what_stands_in_the_workbook_is_kept_and_a_contradiction_told(tmp_path: Path) -> None:
    sheets, findings = into(tmp_path, sound(), Draft(scores=(score(1, "2"),)))
    assert sheets["Nilai"][1][:3] == ("KAB. BADUNG", "Asesor 1", Decimal(4))
    (finding,) = findings
    assert (finding.rule, str(finding.source)) == ("score-contradicts-workbook", "Nilai!C2")
    assert "badung.xlsx Penilaian!F9 gives 2" in str(finding.message)
    assert sheets["Asal"][1:] == ()


def test_a_score_that_stands_there_already_gets_the_place_that_it_was_found_in_again(
    tmp_path: Path,
) -> None:
    sheets, findings = into(tmp_path, sound(), Draft(scores=(score(1, "4", "ASESOR 1"),)))
    assert sheets["Nilai"][1][:3] == ("KAB. BADUNG", "Asesor 1", Decimal(4))
    assert sheets["Asal"][1:] == (("Nilai!C3", "badung.xlsx", "Penilaian", "F9", WHEN),)
    assert findings == ()


def test_a_blank_cell_of_the_workbook_is_filled(tmp_path: Path) -> None:
    sheets, findings = into(tmp_path, sound(), Draft(scores=(score(4, "2", "asesor 2"),)))
    assert sheets["Nilai"][2][:6] == ("KAB. BADUNG", "Asesor 2", 3, 3, 3, 2)
    assert findings == ()


def test_sheets_that_the_program_does_not_know_are_kept(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Coretan"] = [["apa", "saja"], ["=1+1", 3]]
    made, _findings = into(tmp_path, sheets, Draft(scores=(score(1, "4"),)))
    target = tmp_path / "hasil.xlsx"
    with target.open("wb") as file:
        write_workbook(file, made)
    assert read_rows(target).sheets["Coretan"] == (("apa", "saja"), ("=1+1", Decimal(3)))


def test_a_comment_that_stands_there_already_is_not_added_again(tmp_path: Path) -> None:
    place = Source("b.xlsx", "Catatan", "B2")
    told = ("KAB. BADUNG", "Kekuatan", "Asesor 1", "universitas x", "Rencana  lengkap.")
    again = FoundComment(*told, source=place)
    new = FoundComment("KAB. BADUNG", "Kekuatan", "Asesor 2", "Y", "Baru", source=place)
    sheets, _findings = into(tmp_path, sound(), Draft(comments=(again, new)))
    points = [row[4] for row in sheets["Catatan"][1:]]
    assert points == ["Rencana lengkap", "=1+1 <b> {{ x }}", "Baru"]


def csv(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def collecting(tmp_path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(laporan, ["collect", *arguments], standalone_mode=False)


WIDE = "Wilayah;Asesor;1;2;3;4\nBadung;Asesor 3;4;3;2;1\nKab Pemalang;Asesor 3;1;2;3;4\n"


def test_the_command_adds_a_table_to_a_workbook(tmp_path: Path) -> None:
    into = write_xlsx(tmp_path / "ronde.xlsx", sound())
    table = csv(tmp_path / "nilai.csv", WIDE)
    target = tmp_path / "hasil.xlsx"
    outcome = collecting(tmp_path, str(table), "-o", str(target), "--into", str(into))
    assert outcome.exception is None, outcome.output
    evaluation = read_workbook(target).evaluation
    assert evaluation is not None
    rows = {row.assessor: row for row in evaluation.scores["KAB. BADUNG"]}
    assert rows["Asesor 3"].values[:4] == (4, 3, 2, 1)
    origin = evaluation.origins.find(rows["Asesor 3"].source(0))
    assert origin is not None
    assert origin.file == str(table)
    assert origin.cell == "C2"


def test_without_a_workbook_regions_and_questions_are_taken_as_they_come(tmp_path: Path) -> None:
    table = csv(tmp_path / "nilai.csv", WIDE.replace("Badung", "Kab. Badung"))
    target = tmp_path / "hasil.xlsx"
    outcome = collecting(tmp_path, str(table), "-o", str(target))
    assert outcome.exception is None, outcome.output
    rows = read_rows(target).sheets
    assert [row[2] for row in rows["Wilayah"][1:]] == ["Kab. Badung", "Kab Pemalang"]


def test_what_is_unclear_is_written_to_a_mapping_and_settled_by_it(tmp_path: Path) -> None:
    into = write_xlsx(tmp_path / "ronde.xlsx", sound())
    table = csv(tmp_path / "nilai.csv", WIDE.replace(";4\n", ";XQ7\n", 1))
    mapping = tmp_path / "peta.toml"
    target = tmp_path / "hasil.xlsx"
    arguments = (str(table), "-o", str(target), "--into", str(into), "--map", str(mapping))
    collecting(tmp_path, *arguments)
    written = mapping.read_text(encoding="utf-8")
    assert '"XQ7" = "?"' in written
    mapping.write_text(written.replace('"XQ7" = "?"', '"XQ7" = 4'), encoding="utf-8")
    collecting(tmp_path, *arguments)
    evaluation = read_workbook(target).evaluation
    assert evaluation is not None
    rows = {row.assessor: row for row in evaluation.scores["KAB. BADUNG"]}
    assert rows["Asesor 3"].values[3] == 1


def test_a_finding_names_the_file_that_it_is_in(tmp_path: Path) -> None:
    into = write_xlsx(tmp_path / "ronde.xlsx", sound())
    table = csv(tmp_path / "nilai.csv", WIDE.replace("Badung", "Kab. Entah"))
    target = tmp_path / "hasil.xlsx"
    outcome = collecting(tmp_path, str(table), "-o", str(target), "--into", str(into))
    assert f"{table} nilai!A2: 'Kab. Entah' is no region" in outcome.output


def test_nothing_found_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = csv(tmp_path / "kosong.csv", "apa;saja\n;\n")
    target = tmp_path / "hasil.xlsx"
    assert run(["collect", str(table), "-o", str(target)]) == 8
    assert not target.exists()
    capsys.readouterr()
