"""The workbook of an evaluation round → Evaluation, with everything that is wrong in it.

A value that cannot be read is a finding with its cell, never a guess; all findings come in one go.
"""

from dataclasses import dataclass
from pathlib import Path

from evaluation.findings import Findings, in_sheet_order
from evaluation.model import Evaluation, Instrument
from evaluation.sources import Finding
from evaluation.workbook.sheets import (
    ASAL,
    BOBOT,
    BOBOT_TAHUN_LALU,
    CATATAN,
    DIMENSI,
    ELEMEN,
    INSTRUMEN,
    NILAI,
    PENGECUALIAN,
    SHEETS,
    SURAT,
    TAHUN_LALU,
    WILAYAH,
)
from extractors.spreadsheets.apart import Apart, here
from extractors.spreadsheets.grid import read_grid
from extractors.workbook.book import Book
from extractors.workbook.comments import read_comments, read_exemptions, read_origins
from extractors.workbook.facts import read_averages_what_is_there, read_facts, read_scale
from extractors.workbook.history import read_previous, read_previous_weights
from extractors.workbook.instrument import (
    all_dimensions,
    assemble,
    read_elements,
    read_naming,
    read_questions,
)
from extractors.workbook.regions import read_regions
from extractors.workbook.relations import join_categories, join_dimensions, join_regions
from extractors.workbook.scores import read_scores
from extractors.workbook.weights import read_weights

__all__ = ["Reading", "read_workbook"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a workbook.

    ``evaluation`` holds all that could be read; whether it may be printed depends on the findings.
    ``sha256`` is that of the file, or of the names and contents of a folder's files.
    """

    evaluation: Evaluation
    findings: tuple[Finding, ...]
    sha256: str

    @property
    def understood(self) -> bool:
        """Tell whether there are questions, regions and a scale; else the findings say why not."""
        instrument = self.evaluation.instrument
        known = instrument.scale.step is not None and instrument.categories
        return bool(known and instrument.dimensions and self.evaluation.regions)


def read_workbook(path: Path, apart: Apart = here) -> Reading:
    """Read a workbook (``.xlsx``, ``.xls``, ``.ods``) or a folder of ``.csv`` files, one a sheet.

    ``apart`` runs what may abort the process that it runs in. Raises UnreadableInputError
    when the file cannot be opened as a workbook; what is wrong inside comes as findings, in the
    order of the sheets.
    """
    sheets, sha256 = read_grid(path, apart)
    findings = Findings()
    evaluation = _evaluation(Book(sheets, str(path), findings))
    return Reading(evaluation, in_sheet_order(findings.all()), sha256)


def _evaluation(book: Book) -> Evaluation:
    tables = {sheet.name: book.table(sheet) for sheet in SHEETS}
    surat, bobot, nilai = (tables[sheet.name] for sheet in (SURAT, BOBOT, NILAI))
    facts, scale = read_facts(surat), read_scale(surat)
    averages = read_averages_what_is_there(surat)
    weights = read_weights(bobot)
    weighted = join_dimensions(weights.listed_dimensions, tables)
    questions = read_questions(tables[INSTRUMEN.name], weighted)
    dimensions = all_dimensions(questions, weighted)
    naming = read_naming(tables[DIMENSI.name], dimensions)
    elements = read_elements(tables[ELEMEN.name], dimensions)
    assembled = assemble(questions, weights, dimensions, naming, elements)
    instrument = Instrument(assembled, weights.categories, scale, averages)
    categories = join_categories(weights.listed_categories, tables)
    found = read_regions(tables[WILAYAH.name], categories)
    regions = join_regions(found.listed(), tables)
    scores = read_scores(nilai, instrument, dimensions, regions)
    return Evaluation(
        book.file,
        facts,
        instrument,
        found.settled(scores),
        scores,
        read_previous(tables[TAHUN_LALU.name], dimensions, regions),
        read_comments(tables[CATATAN.name], regions),
        read_exemptions(tables[PENGECUALIAN.name]),
        read_previous_weights(tables[BOBOT_TAHUN_LALU.name], dimensions, categories),
        read_origins(tables[ASAL.name]),
    )
