"""What characters a page must hold to be read by them, and where damage of a file is looked for."""

from dataclasses import dataclass

from extractors.pages.units import Count, Share


@dataclass(frozen=True, slots=True)
class ReadableTolerances:
    """What tells text from garbage, and whose characters of a page are better."""

    letters: Count = 30
    """A page of fewer letters and figures than this is a scan with a stamp …"""
    judged: Count = 60
    """… and one of fewer letters than this is not judged by its vowels."""
    sample: Count = 4000
    """So many characters are looked at."""
    odd: Share = 0.15
    """More characters than this share that no text has make garbage."""
    fewest_vowels: Share = 0.24
    """So do fewer vowels than this share of the letters …"""
    most_vowels: Share = 0.65
    """… and more than this."""
    much_more: Share = 1.5
    """A picture says more than the characters if it holds more than so many times as many."""


@dataclass(frozen=True, slots=True)
class StreamTolerances:
    """How far into a packed stream it is looked."""

    inner: Count = 16 << 20
    """A stream packed twice is looked into if what it holds is packed to at most so many bytes."""
    dictionary: Count = 2048
    """So many bytes before a stream its dictionary is looked for."""
    ends: Count = 4
    """A stream is at its end at one of so many words that may say so, since it may hold them."""


READABLE = ReadableTolerances()
STREAMS = StreamTolerances()
