"""Random damage: never a traceback, never a number out of scale that nobody hears of."""

import random
import zipfile
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.arithmetic import result
from evaluation.checks import check
from evaluation.errors import LaporanError
from evaluation.findings import has_errors
from evaluation.model import Evaluation
from extractors.workbook import Reading, read_workbook
from tests.extractors.tiny import SOUND, Formula, Sheets, sound, write_folder, write_xlsx

PLACES = [
    (sheet, row, column)
    for sheet, rows in SOUND.items()
    for row in range(len(rows) + 2)
    for column in range(len(rows[0]) + 1)
]
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-20, 200),
    st.floats(-10, 10).map(lambda value: round(value, 3)),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8),
    st.sampled_from(
        ["-", "3,6", "Ya", "REGULER", "AWAL", "KAB. BADUNG", "↳ x", "=1+1", "0", "#REF!"]
    ),
    st.dates(date(1950, 1, 1), date(2050, 1, 1)),
    st.sampled_from([Formula("=1+1"), Formula("=1/0", "#DIV/0!"), Formula("=2", 2)]),
)
DAMAGE = st.lists(st.tuples(st.sampled_from(PLACES), CELLS), min_size=1, max_size=6)


def damaged(damage: list[tuple[tuple[str, int, int], object]]) -> Sheets:
    sheets = sound()
    for (sheet, row, column), cell in damage:
        rows = sheets[sheet]
        rows.extend([] for _more in range(row + 1 - len(rows)))
        rows[row].extend(None for _more in range(column + 1 - len(rows[row])))
        rows[row][column] = cell
    return sheets


def read(write, sheets: Sheets) -> Reading:
    with TemporaryDirectory() as folder:
        return read_workbook(write(Path(folder) / "ronde", sheets))


def out_of_scale(evaluation: Evaluation) -> bool:
    """Tell whether anything that would be printed lies outside of 0 to the end of the scale."""
    scale = evaluation.instrument.scale
    results = [result(evaluation, region) for region in evaluation.regions]
    values = [
        value
        for reached in results
        for value in (*reached.questions.values(), *reached.dimensions.values())
        if value is not None
    ]
    finals = [reached.final for reached in results if reached.final is not None]
    lowest = min(scale.minimum, Decimal(0))
    return not all(map(scale.holds, values)) or not all(
        lowest <= final <= scale.maximum for final in finals
    )


@settings(max_examples=150, deadline=None)
@given(DAMAGE)
def test_damaged_cells_never_give_a_traceback_nor_an_unnoticed_number(damage):
    reading = read(write_xlsx, damaged(damage))
    if reading.evaluation is None:
        assert has_errors(reading.findings)
        return
    findings = (*reading.findings, *check(reading.evaluation))
    assert all(str(finding) for finding in findings)
    assert has_errors(findings) or not out_of_scale(reading.evaluation)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(range(1, 5)),
    st.sampled_from(range(2, 7)),
    st.floats(-100, 100).filter(lambda value: not 1 <= round(value, 6) <= 4),
)
def test_no_score_out_of_scale_goes_unnoticed(row, column, score):
    reading = read(write_xlsx, damaged([(("Nilai", row, column), score)]))
    assert reading.evaluation is not None
    place = f"Nilai!{'ABCDEFG'[column]}{row + 1}"
    found = {(f.rule, str(f.source)) for f in check(reading.evaluation)}
    assert ("score-off-scale", place) in found


@settings(max_examples=40, deadline=None)
@given(DAMAGE)
def test_damaged_csv_files_never_give_a_traceback(damage):
    sheets = damaged([(place, cell) for place, cell in damage if not isinstance(cell, Formula)])
    with suppress(LaporanError):
        reading = read(write_folder, sheets)
        if reading.evaluation is not None:
            check(reading.evaluation)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32))
def test_damaged_bytes_never_give_anything_but_a_clear_error(seed):
    chance = random.Random(seed)
    with TemporaryDirectory() as folder:
        path = write_xlsx(Path(folder) / "a.xlsx", sound())
        data = bytearray(path.read_bytes())
        for _time in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.randint(1, len(data))] if chance.random() < 0.3 else data)
        with suppress(LaporanError):
            read_workbook(path)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32))
def test_damaged_sheets_inside_a_sound_archive_never_give_a_traceback(seed):
    chance = random.Random(seed)
    with TemporaryDirectory() as folder:
        path = write_xlsx(Path(folder) / "a.xlsx", sound())
        with zipfile.ZipFile(path) as archive:
            parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                if name.startswith("xl/") and chance.random() < 0.3:
                    for _time in range(chance.randint(1, 5)):
                        data[chance.randrange(len(data))] = chance.choice(b'<>"/=A9 &;')
                archive.writestr(name, bytes(data))
        with suppress(LaporanError):
            read_workbook(path)
