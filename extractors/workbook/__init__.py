"""The workbook of an evaluation round → Evaluation, with everything that is wrong in it.

A value that cannot be read is a finding with its cell, never a guess; all findings come in one go.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from evaluation.findings import Findings, in_sheet_order
from evaluation.model import Evaluation, Instrument, Scale
from evaluation.sheets import (
    ASAL,
    BOBOT,
    BOBOT_TAHUN_LALU,
    CATATAN,
    DIMENSI,
    ELEMEN,
    INSTRUMEN,
    NILAI,
    PENGECUALIAN,
    SURAT,
    TAHUN_LALU,
    WILAYAH,
)
from evaluation.source import Finding
from extractors.workbook.book import Book
from extractors.workbook.facts import read_averages_what_is_there, read_facts, read_scale
from extractors.workbook.grid import read_grid
from extractors.workbook.history import read_previous, read_previous_weights
from extractors.workbook.instrument import (
    all_dimensions,
    assemble,
    read_elements,
    read_naming,
    read_questions,
)
from extractors.workbook.joins import Names
from extractors.workbook.regions import read_regions
from extractors.workbook.remarks import read_comments, read_exemptions, read_origins
from extractors.workbook.scores import read_scores
from extractors.workbook.weights import read_weights

__all__ = ["Reading", "read_workbook"]


# Stands in for a scale that is missing or wrong, so that all else in the scores is still looked at.
_ANY_SCALE = Scale(Decimal(0), Decimal(10**9), Decimal(1))


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a workbook.

    ``evaluation`` is None when an error left nothing to work with (a needed sheet or the scale is
    missing); otherwise it holds all that could be read, and whether it may be printed depends on
    the findings. ``sha256`` is that of the file, or of the names and contents of a folder's files.
    """

    evaluation: Evaluation | None
    findings: tuple[Finding, ...]
    sha256: str


def read_workbook(path: Path) -> Reading:
    """Read a workbook (``.xlsx``, ``.xls``, ``.ods``) or a folder of ``.csv`` files, one a sheet.

    Raises UnreadableInputError when the file cannot be opened as a workbook; what is wrong inside
    comes as findings, in the order of the sheets.
    """
    sheets, sha256 = read_grid(path)
    findings = Findings()
    evaluation = _evaluation(Book(sheets, str(path), findings))
    return Reading(evaluation, in_sheet_order(findings.all()), sha256)


def _evaluation(book: Book) -> Evaluation | None:
    surat = book.table(SURAT)
    facts, scale = read_facts(surat), read_scale(surat)
    averages = read_averages_what_is_there(surat)
    weights = read_weights(book.table(BOBOT))
    questions = read_questions(book.table(INSTRUMEN), Names(w.name for w in weights.dimensions))
    dimensions = all_dimensions(questions, weights)
    naming = read_naming(book.table(DIMENSI), dimensions)
    elements = read_elements(book.table(ELEMEN), dimensions)
    assembled = assemble(questions, weights, naming, elements)
    found = read_regions(book.table(WILAYAH), Names(weights.categories))
    regions = Names(region.name for region in found)
    instrument = Instrument(assembled, weights.categories, scale or _ANY_SCALE, averages)
    scores = read_scores(book.table(NILAI), instrument, regions)
    previous = read_previous(book.table(TAHUN_LALU), dimensions, regions)
    previous_weights = read_previous_weights(
        book.table(BOBOT_TAHUN_LALU), dimensions, Names(weights.categories)
    )
    comments = read_comments(book.table(CATATAN), regions)
    exemptions = read_exemptions(book.table(PENGECUALIAN))
    origins = read_origins(book.table(ASAL))
    if scale is None or not (assembled and found):
        return None
    return Evaluation(
        book.file,
        facts,
        instrument,
        found,
        scores,
        previous,
        comments,
        exemptions,
        previous_weights,
        origins,
    )
