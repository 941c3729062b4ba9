"""Files of any shape → scores and comments, with the cell of each and how it was understood.

Nothing is guessed: what stays below a threshold is reported, and a mapping settles it.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from evaluation.draft import FoundQuestion, Known
from evaluation.understanding import Collected
from extractors.collect.ages import newest, saved_inside
from extractors.collect.books import Book, book_of, named_questions, named_regions
from extractors.collect.files import Opener, files_in
from extractors.collect.gathering import Gathering
from extractors.collect.headings import Vocabulary
from extractors.collect.joining import (
    drafted,
    joined_comments,
    joined_scores,
    report_alike,
    report_alike_regions,
)
from extractors.collect.mapping import Mapping
from extractors.collect.mapping import read_mapping as read_toml
from extractors.collect.mapping_file import mapping_toml
from extractors.collect.questions import Questions
from extractors.collect.regions import Regions, met_regions
from extractors.collect.rounds import BookReader
from extractors.collect.settling import read_map_book
from extractors.collect.sheet import Sheet, sheet_of
from extractors.spreadsheets.apart import Apart, here

__all__ = ["Mapping", "collect", "mapping_toml", "read_mapping"]

Opened = Iterable[tuple[str, Sequence[Sheet]]]
Progress = Callable[[int, int], None]


def read_mapping(path: Path) -> Mapping:
    """Read a map, be it a workbook or TOML.

    Raises UnreadableInputError, and WrongDataError with the place of what is wrong.
    """
    return read_map_book(path) if path.suffix.lower() == ".xlsx" else read_toml(path)


def collect(
    paths: Sequence[Path],
    *,
    known: Known | None = None,
    mapping: Mapping | None = None,
    newer: bool = False,
    progress: Progress | None = None,
    apart: Apart = here,
) -> Collected:
    """Read files and folders in any mixture; the outcome does not depend on their order.

    ``apart`` runs what may abort the process that it runs in. ``progress`` is called with the
    number of files read and of all files. Where two files contradict each other, ``newer`` lets the
    one count that was saved later. What is wrong with a file, a table or a cell comes as a
    finding; no file stops the others.
    """
    known, mapping = known or Known(), mapping or Mapping()
    gathering = Gathering()
    opened = _opened(paths, gathering, progress, apart, newer=newer)
    if not (known.instrument and known.regions):
        opened = tuple(opened)  # they must be gone through twice
    vocabulary = _vocabulary(known, mapping, opened)
    reader = BookReader(known, vocabulary, gathering)
    for file, sheets in opened:
        reader.read(book_of(file, sheets, vocabulary, mapping))
    read = newest(gathering.scores, gathering) if newer else gathering.scores
    scores = joined_scores(read, gathering)
    report_alike(scores, gathering)
    if not known.regions:
        report_alike_regions(vocabulary.regions.all, gathering)
    draft = drafted(
        scores,
        joined_comments(gathering.comments, gathering),
        () if known.regions else vocabulary.regions.all,
        () if known.instrument else vocabulary.questions.by_number.values(),
    )
    return Collected(
        draft,
        tuple(reader.understood),
        tuple(gathering.unused),
        tuple(gathering.unknown.values()),
        gathering.findings.all(),
    )


def _opened(
    paths: Iterable[Path],
    gathering: Gathering,
    progress: Progress | None,
    apart: Apart,
    *,
    newer: bool,
) -> Opened:
    files = files_in(paths, gathering.findings, gathering.unused)
    opener = Opener(gathering.findings, gathering.unused, apart)
    for count, file in enumerate(files, 1):
        for one, sheets in opener.sheets(file):
            time = (saved_inside(one.path) if newer else None) or one.time
            yield one.name, [sheet_of(raw, one.name, time) for raw in sheets]
        if progress is not None:
            progress(count, len(files))


def _vocabulary(known: Known, mapping: Mapping, opened: Opened) -> Vocabulary:
    """Give what headings are compared with: what is known, or else what the files name."""
    questions = _known_questions(known)
    regions = known.regions
    if not (questions and regions):
        first = Vocabulary(questions, Regions(regions, mapping.regions), known.sections)
        books = [book_of(file, sheets, first, mapping) for file, sheets in opened]
        regions = regions or met_regions(named_regions(books))
        questions = questions or Questions(_met_questions(books))
    return Vocabulary(questions, Regions(regions, mapping.regions), known.sections)


def _known_questions(known: Known) -> Questions:
    if known.instrument is None:
        return Questions(())
    dimensions = known.instrument.dimensions
    return Questions(
        (
            FoundQuestion(q.number, q.text, d.name, q.indicator, q.sub_indicator, source=q.source)
            for d in dimensions
            for q in d.questions
        ),
        (d.name for d in dimensions if d.directly_scored),
    )


def _met_questions(books: Iterable[Book]) -> Sequence[FoundQuestion]:
    """Give each question that files number once, with the first text that stands beside it."""
    met: dict[int, FoundQuestion] = {}
    for question in named_questions(books):
        if not met.get(question.number, question).text or question.number not in met:
            met[question.number] = question
    return [met[number] for number in sorted(met)]
