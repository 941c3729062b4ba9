"""Comments of assessors, composed of phrases.

A region's themes are parted in two: the first section of the phrase table (what went well) speaks
of the one part, all later sections of the other, so no region is praised and blamed for one thing.
Within a section no phrase comes twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from string import Formatter

from evaluation.workbook.rows import Cells, rows_of
from evaluation.workbook.sheets import CATATAN
from examples.choices import draw, pick, shuffled
from examples.facts import Row, attending, records

_KINDS = {"KAB.": "Kabupaten", "KOTA": "Kota", "PROV.": "Provinsi"}
_FEWEST_VOICES = 3
_FEWEST_POINTS = 2


@dataclass(frozen=True, slots=True)
class Assessor:
    """One assessor of a panel and the institution that sent him or her."""

    name: str
    institution: str


Panel = tuple[Assessor, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What can be said: phrases by section and theme, and the words that fill their gaps."""

    sections: Mapping[str, Mapping[str, Sequence[str]]]
    words: Mapping[str, Sequence[str]]


def _phrases(folder: Path) -> Phrases:
    """Give what ``frasa.csv`` (Bagian, Tema, Butir) and ``isian.csv`` (Isian, Teks) hold."""
    sections: dict[str, dict[str, list[str]]] = {}
    for row in records(folder / "frasa.csv"):
        section = sections.setdefault(row[CATATAN.section.heading], {})
        section.setdefault(row["Tema"], []).append(row[CATATAN.point.heading])
    words: dict[str, list[str]] = {}
    for row in records(folder / "isian.csv"):
        words.setdefault(row["Isian"], []).append(row["Teks"])
    return Phrases(sections, words)


def panels(folder: Path) -> list[Panel]:
    """Give the panels of ``panel.csv`` (Panel, Asesor, Instansi), in its order."""
    return [
        tuple(
            Assessor(row[CATATAN.assessor.heading], row[CATATAN.institution.heading])
            for row in rows
        )
        for _, rows in groupby(records(folder / "panel.csv"), key=lambda row: row["Panel"])
    ]


def panel_of(region: str, among: Sequence[Panel]) -> Panel:
    """Give the panel that looks at a region."""
    return pick(among, region, "which panel")


def full_name(region: str) -> str:
    """Give a region's name as prose has it: ``KAB. BADUNG`` is ``Kabupaten Badung``."""
    kind, area = region.split(" ", 1)
    return f"{_KINDS[kind]} {area.title()}"


def _said(phrase: str, region: str, words: Mapping[str, Sequence[str]]) -> str:
    """Give a phrase with its gaps filled for a region."""
    gaps = {gap for _, gap, _, _ in Formatter().parse(phrase) if gap}
    chosen = {gap: pick(words[gap], region, phrase, gap) for gap in gaps - {"wilayah"}}
    return phrase.format(wilayah=full_name(region), **chosen)


def _points(region: str, section: str, said: Phrases) -> Iterator[str]:
    """Give the phrases that may be said of a region in a section, in an order of its own."""
    themes = shuffled(list(said.sections[section]), region, "themes")
    half = len(themes) // 2
    first = section == next(iter(said.sections))
    open_themes = themes[:half] if first else themes[half:]
    open_phrases = [phrase for theme in open_themes for phrase in said.sections[section][theme]]
    for phrase in shuffled(open_phrases, region, section):
        yield _said(phrase, region, said.words)


def _voices(region: str, panel: Panel) -> list[Assessor]:
    """Give the members of a panel who comment on a region, in the order of the panel."""
    fewest = min(_FEWEST_VOICES, len(panel))
    count = fewest + draw(len(panel) - fewest + 1, region, "voices")
    chosen = shuffled(panel, region, "who")[:count]
    return [assessor for assessor in panel if assessor in chosen]


def _comments(region: str, panel: Panel, said: Phrases, most_points: int) -> Iterator[Cells[str]]:
    """Give a region's points, section by section, two to ``most_points`` an assessor."""
    voices = _voices(region, panel)
    for section in said.sections:
        points = _points(region, section, said)
        for assessor in voices:
            more = draw(most_points - _FEWEST_POINTS + 1, region, section, assessor.name)
            for _ in range(_FEWEST_POINTS + more):
                yield {
                    CATATAN.region: region,
                    CATATAN.section: section,
                    CATATAN.assessor: assessor.name,
                    CATATAN.institution: assessor.institution,
                    CATATAN.point: next(points),
                }


def comment_sheet(folder: Path, most_points: int) -> list[Row]:
    """Give the sheet ``Catatan`` for the attending regions of ``wilayah.csv``.

    Each assessor who comments makes two to ``most_points`` points in every section.
    """
    said, among = _phrases(folder), panels(folder)
    regions = attending(records(folder / "wilayah.csv"))
    rows = (_comments(one, panel_of(one, among), said, most_points) for one in regions)
    return list(rows_of(CATATAN, chain.from_iterable(rows)))
