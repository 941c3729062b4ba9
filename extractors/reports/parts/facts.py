"""Category and attendance of a report, from its label lines and its sentences."""

from collections.abc import Sequence

from evaluation.names import plain
from evaluation.vocabulary.layouts import layouts
from evaluation.vocabulary.phrases import Phrases
from extractors.reports.parts.labels import best_labelled, labelled
from extractors.reports.parts.tolerances import YEARS
from extractors.reports.text.lines import Line


def categories_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Give the categories that label lines say, each once, in printed order."""
    said = best_labelled(lines, layouts().category.line)
    found: dict[str, str] = {}
    for value in said:
        found.setdefault(plain(value), value)
    return tuple(found.values())


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
