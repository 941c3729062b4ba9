"""The outline: headings of all pages, each under the nearest above of a higher level."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.writers.pdf.file.objects import Objects
from generator.writers.pdf.file.syntax import dictionary, reference, text_string

OUTLINES = 5
"""The number of the outline, the same in every file."""

_ABOVE = 12  # points of the page that show above a heading


@dataclass(slots=True)
class Entry:
    """An entry: its title, level, the number of its page object, and how high it stands there."""

    title: str
    level: int
    page: int
    height: float
    number: int = 0
    kids: list["Entry"] = field(default_factory=list)


def write_outline(objects: Objects, entries: Sequence[Entry]) -> bool:
    """Write the outline of some headings, in order; False where there are none."""
    if not entries:
        return False
    roots: list[Entry] = []
    above: list[Entry] = []
    for entry in entries:
        entry.number = objects.reserve()
        while above and above[-1].level >= entry.level:
            above.pop()
        (above[-1].kids if above else roots).append(entry)
        above.append(entry)
    _write(objects, OUTLINES, {"Type": "/Outlines"}, roots)
    return True


def _write(
    objects: Objects, number: int, own: dict[str, str | int | None], kids: Sequence[Entry]
) -> int:
    """Write an entry or the outline itself, and all below; give how many entries are below."""
    below = len(kids)
    numbers = [kid.number for kid in kids]
    before, after = [None, *numbers], [*numbers[1:], None]
    for kid, previous, following in zip(kids, before, after, strict=False):
        entry: dict[str, str | int | None] = {
            "Title": text_string(kid.title),
            "Parent": reference(number),
            "Prev": reference(previous) if previous else None,
            "Next": reference(following) if following else None,
            "Dest": f"[{kid.page} 0 R /FitH {round(kid.height + _ABOVE, 2):.8g}]",
        }
        below += _write(objects, kid.number, entry, kid.kids)
    if kids:
        own |= {
            "First": reference(numbers[0]),
            "Last": reference(numbers[-1]),
            "Count": below,
        }
    objects.put(number, dictionary(own))
    return below
