"""The filters of templates: how values are written, in Indonesian."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from letters.amounts import amount, figure_first, format_compact, format_decimal, format_signed

NO_VALUE = "-"


def _or_dash(write: Callable[[Decimal], str]) -> Callable[[Decimal | None], str]:
    """Make a filter that writes a dash where there is no value."""

    def filtered(value: Decimal | None) -> str:
        return NO_VALUE if value is None else write(value)

    return filtered


def _percent(value: Decimal) -> str:
    return f"{format_compact(value)}%"


def _raw(value: Decimal | None) -> str:
    """Write a number for the markup's attributes and chart values: decimal point, or nothing."""
    return "" if value is None else format(value, "f")


def _lines(text: str) -> Markup:
    """Write a text with its own line ends as line breaks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Markup("<br/>").join(escape(line) for line in lines)


def _enumerate(names: Sequence[str]) -> str:
    """Write names as "A, B, dan C"."""
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def _foreign(words: Sequence[str]) -> Callable[[str], Markup]:
    """Make the filter that sets the pack's foreign words in italics, longest first."""
    if not words:
        return escape
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in longest_first)})(?!\w)", re.IGNORECASE
    )

    def filtered(text: str) -> Markup:
        written = Markup()
        end = 0
        for match in pattern.finditer(text):
            written += escape(text[end : match.start()])
            written += Markup("<em>{}</em>").format(match.group())
            end = match.end()
        return written + escape(text[end:])

    return filtered


def filters_for(foreign_words: Sequence[str]) -> Mapping[str, Callable[..., object]]:
    """Give the filters for a pack with these foreign words.

    | filter | writes |
    |---|---|
    | sebut | 191 as "seratus sembilan puluh satu (191)" |
    | angka_sebut | 191 as "191 (seratus sembilan puluh satu)" |
    | nilai | a value with two places: "2,80"; "-" where there is none |
    | nilai_ringkas | a value without trailing zeros: "2,8" |
    | selisih | a change with its sign: "+0,11" |
    | persen | a weight: "10%" |
    | mentah | a number for an attribute or a chart value: "2.80"; nothing where there is none |
    | baris | a text with its own line ends |
    | daftar | names as "A, B, dan C" |
    | asing | a text with the pack's foreign words in italics |
    """
    return {
        "sebut": amount,
        "angka_sebut": figure_first,
        "nilai": _or_dash(format_decimal),
        "nilai_ringkas": _or_dash(format_compact),
        "selisih": _or_dash(format_signed),
        "persen": _or_dash(_percent),
        "mentah": _raw,
        "baris": _lines,
        "daftar": _enumerate,
        "asing": _foreign(foreign_words),
    }
