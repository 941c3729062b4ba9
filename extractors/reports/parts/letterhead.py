"""Number and date of the letter, from its own head or from that of an annex."""

import datetime
import re
from collections.abc import Sequence

from evaluation.record import RecordedLetter
from evaluation.vocabulary.layouts import layouts
from extractors.reports.parts.tolerances import LETTERS
from extractors.reports.text.lines import Line
from letters.dates import parse_date

_NUMBER = re.compile(r"(?<!\S)([A-Z0-9][\w.\-–]*(?:/[\w.\-–&]+){2,})", re.ASCII)
_DATE = re.compile(r"[0-9]{1,2}\s+[^\W\d_]+\s+[0-9]{4}")


def read_letter(lines: Sequence[Line]) -> RecordedLetter:
    """Read the letter's number and date: from the first head that says "Nomor :"."""
    number = layouts().letter.number
    for index, line in enumerate(lines):
        if number.begins(line.text) is None or _wordy(line):
            continue
        match = _NUMBER.search(line.text.replace(" /", "/").replace("/ ", "/"))
        if match is None:
            continue
        near = lines[max(0, index - LETTERS.above) : index + LETTERS.below + 1]
        near = [other for other in near if other.page == line.page]
        return RecordedLetter(match[1].strip(".,;"), _date(near))
    return RecordedLetter()


def _wordy(line: Line) -> bool:
    """Tell whether the label begins a sentence: no colon or number follows it."""
    return ":" not in line.text and not _NUMBER.search(line.text)


def _date(lines: Sequence[Line]) -> datetime.date | None:
    label = layouts().letter.date
    for line in lines:
        for match in _DATE.finditer(line.text):
            before = line.text[: match.start()].rstrip()
            day = parse_date(match[0])
            alone = before.endswith((",", ":")) or not before
            if day and (alone or label.begins(line.text)) and not line.text[match.end() :]:
                return day
    return None
