"""Documents of earlier runs that a build left in its folder, known by their names."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.document.kinds import STEMS
from generator.making.plan import Job
from generator.writers import WRITERS

_REGION = re.compile(r"[0-9]{3,}-[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Paths in the output folder: documents that the round no longer has, and older ones it has."""

    gone: tuple[str, ...]
    older: tuple[str, ...]


def left_over(folder: Path, jobs: Sequence[Job], made: Collection[str]) -> LeftOver:
    """Give the documents in a folder that are not among those just ``made``, in order of name."""
    stems = {job.stem for job in jobs}
    found = [path for path in sorted(_documents(folder)) if path not in made]
    of_round = [str(PurePosixPath(path).with_suffix("")) in stems for path in found]
    return LeftOver(
        tuple(path for path, known in zip(found, of_round, strict=True) if not known),
        tuple(path for path, known in zip(found, of_round, strict=True) if known),
    )


def _documents(folder: Path) -> Iterator[str]:
    for stem in STEMS.values():
        for name in WRITERS:
            for path in folder.glob(f"{stem.format(region='*')}.{name}"):
                if "{region}" not in stem or _REGION.fullmatch(path.stem):
                    yield path.relative_to(folder).as_posix()
