"""The commands by name: which there are and what each is for.

A module is loaded when its command is asked for, so a help text costs no library that reads
workbooks or draws documents.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import version

import click

from evaluation.messages import LANGUAGES, Message, _
from generator.cli.click_words import name_placeholders

COMMANDS: Mapping[str, tuple[str, Message]] = {
    "build": (
        "making.build",
        _("Make everything: letter, annexes, national table, a report a region."),
    ),
    "buka": ("page.buka", _("Open the page on which everything is done with the mouse.")),
    "check": ("check.check", _("Find everything that is wrong before anything is made.")),
    "collect": (
        "forms.collect",
        _("Gather scores and comments from files of any shape into a workbook."),
    ),
    "compare": (
        "compare.compare",
        _("Tell every difference between two workbooks, documents or issues."),
    ),
    "correct": (
        "issue.correct_command",
        _("Make version 2 of the documents that a correction makes stale."),
    ),
    "dispatch": (
        "handing.dispatch",
        _("Make ready what is sent: the list, archives, one file to print."),
    ),
    "exempt": (
        "exempt.exempt",
        _("Note in the workbook that a finding is right as it is, and why."),
    ),
    "extract": (
        "extract.extract",
        _("Read past reports in PDF into a workbook; every doubtful value is told."),
    ),
    "fields": (
        "packs.fields",
        _("List the fields that a template pack uses, and what is wrong with them."),
    ),
    "forms": (
        "forms.forms",
        _("Write one form a region and assessor, to be filled in and collected."),
    ),
    "issue": ("issue.issue", _("Freeze what was made: it went out, and stays as it is.")),
    "labels": ("handing.labels", _("Write address labels on sheets of A4.")),
    "letter": ("making.letter", _("Make the letter and its annexes alone.")),
    "new": ("making.new", _("Write a blank workbook to fill in.")),
    "preview": (
        "packs.preview",
        _("Open one letter and report of a template pack, made from sample data."),
    ),
    "register": (
        "register.register",
        _("The outgoing book: numbers of letters, each given once."),
    ),
    "report": (
        "making.report",
        _("Make reports of some regions again. REGION is a name, code or number."),
    ),
    "sign": ("signing.sign", _("Sign documents with your own certificate.")),
    "verify": (
        "verify.verify",
        _("Tell whether a folder or files are still as they were made."),
    ),
}
"""Module and function of each command, and its help."""


class _Commands(Mapping[str, click.Command]):
    """The commands, each loaded when it is first asked for."""

    def __init__(self) -> None:
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            place, told = COMMANDS[name]
            module, _dot, function = place.partition(".")
            command: click.Command = getattr(import_module(f"generator.cli.{module}"), function)
            command.help = str(told)
            for one in _with_inner(command):
                name_placeholders(one)
            self._loaded[name] = command
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


def _with_inner(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        yield from command.commands.values()


class _Group(click.Group):
    """A group that lists its commands without loading them."""

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each command with what it is for, as click does."""
        limit = formatter.width - 6 - max(map(len, COMMANDS))
        rows = [
            (name, click.Command(name, help=str(told)).get_short_help_str(limit))
            for name, (_place, told) in sorted(COMMANDS.items())
        ]
        with formatter.section(str(_("Commands"))):
            formatter.write_dl(rows)


@click.group(
    cls=_Group,
    commands=_Commands(),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--lang", type=click.Choice(LANGUAGES), help=str(_("Language of the messages.")))
@click.version_option(version("laporan"), "--version", help=str(_("Show the version.")))
def laporan(lang: str | None) -> None:
    """Take the options that all commands share."""
    del lang  # read before the commands were defined, since their help depends on it


laporan.help = str(
    _("From one evaluation workbook to the letter, its annexes and one report a region.")
)
name_placeholders(laporan)
