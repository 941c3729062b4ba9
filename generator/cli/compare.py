"""``laporan compare``: two versions of a round or of a document, every difference told."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

import click

from evaluation.comparing import differences, result_differences
from evaluation.comparing.texts import TextLine, text_differences
from evaluation.errors import ExitCode, UnreadableInputError
from evaluation.messages import Message, _, ngettext
from evaluation.sources import Source
from generator.cli.options import FORCE
from generator.processes.pool import DIGITISING, Pool
from generator.review.compared import round_lines, text_line, write_round_page, write_text_page
from generator.system.existing import Output, Outputs, identities
from generator.system.terminal import tell, tell_list
from generator.use_cases.reading import read_round

_PAGE = "compare --html"
_DOCUMENTS = {".pdf", ".docx"}


@click.command()
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help=str(_("Write the differences as a page to read.")),
)
@click.option("--all", "show_all", is_flag=True, help=str(_("Show every difference.")))
@FORCE
def compare(before: Path, after: Path, html: Path | None, show_all: bool, force: bool) -> int:
    """Compare two versions."""
    outputs = Outputs(identities([before, after], {".csv"}), force)
    if html:
        outputs.check([Output(html, _PAGE)])
    documents = {before.suffix.lower(), after.suffix.lower()} & _DOCUMENTS
    compared = _compared_documents if documents else _compared_rounds
    lines, count, fill = compared(before, after)
    if html:
        outputs.write(Output(html, _PAGE), fill)
    tell_list(lines, show_all=show_all)
    told = ngettext("%(count)d difference.", "%(count)d differences.", count)
    tell(told % {"count": count})
    return ExitCode.DONE_WITH_FINDINGS if count else ExitCode.DONE


Compared = tuple[list[str], int, Callable[[BinaryIO], None]]
"""Lines to tell, the number of differences, and what writes their page."""


def _compared_rounds(before: Path, after: Path) -> Compared:
    old, new = read_round(before).evaluation, read_round(after).evaluation
    data, results = differences(old, new), result_differences(old, new)
    fill = partial(write_round_page, (str(before), str(after)), data, results)
    return list(round_lines(data, results)), len(data), fill


def _compared_documents(before: Path, after: Path) -> Compared:
    from extractors.documents.texts import document_lines

    with Pool(2, DIGITISING) as pool:
        old, new = pool.all(document_lines, [before, after], _too_much)
    found = text_differences(old, new)
    fill = partial(write_text_page, (str(before), str(after)), found)
    return [text_line(one) for one in found], len(found), fill


def _too_much(path: Path, reason: Message) -> Sequence[TextLine]:
    raise UnreadableInputError(
        _("reading it was ended: %(reason)s.") % {"reason": reason},
        source=Source(str(path)),
        remedy=_("Open it in its own program and save it anew."),
    )
