"""The region that a report is about, from its label, its cover and its charts.

A name may run over several lines of a cover, and what is only the beginning of another name, or has
another beside it with nearly as much for it, is doubted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from evaluation.doubts import Doubt, doubt
from evaluation.names import name_key, plain
from evaluation.rules import archive as rules
from evaluation.vocabulary.layouts import Region, layouts
from evaluation.vocabulary.regions import kinds
from extractors.reports.parts.labels import LABELLED, best_labelled
from extractors.reports.parts.tolerances import COVERS, TITLES
from extractors.reports.parts.years import YEAR
from extractors.reports.text.lines import Line


def region_of(lines: Sequence[Line], known: Iterable[str]) -> str | None:
    """Give the region that a report is about; ``known`` are regions that its lists name.

    A label line says it plainly. Else it is the line that says nothing but a region, as covers and
    charts do, best if a list knows it.
    """
    said = _labelled(lines)
    if said:
        return said[0]
    keys = {name_key(name) for name in known}
    titled = _in_title(lines) or _above_category(lines)
    if titled is not None and name_key(titled) in keys:
        return titled
    weights, written = _weighed(lines, keys)
    best = max(weights, key=lambda key: weights[key], default=None)
    return written[best] if best is not None and weights[best] > 1 else titled


def region_doubt(region: str | None, lines: Sequence[Line], known: Iterable[str]) -> Doubt | None:
    """Give what speaks against a region: a longer name that it begins, or another one's claim."""
    if region is None:
        return None
    names = {name_key(name): name for name in known}
    weights, written = _weighed(lines, set(names))
    own = name_key(region)
    longer = (name for key, name in (written | names).items() if own != key
              and plain(name).startswith(f"{plain(region)} "))  # fmt: skip
    other = None if own in names else next(longer, None)
    said = [name for name in _labelled(lines) if name_key(name) != own]
    if other is None and not said:
        rivals = {key: weight for key, weight in weights.items() if key != own}
        key = max(rivals, key=lambda one: rivals[one], default=None)
        close = key is not None and 2 * rivals[key] > max(weights[own], 1) and rivals[key] > 2
        said = [written[key]] if key is not None and close else []
    other = other or next(iter(said), None)
    return doubt(rules.REGION_UNSURE, region=region, other=other) if other else None


def _labelled(lines: Sequence[Line]) -> list[str]:
    """Give what the lines with the best label of a region say, each value once."""
    found = best_labelled(lines, layouts().region.line)
    values: dict[str, str] = {}
    for value in found:
        values.setdefault(name_key(value), value)
    return list(values.values())


def _weighed(lines: Sequence[Line], keys: set[str]) -> tuple[Counter[str], dict[str, str]]:
    """Weigh the lines that may name the region; give the weights and the spellings by key."""
    labels = layouts().region
    weights: Counter[str] = Counter()
    written: dict[str, str] = {}
    for index, line in enumerate(lines):
        name = _region_line(line.text, labels)
        if name is None:
            continue
        name, last = _whole(name, lines, index, keys)
        key = name_key(name)
        written.setdefault(key, name)
        weights[key] += _weight(name, key, keys, lines, (index, last))
    return weights, written


def _whole(name: str, lines: Sequence[Line], index: int, known: set[str]) -> tuple[str, int]:
    """Give a name with the lines on which it goes on, and the last of them.

    It goes on where lines look alike, unless the rest of the document knows the first line alone.
    """
    longer, last = name, index
    while last + 1 < len(lines) and _goes_on(lines[last], lines[last + 1]):
        last += 1
        longer = f"{longer} {lines[last].text.strip(' :,.')}"
    if last == index or name_key(longer) in known:
        return longer, last
    rest = " ".join(plain(line.text) for line in (*lines[:index], *lines[last + 1 :]))
    whole, short = (f" {rest} ".count(f" {plain(text)} ") for text in (longer, name))
    alone = name_key(name) in known or short > whole
    return (name, index) if alone and not whole else (longer, last)


def _goes_on(line: Line, following: Line) -> bool:
    """Tell whether a line of a cover goes on with the next: alike in type, close, no new text."""
    text = following.text
    head = plain(text).split()[:1]
    alike = (
        line.page == following.page
        and line.bold == following.bold
        and abs(line.size - following.size) < TITLES.same_type
        and following.box.top - line.box.bottom < COVERS.tight * line.size
        and line.text.isupper() == text.isupper()
    )
    new = (
        (bool(head) and head[0] in {*kinds().short, *kinds().governments})
        or layouts().title.cover.begins(text)
        or layouts().region.stops.begins(text)
    )  # fmt: skip
    named = len(text.split()) <= COVERS.rest_words and text.replace(" ", "").isalpha()
    return alike and named and not new and text[:1].isupper() and _below(line, following)


def _below(line: Line, following: Line) -> bool:
    """Tell whether a line stands in the middle below another, or begins where it does."""
    near = COVERS.beside * line.size
    middles = (line.box.left + line.box.right, following.box.left + following.box.right)
    return abs(line.box.left - following.box.left) < near or abs(middles[0] - middles[1]) < 2 * near


def _in_title(lines: Sequence[Line]) -> str | None:
    """Give what the title on the first page says after the year: the region of a plain cover."""
    first = [line for line in lines if line.page == lines[0].page] if lines else []
    largest = max((line.size for line in first[: COVERS.title_lines]), default=0.0)
    title = [
        line.text for line in first[: COVERS.title_lines] if line.size > COVERS.title * largest
    ]
    text = " ".join(title)
    years = list(YEAR.finditer(text))
    if not years:
        return None
    rest = text[years[-1].end() :].strip(" :–-,") or _before_title(title)
    before = layouts().region.before.begins(rest)
    if before is not None:
        rest = " ".join(rest.split()[len(before.split()) :])
    named = 2 <= len(rest.split()) <= COVERS.title_words and not any(map(str.isdigit, rest))
    return rest if named and not layouts().region.stops.begins(rest) else None


def _above_category(lines: Sequence[Line]) -> str | None:
    """Give the line above the one that says the category, as plain covers have it."""
    label = layouts().category.line
    for name, line in pairwise(line for line in lines if line.page == lines[0].page):
        match = LABELLED.fullmatch(line.text)
        if match and label.is_one(match[1]):
            words = name.text.split()
            digits = any(char.isdigit() for char in name.text)
            return name.text if 2 <= len(words) <= COVERS.name_words and not digits else None
    return None


def _before_title(title: Sequence[str]) -> str:
    """Give the lines above those that a title begins with ("Laporan …"), else its last line."""
    starts = [i for i, text in enumerate(title) if layouts().title.cover.begins(text)]
    if starts and starts[0]:
        return " ".join(title[: starts[0]])
    return title[-1] if len(title) > 1 else ""


def _region_line(written: str, labels: Region) -> str | None:
    """Give the name where a line is a region's name and nothing more."""
    text = written.strip(" :,.")
    words = text.split()
    if not 2 <= len(words) <= COVERS.name_words or any(char.isdigit() for char in text):
        head = plain(text).split()[:1]
        if not (len(words) == 1 and "." in text and head and head[0] in kinds().short):
            return None
    before = labels.before.begins(text)
    if before is not None:
        text = " ".join(words[len(before.split()) :])
    head = plain(text).split()[:1]
    fits = bool(head) and head[0] in kinds().short and "/" not in text
    capital = text.split()[-1][:1].isupper() if text.split() else False
    return text if fits and capital else None


def _weight(
    name: str, key: str, known: set[str], lines: Sequence[Line], place: tuple[int, int]
) -> int:
    """Weigh lines that may name the region: lists, capitals and a cover speak for it."""
    first, last = place
    after = lines[last + 1].text if last + 1 < len(lines) else ""
    before = lines[first - 1].text if first else ""
    weight = 1 + COVERS.listed * (key in known) + COVERS.capitals * name.isupper()
    weight += lines[first].page == 1
    if after.startswith("(") or after[:1].islower():
        weight -= COVERS.broken
    if YEAR.search(before[-COVERS.date_letters :]):
        weight += COVERS.dated
    return weight
