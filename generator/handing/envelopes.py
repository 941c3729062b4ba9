"""What stands on the envelope of a region, in the agency's words."""

from collections.abc import Sequence

from evaluation.model import Region
from generator.writers.pdf.labels import Label
from letters.profile import LabelWording

_ADDRESSEE = "{penerima}"


def labels_of(regions: Sequence[Region], number: str, wording: LabelWording) -> tuple[Label, ...]:
    """Give the label of each region; ``number`` is that of the letter, blank for a draft."""
    return tuple(_label(region, number, wording) for region in regions)


def _label(region: Region, number: str, wording: LabelWording) -> Label:
    told = {
        "penerima": region.addressee,
        "wilayah": region.name,
        "kode": region.code or "",
        "urut": f"{region.number:03}",
        "nomor": number,
    }
    bold = next((at for at, line in enumerate(wording.lines) if _ADDRESSEE in line), None)
    lines = tuple(line.format(**told) for line in wording.lines)
    return Label(lines, bold, wording.foot.format(**told).strip(" ·"))
