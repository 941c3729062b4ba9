"""The sheets ``Catatan``, ``Pengecualian``, ``Asal`` → comments, silenced checks, origins."""

from collections.abc import Mapping

from evaluation.model import Comment, Exemption
from evaluation.origins import Origin, Origins
from evaluation.workbook.sheets import ASAL, CATATAN, PENGECUALIAN
from extractors.workbook.joins import Names
from extractors.workbook.scores import region_of
from extractors.workbook.tables import Table


def read_comments(table: Table, regions: Names) -> Mapping[str, tuple[Comment, ...]]:
    """Give the comments of each region in the order of the sheet, their text as it stands there."""
    comments: dict[str, list[Comment]] = {}
    for row in table:
        region = region_of(row, regions)
        comment = Comment(
            row.needed(CATATAN.section),
            row.text(CATATAN.assessor),
            row.text(CATATAN.institution),
            row.needed(CATATAN.point),
            row.source(CATATAN.point),
        )
        if region is not None and comment.section and comment.point:
            comments.setdefault(region, []).append(comment)
    return {region: tuple(each) for region, each in comments.items()}


def read_exemptions(table: Table) -> tuple[Exemption, ...]:
    """Give the silenced checks; one without a rule or a reason is reported and silences nothing."""
    read = [
        Exemption(
            row.needed(PENGECUALIAN.rule),
            row.text(PENGECUALIAN.place),
            row.needed(PENGECUALIAN.reason),
            row.source(PENGECUALIAN.rule),
        )
        for row in table
    ]
    return tuple(each for each in read if each.rule and each.reason)


def read_origins(table: Table) -> Origins:
    """Give where the values of the workbook came from; the tool itself wrote that."""
    return Origins(
        [
            Origin(
                place=row.text(ASAL.place),
                file=row.text(ASAL.file),
                sheet=row.text(ASAL.sheet),
                cells=row.text(ASAL.cells),
                time=row.text(ASAL.time),
            )
            for row in table
            if row.text(ASAL.place)
        ]
    )
