"""A file's identifier (ISO 32000-1, 14.4): it follows from all objects that stand before the table.

So whoever has the file can work it out again; a change of any object makes it another.
"""

import re
from collections.abc import Iterable
from hashlib import md5

_TOLD = re.compile(rb"/ID \[<([0-9a-f]{32})>")
_TABLE = re.compile(rb"startxref\n([0-9]{1,10})\n%%EOF")
_ROOM = 4096  # bytes from the start of the table in which its entries stand


def identifier(parts: Iterable[bytes]) -> str:
    """Give the identifier of a file whose head and objects are these bytes."""
    digest = md5(usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def bears_own_identifier(data: bytes) -> bool:
    """Tell whether a file, or what it was before something was added behind it, bears its own."""
    table = _TABLE.search(data)
    if table is None:
        return False
    start = int(table[1])
    told = _TOLD.search(data, start, start + _ROOM)
    return told is not None and told[1].decode() == identifier([data[:start]])
