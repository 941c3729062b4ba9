"""The sheet ``Surat`` → the facts of the letter, the scale, and how unscored questions count."""

from decimal import Decimal

from evaluation.messages import Message, _
from evaluation.model import Fact, Facts, Scale
from evaluation.names import name_key, nearest, similarity
from evaluation.rules import workbook as rules
from evaluation.sources import Source
from evaluation.workbook.facts import AVERAGE_WHAT_IS_THERE, FACTS, JOINED_KEYS, SURAT_KEYS
from evaluation.workbook.shapes import Kind
from evaluation.workbook.sheets import (
    SURAT,
)
from extractors.spreadsheets.cells import Cell
from extractors.spreadsheets.values import is_blank, is_broken, number_of, text_of
from extractors.workbook.tables import Row, Table
from letters.dates import format_date, parse_date

SCALE_MINIMUM, SCALE_MAXIMUM = FACTS.scale_minimum.key, FACTS.scale_maximum.key
SCALE_STEP, WHEN_UNSCORED = FACTS.scale_step.key, FACTS.when_unscored.key
_KNOWN = {name_key(fact.key): fact for fact in SURAT_KEYS}
_JOINED = frozenset(map(name_key, JOINED_KEYS))

# Stands in for a scale that is missing or wrong, so that all else in the scores is still looked at.
ANY_SCALE = Scale(Decimal(-(10**9)), Decimal(10**9), None)
_ALIKE = 0.8  # how alike an unknown key must be to a missing one to be taken for a misspelling


def read_facts(table: Table) -> Facts:
    """Read all facts in the order of the sheet; reports repeated and misspelled keys."""
    facts = Facts(tuple(fact for row in table if (fact := _fact(row)) is not None))
    _report_repeats(table, facts)
    _report_misspelled(table, facts)
    return facts


def _fact(row: Row) -> Fact | None:
    key, value = row.text(SURAT.key), _value(row)
    if key:
        return Fact(key, value, row.source(SURAT.value))
    told = not row.table.fills(SURAT.key) or is_broken(row.cell(SURAT.key))
    if value and row.has(SURAT.key) and not told:
        row.report(rules.CELL_BLANK, SURAT.key, _("there is a value without a key."), _("Name it."))
    return None


def _value(row: Row) -> str:
    """Give the text of a fact: dates are written out, decimals with a comma, as in a letter."""
    cell, text = row.cell(SURAT.value), row.text(SURAT.value)
    if isinstance(cell, float):
        return text.replace(".", ",")
    known = _KNOWN.get(name_key(row_key(row)))
    day = parse_date(text) if known and known.kind is Kind.DATE else None
    return format_date(day) if day else text


def row_key(row: Row) -> str:
    """Give the key of a row of facts, without reporting anything."""
    return text_of(row.cell(SURAT.key))


def _report_repeats(table: Table, facts: Facts) -> None:
    """Report a second value for a key of the letter that may have only one."""
    first: dict[str, Source] = {}
    for fact in facts:
        key = name_key(fact.key)
        if not fact.value or key not in _KNOWN or _KNOWN[key].repeats:
            continue
        other = first.setdefault(key, fact.source)
        if other is not fact.source:
            message = _("'%(key)s' has a value in %(other)s already.")
            told = message % {"key": fact.key, "other": other}
            remedy = _("Delete one of the two rows.")
            table.findings.add(rules.FACT_REPEATED.found(fact.source, told, remedy))


def _report_misspelled(table: Table, facts: Facts) -> None:
    """Report an unknown key that is nearly one of the letter's own, which is missing."""
    present = {name_key(fact.key) for fact in facts}
    missing = [known.key for key, known in _KNOWN.items() if key not in present]
    for row in table:
        key = row_key(row)
        if not key or name_key(key) in _KNOWN or name_key(key) in _JOINED:
            continue
        near = nearest(key, missing)
        if near and similarity(key, near[0]) >= _ALIKE:
            message = _("'%(key)s' is none of the letter's keys.") % {"key": key}
            remedy = _("Did you mean '%(near)s'?") % {"near": near[0]}
            table.findings.add(rules.FACT_UNKNOWN.found(row.source(SURAT.key), message, remedy))


def read_scale(table: Table) -> Scale:
    """Read the scale; what is missing of it or contradicts the rest is reported.

    Ends that cannot be had are those of ``ANY_SCALE``, a step that cannot be had is None: whatever
    else is wrong with the scores is found all the same.
    """
    if not (table.fills(SURAT.key) and table.fills(SURAT.value)):
        return ANY_SCALE
    minimum, maximum, step = (_number(table, k) for k in (SCALE_MINIMUM, SCALE_MAXIMUM, SCALE_STEP))
    if minimum is None or maximum is None:
        return ANY_SCALE
    fault = _scale_fault(minimum, maximum, step)
    if fault is None:
        return Scale(minimum, maximum, step)
    key, message = fault
    remedy = _("A scale is, for example, 1 to 4 by 1.")
    table.findings.add(rules.SCALE_WRONG.found(_place(table, key), message, remedy))
    return Scale(minimum, maximum, None) if key == SCALE_STEP else ANY_SCALE


def _scale_fault(
    minimum: Decimal, maximum: Decimal, step: Decimal | None
) -> tuple[str, Message] | None:
    """Give the key at fault and what is wrong; None when all is well."""
    if minimum >= maximum:
        message = _("the highest score, %(maximum)s, is not above the lowest, %(minimum)s.")
        return SCALE_MAXIMUM, message % {"maximum": maximum, "minimum": minimum}
    if step is None:
        return None
    if step <= 0:
        return SCALE_STEP, _("the step of the scale, %(step)s, is not above 0.") % {"step": step}
    if (maximum - minimum) % step:
        message = _("the step %(step)s does not lead from %(minimum)s to %(maximum)s.")
        return SCALE_STEP, message % {"step": step, "minimum": minimum, "maximum": maximum}
    return None


def _cell(table: Table, key: str) -> tuple[Source, Cell] | None:
    """Give place and raw value of a key: the first row that has a value, else the first row."""
    rows = [row for row in table if name_key(row_key(row)) == name_key(key)]
    filled = [row for row in rows if not is_blank(row.cell(SURAT.value))]
    row = next(iter(filled or rows), None)
    return None if row is None else (row.source(SURAT.value), row.cell(SURAT.value))


def _place(table: Table, key: str) -> Source:
    found = _cell(table, key)
    return found[0] if found else table.source(0, None)


def _number(table: Table, key: str) -> Decimal | None:
    """Give a number that the round needs; what is missing or none is reported."""
    found = _cell(table, key)
    source, cell = found or (table.source(0, None), "")
    number = number_of(cell)
    if isinstance(number, Decimal):
        return number
    if is_broken(cell):
        return None  # reported with the facts
    if number is None:
        message = _("'%(key)s' is missing.") % {"key": key}
        remedy = _("Write its number beside the key, for example 1.")
    else:
        message = _("'%(text)s' is not a number.") % {"text": text_of(cell)[:40]}
        remedy = _("'%(key)s' is a number, for example 1.") % {"key": key}
    table.findings.add(rules.SCALE_MISSING.found(source, message, remedy))
    return None


def read_averages_what_is_there(table: Table) -> bool:
    """Tell whether unscored questions are left out of means (the key ``Nilai Kosong``).

    Where the sheet cannot be read, which was reported, nothing is missing for want of an answer.
    """
    if not (table.has(SURAT.key) and table.has(SURAT.value)):
        return True
    found = _cell(table, WHEN_UNSCORED)
    if found is None or is_blank(found[1]) or is_broken(found[1]):
        return False
    text = text_of(found[1])
    if name_key(text) == name_key(AVERAGE_WHAT_IS_THERE):
        return True
    message = _("'%(text)s' is no answer to '%(key)s'.") % {"text": text[:40], "key": WHEN_UNSCORED}
    remedy = _("Leave it blank or write: %(answer)s.") % {"answer": AVERAGE_WHAT_IS_THERE}
    table.findings.add(rules.CHOICE_UNKNOWN.found(found[0], message, remedy))
    return False
