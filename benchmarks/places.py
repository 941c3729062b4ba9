"""Where every word of every PDF stands and what is heard of it, to show that an engine sets alike.

    python -m benchmarks.places --keep FILE       before the change
    python -m benchmarks.places --against FILE    after it: 1 and a line a difference

All reports of the example, all packets of the second programme, letters, annexes and drafts, as
``make verapdf`` has them. Read by pdfium and pikepdf, which share no code with the writer.
"""

import argparse
import ctypes
import json
import lzma
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

TOLERANCE = 0.1  # points that a word may stand elsewhere
_MOST_TOLD = 5  # differences of one file
_WORD = re.compile(r"\S+")

Word = tuple[str, float, float, float, float]
"""Its text, where its first letter stands, where its last one begins, its size; from below left."""

Shape = tuple[float, float, float, float]
"""A rule, fill or picture: left, bottom, right, top."""


@dataclass(frozen=True)
class Page:
    """What stands on a page, in the order of places."""

    size: Sequence[float]
    words: Sequence[Word]
    shapes: Sequence[Shape]


@dataclass(frozen=True)
class Places:
    """A file: its pages, elements in reading order, outline (title, level, page), attachments."""

    pages: Sequence[Page]
    elements: Sequence[Sequence[Any]]
    outline: Sequence[Sequence[Any]]
    attached: Sequence[Sequence[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--keep", type=Path)
    chosen.add_argument("--against", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = {path: places_of(file) for path, file in _everything(Path(name))}
    if given.keep:
        keep(found, given.keep)
        print(f"places in {len(found)} files kept in {given.keep}")
        return
    before = kept(given.against)
    told = list(_differences(before, found))
    moved = max((displacement(before[path], found[path]) for path in before.keys() & found.keys()),
                default=0.0)  # fmt: skip
    print(*told, f"{len(found)} files compared, {len(told)} differences, largest displacement "
          f"of a word {moved:.3f} pt", sep="\n")  # fmt: skip
    sys.exit(bool(told))


def _everything(folder: Path) -> Iterator[tuple[str, Path]]:
    from evaluation.messages import set_language
    from tests.verapdf.__main__ import everything

    set_language("en")
    for file in everything(folder):
        yield file.relative_to(folder).as_posix(), file


def _differences(before: dict[str, Places], after: dict[str, Places]) -> Iterator[str]:
    for path in sorted(before.keys() | after.keys()):
        if path not in after or path not in before:
            yield f"{path}: {'missing' if path not in after else 'new'}"
        else:
            told = list(differences(before[path], after[path]))
            yield from (f"{path}: {one}" for one in told[:_MOST_TOLD])


def keep(found: dict[str, Places], file: Path) -> None:
    """Keep the places in some files."""
    text = json.dumps({path: asdict(one) for path, one in found.items()}, ensure_ascii=False)
    file.write_bytes(lzma.compress(text.encode()))


def kept(file: Path) -> dict[str, Places]:
    """Give what was kept."""
    found = json.loads(lzma.decompress(file.read_bytes()))
    for one in found.values():
        one["pages"] = [Page(**page) for page in one["pages"]]
    return {path: Places(**one) for path, one in found.items()}


def differences(before: Places, after: Places) -> Iterator[str]:
    """Give a line for whatever is not as it was."""
    if len(before.pages) != len(after.pages):
        yield f"{len(after.pages)} pages instead of {len(before.pages)}"
        return
    for number, (was, now) in enumerate(zip(before.pages, after.pages, strict=True), 1):
        yield from (f"page {number}: {one}" for one in _page_differences(was, now))
    for part in ("elements", "outline", "attached"):
        was, now = _lists(getattr(before, part)), _lists(getattr(after, part))
        if was != now:
            at = next((at for at, pair in enumerate(zip(was, now, strict=False))
                       if pair[0] != pair[1]), min(len(was), len(now)))  # fmt: skip
            yield f"{part}, {at}: {now[at : at + 1]} instead of {was[at : at + 1]}"


def displacement(before: Places, after: Places) -> float:
    """Give how far a word that is on both sides stands from where it stood, at most."""
    pages = zip(before.pages, after.pages, strict=False)
    return max((_distance(one, other) for was, now in pages
                for one, other in zip(was.words, now.words, strict=False)
                if one[0] == other[0]), default=0.0)  # fmt: skip


def _page_differences(was: Page, now: Page) -> Iterator[str]:
    if list(was.size) != list(now.size):
        yield f"{now.size} instead of {was.size}"
    for name, olds, news in (("words", was.words, now.words), ("shapes", was.shapes, now.shapes)):
        if len(olds) != len(news):
            yield f"{len(news)} {name} instead of {len(olds)}"
        for old, new in zip(olds, news, strict=False):
            if _distance(old, new) > TOLERANCE or _text(old) != _text(new):
                yield f"{tuple(new)} instead of {tuple(old)}"
                break


def _distance(old: Sequence[Any], new: Sequence[Any]) -> float:
    pairs = zip(old, new, strict=True)
    return max(abs(one - other) for one, other in pairs if not isinstance(one, str))


def _text(one: Sequence[Any]) -> Any:
    return one[0] if isinstance(one[0], str) else None


def _lists(found: Any) -> Any:
    return [_lists(one) for one in found] if isinstance(found, list | tuple) else found


def places_of(file: Path) -> Places:
    """Read a file."""
    said: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(file)
    try:
        pages = [_page(page, number, said) for number, page in enumerate(document)]
        outline = [(one.get_title(), one.level, one.get_dest().get_index())
                   for one in document.get_toc()]  # fmt: skip
    finally:
        document.close()
    with pikepdf.open(file) as opened:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages)}
        elements = list(_elements(opened.Root.StructTreeRoot.K, 0, numbers, said))
        attached = [
            (name, sha256(one.get_file().read_bytes()).hexdigest())
            for name, one in sorted(opened.attachments.items())
        ]
    return Places(pages, elements, outline, attached)


def _page(page: Any, number: int, said: dict[tuple[int, int], str]) -> Page:
    text = page.get_textpage()
    shapes = []
    for item in page.get_objects():
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            mark = _mark(item.raw)
            if mark is not None:
                key = (number, mark)
                said[key] = said.get(key, "") + _said(item.raw, text.raw)
        else:
            shapes.append(tuple(round(edge, 2) for edge in item.get_bounds()))
    words = sorted(_words(text), key=lambda word: (-round(word[2]), word[1], word[0]))
    text.close()
    return Page(tuple(round(one, 2) for one in page.get_size()), words, sorted(shapes))


def _words(text: Any) -> Iterator[Word]:
    count = text.count_chars()
    signs = "".join(chr(raw.FPDFText_GetUnicode(text.raw, at)) for at in range(count))
    x, y = ctypes.c_double(), ctypes.c_double()
    for word in _WORD.finditer(signs):
        raw.FPDFText_GetCharOrigin(text.raw, word.end() - 1, x, y)
        last = x.value
        raw.FPDFText_GetCharOrigin(text.raw, word.start(), x, y)
        size = raw.FPDFText_GetFontSize(text.raw, word.start())
        yield (
            word.group(), round(x.value, 3), round(y.value, 3), round(last, 3), round(size, 3)
        )  # fmt: skip


def _mark(item: Any) -> int | None:
    value = ctypes.c_int()
    for index in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, index)
        if raw.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", value):
            return value.value
    return None


def _said(item: Any, text: Any) -> str:
    size = raw.FPDFTextObj_GetText(item, text, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(item, text, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return "".join(buffer.raw.decode("utf-16-le").rstrip("\0").split())


def _elements(
    element: Any, depth: int, pages: dict[Any, int], said: dict[tuple[int, int], str]
) -> Iterator[tuple[Any, ...]]:
    """Go through elements as one hears them: depth, type, what is said of them, their own text."""
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]
    own = []
    for kid in kids:
        if isinstance(kid, int):
            own.append(said.get((pages[element.Pg.objgen], kid), ""))
        elif kid.get("/Type") == "/MCR":
            own.append(said.get((pages[kid.Pg.objgen], int(kid.MCID)), ""))
    traits = {key: str(element[key]) for key in ("/Alt", "/ActualText", "/E", "/Lang")
              if key in element}  # fmt: skip
    attributes = {key: str(value) for key, value in sorted(dict(element.get("/A", {})).items())}
    yield depth, str(element.S), traits, attributes, own
    for kid in kids:
        if not isinstance(kid, int) and kid.get("/Type") != "/MCR":
            yield from _elements(kid, depth + 1, pages, said)


if __name__ == "__main__":
    main()
