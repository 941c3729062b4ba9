"""What the documents say about the program is true."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from evaluation.errors import ExitCode
from evaluation.rules import RULES, Scope, rules_of
from evaluation.sources import Severity
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


PLACES = {
    "docs/aturan.md": (Scope.WORKBOOK, Scope.TEMPLATES, Scope.OUTPUT),
    "docs/kumpul.md": (Scope.COLLECTING,),
    "docs/arsip.md": (Scope.ARCHIVE,),
}
"""Where the rules of each scope are explained."""


def _explained(page: str) -> dict[str, str]:
    """Give what a page says of each rule."""
    text = (ROOT / page).read_text(encoding="utf-8").rpartition("| `schema` |")[2]
    return dict(re.findall(r"^\| `([a-z-]+-[a-z-]+)` \| (.+)", text, re.MULTILINE))


def test_the_rules_of_every_scope_are_explained_somewhere() -> None:
    assert {scope for scopes in PLACES.values() for scope in scopes} == set(Scope)


@pytest.mark.parametrize("page", PLACES)
def test_every_rule_is_documented_and_every_documented_rule_exists(page: str) -> None:
    assert set(_explained(page)) == rules_of(*PLACES[page])


SEVERITIES = {
    "kesalahan": Severity.ERROR, "peringatan": Severity.WARNING, "pemberitahuan": Severity.NOTICE,
}  # fmt: skip


def test_the_severity_that_a_rule_is_documented_with_is_its_own() -> None:
    rules = {rule.identifier: rule for rule in RULES if rule.scope in PLACES["docs/aturan.md"]}
    for identifier, told in _explained("docs/aturan.md").items():
        rule = rules[identifier]
        said = {SEVERITIES[word] for word in re.findall("|".join(SEVERITIES), told.split(" | ")[0])}
        if said and not identifier.startswith("exemption-"):  # those are about others' severity
            assert said == {rule.severity, *rule.also}, identifier
