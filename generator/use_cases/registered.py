"""The unit's outgoing book: what ``register`` does with a round's letter."""

from dataclasses import dataclass
from pathlib import Path

from evaluation.errors import WrongDataError
from evaluation.messages import _
from evaluation.sources import Source
from generator.making.numbering import number_letter, register_of, writer_of
from generator.making.rounds import Round
from generator.packs.packs import choose_pack
from generator.register.book import Given, Register
from generator.system.existing import kept_beside
from generator.system.files import write_whole
from generator.use_cases.documents import open_workbook
from letters.letter import NUMBER
from letters.number import NumberParts

_OF_PROFILE = NumberParts()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A letter with its number.

    ``kept`` is where its workbook lies as it was before the number was written into it; None where
    nothing was written.
    """

    given: Given
    kept: Path | None = None


def register(place: Path | None = None, *, pack: str | None = None) -> Register:
    """Give the outgoing book: the file that is named, else that of the agency profile.

    Whatever may be done with it is a method of it. Raises WrongTemplateError where neither names
    one.
    """
    if place is not None:
        return Register(place)
    return register_of(choose_pack(pack, None, None, Path()))


def next_number(
    workbook: Path,
    place: Path | None = None,
    *,
    pack: str | None = None,
    parts: NumberParts = _OF_PROFILE,
    write: bool = False,
) -> Numbered:
    """Give the letter of a round the next number of its year; one that has one keeps it.

    ``parts`` go before the fixed parts of the agency profile. With ``write``, a workbook without a
    number gets it, too. Raises as ``open_workbook``, and UnwritableOutputError.
    """
    opened = open_workbook(workbook, pack)
    written = writer_of(opened.pack.profile, parts)
    book = register_of(opened.pack, place)
    given = number_letter(book, opened.evaluation, opened.letter, written)
    if not write or opened.letter.number is not None:
        return Numbered(given)
    return Numbered(given, _write_number(workbook, opened, given.entry.number or ""))


def _write_number(workbook: Path, opened: Round, number: str) -> Path:
    """Put the number into the workbook's cell; give where the workbook lies as it was."""
    from generator.workbooks.patching import with_texts

    source = opened.evaluation.facts.source(NUMBER)
    if source is None or source.sheet is None or source.cell is None:
        raise WrongDataError(
            _("the workbook has no row “%(key)s”.") % {"key": NUMBER},
            source=Source(str(workbook)),
            remedy=_("Type it into the workbook yourself."),
        )
    texts = {(source.sheet, source.cell): number}
    content = with_texts(workbook.read_bytes(), texts, str(workbook))
    with kept_beside(workbook) as kept:
        write_whole(workbook, lambda target: target.write(content))
    return kept
