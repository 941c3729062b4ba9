"""What a command may replace: a file that it made itself and that nobody has changed since.

Every command that writes asks here, for all its files before it makes the first one, and again as
each is written, since a long run leaves time for somebody to save a file in between.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, TypeVar

from evaluation.errors import UnwritableOutputError
from evaluation.messages import NOTHING, Message, _, ngettext
from evaluation.paths import is_folder
from evaluation.rules import output as rules
from evaluation.sources import Finding, Source
from generator.system.files import unwritable, write_whole
from generator.system.frozen import frozen_folder
from generator.system.seals import Seal, read_seal, sealed

OLD = "lama"

_LISTED = 12  # files that are named; the others are counted

Outcome = TypeVar("Outcome")
Identity = tuple[int, int] | str
"""What a file is known by, however its path is spelled: device and number, or its real path."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write. ``maker`` is the command, with the option that asks for this file."""

    path: Path
    maker: str


@dataclass(frozen=True, slots=True)
class _Refusal:
    path: Path
    reason: Message
    forcible: bool = True


@dataclass(frozen=True, slots=True)
class Outputs:
    """What one run of a command may replace.

    ``inputs`` are never replaced. ``force`` replaces any other file. ``listed`` gives the sha256
    that a manifest tells of files by their path. ``kept`` may be replaced though it is an input,
    because a copy of it stays (see ``kept_beside``).
    """

    inputs: frozenset[Identity] = frozenset()
    force: bool = False
    listed: Mapping[Path, str] = field(default_factory=dict)
    kept: Identity | None = None

    def check(self, wanted: Sequence[Output]) -> None:
        """Hold every file that is to be written against what stands there.

        Raises UnwritableOutputError, which names all that may not be replaced.
        """
        refused = [*_repeated(wanted), *filter(None, map(self._refusal, wanted))]
        if refused:
            raise _refused(refused)

    def write(self, output: Output, fill: Callable[[BinaryIO], Outcome]) -> tuple[Outcome, str]:
        """Let ``fill`` make a file and write it, sealed; give what it returned and the sha256.

        Raises UnwritableOutputError.
        """

        def write(target: BinaryIO) -> Outcome:
            content = BytesIO()
            outcome = fill(content)
            target.write(sealed(content.getvalue(), output.maker))
            self.check([output])
            return outcome

        return write_whole(output.path, write)

    def _refusal(self, output: Output) -> _Refusal | None:
        """Tell why a file may not be replaced; None where it may, or there is none.

        A folder is left to the file system, which never lets a file replace one; so is a name that
        no file can have.
        """
        path = output.path
        issue = frozen_folder(path)
        if issue is not None:
            told = _("lies in an issue; correct it with “laporan correct … --against %(issue)s”.")
            return _Refusal(path, told % {"issue": issue}, forcible=False)
        try:
            link, mode = path.is_symlink(), _mode(path)
            if not link and (mode is None or stat.S_ISDIR(mode)):
                return None
            reason = self._never(path, mode)
            if reason or self.force:
                return _Refusal(path, reason, forcible=False) if reason else None
            reason = _("is a link.") if link else self._not_ours(output)
        except OSError as fault:
            if fault.errno == errno.ENAMETOOLONG:
                return None
            reason = _("cannot be looked at: %(reason)s.") % {"reason": fault.strerror or fault}
        return _Refusal(path, reason) if reason else None

    def _never(self, path: Path, mode: int | None) -> Message:
        if mode is None:
            return NOTHING
        known = identity(path)
        if known in self.inputs and known != self.kept:
            return _("is read by this very command.")
        return NOTHING if stat.S_ISREG(mode) else _("is no ordinary file.")

    def _not_ours(self, output: Output) -> Message:
        path = output.path
        if self.kept is not None and identity(path) == self.kept:
            return NOTHING
        seal = read_seal(path)
        if seal is not None:
            return _spoilt(seal, output.maker)
        told = self.listed.get(path)
        if told is None:
            return _("was not made by this command, or was saved by another program since.")
        return NOTHING if sha256_of(path) == told else _("was changed after it was made.")


def _spoilt(seal: Seal, maker: str) -> Message:
    if not seal.intact:
        return _("was changed after it was made.")
    if seal.maker != maker:
        return _("was made by “laporan %(command)s”.") % {"command": seal.maker}
    return NOTHING


def identity(path: Path) -> Identity:
    """Give what a file is known by through links, other spellings and names without case."""
    try:
        known = path.stat()
    except OSError:
        known = None
    return (known.st_dev, known.st_ino) if known and known.st_ino else os.path.realpath(path)


def identities(paths: Iterable[Path | None], endings: Collection[str] = ()) -> frozenset[Identity]:
    """Give the identities of files and of the files in folders, those with such endings alone.

    Without ``endings`` every file of a folder counts. A path that is None is passed over.
    """
    return frozenset(identity(file) for path in paths if path for file in _files(path, endings))


def _files(path: Path, endings: Collection[str]) -> Iterator[Path]:
    if not is_folder(path):
        yield path
        return
    for inside in path.rglob("*"):
        if (not endings or inside.suffix.lower() in endings) and inside.is_file():
            yield inside


@contextmanager
def kept_beside(path: Path) -> Iterator[Path]:
    """Keep a file that is about to be replaced under the next free name beside it, and give that.

    The copy goes again where the block fails, since the file itself still stands then. Raises
    UnwritableOutputError.
    """
    with unwritable(path):
        kept = _copy(path.resolve())
    try:
        yield kept
    except BaseException:
        kept.unlink(missing_ok=True)
        raise


def _copy(path: Path) -> Path:
    for number in count(1):
        kept = path.with_name(f"{path.stem}-{OLD}-{number}{path.suffix}")
        with suppress(FileExistsError):
            _copy_to(path, kept)
            return kept
    raise AssertionError("numbers do not end")


def _copy_to(path: Path, kept: Path) -> None:
    """Give a file a second name, or copy it where the file system knows no second names."""
    try:
        os.link(path, kept)
    except FileExistsError:
        raise
    except OSError:
        with path.open("rb") as source, kept.open("xb") as target:
            copyfileobj(source, target)


def _mode(path: Path) -> int | None:
    """Give the kind of what a path leads to, None where it leads nowhere."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def sha256_of(path: Path) -> str:
    """Give the sha256 of a file. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _repeated(wanted: Iterable[Output]) -> Iterator[_Refusal]:
    seen: set[Identity] = set()
    for output in wanted:
        known = identity(output.path)
        if known in seen:
            yield _Refusal(output.path, _("is asked for twice."), forcible=False)
        seen.add(known)


def _refused(refused: Sequence[_Refusal]) -> UnwritableOutputError:
    forcible = all(one.forcible for one in refused)
    remedy = (
        _("Choose another name or folder, or replace what stands there with --force.")
        if forcible
        else _("Choose another name or folder.")
    )
    if len(refused) == 1:
        source = Source(str(refused[0].path))
        return UnwritableOutputError(refused[0].reason, source=source, remedy=remedy)
    told = ngettext(
        "%(count)d file may not be replaced; nothing was made.",
        "%(count)d files may not be replaced; nothing was made.",
        len(refused),
    )
    counts = {"count": len(refused)}
    return UnwritableOutputError(told % counts, remedy=remedy, findings=_findings(refused))


def _findings(refused: Sequence[_Refusal]) -> tuple[Finding, ...]:
    named = [
        rules.OUTPUT_NOT_REPLACED.found(Source(str(o.path)), o.reason) for o in refused[:_LISTED]
    ]
    rest = len(refused) - len(named)
    if rest:
        told = ngettext("… and %(count)d more file.", "… and %(count)d more files.", rest)
        named.append(rules.OUTPUT_NOT_REPLACED.found(None, told % {"count": rest}))
    return tuple(named)
