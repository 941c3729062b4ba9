"""``forms`` and ``collect`` as a user types them: files in, a workbook out, and how each ended."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from evaluation.model import Evaluation
from extractors.workbook import read_workbook
from extractors.workbook.standing import read_rows
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.conftest import Type

WIDE = "Wilayah;Asesor;1;2;3;4\nKab. Badung;Asesor 3;4;3;2;1\nKab Pemalang;Asesor 3;1;2;3;4\n"
Judged = Mapping[tuple[str, str | None], tuple[object, ...]]


def text_file(path: Path, text: str = WIDE) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def round_(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "ronde.xlsx", sound())


def evaluation_of(path: Path) -> Evaluation:
    evaluation = read_workbook(path).evaluation
    assert evaluation is not None
    return evaluation


def judged(path: Path) -> Judged:
    """Give every row of scores of a workbook."""
    scores = evaluation_of(path).scores
    return {(name, row.assessor): row.values for name, rows in scores.items() for row in rows}


def fill(path: Path, scores: list[object], points: list[tuple[str, str]]) -> None:
    """Fill a form in as an assessor does, and save it."""
    book = openpyxl.load_workbook(path)
    sheet = book["Penilaian"]
    first = next(row for row in range(1, 30) if sheet.cell(row, 1).value == "No") + 1
    for row, score in enumerate(scores, first):
        sheet.cell(row, 6).value = score
    for row, (section, point) in enumerate(points, 2):
        book["Catatan"].cell(row, 1).value = section
        book["Catatan"].cell(row, 2).value = point
    book.save(path)


def test_forms_go_out_are_filled_in_and_come_back(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    folder, target = tmp_path / "kiriman", tmp_path / "hasil.xlsx"
    ended = type_in("forms", round_, "-o", folder, "--assessor", "Asesor 3, Universitas Z")
    assert (ended.code, ended.out) == (0, f"2 forms in {folder}.\n")
    badung, pemalang, _list = sorted(folder.iterdir())
    fill(badung, [4, 3, 2, "-"], [("Kekuatan", "Rencana rinci"), ("Kelemahan", "Rapat jarang")])
    fill(pemalang, [1, 1, 2, 3, 2], [])  # it has a dimension that is scored directly
    standing = judged(round_)
    ended = type_in("collect", folder, "-o", target, "--into", round_)
    assert (ended.code, ended.err.replace("Files: 1/2\n", "")) == (0, "Files: 2/2\n")
    assert ended.out.splitlines()[-1] == f"8 scores and 2 comments → {target}."
    assert judged(target) == {
        **standing,
        ("KAB. BADUNG", "Asesor 3"): (4, 3, 2, None, None),
        ("KAB. PEMALANG", "Asesor 3"): (1, 1, 2, 3, 2),
    }
    new = evaluation_of(target).comments["KAB. BADUNG"][2:]
    assert [(c.section, c.assessor, c.institution, c.point) for c in new] == [
        ("Kekuatan", "Asesor 3", "Universitas Z", "Rencana rinci"),
        ("Kelemahan", "Asesor 3", "Universitas Z", "Rapat jarang"),
    ]
    origins = [(o.place, o.file, o.sheet, o.cells) for o in evaluation_of(target).origins]
    assert origins == [
        ("Catatan!E5:E6", str(badung), "Catatan", "B2:B3"),
        ("Nilai!C5:E5", str(badung), "Penilaian", "F9:F11"),
        ("Nilai!C8:G8", str(pemalang), "Penilaian", "F9:F13"),
    ]


def test_a_second_gathering_keeps_the_origins_of_the_first(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    first, second = tmp_path / "satu.xlsx", tmp_path / "dua.xlsx"
    one, two = text_file(tmp_path / "a.csv"), text_file(tmp_path / "b.csv")
    text_file(two, WIDE.replace("Asesor 3", "Asesor 4"))
    assert type_in("collect", one, "-o", first, "--into", round_).code == 0
    assert type_in("collect", two, "-o", second, "--into", first).code == 0
    origins = [(o.place, o.file, o.cells) for o in evaluation_of(second).origins]
    assert origins == [
        ("Nilai!C5:F5", str(one), "C2:F2"),
        ("Nilai!C6:F6", str(two), "C2:F2"),
        ("Nilai!C9:F9", str(one), "C3:F3"),
        ("Nilai!C10:F10", str(two), "C3:F3"),
    ]
    times = {o.file: o.time for o in evaluation_of(first).origins}
    assert times == {str(one): written_at(one)}
    times |= {str(two): written_at(two)}
    assert {o.file: o.time for o in evaluation_of(second).origins} == times


def written_at(path: Path) -> str:
    """Give when a file was changed, as the sheet of origins writes it."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y-%m-%d %H:%M")


def test_where_nothing_is_known_the_workbook_begins_with_what_the_files_name(
    tmp_path: Path, type_in: Type
) -> None:
    head = "Kode;Wilayah;Asesor;1. Apakah ada rencana?;2. Apakah ada rapat?\n"
    table = text_file(tmp_path / "a.csv", head + "51.03;Kab. Badung;Asesor 3;4;3,6\n")
    target = tmp_path / "hasil.xlsx"
    ended = type_in("collect", table, "-o", target)
    assert (ended.code, ended.out.splitlines()[-1]) == (
        0,
        f"2 scores and 0 comments → {target}.",
    )
    rows = read_rows(target).sheets
    assert rows["Wilayah"][1][:3] == (1, "51.03", "Kab. Badung")
    assert rows["Wilayah"][1][5] == "Ya"
    assert [(row[0], row[4]) for row in rows["Instrumen"][1:]] == [
        (1, "1. Apakah ada rencana?"),
        (2, "2. Apakah ada rapat?"),
    ]
    assert rows["Nilai"][1][2:] == (Decimal(4), Decimal("3.6"))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("", ""), 0),
        (("4;3;2;1", "4*;3;2;1"), 1),  # read, and to be looked at
        (("4;3;2;1", "4 (baik);3;2;1"), 0),  # only worth knowing
        (("4;3;2;1", "9;3;2;1"), 1),
        (("Kab Pemalang", "Kab. Entah"), 1),
        (("Asesor 3;4", "Asesor 1;1"), 1),  # another score stands in the workbook
        (("Wilayah;Asesor", "Wilayah;Apa"), 1),  # it may be the assessors' column
        (("Wilayah;Asesor;1;2;3;4", "a;b;c;d;e;f"), 8),
    ],
)
def test_the_exit_code_tells_how_it_went(
    tmp_path: Path, round_: Path, type_in: Type, change: tuple[str, str], code: int
) -> None:
    table = text_file(tmp_path / "a.csv", WIDE.replace(*change) if change[0] else WIDE)
    target = tmp_path / "hasil.xlsx"
    known = () if code == 8 else ("--into", round_)
    ended = type_in("collect", table, "-o", target, *known)
    assert ended.code == code, ended
    assert target.exists() == (code < 2)
    assert ("error: " in ended.err or "warning: " in ended.err) == (code > 0)


def test_a_score_that_stands_in_the_workbook_stays_and_both_places_are_told(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    table = text_file(tmp_path / "a.csv", "Wilayah;Asesor;1;2;3;4\nBadung;Asesor 1;1;3;2;1\n")
    target = tmp_path / "hasil.xlsx"
    ended = type_in("collect", table, "-o", target, "--into", round_)
    told = f"{table} a!C2 gives 1 for KAB. BADUNG, 1; here stands 4."
    assert ended.code == 1
    assert f"error: {round_} Nilai!C2: {told}" in ended.err
    assert judged(target) == judged(round_)


def test_wrong_files_among_right_ones_are_named_and_the_rest_is_read(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    folder, target = tmp_path / "kiriman", tmp_path / "hasil.xlsx"
    folder.mkdir()
    text_file(folder / "utuh.csv")
    (folder / "rusak.xlsx").write_bytes(round_.read_bytes()[:3000])
    (folder / "gambar.csv").write_bytes(b"\x89PNG\0\0\0" * 50)
    (folder / "surat.pdf").write_bytes(b"%PDF-1.4")
    (folder / "~$utuh.xlsx").write_bytes(b"x")
    (folder / "salinan.csv").write_bytes((folder / "utuh.csv").read_bytes())
    ended = type_in("collect", folder, "-o", target, "--into", round_)
    assert ended.code == 1
    errors = [line for line in ended.err.splitlines() if line.startswith("error: ")]
    assert [line.split(": ")[1] for line in errors] == [
        str(folder / "gambar.csv"),
        str(folder / "rusak.xlsx"),
    ]
    assert f"notice: {folder / 'utuh.csv'}: the file is the same as" in ended.err
    assert "surat.pdf" in ended.out and "~$" not in ended.out + ended.err
    assert judged(target)["KAB. BADUNG", "Asesor 3"] == (4, 3, 2, 1, None)


def test_a_file_that_is_not_there_is_told_beside_what_is_read(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    table, target = text_file(tmp_path / "a.csv"), tmp_path / "hasil.xlsx"
    ended = type_in("collect", tmp_path / "tiada.csv", table, "-o", target, "--into", round_)
    assert ended.code == 1
    assert f"error: {tmp_path / 'tiada.csv'}: " in ended.err
    assert len(judged(target)) == len(judged(round_)) + 2


def unclear(path: Path) -> Path:
    return text_file(path, WIDE.replace("3;4\n", "XQ;4\n", 1).replace("Kab Pemalang", "Pemlang"))


def test_a_map_is_written_for_what_is_unclear_and_settles_it(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    table, target, map_ = unclear(tmp_path / "a.csv"), tmp_path / "hasil.xlsx", tmp_path / "m.toml"
    arguments = ("collect", table, "-o", target, "--into", round_, "--map", map_)
    ended = type_in(*arguments)
    assert ended.code == 1
    assert ended.out.splitlines()[-1] == f"Say in {map_} what is unclear, and collect again."
    text = map_.read_text(encoding="utf-8")
    for asked, answer in (("XQ", "3"), ("Pemlang", '"KAB. PEMALANG"')):
        assert f'"{asked}" = "?"' in text
        text = text.replace(f'"{asked}" = "?"', f'"{asked}" = {answer}')
    map_.write_text(text, encoding="utf-8")
    target.unlink()
    ended = type_in(*arguments)
    assert ended.code == 0
    assert map_.read_text(encoding="utf-8") == text
    assert str(map_) not in ended.out
    assert judged(target)["KAB. PEMALANG", "Asesor 3"] == (1, 2, 3, 4, None)


def test_an_unfinished_map_is_not_written_over(tmp_path: Path, round_: Path, type_in: Type) -> None:
    table, target, map_ = unclear(tmp_path / "a.csv"), tmp_path / "hasil.xlsx", tmp_path / "m.toml"
    map_.write_text("# nanti\n", encoding="utf-8")
    ended = type_in("collect", table, "-o", target, "--into", round_, "--map", map_)
    assert ended.code == 1
    assert map_.read_text(encoding="utf-8") == "# nanti\n"


def test_no_map_is_written_where_nothing_is_unclear(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    table, map_ = text_file(tmp_path / "a.csv"), tmp_path / "m.toml"
    ended = type_in("collect", table, "-o", tmp_path / "h.xlsx", "--into", round_, "--map", map_)
    assert (ended.code, map_.exists()) == (0, False)


@pytest.mark.parametrize("unknown", ["name", "column"])
def test_a_map_is_written_for_names_and_for_columns(
    tmp_path: Path, round_: Path, type_in: Type, unknown: str
) -> None:
    change = ("Kab Pemalang", "Pemlang") if unknown == "name" else ("3;4\n", "XQ;4\n")
    table, map_ = text_file(tmp_path / "a.csv", WIDE.replace(*change, 1)), tmp_path / "m.toml"
    ended = type_in("collect", table, "-o", tmp_path / "h.xlsx", "--into", round_, "--map", map_)
    assert ended.code == 1
    text = map_.read_text(encoding="utf-8")
    assert ("[wilayah]" in text, "[[bentuk]]" in text) == (unknown == "name", unknown == "column")


def test_every_column_is_shown_where_all_is_asked_for(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    table, target = text_file(tmp_path / "a.csv"), tmp_path / "hasil.xlsx"
    arguments = ("collect", table, "-o", target, "--into", round_)
    brief = type_in(*arguments).out.splitlines()
    target.unlink()
    full = type_in(*arguments, "--all").out.splitlines()
    read = "wilayah ke bawah, pertanyaan ke samping, heading in row 1; 8 scores, 0 comments"
    read += "; 2 regions, 4 questions, 1 assessors: Asesor 3"
    new = "Assessors who are new: 1: Asesor 3"
    assert brief == [f"{table} · a: {read}", new, f"8 scores and 0 comments → {target}."]
    assert full == [
        brief[0],
        "   A “Wilayah”: wilayah, 97 % sure, heading",
        "   B “Asesor”: asesor, 97 % sure, heading",
        *(f"   {'CDEF'[n - 1]} “{n}”: pertanyaan {n}, 95 % sure, number" for n in range(1, 5)),
        *brief[1:],
    ]


def test_every_finding_is_shown_where_all_is_asked_for(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    rows = "".join(f"Kab. Badung;Asesor {n};9;3;2;1\n" for n in range(10, 18))
    table = text_file(tmp_path / "a.csv", WIDE + rows)
    target = tmp_path / "hasil.xlsx"
    arguments = ("collect", table, "-o", target, "--into", round_)
    brief = type_in(*arguments).err
    target.unlink()
    full = type_in(*arguments, "--all").err
    assert (brief.count("outside the scale"), full.count("outside the scale")) == (3, 8)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("collect", "a.csv"), 2),  # no output
        (("collect", "-o", "h.xlsx"), 2),  # no input
        (("collect", "a.csv", "-o", "h.xlsx", "--apa"), 2),
        (("collect", "a.csv", "-o", "h.xlsx", "--into", "tiada.xlsx"), 3),
        (("collect", "a.csv", "-o", "h.xlsx", "--into", "a.csv"), 3),
        (("collect", "a.csv", "-o", "h.xlsx", "--into", "salah.xlsx"), 4),
        (("collect", "a.csv", "-o", "h.xlsx", "--map", "salah.toml"), 4),
        (("collect", "a.csv", "-o", "h.xlsx", "--map", "biner.toml"), 3),
        (("collect", "a.csv", "-o", "a.csv/h.xlsx"), 7),
        (("collect", "tiada.csv", "-o", "h.xlsx"), 8),
        (("forms",), 2),
        (("forms", "tiada.xlsx", "-o", "f"), 3),
        (("forms", "salah.xlsx", "-o", "f"), 4),
        (("forms", "ronde.xlsx", "-o", "a.csv/f"), 7),
    ],
)
def test_what_cannot_be_done_has_its_code_and_writes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    round_: Path,
    type_in: Type,
    arguments: tuple[str, ...],
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    text_file(tmp_path / "a.csv")
    text_file(tmp_path / "salah.toml", '[[bentuk]]\nkepala = "A"\n')
    (tmp_path / "biner.toml").write_bytes(b"\xff\xfe\x00")
    wrong = sound()
    wrong["Instrumen"][1][4] = None
    write_xlsx(tmp_path / "salah.xlsx", wrong)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    ended = type_in(*arguments)
    assert ended.code == code, ended
    assert ended.err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_scores_that_are_wrong_in_the_workbook_do_not_stop_the_forms(
    tmp_path: Path, type_in: Type
) -> None:
    sheets = sound()
    sheets["Nilai"][1][2] = "empat"
    wrong = write_xlsx(tmp_path / "ronde.xlsx", sheets)
    ended = type_in("forms", wrong)
    assert (ended.code, ended.out) == (0, f"4 forms in {tmp_path / 'formulir'}.\n")


def test_several_assessors_are_asked_of_each_region(
    tmp_path: Path, round_: Path, type_in: Type
) -> None:
    people = ("--assessor", "Dr. A, M.Kom., Kampus X", "--assessor", "B")
    ended = type_in("forms", round_, *people, "-o", tmp_path / "f")
    assert ended.code == 0
    assert sorted(path.name for path in (tmp_path / "f").iterdir()) == [
        "001-kab-badung-b.xlsx",
        "001-kab-badung-dr-a-m-kom.xlsx",
        "002-kab-pemalang-b.xlsx",
        "002-kab-pemalang-dr-a-m-kom.xlsx",
        "daftar-formulir.xlsx",
    ]


def shell(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    root = str(Path(__file__).parents[3])
    return subprocess.run(
        [sys.executable, "-m", "generator.cli.main", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_process_ends_with_the_code_and_speaks_the_language(tmp_path: Path, round_: Path) -> None:
    text_file(tmp_path / "a.csv")
    text_file(tmp_path / "kosong.csv", "apa;saja\n;\n")
    wanted = ["--lang", "id", "collect", "a.csv", "-o", "h.xlsx", "--into", "ronde.xlsx"]
    done = shell(tmp_path, *wanted)
    assert (done.returncode, done.stderr) == (0, "Berkas: 1/1\n")
    assert done.stdout.splitlines()[-1] == "8 nilai dan 0 catatan → h.xlsx."
    nothing = shell(tmp_path, "--lang", "en", "collect", "kosong.csv", "-o", "n.xlsx")
    assert (nothing.returncode, nothing.stdout) == (8, "")
    assert nothing.stderr.splitlines()[-1] == "error: no score and no comment was found."
    assert not (tmp_path / "n.xlsx").exists()
