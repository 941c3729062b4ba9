"""Collect a case and count: right, wrong in silence, missing and told, missing in silence."""

import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from benchmarks.messy.paper import Case, Place
from evaluation.draft import FoundScore, Item, Known
from evaluation.names import name_key, plain
from evaluation.sources import Source
from evaluation.understanding import Collected
from extractors.collect import collect

Key = tuple[str, str, Item]
_WHOLE = ("table was not understood", "sheet is hidden", "holds no table", "holds neither scores")
"""What is said at the first cell of a table about all of it."""
_KINDS = {"kabupaten": "kab", "pemkab": "kab", "pemkot": "kota"}


@dataclass
class Tally:
    """Counts of one run and the commonest causes."""

    counts: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)

    def wrong(self, cause: str) -> None:
        """Count a value that is not the truth and of which nothing tells."""
        self.counts["wrong"] += 1
        self.causes[cause] += 1


def run_case(case: Case, *, into: bool) -> Tally:
    """Collect the files of a case, with the round or without, and score what came of them."""
    with tempfile.TemporaryDirectory() as name:
        case.write(Path(name))
        found = collect([Path(name)], known=case.programme.known if into else Known())
    return Scorer(case, found).tally()


class Scorer:
    """Holds what was collected against the truth of a case."""

    def __init__(self, case: Case, found: Collected) -> None:
        self._case = case
        self._found = found
        self._told = _Told(found)
        self._regions = {_region_key(region): region for region in case.programme.regions}
        self._asked = _asked(case, found)
        self._truth: dict[Key, Place] = {
            (region, name_key(who), number): place
            for (region, who, number), place in case.truth.items()
        }
        self._seen: set[Key] = set()
        self._tally = Tally()

    def tally(self) -> Tally:
        """Count."""
        nameless = defaultdict(list)
        for score in self._found.draft.scores:
            key = self._key(score)
            if score.value is None:
                continue
            if key in self._truth:
                self._against(key, score.value)
            elif not key[1]:
                nameless[key[0], key[2]].append(score.value)
            else:
                place = f"{score.region} / {score.assessor} / {score.item} ({score.source})"
                self._tally.wrong(f"not in the truth: {place}")
        for (region, item), values in nameless.items():
            for value in values:
                self._nameless(region, item, value)
        self._missing()
        self._comments()
        return self._tally

    def _key(self, score: FoundScore) -> Key:
        item = score.item
        number = self._asked.get(item, item) if isinstance(item, int) else item
        region = self._regions.get(_region_key(score.region), score.region)
        return region, name_key(score.assessor or ""), number

    def _against(self, key: Key, value: Decimal) -> None:
        place = self._truth[key]
        self._seen.add(key)
        if place.value == value:
            self._tally.counts["right"] += not place.lost
        elif self._told.flags(place):
            self._tally.counts["wrong told"] += 1
        else:
            at = f"{place.sheet} {place.row + 1},{place.column + 1}"
            self._tally.wrong(f"{value} for {place.value} at {at}")

    def _nameless(self, region: str, item: Item, value: Decimal) -> None:
        """Match a value without an assessor to whoever gave it."""
        left = (
            key
            for key, place in self._truth.items()
            if key not in self._seen and (key[0], key[2], place.value) == (region, item, value)
        )
        key = next(left, None)
        if key is None:
            self._tally.wrong(f"not in the truth: {region} / nobody / {item}")
        else:
            self._seen.add(key)
            self._tally.counts["nameless"] += 1

    def _missing(self) -> None:
        for key, place in self._truth.items():
            if key not in self._seen:
                kind = "lost" if place.lost else "missing"
                told = self._told.of(place)
                self._tally.counts[kind if told else f"{kind} in silence"] += 1
                if not told:
                    self._tally.causes[f"{kind} in silence: {place.file} {place.sheet}"] += 1
        self._tally.counts["values"] = sum(not place.lost for place in self._truth.values())

    def _comments(self) -> None:
        want = {_comment(*comment) for comment in self._case.comments}
        drafted = self._found.draft.comments
        have = {_comment(c.region, c.section, c.assessor, c.point) for c in drafted}
        self._tally.counts["comments"] = len(want)
        self._tally.counts["comments right"] = len(want & have)
        self._tally.counts["comments wrong"] = len(have - want)


def _asked(case: Case, found: Collected) -> Mapping[int, int]:
    """Give the number in the truth of each number of the draft, by the texts of the questions."""
    by_text = {plain(text): number for number, text in case.programme.texts.items()}
    return {
        question.number: by_text[plain(question.text)]
        for question in found.draft.questions
        if plain(question.text) in by_text
    }


def _comment(region: str, section: str, who: str, text: str) -> tuple[str, ...]:
    return _region_key(region), plain(section), name_key(who), plain(text)


def _region_key(text: str) -> str:
    words = re.sub(r"[.,()\-–_]", " ", text.casefold()).split()
    return "".join(_KINDS.get(word, word) for word in words)


class _Told:
    """What was said of files, sheets, rows, columns and cells."""

    def __init__(self, found: Collected) -> None:
        self._read_as: set[tuple[str, str | None, int, int | None]] = set()
        self._places: dict[str, set[tuple[str | None, int | None, int | None]]] = defaultdict(set)
        for source, message in self._said(found):
            row, column = _cell(source)
            if any(words in message for words in _WHOLE):
                row = column = None
            self._places[source.file].add((source.sheet, row, column))
            if row is not None and "was read as" in message:
                self._read_as.add((source.file, source.sheet, row, column))

    @staticmethod
    def _said(found: Collected) -> Iterator[tuple[Source, str]]:
        for finding in found.findings:
            if finding.source:
                yield finding.source, str(finding.message)
        for unused in found.unused:
            yield unused.place, str(unused.why)

    def of(self, place: Place) -> bool:
        """Tell whether anything was said of a value's cell, row, column, sheet or file."""
        return any(
            sheet is None
            or (sheet == place.sheet and (row in (None, place.row) or column == place.column))
            for name, said in self._places.items()
            if name.endswith(place.file.rsplit("/", 1)[-1]) or place.file.startswith(name)
            for sheet, row, column in said
        )

    def flags(self, place: Place) -> bool:
        """Tell whether a cell was told to be read in another way than it is written."""
        at = (place.sheet, place.row, place.column)
        return any(name.endswith(place.file) and at == (s, r, c) for name, s, r, c in self._read_as)


def _cell(source: Source) -> tuple[int | None, int | None]:
    if source.cell is None:
        return None, None
    letters, row = coordinate_from_string(source.cell.split(":")[0])
    return row - 1, column_index_from_string(letters) - 1
