"""How much of a stranger's file is read: bounds far above any report, far below any harm."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file of pages; a packet has some 30 pages, 2 MB and 3,000 characters a page.

    ``seconds`` is the time for the whole file, looked at between pages; None is no limit.
    """

    megabytes: int = 256
    stream_megabytes: int = 192
    pages: int = 2000
    characters: int = 60_000
    objects: int = 60_000
    depth: int = 6
    attachments: int = 50
    annotations: int = 1000
    annotation_letters: int = 4000
    seconds: float | None = 600.0


USUAL = Limits()

RECOGNISING_SECONDS = 90.0
"""The time that one picture may take to be recognised."""
RATIO = 1000
"""Deflate packs at most some 1,032 to 1: what a shorter stream holds cannot reach a bound."""
PIECE = 1 << 16
"""Bytes of a packed stream that are held at a time."""
FONT_NAME = 128
"""Bytes of a font's name that are looked at; a name in a PDF has at most 127."""
