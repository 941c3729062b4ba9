"""What a sound workbook is read as, in every shape that it may have."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from evaluation.model import Evaluation, WhenMissing
from evaluation.sources import Source
from extractors.workbook import read_workbook
from tests.extractors.tiny import Formula, Sheets, broken, sound, write_folder, write_xlsx


def read(path: Path) -> Evaluation:
    reading = read_workbook(path)
    assert reading.findings == ()
    assert reading.evaluation is not None
    return reading.evaluation


@pytest.fixture
def evaluation(tmp_path):
    return read(write_xlsx(tmp_path / "ronde.xlsx", sound()))


def test_facts_are_texts_as_the_letter_prints_them(evaluation):
    assert evaluation.facts.get("tanggal") == "25 November 2024"
    assert evaluation.facts.get("Tahun") == "2024"
    assert evaluation.facts.get("Nilai Kosong") is None
    assert evaluation.facts.all("Tembusan") == ("Menteri", "Sekretaris Jenderal")


@pytest.mark.parametrize("text", ["2024-11-25", "25/11/2024", "Senin, 25 November 2024"])
def test_a_date_written_as_text_is_written_out(tmp_path, text):
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", broken("Surat!B3", text)))
    assert evaluation.facts.get("Tanggal") == "25 November 2024"


def test_a_placeholder_in_place_of_a_date_is_kept(tmp_path):
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", broken("Surat!B3", "${tanggal_naskah}")))
    assert evaluation.facts.get("Tanggal") == "${tanggal_naskah}"


def test_a_decimal_fact_has_a_comma(tmp_path):
    sheets = sound()
    sheets["Surat"].append(["Ambang", 3.5])
    assert read(write_xlsx(tmp_path / "a.xlsx", sheets)).facts.get("Ambang") == "3,5"


def test_scale_and_instrument_are_read(evaluation):
    instrument = evaluation.instrument
    assert (instrument.scale.minimum, instrument.scale.maximum, instrument.scale.step) == (1, 4, 1)
    assert instrument.categories == ("REGULER", "KHUSUS")
    assert instrument.items == (1, 2, 3, 4, "KERJA SAMA")
    assert instrument.averages_what_is_there is False
    first = instrument.questions[0]
    assert (first.indicator, first.sub_indicator) == ("Rencana", "Dokumen")
    assert first.text == "Apakah ada rencana?"


def test_dimensions_stand_in_the_order_of_their_questions_and_then_of_their_weights(tmp_path):
    sheets = sound()
    sheets["Bobot"].insert(1, ["LANGSUNG", 0, 0, "bagi ulang"])
    sheets["Bobot"][2], sheets["Bobot"][3] = sheets["Bobot"][3], sheets["Bobot"][2]
    for row, cell in zip(sheets["Nilai"], ["LANGSUNG", 1, 1, 1, 1], strict=True):
        row.append(cell)
    instrument = read(write_xlsx(tmp_path / "a.xlsx", sheets)).instrument
    assert [d.name for d in instrument.dimensions] == ["AWAL", "HASIL", "LANGSUNG", "KERJA SAMA"]


def test_weights_and_the_treatment_of_missing_values_are_read(evaluation):
    awal, hasil, kerja_sama = evaluation.instrument.dimensions
    assert awal.weights == {"REGULER": 40, "KHUSUS": 40}
    assert kerja_sama.weights == {"KHUSUS": 20}
    assert (awal.when_missing, hasil.when_missing, kerja_sama.when_missing) == (
        WhenMissing.REFUSE,
        WhenMissing.REFUSE,
        WhenMissing.ZERO,
    )
    assert kerja_sama.directly_scored


def test_names_of_a_dimension_default_to_its_own(evaluation):
    awal, hasil, _kerja_sama = evaluation.instrument.dimensions
    assert (awal.letter_name, awal.table_name) == ("Awal", "Keadaan Awal")
    assert [element.name for element in awal.elements] == ["Rencana"]
    assert (hasil.letter_name, hasil.table_name, hasil.description) == ("HASIL", "HASIL", "")
    assert hasil.elements == ()


def test_regions_know_the_cells_of_name_and_addressee(evaluation):
    badung, pemalang, bogor = evaluation.regions
    assert (badung.number, badung.code, badung.category) == (1, "51.03", "REGULER")
    assert (str(badung.source), str(badung.addressee_source)) == ("Wilayah!C2", "Wilayah!D2")
    assert (pemalang.attended, bogor.attended) == (True, False)


def test_rows_are_numbered_in_order_where_there_is_no_column_for_numbers(tmp_path):
    sheets = sound()
    sheets["Wilayah"] = [row[1:] for row in sheets["Wilayah"]]
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert [region.number for region in evaluation.regions] == [1, 2, 3]


def test_scores_stand_in_the_order_of_the_items_with_their_cells(evaluation):
    first, second = evaluation.scores["KAB. BADUNG"]
    assert first.assessor == "Asesor 1"
    assert first.values == (4, 3, 2, 1, None)
    assert second.values == (3, 3, 3, None, None)
    assert str(second.source(3)) == "Nilai!F3"
    assert first.source(0) == Source(evaluation.file, "Nilai", "C2")


def test_columns_may_stand_in_any_order(tmp_path, evaluation):
    sheets = {name: [row[::-1] for row in rows] for name, rows in sound().items()}
    turned = read(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert turned.scores["KAB. BADUNG"][0].values == (4, 3, 2, 1, None)
    assert str(turned.scores["KAB. BADUNG"][0].source(0)) == "Nilai!E2"
    assert turned.regions[0].addressee == evaluation.regions[0].addressee


@pytest.mark.parametrize("heading", ["1", 1.0, "Q1", "P1.", " p 1 ", "No. 1", "Pertanyaan 01"])
def test_a_question_may_be_headed_in_many_ways(tmp_path, heading):
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", broken("Nilai!C1", heading)))
    assert evaluation.scores["KAB. BADUNG"][0].values[0] == 4


@pytest.mark.parametrize("cell", ["3", " 3 ", 3.0000000001, "3,0", "3.00", "\u00a03", "+3"])
def test_a_score_may_be_written_in_many_ways(tmp_path, cell):
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", broken("Nilai!C2", cell)))
    assert str(evaluation.scores["KAB. BADUNG"][0].values[0]) == "3"


@pytest.mark.parametrize("cell", [None, "", " ", "-", "–", " - "])
def test_a_blank_and_a_dash_are_not_scored(tmp_path, cell):
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", broken("Nilai!C2", cell)))
    assert evaluation.scores["KAB. BADUNG"][0].values[0] is None


def test_without_assessors_a_row_holds_means(tmp_path):
    sheets = sound()
    sheets["Nilai"] = [[*row[:1], *row[2:]] for row in sheets["Nilai"][:1] + sheets["Nilai"][1::2]]
    sheets["Nilai"][1][1] = 3.5999999
    (row,) = read(write_xlsx(tmp_path / "a.xlsx", sheets)).scores["KAB. BADUNG"]
    assert (row.assessor, row.values[0]) == (None, Decimal("3.6"))


def test_names_are_joined_as_people_read_them(tmp_path):
    for name in ("Kabupaten Badung", "kab  badung", "KAB.BADUNG", "Kab. Bаdung"):  # Cyrillic а
        sheets = broken("Nilai!A2", name)
        sheets["Tahun Lalu"][1][0] = sheets["Catatan"][1][0] = name
        evaluation = read(write_xlsx(tmp_path / "a.xlsx", sheets))
        assert len(evaluation.scores["KAB. BADUNG"]) == 2
        assert evaluation.previous["KAB. BADUNG"].final == Decimal("2.86")


@pytest.mark.parametrize(
    ("cell", "attended"),
    [(cell, True) for cell in ("Ya", "y", True, 1, "HADIR", "benar")]
    + [(cell, False) for cell in ("Tidak", "t", False, 0, "Tidak hadir")],
)
def test_attendance_may_be_written_in_many_ways(tmp_path, cell, attended):
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", broken("Wilayah!F4", cell)))
    assert evaluation.regions[2].attended is attended


def test_last_year_lacks_what_is_blank(evaluation):
    assert set(evaluation.previous) == {"KAB. BADUNG"}
    previous = evaluation.previous["KAB. BADUNG"]
    assert previous.dimensions == {"AWAL": Decimal("3.24"), "HASIL": Decimal("2.6")}
    assert (str(previous.cells["HASIL"]), str(previous.final_cell)) == (
        "Tahun Lalu!C2",
        "Tahun Lalu!E2",
    )


def test_comments_are_literal_and_in_order(tmp_path):
    sheets = sound()
    texts = ["  a\x01b ", "=SUM(A1)", "_x0001_", "x" * 3000, "dua\nbaris", "{{ 7*7 }} & <b>"]
    sheets["Catatan"] += [["KAB. BADUNG", "Kekuatan", None, None, text] for text in texts]
    comments = read(write_xlsx(tmp_path / "a.xlsx", sheets)).comments["KAB. BADUNG"]
    assert [comment.point for comment in comments[2:]] == ["a\x01b", *texts[1:]]
    assert (comments[0].assessor, comments[1].assessor) == ("Asesor 1", "")


def test_exemptions_are_read(evaluation):
    (exemption,) = evaluation.exemptions
    assert (exemption.rule, exemption.place) == ("score-off-step", "Nilai!C2")


def test_a_formula_with_a_value_is_that_value(tmp_path):
    sheets = broken("Nilai!C2", Formula("=2+2", 4))
    sheets["Catatan"][1][3] = Formula('=""', "")
    sheets["Catatan"][1][4] = Formula('="a"&"b"', "ab")
    path = write_xlsx(tmp_path / "a.xlsx", sheets)
    assert [f.rule for f in read_workbook(path).findings] == ["formula-not-calculated"]
    sheets["Catatan"][1][3] = None
    evaluation = read(write_xlsx(path, sheets))
    assert evaluation.scores["KAB. BADUNG"][0].values[0] == 4
    assert evaluation.comments["KAB. BADUNG"][0].point == "ab"


def test_titles_help_lines_and_blank_rows_are_passed_over_and_addresses_stay_right(tmp_path):
    sheets = sound()
    help_line = ["↳ Nama wilayah", "↳ Nama asesor", None, "↳ Judul kolom"]
    heading, *rows = sheets["Nilai"]
    title: list[list[object]] = [["Nilai Evaluasi Tahun 2024"], [], ["(sementara)"]]
    sheets["Nilai"] = [*title, heading, help_line, rows[0], [], [" "], *rows[1:]]
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert [str(r.source(0)) for r in evaluation.scores["KAB. BADUNG"]] == ["Nilai!C6", "Nilai!C9"]


def test_a_sheet_that_begins_far_from_the_corner_keeps_its_addresses(tmp_path):
    sheets = sound()
    sheets["Nilai"] = [[], [], *([None, None, *row] for row in sheets["Nilai"])]
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert str(evaluation.scores["KAB. BADUNG"][0].source(0)) == "Nilai!E4"


def test_optional_sheets_may_be_missing(tmp_path):
    sheets = sound()
    for name in ("Dimensi", "Elemen", "Tahun Lalu", "Catatan", "Pengecualian"):
        del sheets[name]
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert (evaluation.previous, evaluation.comments, evaluation.exemptions) == ({}, {}, ())


def test_unscored_questions_may_be_left_out_of_means(tmp_path):
    sheets = broken("Surat!B8", "Rata-rata yang ada")
    assert read(write_xlsx(tmp_path / "a.xlsx", sheets)).instrument.averages_what_is_there


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_folder_of_csv_files_reads_like_the_workbook(tmp_path, delimiter, encoding):
    sheets = sound()
    sheets["Tahun_Lalu"] = sheets.pop("Tahun Lalu")
    sheets["Catatan"][1][4] = "“Rencana” sejak café lama; 3,5 – baik"
    evaluation = read(write_folder(tmp_path / "csv", sheets, delimiter, encoding))
    workbook = read(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert (
        evaluation.scores["KAB. PEMALANG"][0].values == workbook.scores["KAB. PEMALANG"][0].values
    )
    assert [fact.value for fact in evaluation.facts] == [fact.value for fact in workbook.facts]
    assert evaluation.previous["KAB. BADUNG"].final == Decimal("2.86")
    assert [c.point for c in evaluation.comments["KAB. BADUNG"]] == [
        c.point for c in workbook.comments["KAB. BADUNG"]
    ]


def test_the_digest_is_that_of_the_contents(tmp_path):
    first = read_workbook(write_folder(tmp_path / "a", sound())).sha256
    assert read_workbook(write_folder(tmp_path / "b", sound())).sha256 == first
    changed = broken("Nilai!C2", 1)
    assert read_workbook(write_folder(tmp_path / "c", changed)).sha256 != first


def test_a_date_cell_may_bear_a_time(tmp_path):
    evaluation = read(
        write_xlsx(tmp_path / "a.xlsx", broken("Surat!B3", datetime(2024, 2, 29, 13, 5)))
    )
    assert evaluation.facts.get("Tanggal") == "29 Februari 2024"


def test_regions_are_found_by_code_other_names_and_without_their_kind(tmp_path):
    for name in ("51.03", "5103", "Badung Lama", "Badung", "Pemkab Badung", "Badung (Kab)"):
        sheets = broken("Nilai!A2", name)
        sheets["Wilayah"][0].append("Nama Lain")
        sheets["Wilayah"][1].append("Badung Lama; Bdg")
        evaluation = read(write_xlsx(tmp_path / "a.xlsx", sheets))
        assert evaluation.regions[0].others == ("Badung Lama", "Bdg")
        assert len(evaluation.scores["KAB. BADUNG"]) == 2


def beside(name: str, city: str) -> Sheets:
    """Give a round with a regency and a city of one name, scored under these two names."""
    sheets = broken("Wilayah!F4", "Ya")
    sheets["Wilayah"].append([4, "32.01", "KAB. BOGOR", "Bupati Bogor", "REGULER", "Ya"])
    sheets["Nilai"] += [[name, "Asesor 1", 1, 1, 1, 1, None], [city, "Asesor 1", 4, 4, 4, 4, None]]
    return sheets


def test_a_plain_name_is_the_regency_where_its_city_stands_in_the_sheet(tmp_path):
    evaluation = read(write_xlsx(tmp_path / "a.xlsx", beside("Bogor", "Kota Bogor")))
    assert evaluation.scores["KAB. BOGOR"][0].values[0] == 1
    assert evaluation.scores["KOTA BOGOR"][0].values[0] == 4


@pytest.mark.parametrize("twin", [("Bogor", "KAB. BOGOR"), ("Bogor", "Bogor")])
def test_a_plain_name_that_may_be_two_regions_is_told(tmp_path, twin):
    reading = read_workbook(write_xlsx(tmp_path / "a.xlsx", beside(*twin)))
    assert "region-unknown" in {found.rule for found in reading.findings}


def test_another_name_that_two_regions_share_is_told(tmp_path):
    sheets = broken("Wilayah!F2", "Ya")
    for row, other in zip(
        sheets["Wilayah"], ("Nama Lain", "Lama", "Kota Bogor", None), strict=True
    ):
        row.append(other)
    reading = read_workbook(write_xlsx(tmp_path / "a.xlsx", sheets))
    (found,) = [one for one in reading.findings if one.rule == "region-repeated"]
    assert str(found.place) == "Wilayah!G3"
    assert "Kota Bogor" in str(found.message)
    sheets["Wilayah"][2][6] = "Kota Bogor Lama"
    reading = read_workbook(write_xlsx(tmp_path / "b.xlsx", sheets))
    assert "region-repeated" not in {one.rule for one in reading.findings}
