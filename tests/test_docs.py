"""What the documents say about the program is true."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from evaluation import checks, doubts
from evaluation import wording as words
from evaluation.errors import ExitCode
from evaluation.rules import RULE_NAMES
from evaluation.workbook.sheets import SHEETS
from generator.cli.commands import laporan
from generator.packs.packs import shipped_packs
from generator.templating.fields import RegionFields, RoundFields
from generator.templating.filters import filters_for
from generator.templating.markup import VOCABULARY

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEMPLATES = (ROOT / "docs" / "templat.md").read_text(encoding="utf-8")
COMMANDS = sorted(laporan.commands)
REGISTER = (ROOT / "docs" / "agenda.md").read_text(encoding="utf-8")
"""What is told of a group of commands, which would be too much for the README."""


def _commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path}{name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path}{name} ")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"`laporan {name} " in README


@pytest.mark.parametrize(("name", "command"), tuple(_commands(laporan)))
def test_every_command_and_option_has_help_and_is_documented(
    name: str, command: click.Command
) -> None:
    assert command.help
    told = README + REGISTER if " " in name else README
    assert f"`laporan {name} " in told
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            option = max(parameter.opts, key=len)
            assert f"`{option}`" in told or f"`{option} " in told, option


def test_the_readme_s_exit_codes_are_the_program_s() -> None:
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert listed == set(ExitCode)


def test_the_readme_names_every_sheet_that_is_filled_in() -> None:
    for sheet in SHEETS:
        assert f"`{sheet.name}`" in README, sheet.name


def test_the_readme_s_pictures_and_links_exist() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).is_file(), target


@pytest.mark.parametrize("name", [*RoundFields.__slots__, *RegionFields.__slots__])
def test_every_field_of_templates_is_documented(name: str) -> None:
    assert re.search(rf"`{name}[`.\[]", TEMPLATES), name


@pytest.mark.parametrize("name", filters_for([]))
def test_every_filter_of_templates_is_documented(name: str) -> None:
    assert f"| `{name}` |" in TEMPLATES


@pytest.mark.parametrize("tag", sorted(set(VOCABULARY) - {"document", "tbody"}))
def test_every_tag_of_the_markup_is_documented(tag: str) -> None:
    assert re.search(rf"<{tag}[ >/]", TEMPLATES), tag


@pytest.mark.parametrize("name", shipped_packs())
def test_every_shipped_pack_is_documented(name: str) -> None:
    assert f"`{name}`" in TEMPLATES


RULES = (ROOT / "docs" / "aturan.md").read_text(encoding="utf-8")
_IDENTIFIER = re.compile(r"\"([a-z]+(?:-[a-z]+)+)\"")


def test_every_rule_that_the_code_can_find_is_known_and_documented() -> None:
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", RULES, re.MULTILINE))
    assert listed == RULE_NAMES
    tables = [
        check_words_rules(),
        {rule.identifier for rule in (*checks.RULES, *checks.RESULT_RULES)},
    ]
    for table in tables:
        assert table <= RULE_NAMES


def check_words_rules() -> set[str]:
    return {name for name, _rule in (*words.NAME_RULES, *words.RULES)} | set(words.OTHER_RULES)


@pytest.mark.parametrize(
    "module",
    [
        "letters/checks.py",
        "letters/letter.py",
        "evaluation/exemptions.py",
        "letters/addressee_check.py",
    ],
)
def test_every_identifier_in_a_module_of_rules_is_known(module: str) -> None:
    found = set(_IDENTIFIER.findall((ROOT / module).read_text(encoding="utf-8")))
    assert found
    assert found <= RULE_NAMES


ARCHIVE = (ROOT / "docs" / "arsip.md").read_text(encoding="utf-8")


def test_every_flag_of_a_past_report_is_documented() -> None:
    flags = ARCHIVE.partition("## Tanda")[2]
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", flags, re.MULTILINE))
    assert listed == doubts.RULES


COLLECTING = (ROOT / "docs" / "kumpul.md").read_text(encoding="utf-8")


def test_every_finding_of_collecting_is_documented() -> None:
    collected = ROOT / "generator/workbooks/collected.py"
    files = [*(ROOT / "extractors" / "collect").glob("*.py"), collected]
    found = {name for file in files for name in _IDENTIFIER.findall(file.read_text("utf-8"))}
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", COLLECTING, re.MULTILINE))
    assert found == listed
