"""The sandbox that templates run in: what they may read, and how much they may do.

Templates may come from strangers. They see only the fields they are given, a short table of
filters, no Python methods and no globals. Whatever they do is paid for out of a budget of steps:
each round of a loop, each macro and included file by the length of its body, each operation on
texts and lists by their length. The steps are written into a template as it is compiled.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import wraps
from typing import Any, TypeVar

from jinja2 import Undefined, nodes, pass_context, pass_eval_context
from jinja2.filters import FILTERS, do_join, make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import LoopContext, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from evaluation.messages import Message, _
from generator.templating.fields import FieldGroup
from generator.templating.letter_facts import LetterFacts

MAX_STEPS = 5_000_000  # of one rendered template; the largest of the example takes some 60,000
MAX_TEXT = 1_000_000  # characters of a text that a template goes on working with
MAX_NUMBER = 10**18
MAX_RENDERED = 20_000_000  # characters of one rendered template; the example's largest has 150,000

KEPT_FILTERS = (
    "join",
    "length",
    "first",
    "last",
    "upper",
    "lower",
    "title",
    "trim",
    "list",
    "default",
    "string",
)
_OF_TEXT = ("upper", "lower", "title", "trim", "string")
_PRINTED = (str, int, float, Decimal, type(None), Undefined)
_CHARACTERS_A_STEP = 8
_A_ROUND, _A_MACRO, _A_FILE = 2, 10, 50  # steps beside those of the body

# No template can write these names.
_CHARGE, _WEIGH, _CONCAT = "charge!", "weigh!", "concat!"
_WEIGHS_NOTHING = frozenset({"default", "length", "first", "last"})
_ASKS_ONLY = frozenset({"defined", "undefined"})


Paid = TypeVar("Paid", nodes.Template, nodes.Macro, nodes.CallBlock, nodes.For)


class RefusedError(Exception):
    """A template does what templates may not; ``message`` says so."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Budget:
    """The steps that the template rendered now may still do."""

    def __init__(self) -> None:
        self._left = MAX_STEPS

    def renew(self) -> None:
        """Begin another template."""
        self._left = MAX_STEPS

    def spend(self, steps: int) -> None:
        """Take steps. Raises RefusedError when there are none left."""
        self._left -= steps
        if self._left < 0:
            raise RefusedError(
                _("the template does more than any document needs: loops within loops, or a macro "
                  "or file that calls itself?")
            )  # fmt: skip

    def weigh(self, value: Any) -> Any:
        """Take the steps of going through a value, lists with all that stands in them; give it.

        Raises RefusedError for a text that is too long.
        """
        waiting = [value]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                self.text(len(one), MAX_TEXT)
            elif isinstance(one, list | tuple | dict):
                self.spend(len(one) + 1)
                waiting.extend(one)
            else:
                self.spend(1)
        return value

    def text(self, length: int, limit: int) -> None:
        """Take the steps of making a text. Raises RefusedError when it is longer than ``limit``."""
        if length > limit:
            raise RefusedError(_("the template makes more text than any document holds."))
        self.spend(length // _CHARACTERS_A_STEP + 1)


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which a template reads fields and nothing else, within a budget."""

    intercepted_binops = frozenset({"*", "**", "%", "//", "+"})

    def __init__(self, filters: dict[str, Callable[..., Any]], **options: Any) -> None:
        super().__init__(finalize=printed, **options)
        self.budget = Budget()
        self._readable: set[tuple[type, str]] = set()
        self.globals.clear()
        kept = {name: FILTERS[name] for name in KEPT_FILTERS}
        of_text = {name: _on_text(kept[name]) for name in _OF_TEXT}
        own = {
            "join": self._join,
            "list": self._list,
            _CHARGE: self._charge,
            _WEIGH: self._weigh,
            _CONCAT: self._concat,
        }
        self.filters = {**kept, **of_text, **filters, **own}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give a field; which are readable is asked once a type and name of field."""
        if (type(obj), attribute) in self._readable:
            return getattr(obj, attribute)
        value = super().getattr(obj, attribute)
        if isinstance(obj, FieldGroup) and not isinstance(value, Undefined):
            self._readable.add((type(obj), attribute))
        return value

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Let templates read fields, never what Python keeps about them."""
        readable = isinstance(obj, FieldGroup | LetterFacts | LoopContext | Undefined)
        return readable and not attr.startswith("_")

    def is_safe_callable(self, obj: Any) -> bool:
        """Let templates call their own macros alone."""
        return isinstance(obj, Macro | Undefined)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Add within bounds; refuse the other operators that could fill the memory."""
        if operator != "+":
            message = _("the operator %(operator)s is not allowed.")
            raise RefusedError(message % {"operator": operator})
        self.budget.weigh((left, right))
        added = left + right
        if isinstance(added, str | list | tuple):
            self.budget.text(len(added), MAX_TEXT)
        elif isinstance(added, int) and abs(added) > MAX_NUMBER:
            raise RefusedError(_("the number is larger than any that a document holds."))
        return added

    def concat(self, parts: Iterable[str]) -> str:
        """Join what a macro or block has written."""
        written = list(parts)
        self.budget.text(sum(map(len, written)), MAX_RENDERED)
        return "".join(written)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Paying().visit(super()._parse(source, name, filename))
        tree.set_environment(self)
        return tree

    @pass_context
    def _charge(self, _context: object, steps: int) -> bool:
        self.budget.spend(steps)
        return True

    @pass_context
    def _weigh(self, _context: object, value: Any) -> Any:
        return value if isinstance(value, Undefined) else self.budget.weigh(value)

    @pass_context
    def _concat(self, _context: object, parts: Sequence[Any]) -> str:
        for part in parts:
            printed(part)
        self.budget.weigh([part for part in parts if not isinstance(part, Undefined)])
        joined: str = markup_join(parts)
        return joined

    @pass_eval_context
    def _join(self, eval_ctx: EvalContext, value: Any, d: str = "", attribute: Any = None) -> str:
        part = make_attrgetter(self, attribute)
        items = [printed(part(item)) for item in value]
        length = sum(len(str(item)) for item in items) + len(str(d)) * len(items)
        self.budget.text(length, MAX_TEXT)
        joined: str = do_join(eval_ctx, items, d)
        return joined

    def _list(self, value: Any) -> list[Any]:
        items = list(value)
        self.budget.spend(len(items))
        return items


def printed(value: Any) -> Any:
    """Give a value that can be printed as it is. Raises RefusedError for a list or group."""
    if not isinstance(value, _PRINTED):
        raise RefusedError(
            _("this is a list or a group of fields, not a text; print one of its parts.")
        )
    return value


def _on_text(function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter that takes texts and numbers alone."""

    @wraps(function)
    def filtered(value: Any, *rest: Any, **named: Any) -> Any:
        return function(printed(value), *rest, **named)

    return filtered


class _Paying(NodeTransformer):
    """Writes the steps into a template: what each body costs, and what operations go through."""

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - Jinja's name
        return self._with_charge(node, _A_FILE)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        return self._with_charge(node, _A_MACRO)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        return self._with_charge(node, _A_MACRO)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        steps = _size([] if node.test is None else [node.test])
        self._with_charge(node, _A_ROUND)
        if node.test is not None:
            node.test = nodes.And(_charge(steps + 1, node.lineno), node.test, lineno=node.lineno)
        return node

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802
        """Make tuples lists, which cannot be keys: those of nested tuples take for ever."""
        self.generic_visit(node)
        made: nodes.Expr = nodes.List(node.items, lineno=node.lineno)
        return made if node.ctx == "load" else node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        joined: nodes.Expr = _filter(nodes.List(node.nodes, lineno=node.lineno), _CONCAT)
        return joined

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.expr = _filter(node.expr, _WEIGH)
        for operand in node.ops:
            operand.expr = _filter(operand.expr, _WEIGH)
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if node.node is not None and node.name not in _WEIGHS_NOTHING:
            node.node = _filter(node.node, _WEIGH)
        node.args = [_filter(one, _WEIGH) for one in node.args]
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if node.name not in _ASKS_ONLY:
            node.node = _filter(node.node, _WEIGH)
            node.args = [_filter(one, _WEIGH) for one in node.args]
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filter(node.node, _WEIGH)
        return node

    def _with_charge(self, node: Paid, steps: int) -> Paid:
        """Let each run through a body begin with paying for what stands in it."""
        cost = steps + _size(node.body)
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(_charge(cost, node.lineno), lineno=node.lineno))
        return node


def _size(body: Iterable[nodes.Node]) -> int:
    """Count the nodes of a body, and its literal text by length."""
    return sum(1 + sum(map(_cost, one.find_all(nodes.Node))) for one in body)


def _cost(node: nodes.Node) -> int:
    text = node.data if isinstance(node, nodes.TemplateData) else ""
    return 1 + len(text) // _CHARACTERS_A_STEP


def _filter(node: Any, name: str) -> Any:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _charge(steps: int, line: int) -> nodes.Expr:
    charged: nodes.Expr = _filter(nodes.Const(steps, lineno=line), _CHARGE)
    return charged
