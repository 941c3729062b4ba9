"""What collecting messy files must not fall behind: figures held to ``floor.toml``."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.messy.runs import Run

FLOOR = Path(__file__).with_name("floor.toml")
Figures = Mapping[str, int]
_BETTER_MORE = ("right", "comments right")
_BETTER_LESS = ("wrong", "missing in silence", "lost in silence", "comments wrong")
PARTS = ("values", *_BETTER_MORE, "nameless", *_BETTER_LESS, "missing", "lost", "comments")


def figures(made: Iterable[Run]) -> Mapping[str, Figures]:
    """Sum runs up by set and way."""
    found: dict[str, Counter[str]] = {}
    for run in made:
        found.setdefault(f"{run.of}-{run.way}", Counter()).update(run.tally.counts)
    return {name: {part: counts[part] for part in PARTS} for name, counts in found.items()}


def kept_floor() -> Mapping[str, Figures]:
    """Give the figures that were recorded, by set and way."""
    return tomllib.loads(FLOOR.read_text("utf-8"))


def written(found: Mapping[str, Figures]) -> str:
    """Give figures as the text of ``floor.toml``."""
    parts = [
        "\n".join([f"[{name}]", *(f'"{part}" = {count}' for part, count in own.items())])
        for name, own in found.items()
    ]
    return "# Written by `python -m benchmarks.messy --accept`.\n\n" + "\n\n".join(parts) + "\n"


def fallen(floor: Mapping[str, Figures], found: Mapping[str, Figures]) -> Iterator[str]:
    """Tell each figure that is worse than its floor."""
    for name, wanted in floor.items():
        own = found.get(name, {})
        for part in _BETTER_MORE:
            if own.get(part, 0) < wanted[part]:
                yield f"{name}: {part} is {own.get(part, 0)}, was {wanted[part]}"
        for part in _BETTER_LESS:
            if own.get(part, 0) > wanted[part]:
                yield f"{name}: {part} is {own.get(part, 0)}, was {wanted[part]}"
