"""Region, category, year and attendance of a report, from its cover and its label lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from evaluation.names import name_key, plain
from evaluation.vocabulary.layouts import Region, layouts
from evaluation.vocabulary.phrases import Phrases
from evaluation.vocabulary.regions import kinds
from extractors.reports.parts.tolerances import COVERS, YEARS
from extractors.reports.text.lines import Line

_YEAR_WORD = r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])(?!\s*[-–/]\s*(?:19|20)?[0-9]{2})"
_YEAR = re.compile(_YEAR_WORD)
_LABELLED = re.compile(r"\s*([^:]{2,45}?)\s*:\s*(\S.*)")


def labelled(lines: Iterable[Line], label: Phrases) -> str | None:
    """Give the value of the first line "label: value" whose label is one of the phrases."""
    for line in lines:
        match = _LABELLED.fullmatch(line.text)
        if match and label.is_one(match[1]):
            return match[2].strip()
        chunks = list(line.chunks())
        if len(chunks) == 2 and label.is_one(chunks[0].text.rstrip(" :")):
            return chunks[1].text.lstrip(": ")
    return None


def region_of(lines: Sequence[Line], known: Iterable[str]) -> str | None:
    """Give the region that a report is about; ``known`` are regions that its lists name.

    A label line says it plainly. Else it is the line that says nothing but a region, as covers and
    charts do, best if a list knows it.
    """
    labels = layouts().region
    said = labelled(lines, labels.line)
    if said is not None:
        return said
    keys = {name_key(name) for name in known}
    weights: Counter[str] = Counter()
    written: dict[str, str] = {}
    for index, line in enumerate(lines):
        name = _region_line(line, labels)
        if name is None:
            continue
        key = name_key(name)
        written.setdefault(key, name)
        weights[key] += _weight(name, key, keys, lines, index)
    best = max(weights, key=lambda key: weights[key], default=None)
    titled = _in_title(lines)
    titled = titled or _above_category(lines)
    if titled is not None and name_key(titled) in keys:
        return titled
    return written[best] if best is not None and weights[best] > 1 else titled


def _in_title(lines: Sequence[Line]) -> str | None:
    """Give what the title on the first page says after the year: the region of a plain cover."""
    first = [line for line in lines if line.page == lines[0].page] if lines else []
    largest = max((line.size for line in first[: COVERS.title_lines]), default=0.0)
    title = [
        line.text for line in first[: COVERS.title_lines] if line.size > COVERS.title * largest
    ]
    text = " ".join(title)
    years = list(_YEAR.finditer(text))
    if not years:
        return None
    rest = text[years[-1].end() :].strip(" :–-,") or _before_title(title)
    before = layouts().region.before.begins(rest)
    if before is not None:
        rest = " ".join(rest.split()[len(before.split()) :])
    named = 2 <= len(rest.split()) <= COVERS.title_words and not _YEAR.search(rest)
    return rest if named else None


def _above_category(lines: Sequence[Line]) -> str | None:
    """Give the line above the one that says the category, as plain covers have it."""
    label = layouts().category.line
    for name, line in pairwise(line for line in lines if line.page == lines[0].page):
        match = _LABELLED.fullmatch(line.text)
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


def _region_line(line: Line, labels: Region) -> str | None:
    """Give the name where a line is a region's name and nothing more."""
    text = line.text.strip(" :,.")
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


def _weight(name: str, key: str, known: set[str], lines: Sequence[Line], index: int) -> int:
    """Weigh a line that may name the region: lists, capitals and a cover speak for it."""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    before = lines[index - 1].text if index else ""
    weight = 1 + COVERS.listed * (key in known) + COVERS.capitals * name.isupper()
    weight += lines[index].page == 1
    if after.startswith("(") or after[:1].islower():
        weight -= COVERS.broken
    if _YEAR.search(before[-COVERS.date_letters :]):
        weight += COVERS.dated
    return weight


def year_of(lines: Sequence[Line]) -> int | None:
    """Give the year of the evaluation: from a label line, else as the titles have it."""
    labels = layouts().year
    said = labelled(lines, labels.line)
    if said is not None and (match := _YEAR.search(said)):
        return int(match[1])
    for found in (_near_word(lines, labels.near), _in_titles(lines)):
        years = Counter(found)
        if years:
            return max(years, key=lambda year: years[year])
    return None


def _near_word(lines: Sequence[Line], near: Phrases) -> Iterator[int]:
    words = "|".join(near.all)
    pattern = re.compile(rf"\b(?:{words})\s+{_YEAR_WORD}", re.IGNORECASE)
    first = lines[0].page if lines else 0
    for line in lines:
        weight = YEARS.first_page if line.page == first else 1
        for match in pattern.finditer(line.text):
            yield from [int(match[1])] * weight


def _in_titles(lines: Sequence[Line]) -> Iterator[int]:
    first = [line for line in lines if line.page == lines[0].page]
    for line in first[: YEARS.lines]:
        yield from (int(match[1]) for match in _YEAR.finditer(line.text))


def category_of(lines: Sequence[Line]) -> str | None:
    """Give the category where a label line says it; None elsewhere."""
    return labelled(lines, layouts().category.line)


def attended(lines: Sequence[Line], region: str | None, scored: bool) -> bool | None:
    """Tell whether the region took part: it has scores, or a sentence says that it did not."""
    if scored:
        return True
    labels = layouts().participation
    said = labelled(lines, labels.line)
    if said is not None:
        for phrases, answer in ((labels.no, False), (labels.yes, True)):
            if phrases.is_one(said) or phrases.begins(said):
                return answer
    if region is not None and _says_absent(lines, region, labels.sentences):
        return False
    return None


def _says_absent(lines: Sequence[Line], region: str, sentences: Phrases) -> bool:
    area = " ".join(plain(region).split()[1:])
    for index, _line in enumerate(lines):
        text = " ".join(other.text for other in lines[index : index + YEARS.sentence_lines])
        words = plain(text)
        place = words.find(area) if area else -1
        end = place + len(area) + YEARS.after
        if 0 <= place < YEARS.before and sentences.within(text[:end]):
            return True
    return False
