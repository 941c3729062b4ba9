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
    seconds: float | None = 600.0


USUAL = Limits()
