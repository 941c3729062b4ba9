"""The screen of a check: what is wrong, with its rows, anew once the workbook was saved."""

import os
import re
from pathlib import Path

import pytest

from generator.web.findings import by_place, finding_id, with_rows
from generator.web.shelf import Round
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.conftest import Type
from tests.generator.web.asking import Browser


def saved(one: Round, **changes: object) -> None:
    """Save the round's workbook with cells changed: ``Nilai_C2=9``."""
    sheets = sound()
    for place, value in changes.items():
        sheet, _mark, cell = place.rpartition("_")
        rows = sheets[sheet.replace("_", " ")]
        rows[int(cell[1:]) - 1][ord(cell[0]) - ord("A")] = value
    before = one.workbook.stat().st_mtime_ns
    write_xlsx(one.workbook, sheets)
    os.utime(one.workbook, ns=(before + 10**9, before + 10**9))


def screen(one: Round) -> str:
    return f"/putaran/{one.identifier}/periksa"


def test_a_finding_is_shown_with_its_row_as_it_stands(browser: Browser, tiny: Round) -> None:
    saved(tiny, Nilai_C2=9)
    answer = browser.get(screen(tiny))
    assert "There are errors to mend" in answer.seen
    rows = re.findall(r"<tbody>.*?</tbody>", answer.text, re.DOTALL)
    row = next(each for each in rows if '<td class="wrong">9</td>' in each)
    assert re.findall(r">([^<]+)</t[hd]>", row)[:4] == ["2", "KAB. BADUNG", "Asesor 1", "9"]


def test_a_save_is_seen_and_what_was_mended_is_gone(browser: Browser, tiny: Round) -> None:
    saved(tiny, Nilai_C2=9)
    assert "Nilai!C2" in browser.get(screen(tiny)).seen
    saved(tiny)
    again = browser.get(f"{screen(tiny)}/lagi")
    assert "Nilai!C2" not in again.seen
    assert "<html" not in again.text


def test_a_workbook_that_cannot_be_read_is_told_and_read_again(
    browser: Browser, tiny: Round
) -> None:
    whole = tiny.workbook.read_bytes()
    tiny.workbook.write_bytes(whole[:500])
    assert "the file is damaged" in browser.get(screen(tiny)).seen
    tiny.workbook.write_bytes(whole)
    assert "damaged" not in browser.get(screen(tiny)).seen


def test_text_of_a_stranger_s_workbook_is_text(browser: Browser, tiny: Round) -> None:
    saved(tiny, Nilai_C2='<img src=x onerror="alert(1)">', Wilayah_C2="<b>KAB</b> \u202eX")
    for path in (screen(tiny), f"{screen(tiny)}/lagi", "/"):
        body = browser.get(path).body.decode()
        assert "<img" not in body
        assert "<b>KAB" not in body
        assert "\u202e" not in body


def test_the_files_of_the_page_are_those_of_the_command(
    browser: Browser, tiny: Round, type_in: Type, tmp_path: Path
) -> None:
    saved(tiny, Nilai_C2=9)
    marked = browser.get(f"/putaran/{tiny.identifier}/bertanda")
    page = browser.get(f"/putaran/{tiny.identifier}/halaman")
    wanted = tmp_path / "a.xlsx", tmp_path / "a.html"
    type_in("check", tiny.workbook, "--xlsx", wanted[0], "--html", wanted[1])
    assert (marked.body, page.body) == tuple(path.read_bytes() for path in wanted)
    assert "attachment" in marked.headers["content-disposition"]


def test_the_command_that_is_shown_does_the_same(
    browser: Browser, tiny: Round, type_in: Type
) -> None:
    shown = re.search(r"<code[^>]*>(.*?)</code>", browser.get(screen(tiny)).text)
    assert shown is not None
    page = browser.get(f"/putaran/{tiny.identifier}/halaman").body
    (tiny.checked / "hasil-periksa.html").unlink()
    type_in(*shown[1].split()[1:])
    assert (tiny.checked / "hasil-periksa.html").read_bytes() == page


def test_the_workbook_itself_is_opened_and_nothing_else(browser: Browser, tiny: Round) -> None:
    browser.post(f"/putaran/{tiny.identifier}/buka", {"file": "/etc/passwd"})
    assert browser.opened == [tiny.workbook]


def test_many_findings_are_shown_some_at_a_time(browser: Browser, tiny: Round) -> None:
    sheets = sound()
    sheets["Nilai"] += [[f"KAB. {n}", "Asesor 1", 4, 4, 4, 4, None] for n in range(300)]
    write_xlsx(tiny.workbook, sheets)
    answer = browser.get(screen(tiny))
    assert answer.text.count('class="finding error"') <= 12 * 4
    (key,) = set(re.findall(r"periksa/lembar/(\w+)", answer.text))
    first, last = (browser.get(f"{screen(tiny)}/lembar/{key}?halaman={n}") for n in ("1", "9999"))
    assert first.text.count('class="finding ') == 100
    assert 'rel="next"' in first.text
    assert 'rel="next"' not in last.text
    for wrong in ("0", "-1", "x", "9" * 50):
        assert browser.get(f"{screen(tiny)}/lembar/{key}?halaman={wrong}").status == 200


def test_a_place_that_was_mended_leads_back(browser: Browser, tiny: Round) -> None:
    assert browser.get(f"{screen(tiny)}/lembar/0123456789ab").status == 303


def test_a_finding_keeps_its_name_from_check_to_check(browser: Browser, tiny: Round) -> None:
    saved(tiny, Nilai_C2=9)
    first = browser.desk.checks.of(tiny).findings
    saved(tiny, Nilai_C2=9)
    second = browser.desk.checks.of(tiny).findings
    assert [finding_id(one) for one in first] == [finding_id(one) for one in second] != []
    assert len({finding_id(one) for one in first}) == len(first)


def test_findings_stand_by_sheet_and_no_row_is_invented(browser: Browser, tiny: Round) -> None:
    saved(tiny, Nilai_C2=9, Wilayah_E2="BESAR")
    checked = browser.desk.checks.of(tiny)
    places = by_place(checked.findings)
    assert {place.name for place in places} >= {"Nilai", "Wilayah"}
    for shown in with_rows(checked.findings, checked.sheets):
        cell = shown.finding.source.cell if shown.finding.source else None
        assert (shown.row is not None) == (cell is not None)
    assert not [shown for shown in with_rows(checked.findings, {}) if shown.row]


@pytest.mark.parametrize("path", ["periksa", "bertanda", "halaman", "periksa/lembar/x"])
def test_a_round_that_is_gone_is_told(browser: Browser, path: str) -> None:
    answer = browser.get(f"/putaran/0123456789abcdef/{path}")
    assert answer.status == 404
    assert "not here any more" in answer.seen


def test_a_fault_of_the_program_is_told_as_one(
    browser: Browser, tiny: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(_checks: object, _one: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("generator.web.checks.Checks.of", fall)
    answer = browser.get(screen(tiny))
    assert answer.status == 500
    assert "a fault of the program, not of your data" in answer.seen
    assert "Traceback" not in answer.text
