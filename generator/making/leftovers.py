"""Documents of earlier runs that a build left in its folder, known by their names."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.document.kinds import Kind, Scope
from generator.making.plan import Job
from generator.writers import WRITERS

_REGION = re.compile(r"[0-9]{3,}-[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Paths in the output folder: documents that the round no longer has, and older ones it has."""

    gone: tuple[str, ...]
    older: tuple[str, ...]


def left_over(
    folder: Path, kinds: Iterable[Kind], jobs: Sequence[Job], made: Collection[str]
) -> LeftOver:
    """Give the documents of some kinds in a folder that were not just ``made``, by name."""
    stems = {job.stem for job in jobs}
    found = [path for path in sorted(_documents(folder, kinds)) if path not in made]
    of_round = [str(PurePosixPath(path).with_suffix("")) in stems for path in found]
    return LeftOver(
        tuple(path for path, known in zip(found, of_round, strict=True) if not known),
        tuple(path for path, known in zip(found, of_round, strict=True) if known),
    )


def _documents(folder: Path, kinds: Iterable[Kind]) -> Iterator[str]:
    for kind in kinds:
        for name in WRITERS:
            for path in folder.glob(f"{kind.stem.format(region='*')}.{name}"):
                if kind.scope is Scope.ROUND or _REGION.fullmatch(path.stem):
                    yield path.relative_to(folder).as_posix()
