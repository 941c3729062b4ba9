"""Whether files are still what was made: what ``verify`` does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.messages import Message
from generator.issuing.verifying import Standing, Verdict, verify_file, verify_folder
from generator.processes.pool import DIGITISING, Pool
from generator.use_cases.following import Cancelled, Progress, never, unseen
from generator.writers.pdf.file.identifier import bears_own_identifier

if TYPE_CHECKING:
    from extractors.archive.agreement import Agreement

_BEGINS = b"%PDF-"
_TOUCHED = (Standing.CHANGED, Standing.EXTENDED)
_PROCESSES = 2


def verify(
    paths: Sequence[Path], *, progress: Progress = unseen, cancelled: Cancelled = never
) -> tuple[Verdict, ...]:
    """Hold folders against their lists, and files against their seals, identifiers and records.

    The pages of a PDF are read and held against the data that it carries where it is asked for
    by its own name, and in a folder where it is no longer byte for byte what was made. Pieces of
    progress are such files. Raises UnreadableInputError and CancelledError.
    """
    found = [one for path in paths for one in _found(path)]
    places = [place for place, one in enumerate(found) if one.worth_reading]
    done = 0
    progress(done, len(places))

    def note(index: int, seen: "_Seen") -> None:
        nonlocal done
        done += 1
        one = found[places[index]]
        verdict = one.verdict.seen(seen.agreement, seen.identified)
        found[places[index]] = _Found(one.path, verdict)
        progress(done, len(places))

    with Pool(_PROCESSES, DIGITISING, cancelled=cancelled) as pool:
        pool.run(_look, [found[place].path for place in places], _lost, note)
    return tuple(one.verdict for one in found)


@dataclass(frozen=True, slots=True)
class _Found:
    """A file with its verdict; ``path`` leads to it from where the user stands."""

    path: Path
    verdict: Verdict
    worth_reading: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    """What reading a PDF told."""

    agreement: "Agreement"
    identified: bool


def _found(path: Path) -> Iterator[_Found]:
    if not path.is_dir():
        yield _Found(path, verify_file(path), _is_pdf(path))
        return
    for verdict in verify_folder(path):
        file = path / verdict.path
        yield _Found(file, verdict, verdict.standing in _TOUCHED and _is_pdf(file))


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(_BEGINS)) == _BEGINS


def _look(path: Path) -> _Seen:
    from extractors.archive.agreement import agreement

    return _Seen(agreement(path), bears_own_identifier(path.read_bytes()))


def _lost(_path: Path, reason: Message) -> _Seen:
    from extractors.archive.agreement import Agreement

    return _Seen(Agreement(reason=reason), identified=False)
