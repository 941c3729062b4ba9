"""How collected files were understood: a line a kind of table, and what was not used."""

from collections.abc import Sequence

from evaluation.messages import NOTHING, Message, _
from evaluation.sources import cell_name
from evaluation.understanding import Collected, TakenColumn, Understood
from evaluation.vocabulary.meanings import Meaning
from generator.system.terminal import tell

_LISTED = 12  # kinds of table, and things not used, that are told without --all
_NAMES = 8  # assessors of a table
_HEADING = 40  # characters of a heading
_SURE = 0.995

Kind = tuple[object, ...]


def tell_understood(found: Collected, *, show_all: bool) -> None:
    """Print how each kind of table was read, its columns where all are asked for, and the rest."""
    kinds: dict[Kind, list[Understood]] = {}
    for table in found.understood:
        kinds.setdefault(_kind(table), []).append(table)
    shown = list(kinds.values()) if show_all else list(kinds.values())[:_LISTED]
    for alike in shown:
        _tell_table(alike, show_all)
    if len(shown) < len(kinds):
        told = _("… %(count)d more kinds of table; --all shows them.")
        tell(told % {"count": len(kinds) - len(shown)})
    _tell_unused(found, show_all)


def _kind(table: Understood) -> Kind:
    """Tables of one shape and one heading are of one kind: 800 forms are told in a line."""
    columns = tuple((column.heading, column.meaning) for column in table.columns)
    return (table.shape, table.sheet, columns)


def _tell_table(alike: Sequence[Understood], show_all: bool) -> None:
    first = alike[0]
    heading = ", ".join(str(row + 1) for row in first.heading_rows) or "–"
    others = _(" and %(count)d more") % {"count": len(alike) - 1} if len(alike) > 1 else NOTHING
    hidden = _(" (hidden)") if first.hidden else NOTHING
    told = _("%(file)s%(others)s · %(sheet)s%(hidden)s: %(shape)s, heading in row %(row)s;")
    read = _("%(scores)d scores, %(comments)d comments")
    place = {
        "file": first.file,
        "others": others,
        "sheet": first.sheet,
        "hidden": hidden,
        "shape": first.shape.value,
        "row": heading,
    }
    sums = {
        "scores": sum(table.scores for table in alike),
        "comments": sum(table.comments for table in alike),
    }
    tell(f"{told % place} {read % sums}{_whose(alike)}")
    for column in first.columns if show_all else first.unsettled:
        tell(f"   {_column(column)}")


def _whose(alike: Sequence[Understood]) -> str:
    """Tell regions, questions and the assessors by name: a mean among them is seen at once."""
    regions = {region for table in alike for region in table.regions}
    questions = {item for table in alike for item in table.questions}
    assessors = list(dict.fromkeys(name for table in alike for name in table.assessors))
    if not regions:
        return ""
    told = _("; %(regions)d regions, %(questions)d questions, %(count)d assessors: %(names)s")
    if not assessors:
        told = _("; %(regions)d regions, %(questions)d questions, no assessor named")
    names = ", ".join(name[:_HEADING] for name in assessors[:_NAMES])
    facts = {
        "regions": len(regions),
        "questions": len(questions),
        "count": len(assessors),
        "names": names + (" …" if len(assessors) > _NAMES else ""),
    }
    return str(told % facts)


def _column(column: TakenColumn) -> Message:
    letters = cell_name(0, column.column)[:-1]
    detail = "" if column.detail is None else f" {str(column.detail)[:_HEADING]}"
    if column.meaning is Meaning.UNSETTLED:
        return _("%(column)s “%(heading)s”: unclear, not used. %(how)s") % {
            "column": letters,
            "heading": column.heading[:_HEADING],
            "how": column.how,
        }
    sure = "100" if column.sureness > _SURE else f"{100 * column.sureness:.0f}"
    return _("%(column)s “%(heading)s”: %(meaning)s%(detail)s, %(sure)s %% sure, %(how)s") % {
        "column": letters,
        "heading": column.heading[:_HEADING],
        "meaning": column.meaning.value,
        "detail": detail,
        "sure": sure,
        "how": column.how,
    }


def _tell_unused(found: Collected, show_all: bool) -> None:
    shown = found.unused if show_all else found.unused[:_LISTED]
    for unused in shown:
        place = " ".join(dict.fromkeys((unused.place.file, str(unused.place))))
        told = _("not used: %(place)s, %(what)s: %(why)s")
        facts = {"place": place, "what": unused.what, "why": unused.why}
        tell(told % facts)
    if len(shown) < len(found.unused):
        told = _("… %(count)d more that were not used; --all shows them.")
        tell(told % {"count": len(found.unused) - len(shown)})
