"""What an expression of a template is, as far as that can be known without data."""

import re
from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import nodes

from evaluation.messages import NOTHING, Message, _
from evaluation.names import nearest
from evaluation.rules import templates as rules
from evaluation.sources import Finding, Severity, Source
from generator.template_check.field_types import (
    TEXT,
    UNKNOWN,
    Known,
    either,
    item_of,
    list_of,
    nearest_part,
    part_of,
    region_scope,
    round_scope,
)
from generator.template_check.guards import Asked, asked_in
from generator.template_check.pack_files import PackFiles

MOST_SEARCHED = 5000  # characters of a line that a column is looked for in
MOST_FINDINGS = 1000  # a template with more unknown fields is no template

_SPECIAL = frozenset({"caller", "varargs", "kwargs", "self", "super"})
_GIVES_ITEM = frozenset({"first", "last"})
_GIVES_TEXT = frozenset({"upper", "lower", "title", "trim", "string", "join"})


@dataclass(frozen=True, slots=True)
class Needed:
    """A field that a template uses, and where.

    ``optional``: the template asks first whether it is there (``is defined``, ``default``).
    ``conditional``: it stands in a branch or loop that not every document reaches.
    """

    path: str
    source: Source
    optional: bool
    conditional: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the walk is: template, names that can be seen, what was asked for before."""

    template: str
    scope: ChainMap[str, Known]
    asked: frozenset[str] = frozenset()
    conditional: bool = False
    asking: bool = False
    above: tuple[str, ...] = ()

    def inner(self) -> "Frame":
        """Give the frame of a body whose own names end with it."""
        return replace(self, scope=self.scope.new_child())

    def branch(self, asked: Iterable[str] = ()) -> "Frame":
        """Give the frame of a branch that is reached when ``asked`` are there."""
        return replace(self, asked=self.asked.union(asked), conditional=True)


class Expressions:
    """Reads expressions, notes the fields that they use and what is wrong with them."""

    def __init__(self, files: PackFiles, filters: Collection[str]) -> None:
        self.files = files
        self._filters = filters
        self._needed: dict[Needed, None] = {}
        self._findings: dict[Finding, None] = {}
        self._everything = {**round_scope(), **region_scope()}
        self._readers: Mapping[type, Callable[[Any, Frame], Known]] = {
            nodes.Name: self._name,
            nodes.Getattr: self._attribute,
            nodes.Getitem: self._subscript,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.CondExpr: self._choice,
            nodes.And: self._either_side,
            nodes.Or: self._either_side,
            nodes.List: self._list,
            nodes.Tuple: self._list,
        }

    @property
    def needed(self) -> tuple[Needed, ...]:
        """Give the fields that were used, in the order in which they were met."""
        return tuple(self._needed)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what is wrong with the templates as far as fields and files go."""
        return tuple(self._findings)

    def note(self, finding: Finding) -> None:
        """Keep a finding, once."""
        self._findings[finding] = None

    def use(self, node: nodes.Node, frame: Frame, asked: bool = False) -> Known:
        """Give what is known of an expression, and note the field that it is, if it is one."""
        value = self._value(node, frame)
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            source = self._place(node, frame)
            for path in filter(self._is_field, value.paths):
                optional = asked or _is_asked(path, frame.asked)
                self._needed[Needed(path, source, optional, frame.conditional)] = None
        return value

    def _is_field(self, path: str) -> bool:
        return re.split(r"[.\[]", path)[0] in self._everything

    def asked(self, test: nodes.Node, frame: Frame) -> Asked:
        """Give the fields that a condition asks for."""
        asking = replace(frame, asking=True)
        return asked_in(test, lambda node: self._value(node, asking).paths)

    def _value(self, node: nodes.Node, frame: Frame) -> Known:
        reader = self._readers.get(type(node))
        if reader is not None:
            return reader(node, frame)
        self._use_parts(node, frame)
        return TEXT if isinstance(node, nodes.Concat) else UNKNOWN

    def _use_parts(self, node: nodes.Node, frame: Frame) -> None:
        for part in node.iter_child_nodes():
            if isinstance(part, nodes.Expr):
                self.use(part, frame)
            else:
                self._use_parts(part, frame)

    def _name(self, node: nodes.Name, frame: Frame) -> Known:
        known = frame.scope.get(node.name)
        if known is not None or node.name in _SPECIAL:
            return known or UNKNOWN
        elsewhere = self._everything.get(node.name, Known(Any, (node.name,)))
        if frame.asking or _is_asked(node.name, frame.asked):
            self._maybe_misspelled(node, frame)
        elif node.name in self._everything:
            message = _("the field “%(field)s” is only in documents about one region.")
            source = self._place(node, frame)
            self.note(rules.TEMPLATE_FIELD_UNKNOWN.found(source, message % {"field": node.name}))
        else:
            self._unknown(node, frame, node.name, lambda: nearest(node.name, frame.scope))
        return elsewhere

    def _maybe_misspelled(self, node: nodes.Name, frame: Frame) -> None:
        """Look at a name that is asked for first: set by another template, or misspelled."""
        near = nearest(node.name, frame.scope)
        if near and node.name not in self._everything:
            message = _("there is no field “%(field)s”.") % {"field": node.name}
            self.note(
                rules.TEMPLATE_FIELD_UNKNOWN.at(Severity.WARNING).found(
                    self._place(node, frame), message, meant(near)
                )
            )

    def _attribute(self, node: nodes.Getattr, frame: Frame) -> Known:
        return self._part(node, node.attr, self._value(node.node, frame), frame)

    def _subscript(self, node: nodes.Getitem, frame: Frame) -> Known:
        owner = self._value(node.node, frame)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part(node, node.arg.value, owner, frame)
        self.use(node.arg, frame)
        if isinstance(node.arg, nodes.Slice):
            return owner
        return TEXT if owner.kind is str else item_of(owner)

    def _part(self, node: nodes.Expr, name: str, owner: Known, frame: Frame) -> Known:
        part = part_of(owner, name)
        if part is None:
            self._unknown(node, frame, name, lambda: nearest_part(owner, name))
        return part or UNKNOWN

    def _filter(self, node: nodes.Filter, frame: Frame) -> Known:
        if node.name not in self._filters:
            message = _("there is no filter “%(name)s”.") % {"name": node.name}
            source = Source(frame.template, line=node.lineno)
            remedy = meant(nearest(node.name, self._filters))
            self.note(rules.TEMPLATE_FILTER_UNKNOWN.found(source, message, remedy))
        value = UNKNOWN
        if node.node is not None:
            asking = node.name == "default"
            value = self.use(node.node, replace(frame, asking=asking), asked=asking)
        for part in (*node.args, *(pair.value for pair in node.kwargs)):
            self.use(part, frame)
        return _filtered(node.name, value)

    def _test(self, node: nodes.Test, frame: Frame) -> Known:
        asking = node.name in ("defined", "undefined")
        self.use(node.node, replace(frame, asking=asking), asked=asking)
        for part in node.args:
            self.use(part, frame)
        return UNKNOWN

    def _choice(self, node: nodes.CondExpr, frame: Frame) -> Known:
        self.use(node.test, frame)
        asked = self.asked(node.test, frame)
        values = [self.use(node.expr1, frame.branch(asked.when_true))]
        if node.expr2 is not None:
            values.append(self.use(node.expr2, frame.branch(asked.when_false)))
        return Known(either(values))

    def _either_side(self, node: nodes.And | nodes.Or, frame: Frame) -> Known:
        left = self.use(node.left, frame)
        asked = self.asked(node.left, frame)
        reached = asked.when_true if isinstance(node, nodes.And) else asked.when_false
        return Known(either([left, self.use(node.right, frame.branch(reached))]))

    def _list(self, node: nodes.List | nodes.Tuple, frame: Frame) -> Known:
        values = [self.use(item, frame) for item in node.items]
        kind = either(values) if values else Any
        paths = tuple(path for value in values for path in value.paths)
        return Known(list_of(kind), items=paths)

    def _unknown(
        self, node: nodes.Expr, frame: Frame, name: str, nearest_of: Callable[[], tuple[str, ...]]
    ) -> None:
        if len(self._findings) >= MOST_FINDINGS:
            return
        near = nearest_of()
        message = _("there is no field “%(field)s”.") % {"field": name}
        self.note(
            rules.TEMPLATE_FIELD_UNKNOWN.found(self._place(node, frame), message, meant(near))
        )

    def _place(self, node: nodes.Node, frame: Frame) -> Source:
        """Give line and column of an expression; Jinja itself keeps the line alone."""
        words = _words(node)
        dotted = r"\s*\.\s*".join(map(re.escape, words))
        line = self.files.line(frame.template, node.lineno)[:MOST_SEARCHED]
        found = re.search(rf"(?<![\w.]){dotted}(?!\w)", line) if words else None
        return Source(frame.template, line=node.lineno, column=found.start() + 1 if found else None)


def meant(near: Iterable[str]) -> Message:
    """Ask whether the nearest of the known words was meant; nothing where none is near."""
    word = next(iter(near), None)
    return _("Did you mean %(word)s?") % {"word": word} if word else NOTHING


def _is_asked(path: str, asked: Collection[str]) -> bool:
    return any(path == one or path.startswith((f"{one}.", f"{one}[")) for one in asked)


def _filtered(name: str, value: Known) -> Known:
    if name == "list":
        return value
    if name in _GIVES_ITEM:
        return item_of(value)
    if name == "default":
        return Known(value.kind)
    return TEXT if name in _GIVES_TEXT else UNKNOWN


def _words(node: nodes.Node) -> list[str]:
    """Give the words of ``surat.nomor``; none for what is not written with dots alone."""
    if isinstance(node, nodes.Name):
        return [node.name]
    if isinstance(node, nodes.Getattr):
        before = _words(node.node)
        return [*before, node.attr] if before else []
    return []
