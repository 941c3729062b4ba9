"""Faults are planted where a program decides something, and nowhere else."""

import ast
import tomllib

import pytest

from benchmarks import faults as planting
from benchmarks.faults import KNOWN, TREE, drawn
from benchmarks.mutations import Fault, faults_of


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("x = 3", {"4"}),
        ("x = 0.5", {"1.0"}),
        ("x = True", {"False"}),
        ("x = 'no'", {"'Xno'"}),
        ("x = a < b", {"(a <= b)", "(a >= b)"}),
        ("x = a in b", {"(a not in b)"}),
        ("x = a and b", {"(a or b)"}),
        ("x = not a", {"(a)"}),
        ("x = a // b", {"(a * b)"}),
        ("x = a if b else c", {"True", "False"}),
        ("x = [a for a in b if a]", {"True"}),
        ("for a in b:\n    continue", {"break"}),
        ("def f():\n    return a", {"return None"}),
        ("a.append(b)", {"pass"}),
        ("raise a", {"pass"}),
    ],
)
def test_each_decision_is_changed(source: str, changes: set[str]) -> None:
    assert {fault.after for fault in faults_of(source)} == changes


@pytest.mark.parametrize(
    "source",
    [
        '"""What it does."""',
        "import os",
        "x: Literal['a']",
        "x = _('It is wrong.')",
        "x = f'{a!r:>3}'",
        "x = zip(a, b, strict=True)",
        "def f(a: Literal[1]) -> Literal[2]: ...",
        "@dataclass(frozen=True)\nclass A: ...",
    ],
)
def test_what_decides_nothing_is_left_alone(source: str) -> None:
    assert faults_of(source) == ()


def test_a_fault_is_put_in_its_place_alone() -> None:
    source = "é = 1\n\n\ndef f():\n    return é + 1\n"
    (fault,) = (f for f in faults_of(source) if f.kind == "sum")
    assert (fault.line, fault.function, fault.first) == (5, "f", 4)
    assert fault.put(source.encode()).decode() == source.replace("é + 1", "(é - 1)")


def test_a_draw_is_repeated_by_its_seed_and_is_always_python() -> None:
    first = drawn("extractors/archive/digitise.py", 20, 1)
    assert first == drawn("extractors/archive/digitise.py", 20, 1)
    assert first != drawn("extractors/archive/digitise.py", 20, 2)
    for planted in first:
        ast.parse(planted.fault.put((TREE / planted.module).read_bytes()))


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("extractors/reports/proof/proof.py", ("tests/extractors/reports/proof",)),
        ("evaluation/inference.py", ("tests/evaluation/test_inference.py",)),
        ("evaluation/errors.py", None),
    ],
)
def test_tests_beside_a_module_mirror_its_place(module: str, tests: tuple[str, ...] | None) -> None:
    found = planting.tests_beside(module)
    assert all((TREE / name).exists() for name in found)
    assert tests is None or found == tests


def test_faults_argued_away_are_faults_of_today() -> None:
    listed = tomllib.loads(KNOWN.read_text("utf-8")).get("equivalent", [])
    for entry in listed:
        there = {(f.function, f.before, f.after) for f in _of(entry["module"])}
        assert (entry["function"], entry["before"], entry["after"]) in there, entry
        assert entry["why"]


def _of(module: str) -> tuple[Fault, ...]:
    return faults_of((TREE / module).read_text("utf-8"))
