"""Region, assessor and institution of a row as its readers need them: named, or told why not."""

from evaluation.messages import NOTHING, _
from evaluation.rules import collecting as rules
from evaluation.sources import Source as Place
from evaluation.understanding import TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.context import Context
from extractors.collect.gathering import Gathering
from extractors.collect.keys import Keys
from extractors.collect.regions import Joined
from extractors.collect.sources import Origin, Source
from extractors.collect.tables import Table


class RowKeys:
    """The keys of the rows of one table by the sources that were taken; each fault told once."""

    def __init__(
        self,
        table: Table,
        region: Source,
        assessor: Source,
        institution: int | None,
        keys: Keys,
        context: Context,
        gathering: Gathering,
    ) -> None:
        self._sheet = table.sheet
        self._region = region
        self._assessor = assessor
        self._institution = institution
        self._keys = keys
        self._gathering = gathering
        self._told: set[int] = set()
        shared = context.told(Meaning.INSTITUTION)
        self._shared = shared.text if shared else ""

    def region(self, row: int) -> str | None:
        """Give the region of a row; None, with the reason reported, when it is none."""
        joined = self._keys.region(self._region, row)
        if joined is not None and joined.name is not None:
            return joined.name
        constant = self._region.origin not in (Origin.ROW, Origin.SECTION)
        at = -1 if constant else row
        if at in self._told:
            return None
        self._told.add(at)
        if joined is None:
            message = _("the row has values and names no region; they are not collected.")
            place = self._sheet.place(row, self._region.column)
            self._gathering.report(rules.ROW_WITHOUT_REGION, place, message)
        elif constant:
            place = self._region.place or self._sheet.place()
            self._unnamed(str(self._region.value), joined, place)
        else:
            text = self._keys.text(row, self._region.column)
            self._unnamed(text, joined, self._sheet.place(row, self._region.column))
        return None

    def _unnamed(self, text: str, joined: Joined, place: Place) -> None:
        near = ", ".join(joined.near)
        rule = rules.REGION_AMBIGUOUS if joined.ambiguous else rules.REGION_UNKNOWN
        message = (
            _("'%(name)s' may mean several regions; the row is not collected.")
            if joined.ambiguous
            else _("'%(name)s' is no region of the round; the row is not collected.")
        ) % {"name": text[:60]}
        remedy = _("Nearest: %(name)s.") % {"name": near} if near else NOTHING
        self._gathering.report(rule, place, message, remedy)
        self._gathering.set_aside(place, text, message)
        self._gathering.unknown_name(text, joined.near, place)

    def person(self, row: int) -> str:
        """Give the assessor of a row; blank where none is named."""
        return self._keys.person(self._assessor, row)

    def institution(self, row: int) -> str:
        """Give the institution of a row's assessor; blank where none is named."""
        own = self._keys.text(row, self._institution) if self._institution is not None else ""
        return own or self._shared


def institution_in(columns: list[TakenColumn] | tuple[TakenColumn, ...]) -> int | None:
    """Give the column of institutions; None without one."""
    return next((c.column for c in columns if c.meaning is Meaning.INSTITUTION), None)
