"""Which of two files is the newer one, and what becomes of the older one's values."""

import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from evaluation.draft import Item
from evaluation.messages import ngettext
from evaluation.rules import collecting as rules
from evaluation.sources import Source
from extractors.collect.gathering import CollectedScore, Gathering
from extractors.collect.people import person_key

_PROPERTIES = "docProps/core.xml"
_MOST = 1 << 16  # bytes of the properties of a workbook
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*([0-9T:+.Z-]{10,40})\s*<")
_MADE = datetime(2000, 1, 2, tzinfo=UTC)  # forms as they are sent are dated before it
Key = tuple[str, str, Item]


def saved_inside(path: Path) -> datetime | None:
    """Give when a workbook says that it was last saved; None where it does not, or as it was sent.

    Copying and unpacking change the time of a file, not what stands within.
    """
    try:
        with zipfile.ZipFile(path) as book, book.open(_PROPERTIES) as stream:
            found = _MODIFIED.search(stream.read(_MOST))
        moment = datetime.fromisoformat(found[1].decode("ascii")) if found else None
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware if aware >= _MADE else None


def newest(scores: Sequence[CollectedScore], gathering: Gathering) -> Sequence[CollectedScore]:
    """Leave out values that a newer file has otherwise; told once for each two files."""
    latest: dict[Key, CollectedScore] = {}
    for score in scores:
        known = latest.setdefault(_key(score), score)
        if _time(score) > _time(known):
            latest[_key(score)] = score
    kept = []
    older: Counter[tuple[Source, Source]] = Counter()
    for score in scores:
        winner = latest[_key(score)]
        if _time(score) < _time(winner) and score.value != winner.value:
            older[_table(winner), _table(score)] += 1
        else:
            kept.append(score)
    for (winner_at, place), count in older.items():
        message = ngettext(
            "%(count)d value differs from the newer one in %(place)s, which counts.",
            "%(count)d values differ from the newer ones in %(place)s, which count.",
            count,
        )
        told = message % {"count": count, "place": f"{winner_at.file}: {winner_at}"}
        gathering.report(rules.VALUE_OLDER, place, told)
    return kept


def _key(score: CollectedScore) -> Key:
    return score.region, person_key(score.assessor or ""), score.item


def _time(score: CollectedScore) -> datetime:
    return score.file_time or datetime.min.replace(tzinfo=UTC)


def _table(score: CollectedScore) -> Source:
    return Source(score.place.file, score.place.sheet)
