"""Click's own words in the user's language: they are in our catalogue, and click asks it.

Click takes its messages from Python's ``gettext``, whose language is that of the environment and
whose catalogue it does not bring along. What it asks instead is our ``_``.
"""

import gettext
import sys
from typing import Any

import click

from evaluation.messages import _, ngettext


def adopt() -> None:
    """Make click speak the language that is set; to be called before commands are defined."""
    ours = {gettext.gettext: _worded, gettext.ngettext: _counted}
    for name in [name for name in sys.modules if name.partition(".")[0] == "click"]:
        module = vars(sys.modules[name])
        module.update(
            {key: ours[value] for key, value in module.items() if callable(value) and value in ours}
        )
    for kind, name in _kinds().items():
        kind.name = name


def _worded(message: str) -> str:
    return str(_(message))


def _counted(singular: str, plural: str, count: int) -> str:
    return str(ngettext(singular, plural, count))


def name_placeholders(command: click.Command) -> None:
    """Give what stands for options and arguments in a line of usage its name in the language."""
    names = _arguments()
    command.options_metavar = str(_("[OPTIONS]"))
    for parameter in command.params:
        if isinstance(parameter, click.Argument) and parameter.name in names:
            parameter.metavar = names[parameter.name]
    if isinstance(command, click.Group):
        command.subcommand_metavar = str(_("COMMAND [ARGS]..."))


def _kinds() -> dict[type[click.ParamType[Any]], str]:
    """Give the kinds of values whose names click does not translate."""
    return {type(click.STRING): str(_("text")), click.IntRange: str(_("integer"))}


def _arguments() -> dict[str, str]:
    return {
        "workbook": str(_("WORKBOOK")),
        "regions": str(_("REGION...")),
        "chosen": str(_("[REGION]...")),
        "source": str(_("WORKBOOK|ISSUE")),
        "files": str(_("FILE.pdf...")),
        "file": str(_("FILE")),
        "pack": str(_("PACK")),
        "paths": str(_("PATH...")),
        "before": str(_("BEFORE")),
        "after": str(_("AFTER")),
        "entry": str(_("ENTRY")),
        "words": str(_("WORD...")),
        "output": str(_("FILE")),
    }


def sentences() -> tuple[str, ...]:
    """Give every message of click's that our commands can come to; they are listed for this."""
    said = (
        _("Usage:"),
        _("Options"),
        _("Commands"),
        _("Positional arguments"),
        _("Show this message and exit."),
        _("%(prog)s, version %(version)s"),
        _("default: {default}"),
        _("required"),
        _("deprecated"),
        _("env var: {var}"),
        _("file"),
        _("directory"),
        _("path"),
        _("Error: {message}"),
        _("Try '{command} {option}' for help."),
        _("Missing command."),
        _("Missing argument"),
        _("Missing option"),
        _("Missing parameter"),
        _("Missing {param_type}"),
        _("Missing parameter: {param_name}"),
        _("Invalid value: {message}"),
        _("Invalid value for {param_hint}: {message}"),
        _("No such option {name!r}."),
        _("No such command {name!r}."),
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 2),
        _("Option {name!r} does not take a value."),
        ngettext(
            "Option {name!r} requires an argument.",
            "Option {name!r} requires {nargs} arguments.",
            1,
        ),
        _("Argument {name!r} takes {nargs} values."),
        ngettext(
            "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1
        ),
        ngettext(
            "Takes {nargs} values but 1 was given.",
            "Takes {nargs} values but {len} were given.",
            1,
        ),
        _("Choose from:\n\t{choices}"),
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
        _("{value!r} is not a valid {number_type}."),
        _("{value} is not in the range {range}."),
        _("{value!r} is not a valid boolean. Recognized values: {states}"),
        _("{name} {filename!r} does not exist."),
        _("{name} {filename!r} is a file."),
        _("{name} {filename!r} is a directory."),
        _("{name} {filename!r} is not readable."),
        _("{name} {filename!r} is not writable."),
        _("{name} {filename!r} is not executable."),
    )
    return tuple(map(str, said))
