"""What can be broken in a module of Python, one small change at a time, each as text in its place.

Docstrings, annotations, decorators, wording of messages and the inside of f-strings are left alone:
the first three decide nothing while a program runs, wording is held by the catalogue's own test.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass

WORDING = frozenset({"_", "ngettext"})
BOUNDARY: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
}  # fmt: skip
TURNED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
SUMS: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One change of a module: the bytes from ``start`` to ``end`` become ``after``.

    ``function`` is the name of the function it is in and ``first`` that function's first line, ""
    and 0 outside of functions.
    """

    kind: str
    line: int
    start: int
    end: int
    before: str
    after: str
    function: str
    first: int
    kept: bool = False
    """Whether the function's results are kept between calls (a cached one)."""

    def put(self, source: bytes) -> bytes:
        """Give the module's source with the change in it."""
        return source[: self.start] + self.after.encode() + source[self.end :]

    @property
    def told(self) -> str:
        """Give the change as one line."""
        return f"{_short(self.before)} → {_short(self.after)}"


def faults_of(source: str) -> tuple[Fault, ...]:
    """Give every change of a module, in the order of its lines."""
    finder = _Finder(source)
    finder.visit(ast.parse(source))
    return tuple(sorted(finder.found, key=lambda fault: (fault.start, fault.kind, fault.after)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}…"


class _Finder(ast.NodeVisitor):
    def __init__(self, source: str) -> None:
        self.source = source.encode()
        self.starts = [0]
        for line in self.source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.found: list[Fault] = []
        self.function, self.first, self.kept = "", 0, False

    def add(self, kind: str, node: ast.expr | ast.stmt, after: str) -> None:
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        start = self.starts[node.lineno - 1] + node.col_offset
        end = self.starts[end_line - 1] + end_column
        before = self.source[start:end].decode()
        place = (self.function, self.first, self.kept)
        self.found.append(Fault(kind, node.lineno, start, end, before, after, *place))

    def change(self, kind: str, node: ast.expr, after: ast.expr) -> None:
        self.add(kind, node, f"({ast.unparse(after)})")

    # What is left alone.

    def visit_Import(self, node: ast.Import) -> None: ...
    def visit_ImportFrom(self, node: ast.ImportFrom) -> None: ...
    def visit_JoinedStr(self, node: ast.JoinedStr) -> None: ...

    def visit_arg(self, node: ast.arg) -> None: ...

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            self.visit(statement)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        outside = self.function, self.first, self.kept
        first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
        kept = any("cache" in ast.unparse(d) for d in node.decorator_list)
        self.function, self.first, self.kept = node.name, first, kept
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        for statement in node.body:
            self.visit(statement)
        self.early(node)
        self.function, self.first, self.kept = outside

    # What is changed.

    def early(self, node: ast.FunctionDef) -> None:
        """Return before the function's last half."""
        body = [s for s in node.body if not _is_text(s)]
        if len(body) > 2:
            middle = body[len(body) // 2]
            if not isinstance(middle, ast.FunctionDef | ast.ClassDef):
                self.add("early", middle, "return None")

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        for kind, change in _CONSTANTS.items():
            if type(value) is kind:
                self.add("constant", node, repr(change(value)))

    def visit_Expr(self, node: ast.Expr) -> None:
        if _is_text(node):
            return
        self.add("dropped", node, "pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.add("dropped", node, "pass")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        self.add("dropped", node, "pass")

    def visit_Continue(self, node: ast.Continue) -> None:
        self.add("branch", node, "break")

    def visit_Break(self, node: ast.Break) -> None:
        self.add("branch", node, "continue")

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is None:
            self.add("branch", node, "pass")
            return
        if not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self.add("early", node, "return None")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in WORDING:
            return
        self.visit(node.func)
        for argument in node.args:
            self.visit(argument)
        for keyword in node.keywords:
            if keyword.arg != "strict":  # zip's own assertion
                self.visit(keyword.value)

    def visit_Compare(self, node: ast.Compare) -> None:
        for table in (BOUNDARY, TURNED):
            for place, sign in enumerate(node.ops):
                if type(sign) in table:
                    signs = list(node.ops)
                    signs[place] = table[type(sign)]()
                    after = ast.Compare(node.left, signs, node.comparators)
                    self.change("comparison", node, after)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        self.change("logic", node, ast.BoolOp(other, node.values))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.change("logic", node, node.operand)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in SUMS:
            self.change("sum", node, ast.BinOp(node.left, SUMS[type(node.op)](), node.right))
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        self.decided(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.decided(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self.add("branch", test, "True")
        self.generic_visit(node)

    def decided(self, test: ast.expr) -> None:
        """Take one branch, then the other, whatever the test says."""
        self.add("branch", test, "True")
        self.add("branch", test, "False")


def _is_text(node: ast.stmt) -> bool:
    """Tell whether a statement is a docstring or an ellipsis."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


_CONSTANTS: Mapping[type, Callable[..., object]] = {
    bool: lambda value: not value,
    int: lambda value: value + 1,
    float: lambda value: value * 2 if value else 1.0,
    str: lambda value: f"X{value}",
}
