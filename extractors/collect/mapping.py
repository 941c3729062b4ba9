"""What the user says about columns and names: a small TOML file, read and recognised.

A table is recognised by its headings, so that the next file of its kind is settled as well.
"""

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.draft import Item
from evaluation.errors import UnreadableInputError, WrongDataError
from evaluation.messages import Message, _, composed
from evaluation.names import name_key
from evaluation.regular import refuse_irregular
from evaluation.sources import Source
from evaluation.vocabulary.meanings import COLLECTED, Meaning

MAX_BYTES = 2 << 20
SHAPES_KEY, HEADINGS_KEY, COLUMNS_KEY, REGIONS_KEY = "bentuk", "kepala", "kolom", "wilayah"
_ENOUGH = 0.8  # of the headings must be there for a table to be of that shape
_BY_WORD = {meaning.value: meaning for meaning in COLLECTED}
DETAILED = (Meaning.ITEM, Meaning.OF_REGION, Meaning.OF_ASSESSOR, Meaning.COMMENTS)
_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class Settled:
    """What the user says that a column is; ``detail`` as in ``TakenColumn``."""

    meaning: Meaning
    detail: Item | None = None


@dataclass(frozen=True, slots=True)
class ShapeMap:
    """A kind of table: the keys of its headings, and what the user settled of its columns."""

    headings: frozenset[str]
    columns: dict[str, Settled]

    def fits(self, keys: Collection[str]) -> bool:
        """Tell whether a row of headings is of this kind."""
        shared = len(self.headings & set(keys))
        return shared >= 2 and shared >= _ENOUGH * len(self.headings)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Everything that the user settled: columns by kind of table, and regions by spelling."""

    shapes: tuple[ShapeMap, ...] = ()
    regions: dict[str, str] = field(default_factory=dict)

    def heads(self, texts: Iterable[str]) -> bool:
        """Tell whether these texts are the heading row of a kind of table that was settled."""
        return bool(self.shapes) and self.shape(tuple(texts)) is not None

    def shape(self, texts: Iterable[str]) -> ShapeMap | None:
        """Give the kind of table that has these headings; None when it was not settled."""
        keys = {name_key(part) for text in texts for part in (text, *text.split(" / "))}
        return next((shape for shape in self.shapes if shape.fits(keys)), None)


def read_mapping(path: Path) -> Mapping:
    """Read a mapping. Raises UnreadableInputError, and WrongDataError with line or key."""
    file = str(path)
    try:
        refuse_irregular(path)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES)
        content = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as fault:
        message = _("the file cannot be read: %(reason)s.") % {"reason": fault.strerror or fault}
        raise UnreadableInputError(message, source=Source(file)) from None
    except UnicodeDecodeError:
        raise UnreadableInputError(_("the file is no UTF-8 text."), source=Source(file)) from None
    except tomllib.TOMLDecodeError as fault:
        line = _LINE.search(str(fault))
        source = Source(file, line=int(line[1]) if line else None)
        message = _("the mapping is no proper TOML: %(reason)s.") % {"reason": fault}
        raise WrongDataError(message, source=source) from None
    return _Reader(file, data.decode("utf-8-sig")).mapping(content)


class _Reader:
    """Turns the content of a mapping into nouns, with the line of what is wrong."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._lines = text.splitlines()

    def mapping(self, content: dict[str, Any]) -> Mapping:
        """Give the mapping that a TOML document holds."""
        for key in content:
            if key not in (SHAPES_KEY, REGIONS_KEY):
                raise self._wrong(key, _("the key is unknown."))
        shapes = content.get(SHAPES_KEY, [])
        if not (isinstance(shapes, list) and all(isinstance(each, dict) for each in shapes)):
            raise self._wrong(SHAPES_KEY, _("a list of tables belongs here: [[bentuk]]."))
        regions = content.get(REGIONS_KEY, {})
        if not (isinstance(regions, dict) and all(isinstance(v, str) for v in regions.values())):
            raise self._wrong(REGIONS_KEY, _("names in quotation marks belong here."))
        named = {text: name for text, name in regions.items() if name not in ("", "?")}
        return Mapping(tuple(map(self._shape, shapes)), named)

    def _shape(self, table: dict[str, Any]) -> ShapeMap:
        headings, columns = table.get(HEADINGS_KEY), table.get(COLUMNS_KEY, {})
        if not (isinstance(headings, list) and all(isinstance(h, str) for h in headings)):
            raise self._wrong(HEADINGS_KEY, _("a list of headings belongs here."))
        if not isinstance(columns, dict):
            raise self._wrong(COLUMNS_KEY, _("a table of headings belongs here."))
        settled = {name_key(key): self._settled(key, value) for key, value in columns.items()}
        keys = frozenset(key for key in map(name_key, headings) if key)
        return ShapeMap(keys, {k: s for k, s in settled.items() if s is not None})

    def _settled(self, heading: str, value: object) -> Settled | None:
        """Give what a column is said to be; None where the question mark was left."""
        if isinstance(value, int) and not isinstance(value, bool):
            return Settled(Meaning.ITEM, value)
        if not isinstance(value, str):
            raise self._wrong(heading, _("a word or a question's number belongs here."))
        word, _colon, detail = (part.strip() for part in value.partition(":"))
        meaning = _BY_WORD.get(word.casefold())
        if meaning is None:
            known = ", ".join(_BY_WORD)
            message = _("'%(word)s' is none of: %(known)s.") % {"word": word[:40], "known": known}
            raise self._wrong(heading, message)
        if meaning is Meaning.UNSETTLED:
            return None
        if meaning in DETAILED and not detail:
            message = _("'%(word)s' needs a name behind a colon.") % {"word": word}
            raise self._wrong(heading, message)
        item = int(detail) if meaning is Meaning.ITEM and detail.isdecimal() else detail
        return Settled(meaning, item or None)

    def _wrong(self, key: str, message: Message) -> WrongDataError:
        lines = (number for number, line in enumerate(self._lines, 1) if key in line)
        told = composed(key, message, between=": ")
        return WrongDataError(told, source=Source(self._file, line=next(lines, None)))
