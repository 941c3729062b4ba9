"""Goes through templates branch by branch without rendering them, and notes the fields they need.

Every branch is walked, whether or not any document ever reaches it; includes, imports, loops and
aliases are followed as far as they can be known without data.
"""

from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from jinja2 import nodes

from evaluation.errors import WrongTemplateError
from evaluation.messages import _
from evaluation.names import nearest
from evaluation.rules import templates as rules
from evaluation.sources import Source
from generator.template_check.expressions import Expressions, Frame, meant
from generator.template_check.field_types import LOOP, TEXT, UNKNOWN, Known, either, item_of
from generator.template_check.pack_files import PackFiles

MAX_VISITS = 3000  # files walked into; the shipped packs need some 120


class Walk(Expressions):
    """Walks through the templates of one pack, from the files that its documents begin with."""

    def __init__(self, files: PackFiles, filters: Collection[str]) -> None:
        super().__init__(files, filters)
        self._visits = 0
        self.reached: dict[str, None] = {}
        self.certain = True
        self._statements: Mapping[type, Callable[[Any, Frame], None]] = {
            nodes.For: self._for,
            nodes.If: self._if,
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._assign_block,
            nodes.Include: self._include,
            nodes.Extends: self._include,
            nodes.Import: self._import,
            nodes.FromImport: self._from_import,
            nodes.Macro: self._macro,
        }

    def document(self, name: str, scope: Mapping[str, Known], conditional: bool) -> None:
        """Walk through a file that a document begins with."""
        frame = Frame(name, ChainMap({}, dict(scope)), conditional=conditional)
        self._template(name, frame, Source("paket.toml"))

    def _template(self, name: str, frame: Frame, asked_at: Source) -> None:
        """Walk through a file; what it sets stays in the frame's innermost names."""
        self._visits += 1
        if name in frame.above or self._visits > MAX_VISITS:
            return
        if not self.files.has(name):
            self.note(self.files.missing(name, asked_at).as_finding(rules.TEMPLATE_WRONG))
            return
        try:
            self.files.text(name)
            self.reached[name] = None
            tree = self.files.tree(name)
        except WrongTemplateError as fault:
            self.note(fault.as_finding(rules.TEMPLATE_WRONG))
            return
        try:
            self._body(tree.body, replace(frame, template=name, above=(*frame.above, name)))
        except RecursionError:
            self.note(
                rules.TEMPLATE_WRONG.found(Source(name), _("the template is nested too deeply."))
            )

    def _body(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        for node in body:
            self._statement(node, frame)

    def _statement(self, node: nodes.Node, frame: Frame) -> None:
        known = self._statements.get(type(node))
        if known is not None:
            known(node, frame)
        elif isinstance(node, nodes.Expr):
            self.use(node, frame)
        else:
            inner = frame if isinstance(node, nodes.Output) else frame.inner()
            self._body(node.iter_child_nodes(), inner)

    def _for(self, node: nodes.For, frame: Frame) -> None:
        item = item_of(self.use(node.iter, frame))
        inner = frame.inner().branch()
        self._bind(node.target, item, inner)
        inner.scope["loop"] = LOOP
        if node.test is not None:
            self.use(node.test, inner)
            inner = inner.branch(self.asked(node.test, inner).when_true)
        self._body(node.body, inner)
        self._body(node.else_, frame.inner().branch())

    def _if(self, node: nodes.If, frame: Frame) -> None:
        self.use(node.test, frame)
        asked = self.asked(node.test, frame)
        self._body(node.body, frame.branch(asked.when_true))
        otherwise = frame.branch(asked.when_false)
        self._body(node.elif_, otherwise)
        self._body(node.else_, otherwise)

    def _assign(self, node: nodes.Assign, frame: Frame) -> None:
        self._bind(node.target, self.use(node.node, frame), frame)

    def _assign_block(self, node: nodes.AssignBlock, frame: Frame) -> None:
        self._body(node.body, frame.inner())
        self._bind(node.target, TEXT, frame)

    def _bind(self, target: nodes.Node, value: Known, frame: Frame) -> None:
        """Give a name its value; a tuple of names takes parts that nothing is known of."""
        if not isinstance(target, nodes.Name):
            for part in target.find_all(nodes.Name):
                frame.scope[part.name] = UNKNOWN
            return
        before = frame.scope.maps[0].get(target.name)
        if before is not None and frame.conditional and before != value:
            value = Known(either((before, value)))
        frame.scope[target.name] = value

    def _include(self, node: nodes.Include | nodes.Extends, frame: Frame) -> None:
        for name in self._names_in(node.template, frame):
            inner = frame.inner()
            if not getattr(node, "with_context", True):
                inner = replace(inner, scope=ChainMap({}))
            if getattr(node, "ignore_missing", False) and name not in self.files.names:
                continue
            self._template(name, inner, Source(frame.template, line=node.lineno))

    def _import(self, node: nodes.Import, frame: Frame) -> None:
        for name in self._names_in(node.template, frame):
            self._module(name, node, frame)
        frame.scope[node.target] = UNKNOWN

    def _from_import(self, node: nodes.FromImport, frame: Frame) -> None:
        pairs = [one if isinstance(one, tuple) else (one, one) for one in node.names]
        frame.scope.update({alias: UNKNOWN for _name, alias in pairs})
        for file in self._names_in(node.template, frame):
            module = self._module(file, node, frame)
            for name, alias in pairs if file in self.reached else ():
                if name in module:
                    frame.scope[alias] = module[name]
                else:
                    message = _("“%(file)s” sets no “%(name)s”.") % {"file": file, "name": name}
                    source = Source(frame.template, line=node.lineno)
                    self.note(
                        rules.TEMPLATE_IMPORT_UNKNOWN.found(
                            source, message, meant(nearest(name, module))
                        )
                    )

    def _module(
        self, name: str, node: nodes.Import | nodes.FromImport, frame: Frame
    ) -> Mapping[str, Known]:
        """Walk through an imported file; give the names that it sets."""
        scope = frame.scope.new_child() if node.with_context else ChainMap[str, Known]({})
        self._template(name, replace(frame, scope=scope), Source(frame.template, line=node.lineno))
        return scope.maps[0]

    def _names_in(self, node: nodes.Expr, frame: Frame) -> tuple[str, ...]:
        """Give the files that an include may name; a computed one makes the walk uncertain."""
        items = node.items if isinstance(node, nodes.List | nodes.Tuple) else [node]
        names = tuple(str(one.value) for one in items if isinstance(one, nodes.Const))
        if len(names) < len(items):
            self.certain = False
            self.use(node, frame)
        return names

    def _macro(self, node: nodes.Macro, frame: Frame) -> None:
        frame.scope[node.name] = UNKNOWN
        inner = frame.inner().branch()
        inner.scope.update({argument.name: UNKNOWN for argument in node.args})
        self._body([*node.defaults, *node.body], inner)
