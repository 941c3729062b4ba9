"""Question numbers in codes: ``nilai/q5``, ``G01Q05``, ``P5_nilai``, ``KL-1`` of one family.

Digits are replaced by a sign; of the families that come of it, the one and the place in it whose
numbers cover most questions, each once, tells them. Decimals are never codes.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from evaluation.draft import Item
from evaluation.names import plain
from extractors.collect.headings import Vocabulary
from extractors.collect.questions import Questions, number_in
from extractors.collect.sureness import FAMILY, MOST, PART, RUN

_DIGITS = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[+-]?[0-9]+[.,][0-9]+")
_CODE = re.compile(r"[0-9]")
_LONGEST = 60  # letters of a code
_FEWEST = 3
ALONE = 0.9  # of all codes, for a family to be the one that asks where no question is known
_NEARLY = 0.9  # of the questions of the best family


_PAIR = re.compile(r"([0-9]{1,2}|[a-z]{1,4})\s*[.\s_-]?\s*([0-9]{1,3})", re.IGNORECASE)


def by_pairs(labels: Mapping[int, str], words: Vocabulary) -> Mapping[int, Item]:
    """Give the questions of codes such as ``2.3``, ``B3`` or ``HS-3``: dimension and number.

    That is what they are only where each dimension of the round has as many of them, counted from
    one, and where what stands before them counts the dimensions or abbreviates their names.
    """
    sizes = {d: numbers for d, numbers in words.questions.by_dimension.items() if numbers}
    for groups in (_prefixed(labels), *_of_two_numbers(labels)):
        if len(groups) == len(sizes) > 1 and (items := _paired(groups, sizes)):
            return items
    return {}


Groups = Mapping[str, Mapping[int, int]]


def _prefixed(labels: Mapping[int, str]) -> Groups:
    groups: dict[str, dict[int, int]] = defaultdict(dict)
    for index, text in labels.items():
        found = _PAIR.fullmatch(text.strip().rsplit("/", 1)[-1])
        if found is not None:
            groups[found[1].casefold()][index] = int(found[2])
    return groups


def _of_two_numbers(labels: Mapping[int, str]) -> Iterator[Groups]:
    """Go through the pairs of numbers in codes of the commonest family: ``G01Q05[SQ001]``."""
    codes: dict[str, dict[int, Sequence[str]]] = defaultdict(dict)
    for index, text in labels.items():
        told = text.strip().rsplit("/", 1)[-1]
        if told and len(told) <= _LONGEST and not _DECIMAL.fullmatch(told):
            codes[_DIGITS.sub("#", told).casefold()][index] = _DIGITS.findall(told)
    members = max(codes.values(), key=len, default={})
    count = len(next(iter(members.values()), ()))
    for first, second in combinations(range(count), 2):
        groups: dict[str, dict[int, int]] = defaultdict(dict)
        for index, numbers in members.items():
            groups[str(int(numbers[first][:6]))][index] = int(numbers[second][:6])
        yield groups


def _paired(groups: Groups, sizes: Mapping[str, Sequence[int]]) -> Mapping[int, Item]:
    """Give the questions of numbers by dimension; empty unless they count each of them whole."""
    items: dict[int, Item] = {}
    for (prefix, members), (place, name) in zip(groups.items(), enumerate(sizes), strict=True):
        counted = sorted(members.values()) == list(range(1, len(sizes[name]) + 1))
        if not counted or not _is_prefix(prefix, place, name):
            return {}
        items |= {index: sizes[name][number - 1] for index, number in members.items()}
    return items


def in_rows(texts: Collection[str], words: Vocabulary) -> Mapping[str, Item]:
    """Give the questions of codes that stand in rows, by code; empty where nothing tells them."""
    labels = dict(enumerate(dict.fromkeys(texts)))
    paired = by_pairs(labels, words)
    coded = by_code(labels, words) if not paired else ()
    items = paired or (coded[0].values if len(coded) == 1 else {})
    return {labels[index]: item for index, item in items.items()}


def _is_prefix(prefix: str, place: int, name: str) -> bool:
    """Tell whether a prefix counts a dimension (``2``, ``b``) or abbreviates its name."""
    if prefix in (str(place + 1), chr(ord("a") + place)):
        return True
    letters = iter(plain(name).replace(" ", ""))
    return (
        len(prefix) > 1 and name[:1].casefold() == prefix[0] and all(c in letters for c in prefix)
    )


@dataclass(frozen=True, slots=True)
class Family:
    """The questions that codes of one pattern tell; ``rests`` is each code without its number."""

    values: Mapping[int, Item]
    rests: Mapping[int, str]


def by_code(labels: Mapping[int, str], words: Vocabulary) -> Sequence[Family]:
    """Give the families of codes that cover most questions; empty where none covers enough.

    Several that cover as many are rivals, such as ``P5_target`` and ``P5_nilai``.
    """
    codes: dict[str, dict[int, str]] = defaultdict(dict)
    for index, text in labels.items():
        told = text.strip().rsplit("/", 1)[-1]  # behind the groups of a survey
        if told and len(told) <= _LONGEST and _CODE.search(told) and not _DECIMAL.fullmatch(told):
            codes[_DIGITS.sub("#", told).casefold()][index] = told
    coded = sum(map(len, codes.values()))
    if not words.questions:  # nothing tells which of several families asks the questions
        codes = {sign: members for sign, members in codes.items() if len(members) >= ALONE * coded}
    found = [family for members in codes.values() for family in _slots(members, words.questions)]
    most = max((len(set(family.values.values())) for family in found), default=0)
    return [f for f in found if len(set(f.values.values())) >= _NEARLY * most]


def _slots(members: Mapping[int, str], questions: Questions) -> Sequence[Family]:
    """Give what each place of a family's numbers tells, where it may be questions."""
    numbers = {index: list(_DIGITS.finditer(text)) for index, text in members.items()}
    wanted = max(_FEWEST, FAMILY * len(questions.by_number))
    families = []
    for slot in range(min(map(len, numbers.values()))):
        values = {index: int(found[slot][0][:6]) for index, found in numbers.items()}
        known = all(not questions or n in questions.by_number for n in values.values())
        distinct = len(set(values.values()))
        if _is_run(values.values()):
            wanted = min(wanted, max(RUN, PART * len(questions.by_number)))
        if known and distinct >= wanted and (distinct == len(values) or _evenly(values)):
            rests = {i: _without(members[i], found[slot]) for i, found in numbers.items()}
            families.append(Family(values, rests))
    return families


def _is_run(numbers: Collection[int]) -> bool:
    """Tell whether numbers count on without a gap: a part of the questions may stand alone."""
    return max(numbers) - min(numbers) + 1 == len(set(numbers))


def _without(text: str, number: re.Match[str]) -> str:
    rest = text[: number.start()] + " " + text[number.end() :]
    return plain(rest.replace("_", " ").replace("/", " "))


def _evenly(found: Mapping[int, int]) -> bool:
    """Tell whether each number occurs equally often: once under each assessor or year."""
    return len(set(Counter(found.values()).values())) == 1


def by_dimension(
    parts: Mapping[int, tuple[str, ...]], words: Vocabulary, around: str
) -> Mapping[int, Item] | None:
    """Give the questions of numbers under dimensions, whether they count all or restart.

    ``around`` is the dimension of the whole table, blank where there is none. None where nothing
    names dimensions; empty where the numbers fit them in neither way.
    """
    numbers = {n for texts in parts.values() for text in texts if (n := number_in(text))}
    if not may_be_of(around, numbers, words.questions):
        around = ""
    found: dict[int, tuple[str, int]] = {}
    for index, texts in parts.items():
        dimension = next((d for text in texts if (d := words.dimension(text))), around)
        number = next((n for text in texts if (n := number_in(text)) is not None), None)
        if dimension and number is not None:
            found[index] = (dimension, number)
    if len(found) < min(_FEWEST, len(parts)) or len(found) < len(parts) / 2:
        return None
    sizes = words.questions.by_dimension
    if all(number in sizes.get(d, ()) for d, number in found.values()):
        return {index: number for index, (_d, number) in found.items()}
    return localised(found, words.questions) or {}


def may_be_of(dimension: str, numbers: Collection[int], questions: Questions) -> bool:
    """Tell whether numbers may be those of one dimension, which a title names.

    A title may name one by chance (``Hasil``): most of the round's numbers are not one's alone.
    """
    own = questions.by_dimension.get(dimension, ())
    everywhere = len(set(numbers) & questions.by_number.keys())
    return len(set(numbers)) <= len(own) or everywhere < MOST * len(questions.by_number)


def localised(
    found: Mapping[int, tuple[str, int]], questions: Questions
) -> Mapping[int, Item] | None:
    """Give the questions of numbers under dimensions; None unless one can only be local.

    One table is of one sort: if any number can only count within its dimension, all do.
    """
    sizes = questions.by_dimension
    globally = all(n in sizes.get(d, ()) for d, n in found.values())
    locally = all(0 < n <= len(sizes.get(d, ())) for d, n in found.values())
    if globally or not locally:
        return None
    return {index: sizes[d][n - 1] for index, (d, n) in found.items()}
