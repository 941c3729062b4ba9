"""The frame of every page that is written: self-contained, no script, no outside address."""

from collections.abc import Iterable, Iterator

from evaluation.messages import Message, current_language
from evaluation.visible import escape

_CSS = """
:root { color: #1b1b1b; background: #fff; font: 16px/1.5 Arial, "Liberation Sans", sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; color: #1f3864; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; color: #1f3864; }
.round { color: #44546a; margin: 0 0 1.2rem; }
.verdict { font-size: 1.15rem; padding: .8rem 1rem; border-left: .4rem solid; margin: 0 0 1rem; }
.verdict.error { border-color: #b3261e; background: #fdecea; }
.verdict.warning { border-color: #8a6100; background: #fff6da; }
.verdict.good { border-color: #1e6b3a; background: #e9f6ee; }
.counts { display: flex; flex-wrap: wrap; gap: .6rem; padding: 0; margin: 0; list-style: none; }
.counts li { border: 1px solid #c8ced8; border-radius: .4rem; padding: .35rem .9rem; }
.counts b { font-size: 1.35rem; margin-right: .35rem; }
figure { margin: 0; } figcaption { color: #44546a; font-size: .9rem; }
svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; overflow-wrap: anywhere; }
th { border-bottom: 2px solid #1f3864; } td { border-bottom: 1px solid #d9dee6; }
td:first-child { white-space: nowrap; font-family: Consolas, "Liberation Mono", monospace; }
.tag { font-weight: bold; white-space: nowrap; }
.tag.error { color: #b3261e; } .tag.warning { color: #7a5600; } .tag.notice { color: #1f4e79; }
.remedy { color: #44546a; } tr.odd td { background: #fff6da; }
@media (max-width: 40rem) { td:first-child { white-space: normal; } th, td { padding: .3rem; } }
@media print { body { padding: 0; max-width: none; } tr, figure { break-inside: avoid; }
  @page { size: A4; margin: 18mm; } }
"""


def framed(title: Message, body: Iterable[str]) -> Iterator[str]:
    """Give a whole page, piece by piece; what ``body`` gives is HTML already."""
    yield f'<!DOCTYPE html>\n<html lang="{current_language()}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(title)}</title>\n<style>{_CSS}</style>\n</head>\n<body>\n"
    yield f"<h1>{escape(title)}</h1>\n"
    yield from body
    yield "</body>\n</html>\n"
