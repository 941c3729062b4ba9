"""Numbers as a look prints them."""

from decimal import Decimal

from benchmarks.archive.look import Look


def number(value: Decimal | None, look: Look, average: bool = False) -> str:
    """Print a number as the look has it; None is "-"."""
    if value is None:
        return "-"
    places = look.places
    text = (
        f"{value:.{max(places, 2) if average else places}f}" if places is not None else _bare(value)
    )
    return text.replace(".", ",") if look.comma else text


def _bare(value: Decimal) -> str:
    return f"{value.normalize():f}"
