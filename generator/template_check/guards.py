"""What a condition of a template asks for: which fields are there when it holds, or does not."""

from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import nodes

Paths = Callable[[nodes.Node], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields that are surely there when a condition holds, and when it does not."""

    when_true: frozenset[str] = frozenset()
    when_false: frozenset[str] = frozenset()


def asked_in(test: nodes.Node, paths: Paths) -> Asked:
    """Read a condition; ``paths`` gives the fields that an expression may be."""
    if isinstance(test, nodes.Test):
        return _test(test, paths)
    if isinstance(test, nodes.Not):
        inner = asked_in(test.node, paths)
        return Asked(inner.when_false, inner.when_true)
    if isinstance(test, nodes.And | nodes.Or):
        return _both(test, asked_in(test.left, paths), asked_in(test.right, paths))
    return Asked()


def _test(test: nodes.Test, paths: Paths) -> Asked:
    found = frozenset(paths(test.node)) if test.name in ("defined", "undefined") else frozenset()
    return Asked(when_true=found) if test.name == "defined" else Asked(when_false=found)


def _both(test: nodes.And | nodes.Or, left: Asked, right: Asked) -> Asked:
    """Join two conditions: what both sides promise, and what either does where both must hold."""
    if isinstance(test, nodes.And):
        return Asked(left.when_true | right.when_true, left.when_false & right.when_false)
    return Asked(left.when_true & right.when_true, left.when_false | right.when_false)
