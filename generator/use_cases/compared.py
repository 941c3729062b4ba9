"""Two versions of a round, a document or an issue, and what is not the same: ``compare``."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.comparing import differences, result_differences
from evaluation.comparing.texts import TextDifference, TextLine, text_differences
from evaluation.errors import UnreadableInputError
from evaluation.messages import Message, _
from evaluation.sources import Source
from generator.issuing.issue import Issue, read_issue
from generator.processes.pool import DIGITISING, Pool
from generator.review.compared import Comparison
from generator.system.frozen import MARK
from generator.use_cases.following import Cancelled, Progress, never, unseen
from generator.use_cases.reading import read_round

_DOCUMENTS = {".pdf", ".docx"}
_PROCESSES = 2


def compare(
    before: Path,
    after: Path,
    *,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
) -> Comparison:
    """Hold two workbooks, two documents (PDF, DOCX) or two issues against each other.

    Of issues the workbooks are compared, and which documents they have; documents word by word
    where no difference of data tells why they are others. Pieces of progress are documents.
    Raises UnreadableInputError and CancelledError.
    """
    if {before.suffix.lower(), after.suffix.lower()} & _DOCUMENTS:
        (found,) = _texts([(before, after)], progress, cancelled)
        return Comparison(texts={"": found})
    if (before / MARK).is_file() and (after / MARK).is_file():
        return _issues(read_issue(before), read_issue(after), progress, cancelled)
    return _rounds(_workbook(before), _workbook(after))


def _workbook(path: Path) -> Path:
    """Give the workbook of an issue, else the path itself."""
    return read_issue(path).workbook_path if (path / MARK).is_file() else path


def _rounds(before: Path, after: Path) -> Comparison:
    old, new = read_round(before).evaluation, read_round(after).evaluation
    return Comparison(differences(old, new), result_differences(old, new))


def _issues(before: Issue, after: Issue, progress: Progress, cancelled: Cancelled) -> Comparison:
    found = _rounds(before.workbook_path, after.workbook_path)
    old, new = _by_document(before), _by_document(after)
    # A correction holds only what takes another's place; the rest stands as it was.
    gone = after.withdrawn if after.corrects else tuple(old.keys() - new.keys())
    both = [name for name in new if name in old and old[name] != new[name]]
    told = bool(found.data) and before.pack_sha256 == after.pack_sha256
    pairs = [(before.folder / name, after.folder / name) for name in both]
    texts = () if told else _texts(pairs, progress, cancelled)
    return Comparison(
        found.data,
        found.results,
        dict(zip(both, texts, strict=False)),
        tuple(sorted(gone)),
        tuple(name for name in new if name not in old),
        tuple(both) if told else (),
    )


def _by_document(issue: Issue) -> Mapping[str, str]:
    """Give the files to compare, with their digests: a document's PDF, or its DOCX if alone."""
    paths = {one.path for one in issue.files}
    return {
        one.path: one.sha256
        for one in issue.files
        if one.path.endswith(".pdf") or f"{one.path.rpartition('.')[0]}.pdf" not in paths
    }


def _texts(
    pairs: Sequence[tuple[Path, Path]], progress: Progress, cancelled: Cancelled
) -> Sequence[tuple[TextDifference, ...]]:
    from extractors.documents.texts import document_lines

    paths = [path for pair in pairs for path in pair]
    read: dict[int, Sequence[TextLine]] = {}
    progress(0, len(paths))

    def note(index: int, lines: Sequence[TextLine]) -> None:
        read[index] = lines
        progress(len(read), len(paths))

    with Pool(_PROCESSES, DIGITISING, cancelled=cancelled) as pool:
        pool.run(document_lines, paths, _too_much, note)
    return list(_compared(read, len(pairs)))


def _compared(
    read: Mapping[int, Sequence[TextLine]], pairs: int
) -> Iterator[tuple[TextDifference, ...]]:
    for at in range(pairs):
        yield text_differences(read[2 * at], read[2 * at + 1])


def _too_much(path: Path, reason: Message) -> Sequence[TextLine]:
    raise UnreadableInputError(
        _("reading it was ended: %(reason)s.") % {"reason": reason},
        source=Source(str(path)),
        remedy=_("Open it in its own program and save it anew."),
    )
