"""Packs build on one another and say what is wrong with them."""

from pathlib import Path

import pytest

from evaluation.errors import WrongTemplateError
from generator.packs.packs import choose_pack, load_pack, shipped_folder, shipped_packs


def pack(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in ({"paket": 'base = "dasar"'} | files).items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", shipped_packs())
def test_a_shipped_pack_loads_and_has_a_template_for_each_document(name: str) -> None:
    loaded = load_pack(shipped_folder() / name)
    assert set(loaded.documents) == {
        "letter", "addressees", "absent", "national-table", "report", "packet",
    }  # fmt: skip
    for part in {part for parts in loaded.documents.values() for part in parts}:
        assert any((folder / part).is_file() for folder in loaded.folders), part


def test_a_pack_takes_what_it_lacks_from_its_base(tmp_path: Path) -> None:
    own = load_pack(pack(tmp_path / "p", gaya="[paragraph.h1]\nsize = 30"))
    base = load_pack(shipped_folder() / "dasar")
    assert own.style.text("h1").size == 30
    assert own.style.text("h1").colour == base.style.text("h1").colour
    assert own.profile == base.profile


CHOICES = {
    "what the user asked for wins": ("dasar", "kota-cerdas", "Smart City", "dasar"),
    "then what the workbook names": (None, "dasar", "Smart City", "dasar"),
    "then the pack of the programme": (None, None, "Gerakan Menuju KOTA CERDAS", "kota-cerdas"),
    "else the general one": (None, None, "Evaluasi Perpustakaan", "dasar"),
    "also without a programme": (None, None, None, "dasar"),
}


@pytest.mark.parametrize("case", CHOICES)
def test_the_pack_is_chosen(case: str, tmp_path: Path) -> None:
    asked, named, programme, chosen = CHOICES[case]
    assert choose_pack(asked, named, programme, tmp_path).name == chosen


def test_the_workbook_may_name_a_folder_beside_it_but_no_path(tmp_path: Path) -> None:
    pack(tmp_path / "sendiri")
    assert choose_pack(None, "sendiri", None, tmp_path).name == "sendiri"
    (tmp_path / "lain").mkdir()
    with pytest.raises(WrongTemplateError, match="there is no template pack"):
        choose_pack(None, "../sendiri", None, tmp_path / "lain")


def test_the_user_may_give_a_path(tmp_path: Path) -> None:
    path = str(pack(tmp_path / "sendiri"))
    assert choose_pack(path, None, None, Path()).name == "sendiri"


def test_an_asset_is_found_by_its_plain_name_only(tmp_path: Path) -> None:
    folder = pack(tmp_path / "p")
    (folder / "aset").mkdir()
    (folder / "aset" / "logo.png").write_bytes(b"PNG")
    loaded = load_pack(folder)
    assert loaded.asset("logo.png") == b"PNG"
    assert loaded.asset("../paket.toml") is None
    assert loaded.asset("tiada.png") is None


def test_the_checksum_follows_every_file_of_the_pack(tmp_path: Path) -> None:
    folder = pack(tmp_path / "p")
    before = load_pack(folder).sha256()
    assert load_pack(folder).sha256() == before
    (folder / "surat.xml").write_text("<document/>")
    assert load_pack(folder).sha256() != before


FAULTS = {
    "TOML that is none": ({"gaya": "[page"}, "gaya.toml", "not valid TOML"),
    "an unknown style kind": ({"gaya": "[paragraf.h1]\nsize = 1"}, "gaya.toml:1", "paragraf"),
    "an unknown style key": (
        {"gaya": "[paragraph.h1]\nsise = 1"},
        "gaya.toml:2",
        "[paragraph.h1] has no key “sise”. Did you mean size?",
    ),
    "a style value of the wrong kind": (
        {"gaya": '[paragraph.h1]\nsize = "besar"'},
        "gaya.toml:2",
        "paragraph.h1.size cannot be 'besar'. Expected: a number from 1 to 200.",
    ),
    "a missing font": ({"gaya": '[font]\nbold = "x.ttf"'}, "gaya.toml", "“x.ttf” is missing"),
    "a base that is not there": ({"paket": 'base = "dasra"'}, None, "no template pack “dasra”"),
    "a ring of bases": ({"paket": 'base = "p"'}, "p/paket.toml", "in a ring"),
    "a wrong profile": ({"profil": "agensi = 1"}, "profil.toml:1", "agensi"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_pack_is_refused_for(case: str, tmp_path: Path) -> None:
    files, place, message = FAULTS[case]
    with pytest.raises(WrongTemplateError) as caught:
        load_pack(pack(tmp_path / "p", **files))
    assert place is None or str(caught.value).startswith(f"{place}: ")
    assert message in str(caught.value)


def test_abbreviations_are_those_of_all_layers_and_of_the_kinds_of_region() -> None:
    known = {
        one.short: one.long for one in load_pack(shipped_folder() / "kota-cerdas").abbreviations
    }
    assert known["KAB."] == "Kabupaten"  # profile
    assert known["KET"] == "Keterangan"  # the pack below
    assert known["KAB/KOTA"] == "Kabupaten/Kota"  # its own
    assert "KOTA" not in known
