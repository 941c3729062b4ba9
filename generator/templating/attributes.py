"""Attributes of the markup as values, held against their bounds."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from evaluation.errors import WrongTemplateError
from evaluation.messages import Message, _
from generator.templating.markup import Element

MAX_SPAN = 2000
MAX_WIDTH = 2000  # millimetres of a picture, shares of a column
Value = TypeVar("Value")


def whole(element: Element, attribute: str, default: int, minimum: int = 1) -> int:
    """Give a whole number; ``default`` where it is not there. Raises WrongTemplateError."""
    text = element.get(attribute)
    if not text:
        return default
    if not text.isdecimal() or not minimum <= int(text) <= MAX_SPAN:
        raise bad_attribute(element, attribute, f"{minimum}–{MAX_SPAN}")
    return int(text)


def decimal(element: Element, attribute: str, default: int) -> Decimal:
    """Give a number; ``default`` where it is not there. Raises WrongTemplateError."""
    text = element.get(attribute)
    if not text:
        return Decimal(default)
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise bad_attribute(element, attribute, _("a number"))
    return value


def width(element: Element, default: int) -> Decimal:
    """Give a width above 0; ``default`` where it is not there. Raises WrongTemplateError."""
    given = decimal(element, "width", default)
    if not 0 < given <= MAX_WIDTH:
        raise bad_attribute(element, "width", f"0–{MAX_WIDTH}")
    return given


def bad_attribute(element: Element, attribute: str, allowed: str | Message) -> WrongTemplateError:
    """Make the error for an attribute whose value is not allowed."""
    return WrongTemplateError(
        _('%(attribute)s="%(value)s" is not allowed on <%(tag)s>.')
        % {"attribute": attribute, "value": element.get(attribute), "tag": element.tag},
        source=element.source,
        remedy=_("Allowed: %(allowed)s.") % {"allowed": allowed},
    )


def choice(element: Element, attribute: str, known: Mapping[str, Value]) -> Value:
    """Give what an attribute's word stands for; that of "" where it is not there.

    Raises WrongTemplateError.
    """
    value = known.get(element.get(attribute))
    if value is None:
        raise bad_attribute(element, attribute, ", ".join(filter(None, known)))
    return value
