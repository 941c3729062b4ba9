"""The layouts of the archive: a producer, a look, and what was done to the file afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.archive import after
from benchmarks.archive.blocks import Document
from benchmarks.archive.layouts.engines import chromium, libreoffice_html, weasyprint
from benchmarks.archive.layouts.fpdf import fpdf2
from benchmarks.archive.layouts.platypus import reportlab
from benchmarks.archive.layouts.typst_ import typst
from benchmarks.archive.layouts.word import libreoffice_docx
from benchmarks.archive.look import (
    FORM,
    OLD,
    SHORT,
    Column,
    Grouping,
    Look,
    Mean,
    Remarks,
    Rules,
)

NO, IND, SUB, ASK, SCORE = Column
Producer = Callable[[Document, Path], None]

PACKET = Look(
    packet=True,
    results_comma=True,
    method=True,
    foot="Dokumen ini telah ditandatangani secara elektronik  {page}",
    regions=60,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """``after`` changes the finished file; None leaves it."""

    name: str
    producer: Producer
    look: Look
    after: Callable[[Path], None] | None = None
    files: int = 3


LAYOUTS = (
    Layout("word-packet", libreoffice_docx, PACKET, files=2),
    Layout("word-grid", libreoffice_docx, Look(foot="Halaman {page}")),
    Layout(
        "word-zebra",
        libreoffice_docx,
        Look(
            FORM,
            Rules.ZEBRA,
            (NO, IND, ASK, SCORE),
            Grouping.REPEATED,
            Mean.SENTENCE,
            Remarks.NUMBERED,
            serif=True,
            size=11,
        ),
    ),
    Layout(
        "word-plain",
        libreoffice_docx,
        Look(
            OLD,
            Rules.NONE,
            (NO, ASK, SCORE),
            Grouping.HEADING,
            Mean.LAST,
            Remarks.PARAGRAPHS,
            comma=True,
            places=2,
        ),
    ),
    Layout(
        "office-html",
        libreoffice_html,
        Look(SHORT, Rules.GRID, (NO, IND, SUB, ASK, SCORE), Grouping.ONCE, remarks=Remarks.TABLE),
    ),
    Layout(
        "browser-packet",
        chromium,
        replace(PACKET, rules=Rules.GRID, comma=False, packet_landscape=True, justify=True),
        files=2,
    ),
    Layout("browser-grid", chromium, Look(serif=True, centred=True)),
    Layout(
        "browser-zebra",
        chromium,
        Look(
            OLD,
            Rules.ZEBRA,
            (NO, ASK, IND, SCORE),
            Grouping.REPEATED,
            Mean.TITLE,
            Remarks.BULLETS,
            comma=True,
            continuous=False,
        ),
    ),
    Layout(
        "browser-lines",
        chromium,
        Look(
            FORM,
            Rules.HORIZONTAL,
            (SCORE, NO, ASK),
            Grouping.HEADING,
            Mean.SENTENCE,
            Remarks.TABLE,
            places=2,
            table_first=False,
        ),
    ),
    Layout(
        "browser-wide",
        chromium,
        Look(
            SHORT,
            Rules.GRID,
            (NO, IND, SUB, ASK, SCORE),
            landscape=True,
            comma=True,
            remarks=Remarks.BULLETS,
            watermark="SALINAN",
        ),
    ),
    Layout(
        "weasy-justified",
        weasyprint,
        Look(
            justify=True,
            serif=True,
            head="Laporan Hasil Evaluasi",
            foot="Halaman {page}",
            size=11,
            remarks=Remarks.PARAGRAPHS,
        ),
    ),
    Layout(
        "weasy-bare",
        weasyprint,
        Look(
            OLD,
            Rules.NONE,
            (NO, SUB, ASK, SCORE),
            Grouping.HEADING,
            Mean.SENTENCE,
            Remarks.BULLETS,
            comma=True,
            continuous=False,
        ),
    ),
    Layout(
        "weasy-head",
        weasyprint,
        Look(
            SHORT,
            Rules.HEAD,
            (NO, ASK, SCORE, IND),
            Grouping.REPEATED,
            Mean.FIRST,
            Remarks.NUMBERED,
            gaps=True,
            watermark="ARSIP",
        ),
    ),
    Layout(
        "weasy-dense",
        weasyprint,
        Look(
            FORM, Rules.GRID, (NO, IND, SUB, ASK, SCORE), Grouping.MERGED, size=7.5, alternate=True
        ),
    ),
    Layout(
        "reportlab-grid",
        reportlab,
        Look(
            OLD,
            Rules.GRID,
            (NO, IND, SUB, ASK, SCORE),
            Grouping.ONCE,
            comma=True,
            places=2,
            foot="- {page} -",
            alternate=True,
        ),
    ),
    Layout(
        "reportlab-rows",
        reportlab,
        Look(
            FORM,
            Rules.HORIZONTAL,
            (NO, ASK, SCORE),
            Grouping.HEADING,
            Mean.FIRST,
            Remarks.TABLE,
            page_each=True,
            serif=True,
        ),
    ),
    Layout(
        "reportlab-zebra",
        reportlab,
        Look(
            SHORT,
            Rules.ZEBRA,
            (IND, ASK, SCORE),
            Grouping.MERGED,
            Mean.SENTENCE,
            Remarks.LETTERED,
            watermark="DOKUMEN ASLI",
            name_after_title=False,
        ),
    ),
    Layout(
        "reportlab-packet",
        reportlab,
        replace(
            PACKET,
            wording=FORM,
            columns=(NO, IND, SUB, ASK, SCORE),
            grouping=Grouping.REPEATED,
            remarks=Remarks.NUMBERED,
        ),
        files=2,
    ),
    Layout(
        "reportlab-absent", reportlab, Look(participating=False, packet=True, comma=True), files=2
    ),
    Layout(
        "fpdf-grid",
        fpdf2,
        Look(
            Look().wording,
            Rules.GRID,
            (IND, SUB, ASK, SCORE),
            Grouping.REPEATED,
            head="RAHASIA",
            size=9,
        ),
    ),
    Layout(
        "fpdf-lines",
        fpdf2,
        Look(
            OLD,
            Rules.HORIZONTAL,
            (NO, ASK, SCORE),
            Grouping.ABSENT,
            Mean.LAST,
            Remarks.PARAGRAPHS,
            comma=True,
            landscape=True,
        ),
    ),
    Layout(
        "fpdf-serif",
        fpdf2,
        Look(
            SHORT,
            Rules.ZEBRA,
            (NO, IND, ASK, SCORE),
            Grouping.ONCE,
            Mean.ABSENT,
            Remarks.BULLETS,
            serif=True,
            size=9,
            justify=True,
        ),
    ),
    Layout(
        "typst-grid",
        typst,
        Look(
            FORM,
            Rules.GRID,
            (NO, IND, SUB, ASK, SCORE),
            Grouping.MERGED,
            comma=True,
            foot="hal. {page}",
        ),
    ),
    Layout(
        "typst-bare",
        typst,
        Look(
            SHORT,
            Rules.NONE,
            (ASK, SCORE),
            Grouping.HEADING,
            Mean.TITLE,
            Remarks.BULLETS,
            serif=True,
            justify=True,
            places=1,
        ),
    ),
    Layout(
        "typst-packet",
        typst,
        replace(
            PACKET,
            rules=Rules.HORIZONTAL,
            wording=OLD,
            grouping=Grouping.REPEATED,
            packet_landscape=True,
        ),
        files=2,
    ),
    Layout(
        "rotated-grid",
        weasyprint,
        Look(
            OLD, Rules.GRID, (NO, IND, SUB, ASK, SCORE), Grouping.MERGED, landscape=True, comma=True
        ),
        after.turned,
        files=2,
    ),
    Layout(
        "shifted-box",
        typst,
        Look(rules=Rules.GRID, grouping=Grouping.REPEATED),
        after.shifted,
        files=2,
    ),
    Layout(
        "cairo-grid",
        chromium,
        Look(FORM, Rules.GRID, (NO, SUB, ASK, SCORE)),
        after.by_cairo,
        files=2,
    ),
    Layout(
        "ghostscript-grid",
        reportlab,
        Look(columns=(NO, IND, ASK, SCORE), gaps=True, comma=True),
        after.by_ghostscript,
        files=2,
    ),
    Layout(
        "outlined",
        weasyprint,
        Look(grouping=Grouping.REPEATED, comma=True),
        after.outlined,
        files=2,
    ),
    Layout(
        "one-column-of-scores",
        weasyprint,
        Look(SHORT, Rules.HORIZONTAL, (NO, SCORE, IND, ASK), Grouping.ONCE, Mean.SENTENCE),
        files=2,
    ),
    Layout(
        "few-questions",
        chromium,
        Look(OLD, questions=20, comma=True, remarks=Remarks.ABSENT, packet=False),
        files=2,
    ),
)
