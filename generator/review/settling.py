"""The page on which a person settles doubtful values: each beside the picture of its place.

One self-contained file. Its only script gathers what was typed into a file to save; nothing leaves
the page, and nothing that a document says can become part of the script.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from evaluation.messages import Message, _, current_language, number_text
from evaluation.record import Flag, Record, RecordedItem
from evaluation.sources import Source
from evaluation.visible import escape
from extractors.archive.settled import MARK, VERSION

Picture = Callable[[Source], bytes | None]
"""Cuts a place out of a page as PNG; None where there is no picture of it."""

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"

_CSS = """
:root { color: #1b1b1b; background: #fff; font: 16px/1.5 Arial, "Liberation Sans", sans-serif; }
body { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 6rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; color: #1f3864; }
h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; color: #1f3864; }
.value { border: 1px solid #c8ced8; border-radius: .4rem; padding: .8rem 1rem; margin: 0 0 .8rem;
  break-inside: avoid; }
.value img { display: block; max-width: 100%; border: 1px solid #8a6100; margin: .5rem 0; }
.value p { margin: .2rem 0; } .why { color: #7a5600; } .where { color: #44546a; font-size: .9rem; }
input { font: inherit; width: 6rem; padding: .15rem .4rem; }
footer { position: fixed; inset: auto 0 0 0; background: #eef2f8; padding: .8rem 1rem;
  text-align: center; border-top: 1px solid #c8ced8; }
button { font: inherit; padding: .4rem 1.2rem; }
@media print { footer { display: none; } }
"""

# A field left as it was printed is not settled unless its box is ticked.
_SCRIPT = """
document.getElementById("save").addEventListener("click", () => {
  const settled = [];
  for (const field of document.querySelectorAll("input[data-no]")) {
    const box = document.getElementById(field.id + "-sure");
    if (!box.checked && field.value === field.defaultValue) continue;
    const text = field.value.trim();
    settled.push({file: field.dataset.file, dimension: field.dataset.dimension,
      no: Number(field.dataset.no), value: text === "" || text === "-" ? null : text});
  }
  const content = JSON.stringify({[document.body.dataset.mark]:
    Number(document.body.dataset.version), settled}, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], {type: "application/json"}));
  link.download = document.body.dataset.name;
  link.click();
});
"""


def write_review(records: Sequence[Record], picture: Picture, target: BinaryIO) -> None:
    """Write the page with every flag of some records; those of questions can be settled."""
    target.write("".join(_page(records, picture)).encode())


def _page(records: Sequence[Record], picture: Picture) -> Iterator[str]:
    count = sum(len(record.flags) for record in records)
    title = _("Values to settle")
    yield f'<!DOCTYPE html>\n<html lang="{current_language()}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(title)}</title>\n<style>{_CSS}</style>\n</head>\n"
    name = _("settled.json")
    yield f'<body data-mark="{MARK}" data-version="{VERSION}" data-name="{escape(name)}">\n'
    yield f"<h1>{escape(title)}</h1>\n<p>{escape(_advice(count))}</p>\n"
    for number, record in enumerate(records):
        if record.flags:
            yield f"<h2>{escape(_heading(record))}</h2>\n"
            yield from _values(record, number, picture)
    if count:
        save = escape(_("Save"))
        yield f'<footer><button id="save" type="button">{save}</button></footer>\n'
        yield f"<script>{_SCRIPT}</script>\n"
    yield "</body>\n</html>\n"


def _advice(count: int) -> Message:
    if not count:
        return _("No value is doubtful.")
    return _(
        "%(count)d values are doubtful. Compare each with its picture: correct it, or tick it as "
        "right. Then save, and give the saved file with --resolved."
    ) % {"count": count}


def _heading(record: Record) -> str:
    return " · ".join(filter(None, (record.region, record.name)))


def _values(record: Record, number: int, picture: Picture) -> Iterator[str]:
    items = {
        (dimension.name, item.number): item
        for dimension in record.dimensions
        for item in dimension.items
    }
    for index, flag in enumerate(record.flags):
        item = items.get((flag.dimension or "", flag.number or 0))
        field = _field(record, flag, item, f"v{number}-{index}") if item is not None else ""
        yield (
            f'<div class="value"><p>{escape(_what(flag, item))}</p>'
            f'<p class="why">{escape(flag.message)}</p>{_image(flag, picture)}{field}'
            f'<p class="where">{escape(str(flag.source))}</p></div>\n'
        )


def _what(flag: Flag, item: RecordedItem | None) -> str:
    if item is None:
        return flag.dimension or ""
    return f"{flag.dimension} · {item.number}. {item.question}"


def _image(flag: Flag, picture: Picture) -> str:
    png = picture(flag.source)
    if png is None:
        return ""
    told = escape(_("The place on the page"))
    return f'<img alt="{told}" src="data:image/png;base64,{b64encode(png).decode()}">'


def _field(record: Record, flag: Flag, item: RecordedItem, name: str) -> str:
    value = item.printed if item.score is None else number_text(item.score)
    file = record.name
    label, right = escape(_("Value")), escape(_("right as it stands"))
    return (
        f'<p><label>{label} <input id="{name}" value="{escape(value)}"'
        f' data-file="{escape(file)}" data-dimension="{escape(flag.dimension or "")}"'
        f' data-no="{item.number}"></label> <label><input id="{name}-sure" type="checkbox"'
        f' style="width:auto"> {right}</label></p>'
    )
