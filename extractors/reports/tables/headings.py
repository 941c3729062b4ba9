"""The heading above a table, told from rows and from running text."""

from collections.abc import Iterator, Sequence

from evaluation.vocabulary.layouts import layouts
from extractors.reports.tables.tolerances import ROWS, TABLES
from extractors.reports.text.lines import Line
from extractors.reports.text.values import is_value


def row_number(line: Line) -> int | None:
    """Give the number that a row begins with on this line; None where it begins with none."""
    word = line.words[0].text.rstrip(".)")
    number = int(word) if word.isdecimal() and len(word) <= ROWS.digits else None
    if number is not None:
        return number
    for chunk in line.chunks():
        word = chunk.words[0].text.rstrip(".)")
        if word.isdecimal() and len(word) <= ROWS.digits:
            return int(word)
    return None


def title_above(lines: Sequence[Line], head_top: float) -> tuple[Line, ...]:
    """Give the lines right above a head that may be its heading, top to bottom."""
    return tuple(reversed(list(_upwards(lines, head_top))))


def is_title(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether the last line of a page is the heading of a table on the next."""
    usual = sorted(other.size for other in lines)[len(lines) // 2]
    labelled = layouts().title.before.begins(line.text) is not None
    short = len(line.words) <= TABLES.title_words
    return line.bold and short and (line.size > TABLES.larger * usual or labelled)


def _upwards(lines: Sequence[Line], below: float) -> Iterator[Line]:
    """Give the lines of a heading from the last one upwards: bold, large, or set apart."""
    usual = min((line.size for line in lines), default=0.0)
    for index in range(len(lines) - 1, max(len(lines) - 1 - TABLES.title_lines, -1), -1):
        line = lines[index]
        gap = line.box.top - lines[index - 1].box.bottom if index else float("inf")
        heading = line.bold or line.size > TABLES.larger * usual
        near = below - line.box.bottom <= TABLES.title_reach * line.size
        if not near or not (heading or gap > TABLES.title_gap * line.size):
            return
        if row_number(line) is not None and is_value(line.words[-1].text):
            return
        if len(list(line.chunks())) > TABLES.title_chunks:
            return
        if layouts().rows.average.begins(line.text) and is_value(line.words[-1].text):
            return
        yield line
        below = line.box.top
