"""Rows addressed by column come out in the order of the sheet."""

import pytest

from evaluation.workbook.rows import places_of, rows_of
from evaluation.workbook.sheets import BOBOT, CATATAN, NILAI, SURAT


def test_further_columns_stand_where_they_belong() -> None:
    assert places_of(BOBOT, ["Umum"]) == (BOBOT.dimension, "Umum", BOBOT.when_missing)
    assert places_of(NILAI, ["1", "2"]) == (NILAI.region, NILAI.assessor, "1", "2")
    assert places_of(SURAT, ["Umum"]) == (SURAT.key, SURAT.value)


def test_cells_are_put_under_their_headings_in_whatever_order_they_are_named() -> None:
    rows = rows_of(NILAI, [{"2": 4, NILAI.region: "KAB. A"}, {"1": 3}], ["1", "2"])
    assert rows == (
        ("Wilayah", "Asesor", "1", "2"),
        ("KAB. A", None, None, 4),
        (None, None, 3, None),
    )


def test_a_further_column_headed_as_a_fixed_one_takes_nothing_from_it() -> None:
    rows = rows_of(BOBOT, [{BOBOT.dimension: "AWAL", "Dimensi": 40}], ["Dimensi"])
    assert rows[1] == ("AWAL", 40, None)


@pytest.mark.parametrize("place", [BOBOT.when_missing, CATATAN.assessor, "3"])
def test_a_cell_of_a_column_that_the_sheet_lacks_is_refused(place: object) -> None:
    with pytest.raises(ValueError, match="the sheet Nilai has no column"):
        rows_of(NILAI, [{place: "0"}], ["1"])
