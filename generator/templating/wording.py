"""What the template engine says, put into the words of the people who edit templates."""

import re
from collections.abc import Callable

from jinja2 import TemplateError, TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError

from evaluation.messages import _
from generator.templating.sandbox import RefusedError

TEMPLATE_FAULTS = (
    RefusedError,
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    MemoryError,
    SyntaxError,  # Python's own, for loops nested deeper than it compiles
)
"""Whatever a wrong template makes the engine raise."""

# What the engine calls the pieces of a template, and how they are written.
_PIECES = {
    "end of print statement": "}}",
    "begin of print statement": "{{",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "begin of comment": "{#",
    "end of comment": "#}",
}
_NAMED: dict[str, Callable[[], str]] = {
    "name": lambda: _("a name"),
    "string": lambda: _("a text in quotes"),
    "integer": lambda: _("a number"),
    "float": lambda: _("a number"),
    "end of template": lambda: _("the end of the file"),
    "template data / text": lambda: _("running text"),
}


def _ended() -> str:
    return _("the statement “%(statement)s” is not ended.")


_WORDS: tuple[tuple[str, Callable[[], str], Callable[[], str]], ...] = (
    (
        r"Unexpected end of template\..*to be closed is '(?P<statement>\w+)'",
        _ended,
        lambda: _("End it with {%% end%(statement)s %%}."),
    ),
    (
        r"unknown tag '(?P<tag>\w+)'\..*expecting this tag.*closed is '(?P<statement>\w+)'",
        lambda: _("“%(tag)s” stands here before “%(statement)s” is ended."),
        lambda: _("End it with {%% end%(statement)s %%}."),
    ),
    (
        r"Encountered unknown tag '(?P<tag>\w+)'\..*closed is '(?P<statement>\w+)'",
        lambda: _("“%(tag)s” is no statement, or ends nothing that is open here."),
        lambda: _("The statement that is open here is “%(statement)s”."),
    ),
    (
        r"Encountered unknown tag '(?P<tag>\w+)'",
        lambda: _("“%(tag)s” is no statement, or ends nothing that is open here."),
        lambda: _("Statements: if, for, set, include, import, macro, block, call, filter."),
    ),
    (
        r"[Uu]nexpected end of template",
        lambda: _("the template ends in the middle of a statement."),
        lambda: _("Each {{ needs its }}, each {%% its %%}."),
    ),
    (
        r"expected token '(?P<wanted>.*)', got '(?P<met>.*)'",
        lambda: _("“%(wanted)s” is expected here, not “%(met)s”."),
        lambda: _("Each {{ needs its }}, each {%% its %%}."),
    ),
    (
        r"unexpected '(?P<met>.*)', expected '(?P<wanted>.*)'",
        lambda: _("“%(wanted)s” is expected here, not “%(met)s”."),
        lambda: _("Each bracket needs its own other half."),
    ),
    (
        r"Expected an expression, got '(?P<met>.*)'",
        lambda: _("a field or value is expected here, not “%(met)s”."),
        lambda: "",
    ),
    (
        r"unexpected (?:char )?'(?P<met>.*?)'",
        lambda: _("“%(met)s” may not stand here."),
        lambda: "",
    ),
    (
        r"Missing end of comment tag",
        lambda: _("the comment is not ended."),
        lambda: _("End it with #}."),
    ),
    (
        r"Missing end of raw directive",
        lambda: _ended() % {"statement": "raw"},
        lambda: _("End it with {%% end%(statement)s %%}.") % {"statement": "raw"},
    ),
    (
        r"No filter named '(?P<name>.*)'",
        lambda: _("there is no filter “%(name)s”."),
        lambda: "",
    ),
    (
        r"No test named '(?P<name>.*)'",
        lambda: _("there is no test “%(name)s”."),
        lambda: _("Tests: defined, undefined, none."),
    ),
    (
        r"block '(?P<name>.*)' defined twice",
        lambda: _("the block “%(name)s” stands here a second time."),
        lambda: "",
    ),
    (
        r"can't assign to|assign to special",
        lambda: _("only a name can be given a value."),
        lambda: "",
    ),
    (
        r"tag name expected",
        lambda: _("a statement is expected after {%%."),
        lambda: _("Statements: if, for, set, include, import, macro, block, call, filter."),
    ),
)


def worded_syntax(reason: str) -> tuple[str, str]:
    """Put the engine's own words about a syntax error into ours: what is wrong, what to do."""
    for pattern, message, remedy in _WORDS:
        found = re.search(pattern, reason, re.DOTALL)
        if found:
            said = {name: _piece(text) for name, text in found.groupdict().items()}
            return message() % said, remedy() % said
    return _("this statement or expression cannot be understood."), ""


def _piece(text: str) -> str:
    named = _NAMED.get(text)
    return named() if named else _PIECES.get(text, text)


_FAULTS: tuple[tuple[type[Exception], Callable[[], str]], ...] = (
    (SecurityError, lambda: _("templates read fields and call their own macros, nothing else.")),
    (UndefinedError, lambda: _("a field that is not there is used here.")),
    (RecursionError, lambda: _("the template is nested too deeply.")),
    (MemoryError, lambda: _("the template is nested too deeply.")),
    (SyntaxError, lambda: _("the template is nested too deeply.")),
    (ArithmeticError, lambda: _("this cannot be calculated.")),
)


def worded_fault(fault: Exception) -> str:
    """Put what a template made the engine raise, while it was rendered, into words."""
    if isinstance(fault, RefusedError):
        return str(fault)
    if isinstance(fault, TemplateNotFound):
        return _("the pack has no file “%(name)s”.") % {"name": fault.name}
    for kind, message in _FAULTS:
        if isinstance(fault, kind):
            return message()
    if isinstance(fault, TemplateError):
        return worded_syntax(str(fault))[0]
    return _("this does not suit its value: a loop needs a list, a filter its kind of value.")
