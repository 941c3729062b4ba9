"""The points of assessors: one a row, or all of them in one cell, each with its cell."""

from collections.abc import Iterator, Mapping, Sequence

from evaluation.messages import _
from evaluation.names import name_key
from evaluation.rules import collecting as rules
from evaluation.understanding import TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.gathering import CollectedComment, Gathering
from extractors.collect.points import points_in
from extractors.collect.rowkeys import RowKeys
from extractors.collect.tables import Table
from extractors.spreadsheets.values import is_blank


def read_remarks(
    table: Table,
    columns: Sequence[TakenColumn],
    rows: Sequence[int],
    keys: RowKeys,
    sections: Mapping[str, str],
    gathering: Gathering,
) -> None:
    """Keep the points that the rows hold, in columns of one section each or of any section."""
    reader = _Remarks(table, columns, sections, gathering)
    if not reader.any:
        return
    for row in rows:
        for section, column in reader.sections(row):
            points = points_in(table.sheet.text(row, column))
            region = keys.region(row) if points else None
            for point in points if region else ():
                gathering.comments.append(
                    CollectedComment(
                        region or "",
                        section,
                        keys.person(row),
                        keys.institution(row),
                        point,
                        table.sheet.place(row, column),
                    )
                )


class _Remarks:
    def __init__(
        self,
        table: Table,
        columns: Sequence[TakenColumn],
        sections: Mapping[str, str],
        gathering: Gathering,
    ) -> None:
        self._sheet = table.sheet
        self._gathering = gathering
        self._sections = sections
        self._headed = [(str(c.detail), c.column) for c in columns if c.meaning is Meaning.COMMENTS]
        by_meaning = {c.meaning: c.column for c in columns}
        self._section = by_meaning.get(Meaning.SECTION)
        self._point = by_meaning.get(Meaning.POINT)
        self.any = bool(self._headed) or None not in (self._section, self._point)

    def sections(self, row: int) -> Iterator[tuple[str, int]]:
        """Give the section and the column of each text of points in a row."""
        yield from self._headed
        section, point = self._section, self._point
        if section is None or point is None or is_blank(self._sheet.cell(row, point)):
            return
        told = self._sheet.text(row, section)
        if told:
            yield self._sections.get(name_key(told), told), point
            return
        message = _("the point does not say which section it belongs to.")
        self._gathering.report(
            rules.COMMENT_WITHOUT_SECTION, self._sheet.place(row, point), message
        )
