"""Text of others as it may be shown: on a terminal, on a page, in a log.

Names and contents of files may hold what a terminal obeys (ESC), what turns the order of writing
round, or halves of characters that no encoding has. Each is shown as its code, on one line.
"""

import html
from unicodedata import category


def visible(text: str) -> str:
    """Give a text on one line; each character that is not seen as its code (``\\x1b``)."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _shown(char) for char in text)


def visible_lines(text: str) -> str:
    """Give a text of several lines, each as ``visible`` gives it."""
    return "\n".join(map(visible, text.split("\n")))


def escape(text: object) -> str:
    """Give a text as it may stand in a page, in an element or in a quoted attribute."""
    return html.escape(visible(str(text)))


def _shown(char: str) -> str:
    if category(char) == "Zs":  # a blank of another width, or one at which no line breaks
        return " "
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")
