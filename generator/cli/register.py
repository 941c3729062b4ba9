"""``laporan register``: the unit's outgoing book, from which letters get their numbers."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from evaluation.errors import ExitCode
from evaluation.messages import Message, _
from generator.cli.entries_told import entry_line, tell_entries, tell_given
from generator.cli.options import FORCE, day_of, today
from generator.making.numbering import register_of, writer_of
from generator.packs.packs import Pack, choose_pack
from generator.register.book import Given, Register
from generator.register.entries import Entry, Matter, Status
from generator.system.existing import Output, Outputs, identities
from generator.system.terminal import tell
from generator.use_cases import registered
from letters.dates import format_date
from letters.number import LetterNumber, NumberParts, parse_number

Command = Callable[..., Any]

_PATH = click.Path(dir_okay=False, path_type=Path)
_YEARS = click.IntRange(1900, 9999)


def _place(command: Command) -> Command:
    """Give a command the two options that say which register it is about."""
    command = click.option(
        "--pack", help=str(_("Template pack: a name, or the path of a folder."))
    )(command)
    return click.option(
        "--file", "place", type=_PATH, help=str(_("The register; without it, that of the profile."))
    )(command)


def _parts(command: Command) -> Command:
    """Give a command the options for the fixed parts of a number."""
    for name, told in (
        ("--classification", _("Archive classification in the number.")),
        ("--unit", _("Unit in the number.")),
        ("--security", _("Security code in the number.")),
    ):
        command = click.option(name, help=str(told))(command)
    return command


@click.group()
def register() -> None:
    """Gather the commands of the outgoing book."""


@register.command(help=str(_("Make the register, once.")))
@_place
@click.option(
    "--last",
    type=click.IntRange(0),
    default=0,
    help=str(_("Last number given before the register.")),
)
@click.option("--year", type=_YEARS, help=str(_("Calendar year of --last; without it, this year.")))
def init(place: Path | None, pack: str | None, last: int, year: int | None) -> int:
    """Make an empty register."""
    book = registered.register(place, pack=pack)
    counted = year or today().year
    book.make([(counted, last)])
    tell(_("Written: %(file)s") % {"file": book.path})
    return ExitCode.DONE


@register.command("next", help=str(_("Give a round's letter its number, once, and show it.")))
@click.argument("workbook", type=click.Path(path_type=Path))
@_place
@_parts
@click.option("--write", is_flag=True, help=str(_("Write the number into the workbook, too.")))
def next_number(
    workbook: Path,
    place: Path | None,
    pack: str | None,
    security: str | None,
    unit: str | None,
    classification: str | None,
    write: bool,
) -> int:
    """Give the letter of a workbook the next number of its year."""
    numbered = registered.next_number(
        workbook,
        place,
        pack=pack,
        parts=NumberParts(security, unit, classification),
        write=write,
    )
    tell_given(numbered.given)
    if numbered.kept:
        tell(_("Written: %(file)s") % {"file": workbook})
        tell(_("The workbook as it was: %(file)s") % {"file": numbered.kept})
    return ExitCode.DONE


@register.command(help=str(_("Enter a letter that belongs to no round, and give it a number.")))
@_place
@_parts
@click.option(
    "--date", "day", required=True, help=str(_("Date of the letter, like 25 November 2024."))
)
@click.option("--subject", required=True, help=str(_("What the letter is about.")))
@click.option("--addressee", "addressees", multiple=True, help=str(_("May be repeated.")))
@click.option("--number", help=str(_("A number that was given before, to be entered.")))
@click.option("--draft", is_flag=True, help=str(_("Enter it without a number.")))
def add(
    place: Path | None,
    pack: str | None,
    security: str | None,
    unit: str | None,
    classification: str | None,
    day: str,
    subject: str,
    addressees: Sequence[str],
    number: str | None,
    draft: bool,
) -> int:
    """Enter one letter."""
    if number is not None and draft:
        raise _usage(_("--number and --draft cannot stand together."))
    loaded = _pack(pack)
    book, matter = register_of(loaded, place), Matter(day_of(day), subject, tuple(addressees))
    if draft:
        entry = book.plan(matter)
        tell(_("Entry %(entry)d, without a number.") % {"entry": entry.identifier})
    elif number is not None:
        parsed = _parsed(number, loaded, matter)
        tell_given(Given(book.note(matter, parsed.sequence, number), new=True, later=None))
    else:
        written = writer_of(loaded.profile, NumberParts(security, unit, classification))
        tell_given(book.give(matter, written(matter.date)))
    return ExitCode.DONE


@register.command(help=str(_("Give a letter that was entered as a draft its number.")))
@click.argument("entry", type=click.IntRange(1))
@_place
@_parts
def give(
    entry: int,
    place: Path | None,
    pack: str | None,
    security: str | None,
    unit: str | None,
    classification: str | None,
) -> int:
    """Give a draft its number."""
    loaded = _pack(pack)
    written = writer_of(loaded.profile, NumberParts(security, unit, classification))
    tell_given(register_of(loaded, place).give_planned(entry, lambda matter: written(matter.date)))
    return ExitCode.DONE


@register.command(help=str(_("Make an entry void; its number is never given again.")))
@click.argument("entry", type=click.IntRange(1))
@click.option("--reason", required=True, help=str(_("Why it is void.")))
@_place
def void(entry: int, reason: str, place: Path | None, pack: str | None) -> int:
    """Make an entry void."""
    made = registered.register(place, pack=pack).void(entry, reason)
    tell(entry_line(made))
    return ExitCode.DONE


_STATUS = click.option(
    "--status", type=click.Choice([one.value for one in Status]), help=str(_("Only this status."))
)
_YEAR = click.option("--year", type=_YEARS, help=str(_("Only this calendar year.")))


@register.command("list", help=str(_("List the entries.")))
@_place
@_YEAR
@_STATUS
def list_entries(place: Path | None, pack: str | None, year: int | None, status: str | None) -> int:
    """List the entries of a register."""
    return tell_entries(_entries(registered.register(place, pack=pack), year, status))


@register.command(help=str(_("Find entries by words of number, subject, region or addressee.")))
@click.argument("words", nargs=-1, required=True)
@_place
@_YEAR
@_STATUS
def search(
    words: Sequence[str], place: Path | None, pack: str | None, year: int | None, status: str | None
) -> int:
    """List the entries that hold every word."""
    entries = _entries(registered.register(place, pack=pack), year, status)
    return tell_entries([entry for entry in entries if entry.holds(words)])


@register.command(help=str(_("Write the entries as a spreadsheet.")))
@click.argument("output", type=_PATH)
@_place
@_YEAR
@_STATUS
@FORCE
def export(
    output: Path,
    place: Path | None,
    pack: str | None,
    year: int | None,
    status: str | None,
    force: bool,
) -> int:
    """Write the entries of a register as a spreadsheet."""
    from generator.workbooks.outgoing import write_outgoing

    book = registered.register(place, pack=pack)
    entries = _entries(book, year, status)
    outputs = Outputs(identities([book.path]), force)
    outputs.write(Output(output, "register"), partial(write_outgoing, entries))
    tell(_("Written: %(file)s") % {"file": output})
    return ExitCode.DONE


def _pack(asked: str | None) -> Pack:
    return choose_pack(asked, None, None, Path())


def _entries(book: Register, year: int | None, status: str | None) -> tuple[Entry, ...]:
    return book.entries(year, Status(status) if status else None)


def _parsed(number: str, pack: Pack, matter: Matter) -> LetterNumber:
    """Read a number that was typed, which has to be one of the agency's and of its date."""
    pattern = pack.profile.number_pattern
    parsed = parse_number(number, pattern)
    if parsed is None:
        raise _usage(
            _("the number “%(number)s” does not fit the agency's form.") % {"number": number}
        )
    if not parsed.agrees_with(matter.date):
        raise _usage(
            _("the number “%(number)s” contradicts the date %(date)s.")
            % {"number": number, "date": format_date(matter.date)}
        )
    return parsed


def _usage(message: Message) -> click.UsageError:
    return click.UsageError(str(message))
