"""Values as PDF writes them (ISO 32000-1, 7.3)."""

import re
from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[ -~]*")
_DELIMITER = re.compile(r"[()\\]")
_IRREGULAR = re.compile(r"[^!-~]|[#%()/<>\[\]{}]")


Entries = Mapping[str, str | int | None]
"""The entries of a dictionary: written values; one that is None is left out."""


def text_string(text: str) -> str:
    """Write a text: as it is where ASCII will do, else in UTF-16."""
    if _PLAIN.fullmatch(text):
        return f"({_DELIMITER.sub(_escaped, text)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found.group()}"


def name(text: str) -> str:
    """Write a name; characters that may not stand in one are written as their codes."""
    return "/" + _IRREGULAR.sub(lambda found: _code(found.group()), text)


def _code(character: str) -> str:
    return "".join(f"#{byte:02X}" for byte in character.encode())


def reference(number: int) -> str:
    """Write a reference to an object."""
    return f"{number} 0 R"


def array(items: Iterable[str]) -> str:
    """Write an array of written values."""
    return f"[{' '.join(items)}]"


def dictionary(entries: Entries) -> str:
    """Write a dictionary."""
    kept = (f"/{key} {value}" for key, value in entries.items() if value is not None)
    return f"<<{' '.join(kept)}>>"
