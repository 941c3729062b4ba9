"""The registry of rules: each once in its scope, each used, at the severities that it declares."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluation.messages import NOTHING
from evaluation.rules import EXEMPTIBLE, MODULES, RULES, Rule, Scope, rules_of, workbook
from evaluation.sources import Severity, Source

ROOT = Path(__file__).parent.parent.parent
REGISTRY = "evaluation.rules"
NAMES = {module.__name__.rpartition(".")[2]: module for module in MODULES}


def _named(source: str) -> Iterator[tuple[str, str]]:
    """Give the rules that a module names, each as the module that lists it and its name there."""
    tree = ast.parse(source)
    aliases = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == REGISTRY
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = aliases.get(node.value.id)
            if module is not None:
                yield module, node.attr


def test_every_rule_is_used_by_the_program() -> None:
    files = (
        path
        for wing in ("evaluation", "letters", "extractors", "generator")
        for path in (ROOT / wing).rglob("*.py")
        if path.parent.name != "rules"
    )
    used = {one for path in files for one in _named(path.read_text("utf-8"))}
    listed = {
        (name, constant)
        for name, module in NAMES.items()
        for constant, value in vars(module).items()
        if isinstance(value, Rule)
    }
    assert listed == {one for one in used if one[0] in NAMES}


def test_a_rule_stands_once_in_its_scope_under_its_own_name() -> None:
    assert len({(rule.scope, rule.identifier) for rule in RULES}) == len(RULES)
    for module in MODULES:
        for constant, rule in vars(module).items():
            if isinstance(rule, Rule):
                assert constant == rule.identifier.upper().replace("-", "_")


def test_only_rules_over_the_round_and_its_pack_can_be_exempted() -> None:
    assert rules_of(Scope.WORKBOOK, Scope.TEMPLATES) == EXEMPTIBLE
    assert "file-unreadable" not in EXEMPTIBLE


def test_a_finding_has_the_identifier_and_the_severity_of_its_rule() -> None:
    place = Source("a.xlsx", "Wilayah")
    finding = workbook.SHEET_EMPTY.found(place, NOTHING)
    assert (finding.rule, finding.severity) == ("sheet-empty", Severity.ERROR)
    milder = workbook.CATEGORY_UNKNOWN.at(Severity.WARNING)
    assert milder.found(place, NOTHING).severity is Severity.WARNING
    assert milder.at(Severity.ERROR).found(place, NOTHING).severity is Severity.ERROR


def test_a_rule_is_taken_at_no_severity_that_it_does_not_declare() -> None:
    with pytest.raises(ValueError, match="sheet-empty"):
        workbook.SHEET_EMPTY.at(Severity.NOTICE)
