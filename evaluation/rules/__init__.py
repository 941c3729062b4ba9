"""The registry of rules: one line each, in a module a scope; every finding and flag is made by one.

Exemptions, tests and documents read it. ``docs/aturan.md``, ``docs/kumpul.md`` and
``docs/arsip.md`` explain each rule.
"""

from evaluation.rules import archive, collecting, output, templates, workbook
from evaluation.rules.rule import Rule, Scope

__all__ = ["EXEMPTIBLE", "MODULES", "RULES", "Rule", "Scope", "rules_of"]

MODULES = (workbook, templates, output, collecting, archive)
RULES = tuple(
    value for module in MODULES for value in vars(module).values() if isinstance(value, Rule)
)
"""All rules."""


def rules_of(*scopes: Scope) -> frozenset[str]:
    """Give the identifiers of the rules of some scopes."""
    return frozenset(rule.identifier for rule in RULES if rule.scope in scopes)


EXEMPTIBLE = rules_of(Scope.WORKBOOK, Scope.TEMPLATES)
"""The rules that the sheet ``Pengecualian`` may name."""
