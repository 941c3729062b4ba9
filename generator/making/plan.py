"""Evaluation → what to make: one job a document, in the order of the manifest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.model import Evaluation, Region
from evaluation.names import plain
from generator.document.kinds import Kind

_MAX_NAME = 80  # file systems allow 255 bytes a name; long names are unreadable much earlier


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make; ``stem`` is its path in the output folder without the ending.

    ``region`` is None for a document of the whole round.
    """

    kind: Kind
    stem: str
    formats: tuple[str, ...]
    region: Region | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """Give the job's files, as paths in the output folder."""
        return tuple(f"{self.stem}.{name}" for name in self.formats)


def plan_round(
    evaluation: Evaluation, formats: tuple[str, ...], kinds: Iterable[Kind]
) -> tuple[Job, ...]:
    """Plan the documents of the whole round; one about chosen regions only if there are any."""
    return tuple(
        Job(kind, kind.stem, kind.formats or formats)
        for kind in kinds
        if kind.regions is None or kind.chosen(evaluation)
    )


def plan_regions(
    evaluation: Evaluation,
    regions: Iterable[Region],
    formats: tuple[str, ...],
    kinds: Iterable[Kind],
) -> tuple[Job, ...]:
    """Plan the documents of some regions; a file name is the same whichever are planned.

    A kind that is not about one of the regions has no document of it.
    """
    asked = tuple(regions)
    stems = {region.name: file_stem(evaluation, region) for region in asked}
    return tuple(
        Job(
            kind,
            kind.stem.format(region=stems[region.name]),
            kind.formats or formats,
            region,
        )
        for kind in kinds
        for region in _among(asked, kind, evaluation)
    )


def _among(asked: Sequence[Region], kind: Kind, evaluation: Evaluation) -> Iterator[Region]:
    """Give those of the regions that a kind of document is about, in the order they stand in."""
    names = {region.name for region in kind.chosen(evaluation)}
    return (region for region in asked if region.name in names)


def file_stem(evaluation: Evaluation, region: Region) -> str:
    """Give what the names of a region's files begin with: ``001-kab-badung``; they sort."""
    digits = max(3, len(str(evaluation.largest_number)))
    return f"{region.number:0{digits}}-{_slug(region)}"


def _slug(region: Region) -> str:
    """Give a region's name as part of a file name: ASCII letters, digits and hyphens only."""
    slug = re.sub(r"[^a-z0-9]+", "-", plain(region.name)).strip("-")[:_MAX_NAME]
    return slug or "region"
