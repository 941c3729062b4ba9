"""Differences in a civil servant's words: what, whose, from what to what, in which cell."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.comparing import Difference
from evaluation.comparing.items import Aspect, Held, Item, Part
from evaluation.messages import Message, _, composed, literal, number_text

_LONGEST = 90  # characters of a text that a line shows


@dataclass(frozen=True, slots=True)
class Told:
    """A difference as it is told; ``before`` and ``after`` are empty where there is no value.

    ``place`` is the cell in the newer workbook, or in the older where the newer has none.
    """

    region: str
    subject: str
    before: str
    after: str
    place: str

    @property
    def line(self) -> str:
        """Give the difference on one line."""
        place = f" ({self.place})" if self.place else ""
        return f"{self.subject}{place}: {_short(self.before)} → {_short(self.after)}"


def told(difference: Difference) -> Told:
    """Put a difference into words."""
    item = difference.item
    held = difference.after or difference.before
    return Told(
        region=item.region or str(_("The whole round")),
        subject=str(_SUBJECTS[item.aspect](item)),
        before=_written(difference.before),
        after=_written(difference.after),
        place=str(held.source) if held and held.source else "",
    )


def by_region(differences: Sequence[Difference]) -> Mapping[str, list[Told]]:
    """Group differences by region, in their order; what concerns all comes first."""
    groups: dict[str, list[Told]] = {}
    for difference in differences:
        one = told(difference)
        groups.setdefault(one.region, []).append(one)
    return groups


def _written(held: Held | None) -> str:
    if held is None:
        return ""
    return number_text(held.value) if isinstance(held.value, Decimal) else held.value


def _short(text: str) -> str:
    """Give a value as a line shows it: a long text cut, none as a dash."""
    line = " ".join(text.split())
    if not line:
        return "—"
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _part(part: object) -> Message:
    names = {
        Part.NAME: _("name"),
        Part.CODE: _("code"),
        Part.NUMBER: _("number"),
        Part.ADDRESSEE: _("addressee"),
        Part.EMAIL: _("e-mail"),
        Part.CATEGORY: _("category"),
        Part.ATTENDED: _("attended"),
        Part.TEXT: _("text"),
        Part.INDICATOR: _("indicator"),
        Part.SUB_INDICATOR: _("sub-indicator"),
        Part.DIMENSION: _("dimension"),
        Part.LETTER_NAME: _("name in the letter"),
        Part.TABLE_NAME: _("name in tables"),
        Part.DESCRIPTION: _("description"),
        Part.ELEMENTS: _("elements"),
        Part.WHEN_MISSING: _("what a missing value does"),
        Part.MINIMUM: _("lowest score"),
        Part.MAXIMUM: _("highest score"),
        Part.STEP: _("step of scores"),
        Part.GAPS: _("mean of what is there"),
    }
    return names[part] if isinstance(part, Part) else literal(part)


def _fact(item: Item) -> Message:
    return literal(item.names[0])


def _of_scale(item: Item) -> Message:
    return _("scale, %(part)s") % {"part": _part(item.names[0])}


def _of_dimension(item: Item) -> Message:
    dimension, part = item.names
    return _("dimension %(name)s, %(part)s") % {"name": dimension, "part": _part(part)}


def _weight(item: Item) -> Message:
    dimension, category = item.names
    return _("weight of %(name)s for %(category)s") % {"name": dimension, "category": category}


def _of_question(item: Item) -> Message:
    number, part = item.names
    return _("question %(number)s, %(part)s") % {"number": number, "part": _part(part)}


def _of_region(item: Item) -> Message:
    return _part(item.names[0])


def _asked(name: object) -> Message:
    return _("question %(number)d") % {"number": name} if isinstance(name, int) else literal(name)


def _score(item: Item) -> Message:
    assessor, asked = item.names
    if not assessor:
        return _asked(asked)
    return _("%(asked)s of %(assessor)s") % {"asked": _asked(asked), "assessor": assessor}


def _comment(item: Item) -> Message:
    section, assessor = item.names
    return composed(section, assessor, between=", ")


def _previous(item: Item) -> Message:
    name = item.names[0] or _("final value")
    return _("last year, %(name)s") % {"name": name}


def _previous_weight(item: Item) -> Message:
    return _("last year, %(name)s") % {"name": _weight(item)}


def _result(item: Item) -> Message:
    name = item.names[0]
    return _("final value") if name == "" else _asked(name)


_SUBJECTS: Mapping[Aspect, Callable[[Item], Message]] = {
    Aspect.FACT: _fact,
    Aspect.SCALE: _of_scale,
    Aspect.DIMENSION: _of_dimension,
    Aspect.WEIGHT: _weight,
    Aspect.QUESTION: _of_question,
    Aspect.REGION: _of_region,
    Aspect.SCORE: _score,
    Aspect.COMMENT: _comment,
    Aspect.PREVIOUS: _previous,
    Aspect.PREVIOUS_WEIGHT: _previous_weight,
    Aspect.RESULT: _result,
}
