"""Every kind of document is a file for the archive: tagged, with its data inside."""

import csv
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO
from itertools import product
from operator import attrgetter
from pathlib import Path

import docx
import pikepdf
import pytest

from evaluation.record_json import SCHEMA
from examples import perpustakaan
from generator.document.kinds import KINDS, LETTER, PACKET, REPORT, Kind, Scope
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from generator.workbooks.book import write_workbook
from tests import first_judge, reading_docx, reading_structure
from tests.conftest import opened
from tests.generator.test_agreement import write
from tests.generator.test_hostile_text import LITERAL, with_comments
from tests.reading_pdf import squeezed

LONGEST = ("evaluasi-2024", PACKET)  # its parts are heard one by one as well
DOCUMENTS = [
    pytest.param(
        *one, marks=[pytest.mark.slow] if one == LONGEST else [], id=f"{one[0]}-{one[1].name}"
    )
    for one in product(("evaluasi-2024", "perpustakaan"), KINDS)
]


def job_of(made: Round, kind: Kind) -> Job:
    if kind.scope is Scope.REGION:
        first = next(iter(made.evaluation.attended()))
        return plan_regions(made.evaluation, [first], (), (kind,))[0]
    return plan_round(made.evaluation, (), (kind,))[0]


def draft(folder: Path) -> Round:
    """Open the small example round with a letter that has no number yet."""
    sheets = dict(perpustakaan.sheets())
    sheets["Surat"] = [row for row in sheets["Surat"] if row[0] not in {"Nomor", "Tanggal"}]
    path = folder / "konsep.xlsx"
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return opened(path)


def assert_archived(paths: Mapping[str, Path]) -> reading_structure.Node:
    """The PDF passes a first judge; each drawing is marked; one hears what the DOCX says."""
    path = paths["pdf"]
    assert first_judge.faults(path) == []
    assert reading_structure.unmarked(path) == []
    heard = reading_structure.tree(path)
    # A list of two columns of labels is heard column by column, and stands row by row in the DOCX.
    assert sorted(squeezed(heard.text())) == sorted(reading_docx.body_text(paths["docx"]))
    lists = [one for one in heard.find("L") if "None" in str(one.attributes["ListNumbering"])]
    if not lists:
        assert squeezed(heard.text()) == reading_docx.body_text(paths["docx"])
    if reading_structure.POPPLER:
        assert reading_structure.poppler_text(path) == squeezed(heard.text())
    return heard


@pytest.mark.slow
@pytest.mark.parametrize(("name", "kind"), DOCUMENTS)
def test_every_kind_of_document_is_archived_and_heard_as_the_docx_reads(
    name: str, kind: Kind, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    heard = assert_archived(write(rounds[name], job_of(rounds[name], kind), tmp_path))
    assert heard.tag == "Document"
    assert {kid.tag for kid in heard.kids if isinstance(kid, reading_structure.Node)} == {"Sect"}


@pytest.mark.parametrize("kind", [LETTER, REPORT, PACKET], ids=attrgetter("name"))
def test_a_draft_is_archived_without_a_date_and_its_stamp_is_not_heard(
    kind: Kind, tmp_path: Path
) -> None:
    made = draft(tmp_path)
    paths = write(made, job_of(made, kind), tmp_path)
    assert "KONSEP" not in assert_archived(paths).text()
    with pikepdf.open(paths["pdf"]) as file:
        assert "/CreationDate" not in file.docinfo


def test_hostile_texts_are_archived_with_marks_for_what_the_font_lacks(tmp_path: Path) -> None:
    made = with_comments([*LITERAL, "awal😀akhir", "\u0378", "e\u0301", "𝔘𝔫"], tmp_path)
    heard = assert_archived(write(made, job_of(made, PACKET), tmp_path))
    assert "awal□akhir" in heard.text()


def test_metadata_are_said_twice_and_alike(rounds: Mapping[str, Round], tmp_path: Path) -> None:
    made = rounds["evaluasi-2024"]
    paths = write(made, job_of(made, LETTER), tmp_path)
    with pikepdf.open(paths["pdf"]) as file, file.open_metadata() as xmp:
        day = made.letter.date
        assert day is not None
        assert str(file.docinfo.CreationDate) == f"D:{day:%Y%m%d}000000Z"
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == f"{day}T00:00:00Z"
        assert xmp["dc:title"] == str(file.docinfo.Title)
        assert xmp["dc:creator"] == [str(file.docinfo.Author)]
        assert xmp["pdf:Producer"] == xmp["xmp:CreatorTool"] == str(file.docinfo.Producer)
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.Root.Lang == "id-ID"
    word = docx.Document(str(paths["docx"])).core_properties
    assert word.created == datetime(day.year, day.month, day.day, tzinfo=UTC)


def test_a_report_carries_its_record_and_a_letter_its_addressees(
    rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    made = rounds["evaluasi-2024"]
    path = write(made, job_of(made, PACKET), tmp_path)["pdf"]
    with pikepdf.open(path) as file:
        kinds = [str(one.AFRelationship) for one in file.Root.AF]
        files = {name: one.get_file() for name, one in file.attachments.items()}
        mimes = {name: one.mime_type for name, one in files.items()}
        data = {name: one.read_bytes() for name, one in files.items()}
    assert kinds == ["/Source", "/Data", "/Data"]
    assert mimes == {
        "evaluasi.json": "application/json", "penerima.csv": "text/csv", "hasil.csv": "text/csv",
    }  # fmt: skip
    record = json.loads(data["evaluasi.json"])
    region = next(iter(made.evaluation.attended()))
    assert (record["region"], record["schema"]) == (region.name, SCHEMA)
    rows = list(csv.reader(StringIO(data["penerima.csv"].decode())))
    assert len(rows) == len(made.evaluation.regions) + 1
    assert {row[2] for row in rows[1:]} == {one.name for one in made.evaluation.regions}
    letter = write(made, job_of(made, LETTER), tmp_path)["pdf"]
    with pikepdf.open(letter) as file:
        assert list(file.attachments) == ["penerima.csv"]


def test_every_printed_score_stands_in_the_record(
    rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    made = rounds["evaluasi-2024"]
    path = write(made, job_of(made, REPORT), tmp_path)["pdf"]
    with pikepdf.open(path) as file:
        record = json.loads(file.attachments["evaluasi.json"].get_file().read_bytes())
    cells = [cell.text().strip() for cell in reading_structure.tree(path).find("TH", "TD")]
    for dimension in record["dimensions"]:
        for item in dimension["items"]:
            printed = cells[cells.index(f"{item['no']}. {item['question']}") + 1]
            assert Decimal(printed.replace(",", ".")) == Decimal(str(item["score"]))


def test_headings_tables_figures_and_foreign_words_are_heard_as_such(
    rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    made = rounds["evaluasi-2024"]
    heard = reading_structure.tree(write(made, job_of(made, REPORT), tmp_path)["pdf"])
    assert [one.text() for one in heard.find("H1", "H2")]
    (figure,) = heard.find("Figure")
    assert "Baseline" in (figure.alternative or "")
    assert {one.language for one in heard.find("Span") if not one.expansion} == {"en"}
    heads = [(one.text(), str(one.attributes["Scope"])) for one in heard.find("TH")]
    assert heads[:5] == [
        ("Dimensi", "/Both"), ("Bobot Penilaian", "/Column"), ("Elemen", "/Column"),
        ("Keterangan", "/Column"),
        ("Kondisi awal program Kota Cerdas (Smart City) (Baseline)", "/Row"),
    ]  # fmt: skip
    first = made.evaluation.instrument.dimensions[0].questions[0]
    assert (f"{first.number}. {first.text}", "/Row") in heads
    assert ("Pertanyaan", "/Both") in heads
    assert ("Rata-Rata", "/Row") in heads
    for table in heard.find("Table"):
        (caption,) = table.find("Caption")
        assert caption.actual
    spans = [
        int(one.attributes["RowSpan"]) for one in heard.find("TD") if "RowSpan" in one.attributes
    ]
    assert max(spans) > 5
