"""Ways to damage bytes, text, archives and tables; what comes out follows from the chance given."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from random import Random

Tables = dict[str, list[list[object]]]

_VALUES: tuple[object, ...] = (
    None, "", " ", "x", "-", "↳ x", "#REF!", "=1+1", "Ya", "3,6", "58,2%", "\u200b", "\u202e1", "0",
    "'1", "1e5", "٣", "NaN", "Infinity", "<b>{{ x }}</b>", "a" * 5000, -1, 0, 0.5, 1e300, 1e-9,
    2**60, True, date(2024, 2, 29),
)  # fmt: skip
_TOKENS = (
    "<", ">", "&", '"', "'", "{{", "}}", "{%", "%}", "{% for x in y %}", "{% endif %}", "<p>",
    "</p>", "<table/>", "[", "]", "=", "nan", "-5", "0", "\x00", "\ufeff", "é", "\n", "1e999",
)  # fmt: skip


def bytes_of(data: bytes, chance: Random) -> bytes:
    """Cut bytes short, change some, or move, double or leave out a piece."""
    if not data:
        return data
    begin = chance.randrange(len(data))
    end = min(len(data), begin + chance.choice((1, 8, 64, 512, 4096)))
    piece = data[begin:end]
    flipped = bytes([data[begin] ^ (1 << chance.randrange(8))])
    return chance.choice(
        (
            data[:begin],
            data[begin:],
            data[:begin] + data[end:],
            data[:end] + piece + data[end:],
            data[:begin] + bytes(len(piece)) + data[end:],
            data[:begin] + chance.randbytes(len(piece)) + data[end:],
            data[:begin] + flipped + data[begin + 1 :],
        )
    )


def text_of(text: str, chance: Random) -> str:
    """Put something in, or leave out, double or swap a piece."""
    begin = chance.randrange(len(text) + 1)
    end = min(len(text), begin + chance.choice((1, 3, 12, 80)))
    token = chance.choice(_TOKENS)
    return chance.choice(
        (
            text[:begin] + token + text[begin:],
            text[:begin] + text[end:],
            text[:end] + text[begin:end] + text[end:],
            text[:begin] + token + text[end:],
            text[:begin],
        )
    )


def archive_of(data: bytes, chance: Random) -> bytes:
    """Damage one part inside a sound archive: its text, its bytes, its name, or whether it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    way = chance.randrange(5)
    if way == 0:
        parts.pop(name)
    elif way == 1:
        parts[f"{name}x"] = parts.pop(name)
    elif way == 2:
        parts[name] = bytes_of(parts[name], chance)
    else:
        text = text_of(parts[name].decode("utf-8", "replace"), chance)
        parts[name] = text.encode("utf-8", "replace")
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Give an archive of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def tables_of(tables: Tables, chance: Random) -> None:
    """Damage one to four places of a workbook: cells, headings, rows, columns, sheets."""
    for _time in range(chance.randint(1, 4)):
        name = chance.choice(sorted(tables)) if tables else ""
        rows = tables.get(name)
        if rows:
            chance.choice(_WAYS)(tables, name, chance)


def _drop_sheet(tables: Tables, name: str, _chance: Random) -> None:
    tables.pop(name)


def _rename_sheet(tables: Tables, name: str, _chance: Random) -> None:
    tables[f"{name}x"] = tables.pop(name)


def _double_row(tables: Tables, name: str, chance: Random) -> None:
    line = chance.randrange(len(tables[name]))
    tables[name].insert(line, list(tables[name][line]))


def _drop_row(tables: Tables, name: str, chance: Random) -> None:
    tables[name].pop(chance.randrange(len(tables[name])))


def _damage_column(tables: Tables, name: str, chance: Random) -> None:
    """Leave out, double or blank a column."""
    rows = tables[name]
    column, way = chance.randrange(len(rows[0]) or 1), chance.randrange(3)
    for row in rows if way < 2 else rows[1:]:
        row[column : column + 1] = ([], row[column : column + 1] * 2, [None])[way]


def _damage_cell(tables: Tables, name: str, chance: Random) -> None:
    rows = tables[name]
    row = rows[0] if chance.random() < 0.3 else chance.choice(rows)
    column = chance.randrange(len(rows[0]) or 1)
    row.extend([None] * (column + 1 - len(row)))
    row[column] = _value(row[column], chance)


_WAYS = (
    _drop_sheet, _rename_sheet, _double_row, _drop_row, _damage_column, *[_damage_cell] * 6,
)  # fmt: skip


def _value(value: object, chance: Random) -> object:
    """Give another value: mistyped where it is a text, or anything at all."""
    if isinstance(value, str) and value and chance.random() < 0.5:
        return text_of(value, chance)
    return chance.choice(_VALUES)
