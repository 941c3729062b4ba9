"""Evaluation → which forms go out: one for each region that took part and each of its assessors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.model import Evaluation, Region
from evaluation.names import name_key, plain
from generator.making.plan import file_stem

_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 40  # characters of an assessor in a file name


@dataclass(frozen=True, slots=True)
class Assessor:
    """Who scores; both are blank where the form is to say it."""

    name: str
    institution: str


@dataclass(frozen=True, slots=True)
class Form:
    """One form to write; ``stem`` is its file name without the ending."""

    region: Region
    assessor: Assessor
    stem: str


def parse_assessor(text: str) -> Assessor:
    """Take "Asesor 1, Universitas X" apart.

    The institution follows the last comma, since a title has commas too ("Dr. X, S.T., M.Kom.").
    """
    name, comma, institution = text.rpartition(",")
    return Assessor(name.strip(), institution.strip()) if comma else Assessor(text.strip(), "")


def plan_forms(evaluation: Evaluation, assessors: Sequence[Assessor]) -> tuple[Form, ...]:
    """Plan the forms of the regions that took part, in the order of the workbook.

    ``assessors`` score every region; where none are given, those whom the workbook names for a
    region, else one form whose assessor is still blank.
    """
    return tuple(
        form
        for region in evaluation.attended()
        for form in _forms_of(evaluation, region, assessors or tuple(_known(evaluation, region)))
    )


def _forms_of(
    evaluation: Evaluation, region: Region, assessors: Sequence[Assessor]
) -> Iterator[Form]:
    stem = file_stem(evaluation, region)
    taken: set[str] = set()
    for number, assessor in enumerate(assessors or (Assessor("", ""),), 1):
        slug = _SLUG.sub("-", plain(assessor.name)).strip("-")[:_LONGEST]
        name = f"{stem}-{slug or f'asesor-{number}'}"
        if name in taken:
            name = f"{name}-{number}"
        taken.add(name)
        yield Form(region, assessor, name)


def _known(evaluation: Evaluation, region: Region) -> Iterator[Assessor]:
    """Give the assessors of a region as scores and comments name them, each once."""
    comments = evaluation.comments.get(region.name, ())
    names = [row.assessor or "" for row in evaluation.scores.get(region.name, ())]
    names += [one.assessor for one in comments]
    institutions: dict[str, str] = {}
    for one in comments:
        institutions.setdefault(name_key(one.assessor), one.institution)
    first: dict[str, str] = {}
    for name in filter(None, names):
        first.setdefault(name_key(name), name)
    for key, name in first.items():
        yield Assessor(name, institutions.get(key, ""))
