"""Tolerances held by inputs just inside and just outside of them, so that a change is noticed."""

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from types import ModuleType
from typing import Any

from extractors.pages import units

CHANGED = ("0.9", "1.1")


@dataclass(frozen=True)
class Bound:
    """``asks`` tells of an input whether it is tolerated: ``inside`` is, ``outside`` is not.

    Of a tolerance that is no bound, such as a weight, ``asks`` may compare with what is expected.
    """

    asks: Callable[[Any], bool]
    inside: Any
    outside: Any = None

    def holds(self) -> bool:
        """Tell whether the tolerance lies between both inputs."""
        within = self.asks(self.inside)
        return within and (self.outside is None or not self.asks(self.outside))


Bounds = Mapping[tuple[str, str], Bound]
"""By the name of the table in its module, and of the tolerance in the table."""


def names_of(module: ModuleType) -> list[tuple[str, str]]:
    """Give the tables of a module and their tolerances."""
    return [
        (name, field.name)
        for name, value in vars(module).items()
        if name.isupper() and hasattr(value, "__dataclass_fields__")
        for field in fields(value)
    ]


def unnoticed(module: ModuleType, name: tuple[str, str], bound: Bound) -> list[float]:
    """Give the changed values of a tolerance with which its bound still holds: none should."""
    table, field = getattr(module, name[0]), name[1]
    value = getattr(table, field)
    if isinstance(value, int):
        values: list[float] = [value - 1, value + 1]
    else:
        values = [value * type(value)(share) for share in CHANGED]
    return [other for other in values if _holds_with(table, field, other, bound)]


def _holds_with(table: object, field: str, value: float, bound: Bound) -> bool:
    with changed(table, field, value):
        try:
            return bound.holds()
        except Exception:  # noqa: BLE001 - a changed value may break whatever it likes
            return False


@contextmanager
def changed(table: object, field: str, value: object) -> Iterator[None]:
    """Give a tolerance another value for a while, although its table is frozen."""
    kept = getattr(table, field)
    object.__setattr__(table, field, value)
    try:
        yield
    finally:
        object.__setattr__(table, field, kept)


def untold(module: ModuleType) -> list[str]:
    """Give the fields of a module's tables that lack a known unit or a word on what they mean."""
    known = {name for name in vars(units) if name[0].isupper()}
    found = []
    for table in ast.parse(inspect.getsource(module)).body:
        if not isinstance(table, ast.ClassDef):
            continue
        for field, after in zip(table.body, [*table.body[1:], None], strict=True):
            if isinstance(field, ast.AnnAssign):
                told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                if ast.unparse(field.annotation) not in known or not told:
                    found.append(ast.unparse(field))
    return found


def bare_numbers(path: Path, allowed: frozenset[float]) -> list[str]:
    """Give the numbers in a module's code, with their lines.

    Left out are the ``allowed`` ones, those that say the place in a sequence (``match[3]``), and
    those that have a name: fields of a class, and tables of data of a module.
    """
    tree = ast.parse(path.read_text("utf-8"))
    left = [node.value for node in tree.body if isinstance(node, ast.Assign) and _is_table(node)]
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    named = [node for one in classes for node in one.body if isinstance(node, ast.AnnAssign)]
    left += [node.value for node in named if node.value]
    left += [node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript)
             and isinstance(node.slice, ast.Constant)]  # fmt: skip
    passed = {id(node) for part in left for node in ast.walk(part)}
    return [
        f"{path.name}:{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and type(node.value) in (int, float)
        and node.value not in allowed
        and id(node) not in passed
    ]


def _is_table(node: ast.Assign) -> bool:
    return isinstance(node.value, ast.Tuple | ast.Call) and any(
        isinstance(part, ast.Tuple) for part in ast.walk(node.value)
    )
