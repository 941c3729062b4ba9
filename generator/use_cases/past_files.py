"""The files of an archive: PDFs to read, and those beside them that may hold a report, too."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.messages import Message, _
from evaluation.paths import is_folder
from evaluation.rules import archive as rules
from evaluation.sources import Finding, Source

_SAVED_ANEW = _("Save it as PDF, and extract again.")
_UNPACKED = _("Unpack it into the folder, and extract again.")
_REMEDIES = {
    **dict.fromkeys((".zip", ".rar", ".7z"), _UNPACKED),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf"), _SAVED_ANEW),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff"), _SAVED_ANEW),
}


def pdf_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Give the files to read, those of folders in the order of their names, each once."""

    def found() -> Iterator[Path]:
        for path in paths:
            if is_folder(path):
                yield from sorted(one for one in path.rglob("*") if one.suffix.lower() == ".pdf")
            else:
                yield path

    return tuple(dict.fromkeys(found()))


def passed_over(paths: Sequence[Path]) -> Iterator[Finding]:
    """Tell the files of folders that may hold a report and are no PDF."""
    for path in paths:
        for one in sorted(path.rglob("*")) if is_folder(path) else ():
            remedy: Message | None = _REMEDIES.get(one.suffix.lower())
            if remedy is not None and not one.name.startswith(("~", ".")):
                told = _("the file is no PDF and was not read.")
                yield rules.FILE_PASSED_OVER.found(Source(str(one)), told, remedy)
