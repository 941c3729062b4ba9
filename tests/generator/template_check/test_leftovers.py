"""A tag that is left open is blamed on its own file, not on the one that includes it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.packs.packs import load_pack
from generator.template_check.checking import check_pack
from tests.generator.planting import planted

CLOSING = "prosa/surat-penutup.xml"
CASES = {
    "a paragraph left open": ("<p>a</p>\n<p>b", "2:1: <p> is not closed properly."),
    "a list left open": ("<ol><li>a</li>", "1:1: <ol> is not closed properly."),
    "a word left open": ("<p>a <em>b</p>", "1:6: <em> is not closed properly."),
    "a paragraph closed twice": ("<p>a</p>\n</p>", "2:1: </p> closes nothing that is open here."),
    "left open after a branch": (
        "{% if konsep %}<p>a</p>{% endif %}\n<p>b",
        "2:1: <p> is not closed properly.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_told_in_its_own_file_once(case: str, tmp_path: Path) -> None:
    body, told = CASES[case]
    pack = load_pack(planted(tmp_path, prosa__kaki_xml=body))
    (finding,) = check_pack(pack)
    assert str(finding).startswith(f"{CLOSING}:{told}")


FINE: Mapping[str, Mapping[str, str]] = {
    "one file opens what another closes": {
        "prosa__kaki_xml": '<ol><li>a</li>{% include "prosa/akhir.xml" %}',
        "prosa__akhir_xml": "</ol>",
    },
    "a branch opens, a branch closes": {
        "prosa__kaki_xml": "{% if konsep %}<p>{% endif %}{% if konsep %}a</p>{% endif %}"
    },
    "everything is closed": {"prosa__kaki_xml": "<p>a<br/></p>"},
}


@pytest.mark.parametrize("case", FINE)
def test_what_other_files_or_branches_close_is_left_to_rendering(case: str, tmp_path: Path) -> None:
    assert not check_pack(load_pack(planted(tmp_path, **FINE[case])))
