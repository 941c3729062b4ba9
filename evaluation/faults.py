"""What is told of an exception that nobody foresaw: a reason in a line, a traceback for the log."""

import traceback

_LONGEST = 100_000  # characters of one traceback; a recursion's and a chain's ends say enough


def reason_of(fault: BaseException) -> str:
    """Give an exception in a line: ``KeyError: 'Kota'``; one whose text fails has only its kind."""
    told = traceback.TracebackException(type(fault), fault, None, compact=True)
    return "".join(told.format_exception_only()).strip()


def traceback_of(fault: BaseException) -> str:
    """Give an exception with where it came from and what it came of, as Python writes it.

    The middle of a very long one is left out.
    """
    text = "".join(traceback.format_exception(fault))
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[:half]}\n[…]\n{text[-half:]}"
