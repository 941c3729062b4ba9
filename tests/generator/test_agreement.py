"""PDF and DOCX say the same, for every kind of document and every report of the round."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.document.kinds import KINDS, REPORT
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from generator.writers import WRITERS
from tests import reading_docx, reading_pdf

FORMATS = ("pdf", "docx")
SLICES = 8  # the round's reports are shared out, so that the tests run on several cores


def write(opened: Round, job: Job, folder: Path) -> dict[str, Path]:
    document = opened.maker.document(job)
    paths = {name: folder / f"document.{name}" for name in FORMATS}
    for name, path in paths.items():
        with path.open("wb") as target:
            WRITERS[name](document, opened.pack.style, target)
    return paths


def assert_same_text(paths: Mapping[str, Path]) -> None:
    pdf, figures = reading_pdf.body_and_figures(paths["pdf"])
    assert len(pdf) > 100
    assert pdf == reading_docx.body_text(paths["docx"])
    assert not reading_docx.chart_texts(paths["docx"]) - figures


@pytest.mark.parametrize("name", ["evaluasi-2024", "perpustakaan"])
@pytest.mark.parametrize("kind", ["letter", "addressees", "absent", "national-table"])
def test_a_document_of_the_round_says_the_same_in_both_formats(
    name: str, kind: str, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    (job,) = plan_round(rounds[name].evaluation, FORMATS, (KINDS[kind],))
    assert_same_text(write(rounds[name], job, tmp_path))


@pytest.mark.parametrize(
    "part", [0, *(pytest.param(part, marks=pytest.mark.slow) for part in range(1, SLICES))]
)
def test_every_report_says_the_same_in_both_formats(
    part: int, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds["evaluasi-2024"]
    for job in plan_regions(
        opened.evaluation, opened.evaluation.regions[part::SLICES], FORMATS, (REPORT,)
    ):
        assert_same_text(write(opened, job, tmp_path))


@pytest.mark.parametrize("kind", ["report", "packet"])
def test_documents_of_the_other_programme_say_the_same_in_both_formats(
    kind: str, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    opened = rounds["perpustakaan"]
    for job in plan_regions(opened.evaluation, opened.evaluation.regions, FORMATS, (KINDS[kind],)):
        assert_same_text(write(opened, job, tmp_path))
