"""Names of sheets, headings and keys of facts stand in the schema and nowhere else in the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

from evaluation.workbook.facts import SURAT_KEYS
from evaluation.workbook.sheets import SHEETS

ROOT = Path(__file__).parents[3]
WINGS = ("evaluation", "letters", "extractors", "generator", "examples")
SCHEMA = ROOT / "evaluation" / "workbook"
NAMES = {
    *(sheet.name for sheet in SHEETS),
    *(column.heading for sheet in SHEETS for column in sheet.columns),
    *(key for fact in SURAT_KEYS for key in fact.keys),
}

OTHERS = {
    "evaluation/vocabulary/maps.py": "the map that settles doubts has sheets of its own",
    "generator/workbooks/dispatch_list.py": "the list for sending has columns of its own",
    "generator/workbooks/outgoing.py": "the outgoing book has columns of its own",
}
"""Modules in which such a word is something else, and what."""


def literals(module: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in NAMES:
            yield node.lineno, node.value


def test_no_sheet_heading_or_key_is_written_out_again() -> None:
    modules = (path for wing in WINGS for path in sorted((ROOT / wing).rglob("*.py")))
    found = {
        path.relative_to(ROOT).as_posix(): found
        for path in modules
        if not path.is_relative_to(SCHEMA) and (found := list(literals(path)))
    }
    assert found.keys() <= OTHERS.keys(), {k: found[k] for k in found.keys() - OTHERS.keys()}
    assert found.keys() >= OTHERS.keys(), "no longer needed among OTHERS"


def test_a_heading_written_out_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('x = {"Bila Kosong": 1}\ny = "Bila kosong, tolak"\n', encoding="utf-8")
    assert list(literals(module)) == [(1, "Bila Kosong")]
