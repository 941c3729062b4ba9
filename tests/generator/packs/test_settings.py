"""The settings of a pack are held against their schema: kinds, bounds, choices, known keys."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from evaluation.errors import ExitCode, WrongTemplateError
from evaluation.messages import set_language
from generator.document import style
from generator.document.kinds import KINDS
from generator.packs.packs import load_pack
from generator.packs.schema import LOOKS, PROFILE_KEYS, pack_keys
from generator.packs.toml_schema import Keys, Named, Number, lines_of
from tests.generator.conftest import Type
from tests.generator.planting import planted

WRONG = {
    "a size of 0": (
        "gaya",
        "[paragraph.h1]\nsize = 0",
        "gaya.toml:2: paragraph.h1.size cannot be 0",
    ),
    "a size below 0": ("gaya", "[paragraph.h1]\nsize = -5", "gaya.toml:2: paragraph.h1.size"),
    "a size of nan": ("gaya", "[stamp]\nsize = nan", "gaya.toml:2: stamp.size cannot be nan"),
    "a size of inf": ("gaya", "[chart.default]\nsize = inf", "gaya.toml:2: chart.default.size"),
    "a text for a size": ("gaya", "[paragraph.h1]\nsize = '12'", "a number from 1 to 200"),
    "yes for a size": ("gaya", "[paragraph.h1]\nsize = true", "size cannot be true"),
    "a number for yes": ("gaya", "[paragraph.h1]\nbold = 1", "Expected: true, false."),
    "an alignment that is none": (
        "gaya",
        '[paragraph.h1]\nalign = "centre"',
        'cannot be \'centre\'. Expected: "left", "right", "center", "justify".',
    ),
    "a colour that is none": ("gaya", '[stamp]\ncolour = "merah"', 'Expected: "#1F3864".'),
    "a colour that is too short": ("gaya", '[stamp]\ncolour = "#123"', "cannot be '#123'"),
    "no colour at all": (
        "gaya",
        "[chart.default]\ncolours = []",
        "chart.default.colours cannot be []",
    ),
    "a marker without its place": ("gaya", '[list.default]\ndecimal = "1."', 'Expected: "{}."'),
    "a marker with two places": ("gaya", '[list.default]\nalpha = "{}{}"', 'Expected: "{}."'),
    "a key that is misspelled": (
        "gaya",
        "\n\n[table.default]\npading = 3",
        "gaya.toml:4: [table.default] has no key “pading”. Did you mean padding?",
    ),
    "a table that is none": ("gaya", "[paragrap.h1]", "gaya.toml:1: there is no key “paragrap”."),
    "a value for a table": ("gaya", "page = 3", "page cannot be 3. Expected: a table of keys."),
    "a class that is none": (
        "gaya",
        '[table.default]\ntext = "tabell"',
        "gaya.toml:2: table.default.text cannot be 'tabell'. Expected: tabel.",
    ),
    "margins that meet": (
        "gaya",
        "[page.default]\nleft = 120\nright = 100",
        "page.default.width cannot be 210.0. Expected: at least 240, because left + right take",
    ),
    "a kind of document that is none": (
        "paket",
        'base = "dasar"\n[documents]\nleter = ["surat.xml"]',
        "paket.toml:3: [documents] has no key “leter”. Did you mean letter?",
    ),
    "a document of no file": (
        "paket",
        'base = "dasar"\n[documents]\nletter = []',
        "paket.toml:3: documents.letter cannot be []",
    ),
    "a text for a list": ("paket", 'base = "dasar"\nforeign_words = "online"', "a list: [ … ]"),
    "half a row": ("paket", 'base = "dasar"\nrows_left = 1.5', "a whole number from 1 to 100000"),
    "a language that is none": ("paket", 'base = "dasar"\nlanguage = "Bahasa"', '"id-ID"'),
    "a base that is no name": ("paket", "base = 3", "paket.toml:1: base cannot be 3"),
    "a holiday that is no day": ("profil", "[calendar]\nholidays = ['2024-13-01']", "2024-12-25"),
    "a kind of region without a first word": (
        "profil",
        '[[kinds]]\nname = "Kota"\nprefixes = []\noffices = []',
        "profil.toml:3: kinds.prefixes cannot be []",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_setting_is_told_with_line_and_what_is_expected(case: str, tmp_path: Path) -> None:
    file, content, told = WRONG[case]
    with pytest.raises(WrongTemplateError) as caught:
        load_pack(planted(tmp_path, **{f"{file}_toml": content}))
    assert told in "\n".join(map(str, (caught.value, *caught.value.findings)))


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    pack = planted(
        tmp_path,
        paket_toml='base = "dasar"\nrows_lef = 3\n',
        gaya_toml="[paragraph.h1]\nsize = 0\nleading = 9\n",
        profil_toml="agensi = 1\n",
    )
    with pytest.raises(WrongTemplateError) as caught:
        load_pack(pack)
    assert [str(finding.source) for finding in caught.value.findings] == [
        "paket.toml:2", "gaya.toml:2", "gaya.toml:3", "profil.toml:1",
    ]  # fmt: skip
    assert {finding.rule for finding in caught.value.findings} == {"template-setting-wrong"}


def test_a_fault_of_the_pack_below_is_told_there(tmp_path: Path) -> None:
    planted(tmp_path, gaya_toml="[stamp]\nsize = 0\n").rename(tmp_path / "bawah")
    with pytest.raises(WrongTemplateError, match=r"bawah/gaya\.toml:2: stamp\.size cannot be 0"):
        load_pack(planted(tmp_path, paket_toml='base = "bawah"'))


@pytest.mark.parametrize("command", ["check", "build", "fields", "preview"])
def test_a_wrong_setting_ends_every_command_alike(
    command: str, type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    pack = planted(tmp_path, gaya_toml="[paragraph.h1]\nsize = nan\nleading = 0\n")
    of_workbook = {"check", "build"}
    given = (workbooks["perpustakaan"], "--pack", pack) if command in of_workbook else (pack,)
    ending = type_in(command, *given)
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "gaya.toml:2: paragraph.h1.size cannot be nan" in ending.err
    assert "gaya.toml:3: paragraph.h1.leading cannot be 0" in ending.err


def test_the_schema_knows_every_key_of_the_looks_and_each_has_bounds() -> None:
    classes = {
        "page": style.PageStyle, "paragraph": style.TextStyle, "list": style.ListStyle,
        "table": style.TableStyle, "cell": style.CellStyle, "chart": style.ChartStyle,
    }  # fmt: skip
    for name, kind in classes.items():
        known = LOOKS.known[name]
        assert isinstance(known, Named) and isinstance(known.value, Keys)
        assert set(known.value.known) == {one.name for one in fields(kind)}
        numbers = {one.name for one in fields(kind) if isinstance(one.default, int | float)
                   and not isinstance(one.default, bool)}  # fmt: skip
        assert {key for key, one in known.value.known.items() if isinstance(one, Number)} == numbers
    documents = pack_keys(KINDS).known["documents"]
    assert isinstance(documents, Keys)
    assert set(documents.known) == {kind.name for kind in KINDS}
    assert set(PROFILE_KEYS.known) == {
        "agency", "number", "security", "calendar", "register", "kinds", "label", "signing",
    }  # fmt: skip


def test_the_lines_of_keys_are_found_in_tables_of_any_writing() -> None:
    text = 'a = 1\n[b]\nc.d = 2\n["e"]\n"f" = 3\n[[g]]\nh = 4\n[[g]]\nh = 5\n# i = 6\n[j.k]'
    assert lines_of(text) == {
        ("a",): 1, ("b",): 2, ("b", "c", "d"): 3, ("e",): 4, ("e", "f"): 5, ("g",): 6,
        ("g", "h"): 7, ("j",): 11, ("j", "k"): 11,
    }  # fmt: skip


NO_TOML = {
    "a = b": (1, "a value that is none"),
    "a = 1\nb": (2, "a key without = and value"),
    "a = 1 2": (1, "something behind the value"),
    'a = "x': (1, "a text whose quote is not closed"),
    "a = 1\na = 2": (2, "a key that is given twice"),
    "[a]\n[a]": (2, "a table that is given twice"),
    "[a": (1, "a table whose ] is missing"),
}


@pytest.mark.parametrize("text", NO_TOML)
def test_what_is_no_toml_is_told_with_its_line_in_the_readers_language(
    text: str, tmp_path: Path
) -> None:
    line, told = NO_TOML[text]
    pack = planted(tmp_path, gaya_toml=text)
    with pytest.raises(WrongTemplateError) as caught:
        load_pack(pack)
    assert caught.value.source and caught.value.source.file == "gaya.toml"
    assert caught.value.source.line in (line, None)
    assert told in str(caught.value)
    set_language("id")
    with pytest.raises(WrongTemplateError) as translated:
        load_pack(pack)
    assert told not in str(translated.value)


def test_lists_too_deep_in_one_another_are_told(tmp_path: Path) -> None:
    with pytest.raises(WrongTemplateError, match="lists stand too deep"):
        load_pack(planted(tmp_path, gaya_toml="a = " + "[" * 50_000))


def test_a_font_that_is_none_is_told_by_the_check(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    pack = planted(tmp_path, gaya_toml='[font]\nbold = "a.ttf"\n', fonts__a_ttf="no font")
    ending = type_in("check", workbooks["perpustakaan"], "--pack", pack)
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "the font file “a.ttf” cannot be used." in ending.err
