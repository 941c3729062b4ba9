"""The rounds of a user, one folder each, and where things lie in it.

What a browser names is an identifier that is looked up among the folders that are there: no path
and no name of an upload ever becomes a part of a path.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from evaluation.errors import UnwritableOutputError
from evaluation.messages import _
from evaluation.names import plain
from evaluation.sources import Source
from generator.packs.settings import SETTINGS
from generator.system.files import unwritable

WORKBOOK = "buku-kerja"
"""What the workbook of a round is called in its folder, whatever it was called before."""

_ENDINGS = (".xlsx", ".xls", ".ods")
_RETURNED, _PACKS, _DRAFTS, _CHECKED, _FINAL = "kiriman", "paket", "konsep", "periksa", "jadi"
_FORMS = "formulir"
_LONGEST = 60  # characters of a folder's name


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its folder with all that belongs to it, and the workbook that is being filled."""

    identifier: str
    folder: Path
    workbook: Path

    @property
    def returned(self) -> Path:
        """Give the folder of the forms and spreadsheets that came back."""
        return self.folder / _RETURNED

    @property
    def forms(self) -> Path:
        """Give the folder of the forms that go out to the assessors."""
        return self.folder / _FORMS

    @property
    def map(self) -> Path:
        """Give the workbook that asks what unclear columns mean, where collecting wrote one."""
        return self.workbook.with_name(f"{self.workbook.stem}-peta.xlsx")

    @property
    def drafts(self) -> Path:
        """Give the folder of the documents that are drafts still."""
        return self.folder / _DRAFTS

    @property
    def final(self) -> Path:
        """Give the folder of the documents that go out; issues stand below it."""
        return self.folder / _FINAL

    @property
    def checked(self) -> Path:
        """Give the folder of what a check wrote."""
        return self.folder / _CHECKED

    @property
    def pack(self) -> str | None:
        """Give the template pack that lies in the round's folder; None where there is none."""
        packs = sorted((self.folder / _PACKS).glob(f"*/{SETTINGS}"))
        return str(packs[0].parent) if packs else None

    @property
    def packs(self) -> Path:
        """Give the folder of the round's own template pack."""
        return self.folder / _PACKS


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder that holds the rounds."""

    folder: Path

    def rounds(self) -> tuple[Round, ...]:
        """Give the rounds, the one that was worked on last first."""
        return tuple(sorted(self._rounds(), key=_touched, reverse=True))

    def find(self, identifier: str) -> Round | None:
        """Give the round of an identifier; None where there is none."""
        return next((one for one in self._rounds() if one.identifier == identifier), None)

    def add(self, title: str, ending: str, content: bytes) -> Round:
        """Make a round of a workbook. Raises UnwritableOutputError.

        ``ending`` is one of those of workbooks, whatever the file was called.
        """
        with unwritable(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            folder = self._new_folder(title)
            workbook = folder / f"{WORKBOOK}{ending}"
            workbook.write_bytes(content)
        return _round(folder, workbook)

    def _new_folder(self, title: str) -> Path:
        """Make a folder that is named after a round, with a number where that name is taken."""
        slug = re.sub(r"[^a-z0-9]+", "-", plain(title)).strip("-")[:_LONGEST].strip("-")
        name = f"putaran-{slug}".strip("-")  # never CON, AUX or another name of Windows' own
        for number in count(1):
            folder = self.folder / (name if number == 1 else f"{name}-{number}")
            try:
                folder.mkdir()
            except FileExistsError:
                continue
            return folder
        raise AssertionError("numbers do not end")

    def _rounds(self) -> Iterator[Round]:
        try:
            folders = [one for one in self.folder.iterdir() if one.is_dir()]
        except FileNotFoundError:
            return
        except OSError as fault:
            raise UnwritableOutputError(
                _("the folder of the rounds cannot be opened: %(reason)s.")
                % {"reason": fault.strerror or fault},
                source=Source(str(self.folder)),
            ) from None
        for folder in folders:
            for ending in _ENDINGS:
                workbook = folder / f"{WORKBOOK}{ending}"
                if workbook.is_file():
                    yield _round(folder, workbook)
                    break


def _round(folder: Path, workbook: Path) -> Round:
    identifier = hashlib.sha256(folder.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Round(identifier, folder, workbook)


def _touched(one: Round) -> float:
    try:
        return one.workbook.stat().st_mtime
    except OSError:
        return 0.0
