"""Numbers put into the pages that have slots for them."""

from collections.abc import Iterator, Sequence

from generator.writers.pdf.file.laid import Laid, Page, Slot
from generator.writers.pdf.file.placing import written_content
from generator.writers.pdf.fonts.codes import Codes
from generator.writers.pdf.fonts.family import Family


def filled(
    laid: Laid, contents: Sequence[bytes | None], numbers: Sequence[str], family: Family
) -> list[tuple[int, bytes]]:
    """Write the streams of the pages that have slots, each with its index.

    The numbers must have room in their slots, and signs of the fixed subset alone.
    """
    return [
        (at, written_content("".join(_code(page, numbers, family))))
        for at, page in enumerate(laid.pages)
        if contents[at] is None
    ]


def _code(page: Page, numbers: Sequence[str], family: Family) -> Iterator[str]:
    codes = Codes()
    for one in page.code:
        if not isinstance(one, Slot):
            yield one
            continue
        text = numbers[one.number]
        free = one.room - family.faces[one.face].units(text) * one.size
        ((_font, coded),) = codes.coded(one.face, text)
        yield f"1 0 0 1 {round(one.left + free * one.share, 3):.9g} {one.y} Tm\n({coded}) Tj"
