"""Compare what was read with the truth: ``python -m benchmarks.archive.score ARCHIVE READ``.

READ holds one JSON a document, named as the PDF, at any depth, in the form of issue 5.2. A value is
right, wrong with a flag, wrong without a flag (the one thing that must not happen), or missing.
"""

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ALIKE = {"scan": 0.97, "outlined": 0.97}
"""From which likeness on a text counts as read, by the beginning of a layout's name; texts of all
others must be equal, letter by letter."""
PARTS = ("score", "average", "text", "comment", "fact", "list", "result")


@dataclass(slots=True)
class Tally:
    """What became of the values of a layout, by part: ``counts["score", "right"]``."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    files: int = 0
    alike: float = 1.0

    def add(self, part: str, truth: object, read: object, flagged: bool) -> None:
        self.counts[part, verdict(truth, read, flagged, self.alike)] += 1
        if flagged:
            self.counts[part, "flagged"] += 1

    def cell(self, part: str) -> str:
        """Give right/all and, where there are any, flagged wrong, silently wrong, missing."""
        of = {v: self.counts[part, v] for v in ("right", "wrong-flagged", "wrong", "missing")}
        total = sum(of.values())
        text = f"{of['right']}/{total}"
        signs = {"wrong-flagged": "f", "wrong": "W", "missing": "m"}
        return text + "".join(f" {of[v]}{s}" for v, s in signs.items() if of[v])


def verdict(truth: object, read: object, flagged: bool, alike: float = 1.0) -> str:
    """Judge one value. Texts are equal when their letters are; blanks and breaks do not count."""
    if _same(truth, read, alike):
        return "right"
    if read is None and not flagged:
        return "missing"
    return "wrong-flagged" if flagged else "wrong"


def _same(truth: object, read: object, alike: float) -> bool:
    if isinstance(truth, str) and isinstance(read, str):
        first, second = _letters(truth), _letters(read)
        return first == second or (alike < 1 and _likeness(first, second) >= alike)
    if isinstance(truth, int | float) and isinstance(read, int | float):
        return abs(truth - read) < 1e-9
    return truth == read or (truth in ("", None) and read in ("", None))


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _letters(text: str) -> str:
    return "".join(text.split()).replace("-", "").casefold()


def compare(truth: dict[str, Any], read: dict[str, Any], tally: Tally) -> None:
    """Add one document to the tally."""
    tally.files += 1
    for key in ("region", "category", "year", "participating"):
        tally.add("fact", truth[key], read.get(key), False)
    for key in ("number", "date"):
        tally.add("fact", truth["letter"][key], (read.get("letter") or {}).get(key), False)
    _dimensions(truth, read, tally)
    _comments(truth, read, tally)
    for key in ("addressees", "absent"):
        _list(truth[key], read.get(key, []), tally)
    _results(truth["results"], read.get("results") or {}, tally)


def _dimensions(truth: dict[str, Any], read: dict[str, Any], tally: Tally) -> None:
    found = {_letters(d["name"]): d for d in read.get("dimensions", [])}
    flags = {(_letters(f.get("dimension") or ""), f.get("no")) for f in read.get("flags", [])}
    for dimension in truth["dimensions"]:
        name = _letters(dimension["name"])
        other = found.get(name, {})
        tally.add("fact", dimension["name"], other.get("name"), False)
        tally.add("average", dimension["average"], other.get("average"), (name, None) in flags)
        items = {i["no"]: i for i in other.get("items", [])}
        for item in dimension["items"]:
            got = items.get(item["no"], {})
            flagged = bool(got.get("flag")) or (name, item["no"]) in flags
            tally.add("score", item["score"], got.get("score"), flagged)
            for key in ("indicator", "sub", "question"):
                tally.add("text", item[key], got.get(key), flagged)
    extra = sum(len(d.get("items", [])) for d in read.get("dimensions", []))
    extra -= sum(len(d["items"]) for d in truth["dimensions"])
    tally.counts["score", "wrong"] += max(0, extra)


def _comments(truth: dict[str, Any], read: dict[str, Any], tally: Tally) -> None:
    keys = ("section", "assessor", "institution")
    found = {tuple(_letters(c[k]) for k in keys): c["points"] for c in read.get("comments", [])}
    for comment in truth["comments"]:
        points = found.get(tuple(_letters(comment[k]) for k in keys), [])
        tally.counts["comment", "right" if points else "missing"] += 1
        for at, point in enumerate(comment["points"]):
            tally.add("comment", point, points[at] if at < len(points) else None, False)


def _list(truth: list[dict[str, Any]], read: list[dict[str, Any]], tally: Tally) -> None:
    found = {n["no"]: n["name"] for n in read}
    for entry in truth:
        tally.add("list", entry["name"], found.get(entry["no"]), False)


def _results(truth: dict[str, Any], read: dict[str, Any], tally: Tally) -> None:
    found = {r["no"]: r for r in read.get("rows", [])}
    for row in truth["rows"]:
        got = found.get(row["no"], {})
        tally.add("result", row["region"], got.get("region"), False)
        values = got.get("values") or [None] * len(row["values"])
        for at, value in enumerate(row["values"]):
            tally.add("result", value, values[at] if at < len(values) else None, False)


def score(archive: Path, read: Path) -> dict[str, Tally]:
    """Compare every document of the archive that has a truth; unread ones count as missing."""
    found = {path.stem: path for path in sorted(read.rglob("*.json"))}
    tallies: dict[str, Tally] = {}
    for path in sorted(archive.glob("*/*.json")):
        tally = tallies.setdefault(path.parent.name, tally_for(path.parent.name))
        got = json.loads(found[path.stem].read_text("utf-8")) if path.stem in found else {}
        compare(json.loads(path.read_text("utf-8")), got, tally)
    return tallies


def tally_for(layout: str) -> Tally:
    """Begin the tally of a layout, with the likeness that its texts are held to."""
    return Tally(alike=next((v for k, v in ALIKE.items() if layout.startswith(k)), 1.0))


def show(tallies: dict[str, Tally]) -> Table:
    """Lay the tallies out: f wrong but flagged, W wrong and silent, m missing."""
    table = Table("layout", "files", *PARTS, "flagged cells", title="right/all")
    total = Tally()
    for name, tally in tallies.items():
        table.add_row(name, str(tally.files), *map(tally.cell, PARTS), _flagged(tally))
        total.counts += tally.counts
        total.files += tally.files
    table.add_section()
    table.add_row("all", str(total.files), *map(total.cell, PARTS), _flagged(total))
    return table


def _flagged(tally: Tally) -> str:
    verdicts = ("right", "wrong", "wrong-flagged", "missing")
    total = sum(tally.counts["score", v] for v in verdicts)
    return f"{tally.counts['score', 'flagged'] / total:.1%}" if total else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("read", type=Path)
    given = parser.parse_args()
    Console(width=200).print(show(score(given.archive, given.read)))


if __name__ == "__main__":
    main()
