"""Which sheet lists the names of dimensions, categories and regions, and which others use them."""

from collections.abc import Mapping

from evaluation.messages import _
from evaluation.rules import workbook as rules
from evaluation.workbook.sheets import (
    CATATAN,
    DIMENSI,
    ELEMEN,
    INSTRUMEN,
    NILAI,
    TAHUN_LALU,
    WILAYAH,
)
from extractors.workbook.joins import Names
from extractors.workbook.references import Listed, Referring, Wording, joined
from extractors.workbook.tables import Table

Tables = Mapping[str, Table]


def join_dimensions(listed: Listed, tables: Tables) -> Names:
    """Hold the dimensions that the sheets use against those of the sheet ``Bobot``."""
    under = [
        Referring(tables[sheet.name], sheet.dimension) for sheet in (INSTRUMEN, DIMENSI, ELEMEN)
    ]
    return joined(
        listed,
        [*under, Referring(tables[TAHUN_LALU.name], None)],
        Wording(
            rules.DIMENSION_UNKNOWN,
            _("'%(name)s' is no dimension of the sheet Bobot."),
            _("no sheet knows the dimension '%(name)s'; the others write '%(other)s'."),
        ),
    )


def join_categories(listed: Listed, tables: Tables) -> Names:
    """Hold the categories of regions against the headings of the sheet ``Bobot``."""
    return joined(
        listed,
        [Referring(tables[WILAYAH.name], WILAYAH.category)],
        Wording(
            rules.CATEGORY_UNKNOWN,
            _("'%(name)s' is no category of the sheet Bobot."),
            _("no region is of the category '%(name)s'; the others write '%(other)s'."),
        ),
    )


def join_regions(listed: Listed, tables: Tables) -> Names:
    """Hold the regions that the sheets use against those of the sheet ``Wilayah``."""
    return joined(
        listed,
        [Referring(tables[sheet.name], sheet.region) for sheet in (NILAI, TAHUN_LALU, CATATAN)],
        Wording(
            rules.REGION_UNKNOWN,
            _("'%(name)s' is no region of the sheet Wilayah."),
            _("no sheet knows the region '%(name)s'; the others write '%(other)s'."),
        ),
    )
