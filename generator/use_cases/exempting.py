"""A finding that is right as it is, noted in the workbook with its reason: what ``exempt`` does."""

from collections.abc import Collection, Sequence
from pathlib import Path

from evaluation.errors import UnwritableOutputError, WrongDataError
from evaluation.messages import NOTHING, _
from evaluation.names import name_key, nearest
from evaluation.rules import EXEMPTIBLE
from evaluation.sources import Source, cell_name
from evaluation.workbook.shapes import Column
from evaluation.workbook.sheets import PENGECUALIAN
from extractors.spreadsheets.cells import Cell, RawSheet
from extractors.spreadsheets.files import read_bytes
from extractors.spreadsheets.grid import read_grid_of
from extractors.spreadsheets.values import is_blank, text_of
from extractors.workbook.headings import heading_row
from generator.processes.pool import SPREADSHEETS, Pool
from generator.system.existing import Output, Outputs, identity
from generator.system.files import write_whole
from generator.system.open_elsewhere import require_closed
from generator.workbooks.patching import Place, with_texts

_COLUMNS = (PENGECUALIAN.rule, PENGECUALIAN.place, PENGECUALIAN.reason)
_MAKER = "exempt"


def exempt(workbook: Path, rule: str, place: str, reason: str) -> None:
    """Add a row to the sheet ``Pengecualian``; nothing else in the workbook changes.

    ``place`` is a cell, sheet or template as ``check`` names it, empty for any. A finding that is
    exempted there already is left as it is. Raises WrongDataError for a rule that is none or a
    blank reason; UnwritableOutputError for a workbook that is open elsewhere, is no .xlsx or lacks
    the sheet; UnreadableInputError.
    """
    _require_sense(rule, reason)
    require_closed(workbook)
    Outputs(kept=identity(workbook)).check([Output(workbook, _MAKER)])
    with Pool(1, SPREADSHEETS) as pool:
        data = read_bytes(workbook)
        before = read_grid_of(data, str(workbook), pool.alone)
        cells = _row(_sheet(before, workbook), rule, place, reason.strip())
        if not cells:
            return
        content = with_texts(data, cells, str(workbook))
        after = read_grid_of(content, str(workbook), pool.alone)
    _require_same(before, after, cells, workbook)
    write_whole(workbook, lambda target: target.write(content))


def _require_sense(rule: str, reason: str) -> None:
    if rule not in EXEMPTIBLE:
        near = nearest(rule, EXEMPTIBLE)
        raise WrongDataError(
            _("there is no rule “%(rule)s”.") % {"rule": rule},
            remedy=_("Did you mean %(word)s?") % {"word": near[0]} if near else NOTHING,
        )
    if not reason.strip():
        raise WrongDataError(
            _("the exemption has no reason."),
            remedy=_("Say under Alasan why the finding is right as it is."),
        )


def _sheet(sheets: Sequence[RawSheet], workbook: Path) -> RawSheet:
    found = [one for one in sheets if name_key(one.name) == name_key(PENGECUALIAN.name)]
    if not found:
        raise UnwritableOutputError(
            _("there is no such sheet."),
            source=Source(str(workbook), PENGECUALIAN.name),
            remedy=_("Type it into the workbook yourself."),
        )
    return found[0]


def _row(sheet: RawSheet, rule: str, place: str, reason: str) -> dict[Place, str]:
    """Give the texts of the first free row; none where the finding is exempted already."""
    head = heading_row(sheet.rows, {name_key(one.heading): one.heading for one in _COLUMNS})
    columns = [_column(sheet, head, one) for one in _COLUMNS]
    written = [[_text(row, column) for column in columns] for row in sheet.rows]
    wanted = (rule.casefold(), place.casefold())
    if any((one[0].casefold(), one[1].casefold()) == wanted for one in written[head + 1 :]):
        return {}
    last = max((n for n, row in enumerate(sheet.rows) if not all(map(is_blank, row))), default=head)
    texts = zip(columns, (rule, place, reason), strict=True)
    return {(sheet.name, cell_name(last + 1, column)): text for column, text in texts if text}


def _column(sheet: RawSheet, head: int, wanted: Column) -> int:
    headings = [name_key(text_of(cell)) for cell in sheet.rows[head]] if sheet.rows else []
    if name_key(wanted.heading) not in headings:
        raise UnwritableOutputError(
            _("the sheet has no column '%(column)s'.") % {"column": wanted.heading},
            source=Source("", sheet.name),
            remedy=_("Type it into the workbook yourself."),
        )
    return headings.index(name_key(wanted.heading))


def _text(row: Sequence[Cell], column: int) -> str:
    return text_of(row[column]) if column < len(row) else ""


def _require_same(
    before: Sequence[RawSheet],
    after: Sequence[RawSheet],
    written: Collection[Place],
    workbook: Path,
) -> None:
    """Raise UnwritableOutputError where anything but the row would change."""
    if [_others(one, written) for one in before] != [_others(one, written) for one in after]:
        raise UnwritableOutputError(
            _("the row cannot be added without changing something else."),
            source=Source(str(workbook), PENGECUALIAN.name),
            remedy=_("Type it into the workbook yourself."),
        )


def _others(sheet: RawSheet, written: Collection[Place]) -> tuple[str, dict[str, Cell]]:
    """Give what stands in the cells of a sheet that are not written, by their addresses."""
    cells = {
        cell_name(row, column): cell
        for row, found in enumerate(sheet.rows)
        for column, cell in enumerate(found)
        if not is_blank(cell)
    }
    return sheet.name, {
        address: cell for address, cell in cells.items() if (sheet.name, address) not in written
    }
