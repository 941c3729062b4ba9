"""The sheets ``Instrumen``, ``Dimensi`` and ``Elemen`` → what is asked, joined with its weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from evaluation.messages import _
from evaluation.model import Dimension, Element, Question, WhenMissing
from evaluation.names import name_key
from evaluation.rules import workbook as rules
from evaluation.sources import Source
from evaluation.workbook.shapes import Column
from evaluation.workbook.sheets import DIMENSI, ELEMEN, INSTRUMEN
from extractors.spreadsheets.values import is_broken, text_of
from extractors.workbook.joins import Names
from extractors.workbook.tables import Row, Table
from extractors.workbook.weights import Weighted, Weights


@dataclass(frozen=True, slots=True)
class Naming:
    """How a dimension is called and explained."""

    letter_name: str
    table_name: str
    description: str


Questions = Mapping[str, tuple[Question, ...]]
_NO_WEIGHTS: Mapping[str, Decimal] = {}


def read_questions(table: Table, weighted: Names) -> Questions:
    """Give the questions of each dimension, in the order of the sheet.

    Reports missing and repeated numbers, and blank texts.
    """
    questions: dict[str, list[Question]] = {}
    first: dict[int, Source] = {}
    grouped = any(text_of(row.cell(INSTRUMEN.indicator)) for row in table)
    for row in table:
        number = _number(row, first)
        text = row.needed(INSTRUMEN.question)
        name = _dimension(row, weighted)
        if number is not None and name:
            questions.setdefault(name, []).append(
                Question(
                    number,
                    _indicator(row, grouped=grouped),
                    row.text(INSTRUMEN.sub_indicator),
                    text,
                    row.source(INSTRUMEN.question),
                )
            )
    return {name: tuple(each) for name, each in questions.items()}


def _number(row: Row, first: dict[int, Source]) -> int | None:
    """Give a question's number; None, with the reason reported, when it cannot be used."""
    number = whole_number(row, INSTRUMEN.number)
    if number is None:
        return None
    source = row.source(INSTRUMEN.number)
    other = first.setdefault(number, source)
    if other is not source:
        message = _("the question number %(number)d stands in %(other)s already.")
        told = message % {"number": number, "other": other}
        row.report(
            rules.QUESTION_REPEATED,
            INSTRUMEN.number,
            told,
            _("Give each question a number of its own."),
        )
        return None
    return number


def whole_number(row: Row, column: Column) -> int | None:
    """Give the whole number above 0 in a column; reports a blank or anything else."""
    if not row.needed(column):
        return None
    number = row.number_at(row.table.columns[column.heading])
    if not isinstance(number, Decimal):
        return None
    if number != int(number) or number < 1:
        message = _("'%(text)s' is not a whole number above 0.") % {"text": number}
        row.report(rules.NUMBER_NOT_WHOLE, column, message, _("Number the rows 1, 2, 3 …"))
        return None
    return int(number)


def _indicator(row: Row, *, grouped: bool) -> str:
    """Give a question's indicator; warn where it alone has none (merged cells hold one value)."""
    text = row.text(INSTRUMEN.indicator)
    if grouped and not text and not is_broken(row.cell(INSTRUMEN.indicator)):
        message = _("the question has no indicator, unlike others.")
        remedy = _("If the cell is merged with the one above, unmerge it and fill it in.")
        place = row.source(INSTRUMEN.indicator)
        row.table.findings.add(rules.INDICATOR_BLANK.found(place, message, remedy))
    return text


def _dimension(row: Row, weighted: Names) -> str:
    """Give the name of a question's dimension, as the weights spell it where they have it."""
    text = row.needed(INSTRUMEN.dimension)
    return weighted.find(text) or text if text else ""


def read_naming(table: Table, dimensions: Names) -> Mapping[str, Naming]:
    """Give how each dimension is called; one that the sheet lacks is absent."""
    naming: dict[str, Naming] = {}
    for row in table:
        name = known_dimension(row, dimensions)
        if name and name in naming:
            message = _("the dimension '%(name)s' stands in the sheet twice.") % {"name": name}
            row.report(
                rules.DIMENSION_REPEATED,
                DIMENSI.dimension,
                message,
                _("Delete one of the two rows."),
            )
        elif name:
            naming[name] = Naming(
                row.text(DIMENSI.letter_name) or name,
                row.text(DIMENSI.table_name) or name,
                row.text(DIMENSI.description),
            )
    return naming


def read_elements(table: Table, dimensions: Names) -> Mapping[str, tuple[Element, ...]]:
    """Give the elements of each dimension, in the order of the sheet."""
    elements: dict[str, list[Element]] = {}
    for row in table:
        name = known_dimension(row, dimensions)
        element = Element(row.needed(ELEMEN.element), row.text(ELEMEN.description))
        if name:
            elements.setdefault(name, []).append(element)
    return {name: tuple(each) for name, each in elements.items()}


def known_dimension(row: Row, dimensions: Names) -> str | None:
    """Give the dimension that a row is about; None when it is none, which ``joined`` reports."""
    text = row.needed(DIMENSI.dimension)
    return dimensions.find(text) if text else None


def all_dimensions(questions: Questions, weighted: Names) -> Names:
    """Give the names of all dimensions in printing order: those with questions come first."""
    return Names([*questions, *weighted], weighted.meant)


def assemble(
    questions: Questions,
    weights: Weights,
    dimensions: Names,
    naming: Mapping[str, Naming],
    elements: Mapping[str, tuple[Element, ...]],
) -> tuple[Dimension, ...]:
    """Give the dimensions in printing order.

    Those with questions stand in the order of their first question, then the others as weighted.
    """
    weighted = {name_key(each.name): each for each in weights.dimensions}
    return tuple(
        _assembled(name, questions.get(name, ()), weighted.get(name_key(name)), naming, elements)
        for name in dimensions
    )


def _assembled(
    name: str,
    questions: tuple[Question, ...],
    weighted: Weighted | None,
    naming: Mapping[str, Naming],
    elements: Mapping[str, tuple[Element, ...]],
) -> Dimension:
    called = naming.get(name, Naming(name, name, ""))
    return Dimension(
        name,
        questions,
        weighted.weights if weighted else _NO_WEIGHTS,
        weighted.when_missing if weighted else WhenMissing.REFUSE,
        called.letter_name,
        called.table_name,
        called.description,
        elements.get(name, ()),
        weighted.source if weighted else questions[0].source,
    )
