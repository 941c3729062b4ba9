"""Kinds of files that nothing was mended on: their figures are those of a first sight.

They were written before any was collected. Whoever looks into one of them moves it to ``seen`` and
writes another here.
"""

from collections.abc import Sequence

from benchmarks.messy.kinds import Kind
from benchmarks.messy.unseen import books, surveys, tables

UNSEEN: Sequence[Kind] = (
    surveys.kobo_by_name,
    surveys.google_grid,
    surveys.microsoft_quiz,
    books.sheet_a_region,
    books.sheet_an_assessor,
    books.sheet_a_dimension,
    books.blocks_on_a_sheet,
    surveys.codes_without_dot,
    tables.three_headings,
    tables.subtotals,
    books.years_stacked,
    tables.target_beside,
    books.last_years_file,
    surveys.open_data,
    tables.marks_of_statistics,
    books.ticked_forms,
    surveys.english_rows,
    books.transposed_tabs,
    books.page_of_a_system,
    tables.self_beside,
    tables.first_and_last,
    tables.dates_of_numbers,
    tables.bare_names,
    tables.two_keys_in_one,
    tables.with_remarks,
    books.zip_of_sheets,
    tables.ranked,
    tables.assessors_under_regions,
    surveys.cut_headings,
    books.hidden_draft,
    surveys.word_and_number,
    tables.mean_rows_between,
    tables.filled_once,
    surveys.surveymonkey,
    surveys.limesurvey_texts,
)
