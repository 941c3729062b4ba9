"""How letters stand in a line of type, by which a recogniser's boxes of ink become words."""

from dataclasses import dataclass

from extractors.pages.units import Count, TypeShare


@dataclass(frozen=True, slots=True)
class TypeTolerances:
    """The measures of most text fonts."""

    tall: TypeShare = 0.72
    """How high capitals, figures and letters like "b" are."""
    small: TypeShare = 0.53
    """How high letters like "a" are."""
    above: TypeShare = 0.90
    """How far a word's box reaches above its base line …"""
    below: TypeShare = 0.22
    """… and below, as far as letters like "g"."""
    long: Count = 8
    """A line of more letters than this tells its size surely."""
    beside: TypeShare = 0.3
    """A lone letter stands beside a line if their base lines differ by less than this."""


TYPE = TypeTolerances()
