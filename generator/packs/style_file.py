"""``gaya.toml`` → Style: plain values, checked by name and type against the dataclasses."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from evaluation.errors import WrongTemplateError
from evaluation.messages import NOTHING, Message, _
from evaluation.names import nearest
from evaluation.sources import Source
from generator.document.style import (
    DEFAULT,
    CellStyle,
    ChartStyle,
    FontFamily,
    ListStyle,
    PageStyle,
    StampStyle,
    Style,
    TableStyle,
    TextStyle,
)
from generator.packs.text import read_text

Kind = TypeVar("Kind")
Toml = Mapping[str, Any]

_KINDS: Mapping[str, type[Any]] = {
    "page": PageStyle,
    "paragraph": TextStyle,
    "list": ListStyle,
    "table": TableStyle,
    "cell": CellStyle,
    "chart": ChartStyle,
}


def read_toml(path: Path, name: str = "") -> Toml:
    """Read a TOML file of a pack, called ``name`` in errors.

    Raises WrongTemplateError when it is unreadable, too large or no TOML.
    """
    name = name or path.name
    try:
        return tomllib.loads(read_text(path, name).replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as fault:
        raise _no_toml(str(fault), name) from None
    except RecursionError:
        raise WrongTemplateError(
            _("lists stand too deep in one another."), source=Source(name)
        ) from None


_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_REASONS: Mapping[str, Message] = {
    "Expected '=' after a key": _("a key without = and value"),
    "Invalid value": _("a value that is none (a text without quotes?)"),
    "Unterminated string": _("a text whose quote is not closed"),
    "Illegal character": _("a text whose quote is not closed"),
    "Unescaped '\\'": _("a \\ in a text, which is written \\\\"),
    "Unclosed array": _("a list whose ] is missing"),
    "Expected ']": _("a table whose ] is missing"),
    "Cannot overwrite": _("a key that is given twice"),
    "Cannot declare": _("a table that is given twice"),
    "Duplicate inline table key": _("a key that is given twice"),
    "Expected newline": _("something behind the value"),
    "Invalid statement": _("a line that is no key and no table"),
}


def _no_toml(reason: str, name: str) -> WrongTemplateError:
    found = _PLACE.search(reason)
    line, column = (
        (int(part) if part else None for part in found.groups()) if found else (None,) * 2
    )
    worded = next((word for start, word in _REASONS.items() if reason.startswith(start)), NOTHING)
    message = _("the file is not valid TOML: %(reason)s.") % {"reason": worded}
    return WrongTemplateError(
        message if worded else _("the file is not valid TOML."),
        source=Source(name, line=line, column=column),
        remedy=_('Text values stand in quotes: key = "value".'),
    )


def merged(base: Toml, over: Toml) -> dict[str, Any]:
    """Lay one TOML document over another: tables are merged, anything else is replaced."""
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            value = merged(below, value)
        result[key] = value
    return result


def build_style(toml: Toml, font_folders: Sequence[Path]) -> Style:
    """Build the style of a pack from its merged style files.

    Raises WrongTemplateError, naming the class and the key, for an unknown key or a value of the
    wrong type, and for a font file that is in none of the font folders.
    """
    unknown = set(toml) - {*_KINDS, "font", "stamp"}
    if unknown:
        raise _wrong(sorted(unknown)[0], "", {*_KINDS, "font", "stamp"})
    classes = {kind: _classes(kind, toml.get(kind, {})) for kind in _KINDS}
    return Style(
        font=_font(toml.get("font", {}), font_folders),
        pages=classes["page"],
        paragraphs=classes["paragraph"],
        lists=classes["list"],
        tables=classes["table"],
        cells=classes["cell"],
        charts=classes["chart"],
        stamp=_build(StampStyle, toml.get("stamp", {}), "stamp"),
    )


def _classes(kind: str, tables: Toml) -> dict[str, Any]:
    default = tables.get(DEFAULT, {})
    names = (DEFAULT, *(name for name in tables if name != DEFAULT))
    return {
        name: _build(_KINDS[kind], merged(default, tables.get(name, {})), f"{kind}.{name}")
        for name in names
    }


def _build(kind: type[Kind], values: Toml, place: str) -> Kind:
    hints = get_type_hints(kind)
    checked: dict[str, Any] = {}
    for key, value in values.items():
        if key not in hints:
            raise _wrong(key, place, set(hints))
        checked[key] = _checked(value, hints[key], f"{place}.{key}")
    return kind(**checked)


def _checked(value: object, hint: object, place: str) -> object:
    if get_origin(hint) is tuple and isinstance(value, list):
        item = get_args(hint)[0]
        return tuple(_checked(part, item, place) for part in value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(hint, type) and isinstance(value, hint):
        return value
    raise WrongTemplateError(
        _("%(place)s has the wrong kind of value: %(value)r.") % {"place": place, "value": value},
        source=Source("gaya.toml"),
        remedy=_("Expected: %(kind)s.") % {"kind": getattr(hint, "__name__", hint)},
    )


def _wrong(key: str, place: str, known: set[str]) -> WrongTemplateError:
    near = nearest(key, known)
    return WrongTemplateError(
        _("[%(place)s] has no key “%(key)s”.") % {"place": place, "key": key},
        source=Source("gaya.toml"),
        remedy=_("Did you mean %(word)s?") % {"word": near[0]} if near else NOTHING,
    )


def _font(toml: Toml, folders: Sequence[Path]) -> FontFamily:
    names = {field.name for field in fields(FontFamily)}
    missing = sorted(names - set(toml))
    if missing:
        raise WrongTemplateError(
            _("[font] lacks the key “%(key)s”.") % {"key": missing[0]}, source=Source("gaya.toml")
        )
    paths = {key: _font_file(str(toml[key]), folders) for key in names - {"name"}}
    return FontFamily(name=str(toml["name"]), **paths)


def _font_file(name: str, folders: Sequence[Path]) -> Path:
    for folder in folders:
        path = folder / Path(name).name
        if path.is_file():
            return path
    raise WrongTemplateError(
        _("the font file “%(name)s” is missing.") % {"name": name},
        source=Source("gaya.toml"),
        remedy=_("Put it into the folder “fonts” of the pack."),
    )
