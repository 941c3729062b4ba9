"""A workbook looked at before anything is made, told in files: what ``check`` does."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from evaluation.sources import Finding
from generator.making.inspection import Inspection
from generator.processes.pool import COPYING, Pool
from generator.review.page import write_html
from generator.review.record import write_json
from generator.system.existing import Identity, Output, Outputs, identities
from generator.use_cases.documents import inspect
from generator.use_cases.reading import read_cells
from generator.workbooks.marked import marked_copy, marked_values

_PAGE, _COPY, _RECORD = "check --html", "check --xlsx", "check --json"


def check(
    workbook: Path,
    pack: str | None = None,
    *,
    html: Path | None = None,
    xlsx: Path | None = None,
    record: Path | None = None,
    force: bool = False,
    seen: Inspection | None = None,
) -> Inspection:
    """Find everything that is wrong and tell it in the files that are named; give what was seen.

    ``html`` is a page to read, ``xlsx`` a copy of the workbook with its cells marked, ``record``
    JSON. ``seen`` is what an inspection of this very state found already. Raises
    UnreadableInputError and UnwritableOutputError.
    """
    outputs = Outputs(_read(workbook, pack), force)
    wanted = ((html, _PAGE), (xlsx, _COPY), (record, _RECORD))
    outputs.check([Output(path, maker) for path, maker in wanted if path])
    seen = seen or inspect(workbook, pack)
    if html:
        fill = partial(write_html, seen.findings, seen.results)
        outputs.write(Output(html, _PAGE), fill)
    if xlsx:
        marked = _marked(workbook, seen.findings)
        outputs.write(Output(xlsx, _COPY), lambda target: target.write(marked))
    if record:
        outputs.write(Output(record, _RECORD), partial(write_json, seen.findings))
    return seen


def _read(workbook: Path, pack: str | None) -> frozenset[Identity]:
    """Give what is read, and therefore never replaced."""
    packs = identities([Path(pack)]) if pack else frozenset()
    return identities([workbook], {".csv"}) | packs


def _marked(workbook: Path, findings: Sequence[Finding]) -> bytes:
    """Give the workbook with its cells marked, its looks kept where that can be done."""
    with Pool(1, COPYING) as pool:
        copy = pool.alone(partial(marked_copy, findings), workbook)
    if copy is not None:
        return copy
    return marked_values(findings, [(sheet.name, sheet.rows) for sheet in read_cells(workbook)])
