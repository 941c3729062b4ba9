"""Lines "label: value" of a report."""

import re
from collections.abc import Iterable, Iterator

from evaluation.vocabulary.phrases import Phrases
from extractors.reports.text.lines import Line

LABELLED = re.compile(r"\s*([^:]{2,45}?)\s*:\s*(\S.*)")


def labelled(lines: Iterable[Line], label: Phrases) -> str | None:
    """Give the value of the first line "label: value" whose label is one of the phrases."""
    return next((value for _rank, value in _all(lines, label)), None)


def best_labelled(lines: Iterable[Line], label: Phrases) -> list[str]:
    """Give the values of the lines with the best witness among the phrases, in printed order."""
    found = list(_all(lines, label))
    best = min((rank for rank, _value in found), default=0)
    return [value for rank, value in found if rank == best]


def _all(lines: Iterable[Line], label: Phrases) -> Iterator[tuple[int, str]]:
    """Give the values of all such lines, each with the place of its phrase."""
    for line in lines:
        match = LABELLED.fullmatch(line.text)
        rank = label.rank(match[1]) if match else None
        if match and rank is not None:
            yield rank, match[2].strip()
            continue
        chunks = list(line.chunks())
        rank = label.rank(chunks[0].text.rstrip(" :")) if len(chunks) == 2 else None
        if rank is not None:
            yield rank, chunks[1].text.lstrip(": ")
