"""Names that rows of one sheet share with another, joined as people read them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from evaluation.messages import NOTHING, Message, _
from evaluation.names import name_key, nearest

# Looking for the nearest of 191 names takes milliseconds. A file in which more names than these are
# wrong was made with other names altogether, and no near one would help.
_LOOKED_FOR = 100


class Names:
    """The names that may be referred to, each found by any of its spellings.

    ``meant`` gives further ones by the key of the other or wrong spelling that stands for them.
    """

    def __init__(
        self, names: Iterable[str], meant: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.meant = meant
        self._by_key: dict[str, str] = {}
        for name in names:
            self._by_key.setdefault(name_key(name), name)
        self._seen: dict[str, str | None] = {}
        self._remedies: dict[str, Message] = {}

    def __bool__(self) -> bool:
        """Tell whether there is any name; where a whole sheet is missing, that was reported."""
        return bool(self._by_key)

    def __iter__(self) -> Iterator[str]:
        """Go through the names as they were given, each once."""
        return iter(self._by_key.values())

    def find(self, text: str) -> str | None:
        """Give the name that a text spells; None when it spells none."""
        if text not in self._seen:
            self._seen[text] = self._by_key.get(name_key(text)) or self.meant.get(name_key(text))
        return self._seen[text]

    def remedy(self, text: str) -> Message:
        """Say which name is nearest to a text that spells none; blank when none is near."""
        if text not in self._remedies and len(self._remedies) < _LOOKED_FOR:
            near = nearest(text, self._by_key.values())
            told = _("Nearest: %(name)s.") % {"name": near[0]} if near else self._few()
            self._remedies[text] = told
        return self._remedies.get(text, NOTHING)

    def _few(self) -> Message:
        """List the names, where there are few of them."""
        if not 0 < len(self._by_key) <= 8:
            return NOTHING
        return _("Possible: %(names)s.") % {"names": ", ".join(islice(self._by_key.values(), 8))}
