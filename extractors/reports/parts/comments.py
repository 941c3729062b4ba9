"""Comments → who said what, by section: from lists, paragraphs and tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evaluation.names import plain
from evaluation.record import RecordedComments
from evaluation.sources import Source
from evaluation.vocabulary.layouts import layouts
from extractors.reports.parts.comment_tables import table_entries
from extractors.reports.parts.tolerances import COMMENTS
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.lines import Line, around, joined
from extractors.reports.text.lists import Marked, Measure, marked, measure, paragraphs
from extractors.reports.text.people import person_of

_OUTLINE = re.compile(r"(?:[0-9]+(?:\.[0-9]+)*[.):]?|[A-Z][.)]|[IVX]+[.)])\s+")
_SPOKEN = re.compile(r"(.{2,90}?)\s*(?:[,–—]|\s-\s|\()\s*([^():]{2,90})\)?\s*:\s*(.*)", re.DOTALL)


@dataclass
class _Entry:
    """One assessor's lines while they are gathered: the name's, and those of each point."""

    name: list[str] = field(default_factory=list)
    points: list[list[str]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def read_comments(
    contents: Contents, file: str, known: frozenset[str]
) -> tuple[RecordedComments, ...]:
    """Read every section of comments, in printed order."""
    reader = _Reader(contents, file, known)
    for index, part in enumerate(contents.parts):
        if isinstance(part, Table):
            reader.table(part)
        else:
            reader.line(part, contents.parts[index + 1 : index + 2])
    reader.close()
    return tuple(reader.found)


class _Reader:
    """Goes through a document and gathers what stands below each heading of comments."""

    def __init__(self, contents: Contents, file: str, known: frozenset[str]) -> None:
        self._file = file
        self._known = known
        self._text = measure(contents.lines)
        self._begun = not any(table.kind is Kind.QUESTIONS for table in contents.tables)
        self._scored = False
        self._section: str | None = None
        self._lines: list[Line] = []
        self.found: list[RecordedComments] = []

    def table(self, table: Table) -> None:
        """Take in a table: of comments, or the end of them."""
        self.close()
        if table.kind is Kind.COMMENTS:
            self.found += table_entries(table, self._section or "", self._file, self._known)
        elif table.kind is Kind.QUESTIONS:
            self._begun = self._scored = True
            self._section = None

    def line(self, line: Line, following: Sequence[Line | Table]) -> None:
        """Take in a line: the heading of a section, one that ends it, or one of its own."""
        heading = section_of(line) or _plain_heading(line, following, self._scored)
        if heading is not None and _is_heading(line, following, self._begun):
            self.close()
            self._section = heading
        elif self._section is not None:
            if layouts().sections.ends.begins(line.text) and not marked(line).kind:
                self.close()
                self._section = None
            else:
                self._lines.append(line)

    def close(self) -> None:
        """Read the lines gathered so far."""
        if self._section is not None and self._lines:
            self.found.extend(
                _section(self._section, self._lines, self._file, self._known, self._text)
            )
        self._lines.clear()


def section_of(line: Line) -> str | None:
    """Give the section that a line is the heading of, as printed; None where it is none."""
    sections = layouts().sections
    text = _OUTLINE.sub("", line.text.strip(), count=1).strip(" :")
    if len(text) > COMMENTS.heading_letters:
        return None
    if sections.names.is_one(text):
        return text
    before = sections.before.begins(text)
    if before is not None:
        rest = " ".join(text.split()[len(before.split()) :]).strip(" :–-")
        return rest if rest and sections.names.is_one(rest) else None
    for tail in sections.after.all:
        if plain(text).endswith(f" {tail}"):
            rest = " ".join(text.split()[: -len(tail.split())])
            if sections.names.is_one(rest):
                return rest
    return None


def _plain_heading(line: Line, following: Sequence[Line | Table], begun: bool) -> str | None:
    """Give the words of a heading that no label knows: set apart by its type, people follow it."""
    text = line.text.strip(" :")
    if not begun or not following or len(text.split()) > COMMENTS.heading_words:
        return None
    if any(char in text for char in ",;()0123456789") or marked(line).kind:
        return None
    first = following[0]
    if isinstance(first, Table):
        return text if first.kind is Kind.COMMENTS and line.bold else None
    larger = line.size > COMMENTS.larger * first.size
    follows = _names_person(marked(first).text) and (bool(marked(first).kind) or first.bold)
    return text if follows and (line.bold or larger) else None


def _is_heading(line: Line, following: Sequence[Line | Table], begun: bool) -> bool:
    """Tell whether a line that says a section heads one: after the questions, or plainly so."""
    if line.text.rstrip().endswith((".", ";", ",")):
        return False
    if begun or not following:
        return begun
    first = following[0]
    if isinstance(first, Table):
        return first.kind is Kind.COMMENTS
    return section_of(first) is not None or _names_person(marked(first).text)


def _section(
    section: str, lines: Sequence[Line], file: str, known: frozenset[str], text: Measure
) -> Iterator[RecordedComments]:
    if layouts().sections.none.begins(lines[0].text):
        return
    for entry in _entries(lines, text):
        name, institution = person_of(joined(entry.name, known))
        points = tuple(joined(point, known) for point in entry.points)
        first = entry.lines[0]
        box = around(line.box for line in entry.lines if line.page == first.page)
        source = Source(file, page=first.page, box=box)
        yield RecordedComments(section, name, institution, points, source)


def _entries(lines: Sequence[Line], text: Measure) -> list[_Entry]:
    items = [marked(line) for line in lines]
    first = items[0]
    match = _SPOKEN.fullmatch(_paragraph_text(lines)) if not first.kind else None
    if match and match[3] and not first.line.bold:
        return _spoken(lines, text)
    heads = _Heads(items)
    entries: list[_Entry] = []
    pending: list[Line] = []
    for item in items:
        if heads.is_head(item) or not entries:
            _close(entries, pending, text)
            entries.append(_Entry([item.text], [], [item.line]))
        elif item.kind:
            _close(entries, pending, text)
            entries[-1].points.append([item.text])
            entries[-1].lines.append(item.line)
        elif entries[-1].points and heads.marked_points:
            entries[-1].points[-1].append(item.text)
            entries[-1].lines.append(item.line)
        elif heads.marked_points or (heads.continues_name(item, entries[-1]) and not pending):
            entries[-1].name.append(item.text)
            entries[-1].lines.append(item.line)
        else:
            pending.append(item.line)
    _close(entries, pending, text)
    return entries


def _close(entries: list[_Entry], pending: list[Line], text: Measure) -> None:
    """Give an assessor the unmarked lines gathered for it, one point a paragraph."""
    if entries and pending:
        for paragraph in paragraphs(pending, text):
            entries[-1].points.append([line.text for line in paragraph])
        entries[-1].lines += pending
    pending.clear()


class _Heads:
    """Tells the lines that name an assessor: they look like the first line of the section."""

    def __init__(self, items: Sequence[Marked]) -> None:
        self._first = items[0]
        others = [i for i in items[1:] if i.kind and not self._looks_like_first(i)]
        self.marked_points = bool(others)

    def _looks_like_first(self, item: Marked) -> bool:
        first = self._first
        near = abs(item.left - first.left) < COMMENTS.indent
        same = item.kind == first.kind and near
        return same and (item.line.bold == first.line.bold or bool(item.kind))

    def is_head(self, item: Marked) -> bool:
        if item is self._first:
            return True
        if not self._looks_like_first(item):
            return False
        if item.kind:
            return True
        return item.line.bold or (self.marked_points and _names_person(item.text))

    def continues_name(self, item: Marked, entry: _Entry) -> bool:
        last = entry.lines[-1]
        return bool(item.line.bold and last.bold) and len(entry.name) < COMMENTS.name_lines


def _names_person(text: str) -> bool:
    short = len(text) < COMMENTS.name_letters
    return short and ("," in text or "(" in text) and not text.endswith((".", ";"))


def _paragraph_text(lines: Sequence[Line]) -> str:
    first = next(iter(paragraphs(lines)), ())
    return joined([line.text for line in first])


def _spoken(lines: Sequence[Line], text: Measure) -> list[_Entry]:
    """Read paragraphs "assessor (institution): point"; further paragraphs are further points."""
    entries: list[_Entry] = []
    for paragraph in paragraphs(lines, text):
        said = [line.text for line in paragraph]
        match = _SPOKEN.fullmatch("\n".join(said))
        if match and _names_person(match[0].split(":")[0].replace("\n", " ")):
            name = match[0].split(":")[0].split("\n")
            rest = match[3].split("\n")
            entries.append(_Entry(name, [rest] if rest != [""] else [], list(paragraph)))
        elif entries:
            entries[-1].points.append(said)
            entries[-1].lines += paragraph
        else:
            entries.append(_Entry([], [said], list(paragraph)))
    return entries
