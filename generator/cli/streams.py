"""The standard streams of the program: what goes wrong with them is remembered, not raised.

A program started without a window has none. A full disk or a reader that went away must not end a
command between two documents: the work is done, and the end tells that not everything could be
told.
"""

import codecs
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

_PLAIN = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "…": "...",
    "→": "->",
    "←": "<-",
    "·": "*",
}
_PLAINLY = "laporan-plainly"


class Outlet(io.TextIOBase):
    """A text stream in front of a standard stream, which may be None: then nothing is told."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self.fault: OSError | None = None
        """What the system said when the stream could not be written; None while it could."""
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_PLAINLY)

    def write(self, text: str) -> int:
        """Write a text, unless the stream was refused before."""
        if not isinstance(text, str):
            raise TypeError("a text stream takes text")
        if self._stream is not None and self.fault is None:
            try:
                self._stream.write(text)
            except (OSError, ValueError) as fault:
                self._refused(fault)
        return len(text)

    def flush(self) -> None:
        """Hand on what was written."""
        if self._stream is not None and self.fault is None:
            try:
                self._stream.flush()
            except (OSError, ValueError) as fault:
                self._refused(fault)

    def __del__(self) -> None:
        """Leave the stream as it is: it is not ours to end, and Python ends it itself."""

    def isatty(self) -> bool:
        """Tell whether a person is looking."""
        return self._stream is not None and self._stream.isatty()

    def writable(self) -> bool:
        """Tell that texts may be written."""
        return True

    def fileno(self) -> int:
        """Give the system's number of the stream."""
        if self._stream is None:
            raise io.UnsupportedOperation("fileno")
        return self._stream.fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """Give the encoding of the stream."""
        return getattr(self._stream, "encoding", None) or "utf-8"

    @property
    def errors(self) -> str:  # type: ignore[override]
        """Give what is done with characters that the encoding lacks."""
        return _PLAINLY

    def _refused(self, fault: Exception) -> None:
        self.fault = fault if isinstance(fault, OSError) else OSError(str(fault))
        # What waits in the buffer goes nowhere, or Python would stumble over it at its end.
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)


@contextmanager
def outlets() -> Iterator[tuple[Outlet, Outlet]]:
    """Put outlets in the place of ``sys.stdout`` and ``sys.stderr``; give both."""
    codecs.register_error(_PLAINLY, _plainly)
    _occupy_standard_numbers()
    before = sys.stdout, sys.stderr
    out, err = Outlet(before[0]), Outlet(before[1])
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        out.flush()
        err.flush()
        sys.stdout, sys.stderr = before


def _occupy_standard_numbers() -> None:
    """Open nothing in the place of closed standard streams, lest a file that is written be one."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)


def _plainly(fault: UnicodeError) -> tuple[str, int]:
    """Write what an encoding lacks in characters that every encoding has."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    lacking = fault.object[fault.start : fault.end]
    told = (
        _PLAIN.get(char) or char.encode("ascii", "backslashreplace").decode() for char in lacking
    )
    return "".join(told), fault.end
