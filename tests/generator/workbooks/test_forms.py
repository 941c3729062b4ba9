"""Assessor forms: which go out, and what one holds."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.workbook import Workbook

from evaluation.model import Evaluation, Scale
from extractors.workbook import read_workbook
from generator.cli.commands import laporan
from generator.workbooks.forms.plan import Assessor, Form, parse_assessor, plan_forms
from generator.workbooks.forms.writing import write_form
from tests.extractors.tiny import sound, write_xlsx


@pytest.fixture
def evaluation(tmp_path: Path) -> Evaluation:
    reading = read_workbook(write_xlsx(tmp_path / "ronde.xlsx", sound()))
    assert reading.evaluation is not None
    return reading.evaluation


def written(evaluation: Evaluation, form: Form) -> Workbook:
    target = BytesIO()
    write_form(target, evaluation, form)
    return openpyxl.load_workbook(target)


def test_a_title_with_commas_stays_whole_and_the_institution_follows_the_last() -> None:
    assert parse_assessor("Dr. X, S.T., M.Kom., Universitas Y") == Assessor(
        "Dr. X, S.T., M.Kom.", "Universitas Y"
    )
    assert parse_assessor("Asesor 1") == Assessor("Asesor 1", "")


def test_regions_that_took_part_get_a_form_for_each_assessor(evaluation: Evaluation) -> None:
    planned = plan_forms(evaluation, (Assessor("Asesor 1", "A"), Assessor("Asesor 2", "B")))
    attended = [region.name for region in evaluation.attended()]
    assert [form.region.name for form in planned] == [name for name in attended for _ in "12"]
    assert len({form.stem for form in planned}) == len(planned)


def test_without_assessors_those_of_the_workbook_are_asked(evaluation: Evaluation) -> None:
    planned = plan_forms(evaluation, ())
    assert planned[0].assessor == Assessor("Asesor 1", "Universitas X")


def test_where_nobody_is_known_the_form_asks_who_it_is(evaluation: Evaluation) -> None:
    (first, *_rest) = plan_forms(replace(evaluation, scores={}, comments={}), ())
    assert first.assessor == Assessor("", "")
    sheet = written(evaluation, first)["Penilaian"]
    assert not sheet["C4"].protection.locked


def test_equal_names_of_assessors_do_not_share_a_file(evaluation: Evaluation) -> None:
    planned = plan_forms(evaluation, (Assessor("Asesor!", "A"), Assessor("Asesor", "B")))
    assert len({form.stem for form in planned}) == len(planned)


def test_questions_are_locked_and_scores_are_chosen_from_cells(evaluation: Evaluation) -> None:
    book = written(evaluation, plan_forms(evaluation, ())[0])
    sheet = book["Penilaian"]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    row = rows[1]
    assert sheet.protection.sheet
    assert sheet.cell(row, 5).protection.locked
    assert not sheet.cell(row, 6).protection.locked
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules[f"F{row}"].formula1 == "'_Daftar'!$A$1:$A$5"
    steps = [book["_Daftar"].cell(number, 1).value for number in range(1, 6)]
    assert steps == [1, 2, 3, 4, "-"]


def test_the_count_of_what_is_empty_covers_every_score(evaluation: Evaluation) -> None:
    sheet = written(evaluation, plan_forms(evaluation, ())[0])["Penilaian"]
    first = next(r for r in range(1, 20) if sheet.cell(r, 1).value == "No") + 1
    count = sheet.max_row - first + 1
    labels = {sheet.cell(row, 1).value: sheet.cell(row, 3).value for row in range(1, first)}
    assert labels["Belum diisi"] == f"=COUNTBLANK(F{first}:F{sheet.max_row})"
    region = evaluation.regions[0]
    asked = evaluation.instrument.dimensions_of(region.category)
    assert count == sum(len(one.questions) or 1 for one in asked)


def test_a_hidden_mark_tells_round_region_and_assessor(evaluation: Evaluation) -> None:
    book = written(evaluation, plan_forms(evaluation, ())[0])
    mark = book["_Formulir"]
    marks = {mark.cell(row, 1).value: mark.cell(row, 2).value for row in range(1, 8)}
    assert mark.sheet_state == "hidden"
    assert marks["laporan-formulir"] == "1"
    assert marks["Wilayah"] == "KAB. BADUNG"
    assert marks["Asesor"] == "Asesor 1"


def test_a_scale_with_too_many_steps_is_bound_by_its_ends_and_its_step(
    evaluation: Evaluation,
) -> None:
    wide = Scale(Decimal(0), Decimal(100), Decimal("0.5"))
    instrument = replace(evaluation.instrument, scale=wide)
    round_ = replace(evaluation, instrument=instrument)
    sheet = written(round_, plan_forms(round_, ())[0])["Penilaian"]
    rules = {rule.type: rule for rule in sheet.data_validations.dataValidation}
    assert rules.keys() <= {"custom", "decimal"}  # the latter where a dimension is scored itself
    cell = str(rules["custom"].sqref)
    steps = f"({cell}-0)/0.5"
    assert f"{cell}<=100,ABS({steps}-ROUND({steps},0))<0.0001" in rules["custom"].formula1
    assert rules["custom"].errorStyle in (None, "stop")
    assert "angka dari 0 sampai 100, kelipatan 0,5" in sheet["A2"].value
    assert "kelipatan 0,5" in rules["custom"].error


def test_scores_that_are_refused_are_told_in_words_of_the_round(evaluation: Evaluation) -> None:
    sheet = written(evaluation, plan_forms(evaluation, ())[0])["Penilaian"]
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert {rule.error for rule in rules} == {
        "Isi dengan 1, 2, 3, atau 4, atau tulis - bila tidak dapat dinilai."
    }


def test_many_steps_are_told_by_bounds_and_step(evaluation: Evaluation) -> None:
    scale = Scale(Decimal(0), Decimal(10), Decimal("0.5"))
    round_ = replace(evaluation, instrument=replace(evaluation.instrument, scale=scale))
    sheet = written(round_, plan_forms(round_, ())[0])["Penilaian"]
    assert "angka dari 0 sampai 10, kelipatan 0,5" in sheet["A2"].value


def test_comments_may_be_added_below_the_last_coloured_row(evaluation: Evaluation) -> None:
    sheet = written(evaluation, plan_forms(evaluation, ())[0])["Catatan"]
    assert sheet.protection.sheet
    for letters in ("A", "B"):
        assert not sheet.column_dimensions[letters].protection.locked
    (rule,) = sheet.data_validations.dataValidation
    assert "A2001" in rule.sqref


def test_a_form_prints_on_the_width_of_a4(evaluation: Evaluation) -> None:
    book = written(evaluation, plan_forms(evaluation, ())[0])
    for name in ("Penilaian", "Catatan"):
        setup = book[name].page_setup
        assert book[name].sheet_properties.pageSetUpPr.fitToPage
        assert (setup.paperSize, setup.fitToWidth or 1, setup.fitToHeight) == (9, 1, 0)


def test_text_that_looks_like_a_formula_stays_text(evaluation: Evaluation) -> None:
    form = replace(plan_forms(evaluation, ())[0], assessor=Assessor("=1+1", "@SUM(A1)"))
    book = written(evaluation, form)
    assert book["Penilaian"]["C4"].data_type == "s"
    assert book["_Formulir"]["B5"].data_type == "s"


def test_the_command_writes_forms_though_nobody_has_scored_yet(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Nilai"] = sheets["Nilai"][:1]
    path = write_xlsx(tmp_path / "ronde.xlsx", sheets)
    outcome = CliRunner().invoke(
        laporan, ["forms", str(path), "--assessor", "Asesor 1, Universitas X"]
    )
    assert outcome.exit_code == 0, outcome.output
    assert sorted(one.name for one in (tmp_path / "formulir").iterdir()) == [
        "001-kab-badung-asesor-1.xlsx",
        "002-kab-pemalang-asesor-1.xlsx",
        "daftar-formulir.xlsx",
    ]


def test_wrong_questions_stop_the_command(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Instrumen"][1][4] = None
    path = write_xlsx(tmp_path / "ronde.xlsx", sheets)
    outcome = CliRunner().invoke(laporan, ["forms", str(path)], standalone_mode=False)
    assert outcome.exception is not None
    assert not (tmp_path / "formulir").exists()
