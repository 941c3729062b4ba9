"""Why nothing of a table is taken: one rule each, with the cause and what would settle it.

A table that was misread agrees with the truth by chance in places; so a table is refused as a
whole, never thinned out.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.messages import Message, _
from evaluation.sources import Severity, cell_name
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.around import Around
from extractors.collect.headings import Vocabulary
from extractors.collect.hypotheses import Hypothesis
from extractors.collect.kinds import NEVER, Kind, is_titled_self
from extractors.collect.looks import Look
from extractors.collect.people import person_key
from extractors.collect.questions import number_in
from extractors.collect.reading import Reading
from extractors.collect.sources import Origin
from extractors.collect.sureness import (
    CONTRADICTING_PAIRS,
    CONTRADICTIONS,
    FOREIGN_TEXTS,
    LONG_TEXT,
    OFF_SCALE_COLUMN,
    OFF_SCALE_TABLE,
    REGION_COLUMN,
    UNHEADED,
)
from extractors.collect.tables import Table
from extractors.collect.words import is_mean
from extractors.spreadsheets.values import is_blank

_FEWEST = 8  # numbers from which a share says anything
_SEEN = 60


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a table is not read, and what would settle it."""

    why: Message
    remedy: Message
    severity: Severity = Severity.ERROR


def _refusal(why: Message, remedy: Message | None = None) -> Refusal:
    return Refusal(why, remedy or _("Say in a mapping (--map) what its columns are."))


def of_the_table(
    table: Table, looks: Sequence[Look], around: Around, words: Vocabulary, year: int | None
) -> Refusal | None:
    """Give what headings and titles speak against by themselves; None where nothing does."""
    remarks = (Meaning.COMMENTS, Meaning.POINT)
    if not any(look.may_hold_scores or look.judged.meaning in remarks for look in looks):
        return None
    return (
        _foreign_year(around, year)
        or _longer_rows(table, looks)
        or _column_apart(table, looks, words)
    )


def of_the_reading(
    table: Table, hypothesis: Hypothesis, around: Around, words: Vocabulary
) -> Refusal | None:
    """Give what speaks against the reading that fits best; None where nothing does."""
    return (
        _unheaded(table, hypothesis)
        or _only_self(hypothesis, around)
        or _means(hypothesis, around)
        or _foreign_texts(table, hypothesis, words)
    )


def _foreign_year(around: Around, year: int | None) -> Refusal | None:
    if year is None:
        return None
    for years in around.years.values():
        if years and year not in years:
            told = ", ".join(map(str, sorted(years)))
            why = _("it is of %(years)s, and the round is that of %(year)s")
            return _refusal(
                why % {"years": told, "year": str(year)}, _("Send the file of this round.")
            )
    return None


def _longer_rows(table: Table, looks: Sequence[Look]) -> Refusal | None:
    """Refuse rows that reach beyond the heading: a comma within a number has parted it."""
    headed = [c for c in table.columns if table.heading(c) and c < table.sheet.width]
    if not headed or not table.rows:
        return None
    last = headed[-1]
    sheet = table.sheet
    beyond: Counter[int] = Counter()
    longer = 0
    for row in table.rows:
        cells = sheet.rows[row]
        over = [
            c
            for c in range(last + 1, min(len(cells), table.end))
            if not is_blank(cells[c]) and _is_number(cells[c])
        ]
        longer += bool(over)
        beyond.update(over)
    if not longer or (len(beyond) == 1 and longer >= UNHEADED * len(table.rows)):
        return None
    row = next(
        r for r in table.rows if any(c in beyond and not is_blank(sheet.cell(r, c)) for c in beyond)
    )
    why = _("rows are longer than the heading, row %(row)s first; a comma may have parted numbers")
    remedy = _("Save the file as .xlsx, or put numbers with a comma into quotation marks.")
    return _refusal(why % {"row": str(row + 1)}, remedy)


def _is_number(cell: object) -> bool:
    if isinstance(cell, str):
        return cell.strip()[:1].isdigit() and len(cell.strip()) < 8
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _column_apart(table: Table, looks: Sequence[Look], words: Vocabulary) -> Refusal | None:
    """Refuse a heading that stands a column beside its rows: regions under another word."""
    headed = [
        look for look in looks if _says(look, words) is Meaning.REGION and not look.is_settled
    ]
    if not headed or not words.regions.names or any(look.is_settled for look in looks):
        return None
    if any(_names_regions(table, look.index, words) for look in headed):
        return None
    for look in looks:
        if look not in headed and _names_regions(table, look.index, words):
            why = _("the regions stand under '%(heading)s', and something else under '%(region)s'")
            facts = {"heading": look.heading[:40] or "–", "region": headed[0].heading[:40]}
            return _refusal(why % facts, _("Put the headings above their columns."))
    return None


def _says(look: Look, words: Vocabulary) -> Meaning | None:
    guesses = [words.word(part) for part in look.parts]
    return next((g.meaning for g in guesses if g and g.sureness >= 0.9), None)


def _names_regions(table: Table, column: int, words: Vocabulary) -> bool:
    texts = [t for row in table.rows[:_SEEN] if (t := table.sheet.text(row, column))]
    known = sum(words.regions.knows(text) for text in texts)
    return bool(texts) and known >= REGION_COLUMN * len(texts)


def _unheaded(table: Table, hypothesis: Hypothesis) -> Refusal | None:
    """Refuse headings that reach over columns of their own: the first of them may be any."""
    scored = [column.index for column in hypothesis.columns]
    between = [
        column
        for column in table.columns
        if scored[0] < column <= scored[-1] + 1 and not table.heading(column)
    ]
    held = [column for column in between if _holds_numbers(table, column)]
    if len(held) < 2 or len(scored) < 2:
        return None
    why = _("columns without a heading stand between those of the scores, %(column)s first")
    remedy = _("Give each column a heading of its own.")
    return _refusal(why % {"column": cell_name(0, held[0])[:-1]}, remedy)


def _holds_numbers(table: Table, column: int) -> bool:
    cells = [c for r in table.rows[:_SEEN] if not is_blank(c := table.sheet.cell(r, column))]
    return sum(map(_is_number, cells)) > len(cells) / 2


def _only_self(hypothesis: Hypothesis, around: Around) -> Refusal | None:
    if hypothesis.kind is not Kind.SELF and not any(map(is_titled_self, around.titles)):
        return None
    why = _("it holds what regions say of themselves, not what assessors gave")
    return _refusal(why, _("Send the assessors' scores."))


def _means(hypothesis: Hypothesis, around: Around) -> Refusal | None:
    if hypothesis.assessor.origin is not Origin.NONE or hypothesis.kind in NEVER:
        return None
    if not any(is_mean(title) for title in around.titles):
        return None
    return _refusal(_("it holds means and names no assessor"), _("Send the assessors' scores."))


def _foreign_texts(table: Table, hypothesis: Hypothesis, words: Vocabulary) -> Refusal | None:
    """Refuse numbers beside long texts that are not the round's: a form of another programme."""
    if not words.questions.worded:
        return None
    texts = _texts_beside(table, hypothesis)
    long = [text for text in texts if len(text.split()) >= LONG_TEXT]
    foreign = [text for text in long if words.questions.by_text(text).number is None]
    if len(long) < 2 or len(foreign) <= FOREIGN_TEXTS * len(long):
        return None
    why = _("its questions are not those of the round: '%(text)s'")
    return _refusal(why % {"text": foreign[0][:60]}, _("Send the form of this round."))


def _texts_beside(table: Table, hypothesis: Hypothesis) -> Sequence[str]:
    source = hypothesis.question
    if source.origin is Origin.HEADING:
        return [
            part
            for column in hypothesis.columns
            for part in table.parts(column.index)
            if number_in(part) is None
        ]
    if source.origin is not Origin.ROW:
        return ()
    columns = [c for c in table.columns if c not in {s.index for s in hypothesis.columns}]
    beside = [source.beside] if source.beside is not None else columns
    texts = {
        table.sheet.text(row, c) for row in table.rows[:_SEEN] for c in beside if c is not None
    }
    if source.beside is None and source.column is not None:
        texts = {t for t in texts if t.endswith("?") or len(t.split()) >= 2 * LONG_TEXT - 2}
        return sorted(texts)
    return sorted(texts)


def after_reading(readings: Sequence[Reading], seen: Sequence[tuple[int, bool]]) -> Refusal | None:
    """Give what the numbers themselves speak against; ``seen`` tells column and whether it fits."""
    return _off_scale(seen) or _contradicting(readings)


def _off_scale(seen: Sequence[tuple[int, bool]]) -> Refusal | None:
    wrong = sum(not fits for _column, fits in seen)
    if len(seen) < _FEWEST or wrong <= OFF_SCALE_TABLE * len(seen):
        return None
    share = f"{100 * wrong / len(seen):.0f}"
    why = _("%(share)s %% of its numbers lie off the scale of the round or its steps")
    return _refusal(why % {"share": share}, _("See whether it holds scores of this round."))


def bad_columns(seen: Sequence[tuple[int, bool]]) -> frozenset[int]:
    """Give the columns whose numbers lie off the scale too often for the rest to be scores."""
    whole: Counter[int] = Counter(column for column, _fits in seen)
    wrong: Counter[int] = Counter(column for column, fits in seen if not fits)
    return frozenset(
        c for c, n in wrong.items() if whole[c] >= 4 and n > OFF_SCALE_COLUMN * whole[c]
    )


def _contradicting(readings: Sequence[Reading]) -> Refusal | None:
    """Refuse places with two values, unless few pairs have them all: a form that was sent twice."""
    values: dict[tuple[str, str, object], set[object]] = defaultdict(set)
    for one in readings:
        if one.value is not None:
            values[one.region, person_key(one.assessor), one.item].add(one.value)
    wrong = [place for place, found in values.items() if len(found) > 1]
    pairs = {place[:2] for place in values}
    bad = {place[:2] for place in wrong}
    if not wrong or len(wrong) <= max(1, CONTRADICTIONS * len(values)):
        return None
    if len(bad) <= CONTRADICTING_PAIRS * len(pairs):
        return None
    region, who, item = wrong[0]
    why = _("it gives several values for one place: '%(region)s', %(item)s, %(assessor)s")
    facts = {"region": region, "item": str(item), "assessor": who or "–"}
    return _refusal(why % facts, _("Add a column that says whose each row is."))
