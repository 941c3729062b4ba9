"""The facts of the letter as templates read them."""

from evaluation.model import Facts
from evaluation.names import name_key, plain


class LetterFacts:
    """The facts of the sheet ``Surat``: ``surat.nama_penandatangan`` is "Nama Penandatangan".

    A fact that is blank or absent is an undefined field, so ``{% if surat.x is defined %}`` works
    and a use without that question is reported. ``known`` lists headings for messages.
    """

    __slots__ = ("_facts", "_known")

    def __init__(self, facts: Facts, known: tuple[str, ...] = ()) -> None:
        self._facts = facts
        self._known = known

    def __getattr__(self, name: str) -> str:
        """Give the fact whose key reads like ``name``; AttributeError when it has no value."""
        value = None if name.startswith("_") else self._facts.get(name)
        if value is None:
            raise AttributeError(name)
        return value

    def __repr__(self) -> str:
        """Give all facts, so that equal texts are equal facts."""
        return f"LetterFacts({[(fact.key, fact.value) for fact in self._facts]!r})"

    def heading(self, field: str) -> str:
        """Give the workbook's heading for a field, as well as it is known."""
        keys = (*self._known, *(fact.key for fact in self._facts))
        known = {name_key(key): key for key in keys}
        return known.get(name_key(field), plain(field).title())
