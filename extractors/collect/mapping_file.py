"""The mapping file that the user completes: a ``?`` for all that was not understood."""

from collections.abc import Iterable, Iterator, Sequence

from evaluation.draft import Item
from evaluation.names import name_key
from evaluation.understanding import Collected, TakenColumn, Understood, UnknownName
from evaluation.vocabulary.meanings import COLLECTED, Meaning
from extractors.collect.mapping import COLUMNS_KEY, HEADINGS_KEY, REGIONS_KEY, SHAPES_KEY

_HEAD = (
    "# Pemetaan untuk `laporan collect --map`: lengkapi setiap tanda tanya, lalu jalankan lagi.",
    "#",
    "# Kolom: "
    + ", ".join(meaning.value for meaning in COLLECTED if meaning.value.isalpha())
    + ",",
    "#   nomor pertanyaan, bunyi pertanyaan, sub indikator;",
    '#   nomor pertanyaan langsung sebagai angka: 12, atau nama dimensi: "pertanyaan: NAMA";',
    '#   "catatan: Kekuatan", "nilai wilayah: KAB. CONTOH", "nilai asesor: Asesor 1".',
    "# Wilayah: nama seperti tertulis di berkas = nama wilayah yang dimaksud.",
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b"}


def mapping_toml(collected: Collected) -> str:
    """Write the mapping that settles what collecting left open; read again by ``read_mapping``.

    Columns that were understood are there as comments, so that they may be put right as well.
    """
    lines = [*_HEAD, ""]
    if collected.unknown_names:
        lines += [f"[{REGIONS_KEY}]", *map(_name, collected.unknown_names), ""]
    for table in _kinds(collected.understood):
        lines += [*_shape(table), ""]
    return "\n".join(lines)


def _kinds(tables: Iterable[Understood]) -> Sequence[Understood]:
    """Give one table of each kind that has columns to be settled."""
    kinds: dict[frozenset[str], Understood] = {}
    for table in tables:
        if table.is_open:
            kinds.setdefault(frozenset(name_key(c.heading) for c in table.columns), table)
    return tuple(kinds.values())


def _name(unknown: UnknownName) -> str:
    near = f"  # {', '.join(unknown.near)}" if unknown.near else ""
    return f'{_quoted(unknown.text)} = "?"{_one_line(near)}'


def _shape(table: Understood) -> Iterator[str]:
    headings = dict.fromkeys(column.heading for column in table.columns if column.heading)
    yield _one_line(f"# {table.file}, {table.sheet}: {table.shape.value}")
    yield f"[[{SHAPES_KEY}]]"
    yield f"{HEADINGS_KEY} = ["
    yield from (f"  {_quoted(heading)}," for heading in headings)
    yield "]"
    yield f"[{SHAPES_KEY}.{COLUMNS_KEY}]"
    written: set[str] = set()
    for column in table.columns:
        if column.heading and name_key(column.heading) not in written:
            written.add(name_key(column.heading))
            yield _column(column)


def _column(column: TakenColumn) -> str:
    if not column.settled:
        why = f"  # {column.how}" if column.how else ""
        return f'{_quoted(column.heading)} = "?"{_one_line(why)}'
    word = _word(column.meaning, column.detail)
    return _one_line(f"# {_quoted(column.heading)} = {word}  # {column.sureness:.2f}")


def _word(meaning: Meaning, detail: Item | None) -> str:
    if meaning is Meaning.ITEM and isinstance(detail, int):
        return str(detail)
    return _quoted(meaning.value if detail is None else f"{meaning.value}: {detail}")


def _one_line(text: str) -> str:
    """Keep a comment on one line, whatever names and headings hold."""
    return "".join(char if char.isprintable() else " " for char in text)


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if ord(char) >= 0x20 and char != "\x7f" else f"\\u{ord(char):04x}"
