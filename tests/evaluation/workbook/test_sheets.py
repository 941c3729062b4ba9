"""The description of the workbook agrees with itself."""

from evaluation.names import name_key
from evaluation.workbook.facts import SURAT_KEYS
from evaluation.workbook.shapes import Sheet
from evaluation.workbook.sheets import (
    BOBOT,
    BOBOT_TAHUN_LALU,
    HELP_MARK,
    SHEETS,
    WILAYAH,
)


def test_no_two_sheets_columns_or_keys_have_the_same_name():
    for names in (
        [sheet.name for sheet in SHEETS],
        [fact.key for fact in SURAT_KEYS],
        *([column.heading for column in sheet.columns] for sheet in SHEETS),
    ):
        assert len({name_key(name) for name in names}) == len(names)


def test_everything_is_explained_in_one_line():
    for sheet in SHEETS:
        helps = [sheet.purpose, *(column.help for column in sheet.columns)]
        helps += [sheet.further.help] if sheet.further else []
        assert all(text and not text.startswith(HELP_MARK) for text in helps), sheet.name
    assert all(fact.help for fact in SURAT_KEYS)


def test_drop_downs_take_their_words_from_where_there_are_some():
    sheets = {sheet.name: sheet for sheet in SHEETS}
    listed = [c.listed for sheet in SHEETS for c in sheet.columns if c.listed is not None]
    assert listed
    for each in listed:
        source = sheets[each.sheet]
        if each.heading is None:
            assert source.further is not None
        else:
            assert source.column(each.heading).heading == each.heading


def test_further_columns_stand_behind_one_that_exists():
    for sheet in SHEETS:
        if sheet.further is not None:
            assert sheet.column(sheet.further.after)


def test_columns_are_attributes_of_their_sheet_in_the_order_in_which_they_are_written():
    assert [c.heading for c in WILAYAH.columns] == [
        "No", "Kode", "Wilayah", "Penerima", "Kategori", "Hadir", "Surel", "Nama Lain",
    ]  # fmt: skip
    assert WILAYAH.region is WILAYAH.columns[2]
    assert BOBOT_TAHUN_LALU.columns == BOBOT.columns
    assert Sheet("Lain", "").columns == ()
