"""What the template engine says, put into the words of the people who edit templates."""

import re

from jinja2 import TemplateError, TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError

from evaluation.messages import NOTHING, Message, _
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
_NAMED: dict[str, Message] = {
    "name": _("a name"),
    "string": _("a text in quotes"),
    "integer": _("a number"),
    "float": _("a number"),
    "end of template": _("the end of the file"),
    "template data / text": _("running text"),
}


_ENDED = _("the statement “%(statement)s” is not ended.")


_WORDS: tuple[tuple[str, Message, Message], ...] = (
    (
        r"Unexpected end of template\..*to be closed is '(?P<statement>\w+)'",
        _ENDED,
        _("End it with {%% end%(statement)s %%}."),
    ),
    (
        r"unknown tag '(?P<tag>\w+)'\..*expecting this tag.*closed is '(?P<statement>\w+)'",
        _("“%(tag)s” stands here before “%(statement)s” is ended."),
        _("End it with {%% end%(statement)s %%}."),
    ),
    (
        r"Encountered unknown tag '(?P<tag>\w+)'\..*closed is '(?P<statement>\w+)'",
        _("“%(tag)s” is no statement, or ends nothing that is open here."),
        _("The statement that is open here is “%(statement)s”."),
    ),
    (
        r"Encountered unknown tag '(?P<tag>\w+)'",
        _("“%(tag)s” is no statement, or ends nothing that is open here."),
        _("Statements: if, for, set, include, import, macro, block, call, filter."),
    ),
    (
        r"[Uu]nexpected end of template",
        _("the template ends in the middle of a statement."),
        _("Each {{ needs its }}, each {%% its %%}."),
    ),
    (
        r"expected token '(?P<wanted>.*)', got '(?P<met>.*)'",
        _("“%(wanted)s” is expected here, not “%(met)s”."),
        _("Each {{ needs its }}, each {%% its %%}."),
    ),
    (
        r"unexpected '(?P<met>.*)', expected '(?P<wanted>.*)'",
        _("“%(wanted)s” is expected here, not “%(met)s”."),
        _("Each bracket needs its own other half."),
    ),
    (
        r"Expected an expression, got '(?P<met>.*)'",
        _("a field or value is expected here, not “%(met)s”."),
        NOTHING,
    ),
    (
        r"unexpected (?:char )?'(?P<met>.*?)'",
        _("“%(met)s” may not stand here."),
        NOTHING,
    ),
    (
        r"Missing end of comment tag",
        _("the comment is not ended."),
        _("End it with #}."),
    ),
    (
        r"Missing end of raw directive",
        _ENDED % {"statement": "raw"},
        _("End it with {%% end%(statement)s %%}.") % {"statement": "raw"},
    ),
    (
        r"No filter named '(?P<name>.*)'",
        _("there is no filter “%(name)s”."),
        NOTHING,
    ),
    (
        r"No test named '(?P<name>.*)'",
        _("there is no test “%(name)s”."),
        _("Tests: defined, undefined, none."),
    ),
    (
        r"block '(?P<name>.*)' defined twice",
        _("the block “%(name)s” stands here a second time."),
        NOTHING,
    ),
    (
        r"can't assign to|assign to special",
        _("only a name can be given a value."),
        NOTHING,
    ),
    (
        r"tag name expected",
        _("a statement is expected after {%%."),
        _("Statements: if, for, set, include, import, macro, block, call, filter."),
    ),
)


def worded_syntax(reason: str) -> tuple[Message, Message]:
    """Put the engine's own words about a syntax error into ours: what is wrong, what to do."""
    for pattern, message, remedy in _WORDS:
        found = re.search(pattern, reason, re.DOTALL)
        if found:
            said = {name: _piece(text) for name, text in found.groupdict().items()}
            return message % said, remedy % said
    return _("this statement or expression cannot be understood."), NOTHING


def _piece(text: str) -> str | Message:
    return _NAMED.get(text) or _PIECES.get(text, text)


_FAULTS: tuple[tuple[type[Exception], Message], ...] = (
    (SecurityError, _("templates read fields and call their own macros, nothing else.")),
    (UndefinedError, _("a field that is not there is used here.")),
    (RecursionError, _("the template is nested too deeply.")),
    (MemoryError, _("the template is nested too deeply.")),
    (SyntaxError, _("the template is nested too deeply.")),
    (ArithmeticError, _("this cannot be calculated.")),
)


def worded_fault(fault: Exception) -> Message:
    """Put what a template made the engine raise, while it was rendered, into words."""
    if isinstance(fault, RefusedError):
        return fault.message
    if isinstance(fault, TemplateNotFound):
        return _("the pack has no file “%(name)s”.") % {"name": fault.name}
    for kind, message in _FAULTS:
        if isinstance(fault, kind):
            return message
    if isinstance(fault, TemplateError):
        return worded_syntax(str(fault))[0]
    return _("this does not suit its value: a loop needs a list, a filter its kind of value.")
