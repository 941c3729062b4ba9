"""Kinds of files that the reader was mended on."""

from collections.abc import Sequence

from benchmarks.messy.kinds import Kind
from benchmarks.messy.seen import books, tables, wrong

SEEN: Sequence[Kind] = (
    wrong.halves,
    tables.restarting_wide,
    wrong.colliding_codes,
    wrong.by_sector,
    tables.words_and_legend,
    tables.mistyped,
    tables.columns_reversed,
    books.page_breaks,
    books.two_tables,
    books.file_an_assessor,
    wrong.periods_beside,
    wrong.off_step,
    wrong.another_programme,
    wrong.means_only,
    books.two_files_of_halves,
    books.region_by_tab_and_file,
    books.sent_twice,
    wrong.total_rows_by_group,
    wrong.unnamed_total,
    books.windows_1252,
    books.comma_without_quotes,
    wrong.percents,
    tables.merged_assessors,
    tables.numbered_headings,
    books.remarks_a_region,
    books.dashboard,
    books.transposed_many,
    tables.long_with_texts,
    wrong.verified_under,
    wrong.weighted_beside,
    tables.code_and_name,
    tables.empty_columns,
    tables.signed_letter,
    books.half_sheets_dated,
)
