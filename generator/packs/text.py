"""The text files of a pack, however they were saved: UTF-8 with or without its mark, UTF-16.

What is saved in another way cannot be told apart from what it means to say, so it is refused.
"""

import codecs
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from evaluation.errors import WrongTemplateError
from evaluation.messages import _
from evaluation.sources import Source

MAX_BYTES = 250_000  # of one file; the largest of the shipped packs has 8,000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WORD = re.compile(r"\S{0,30}$")
_WORD_END = re.compile(r"\S{0,30}")


def read_text(path: Path, name: str) -> str:
    """Read a text file of a pack, its line ends as they are.

    ``name`` is what the file is called in errors. Raises WrongTemplateError for a file that cannot
    be opened, is too large or saved in another encoding.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as fault:
        raise WrongTemplateError(
            _("the file cannot be read: %(reason)s.") % {"reason": fault.strerror},
            source=Source(name),
        ) from None
    if len(data) > MAX_BYTES:
        raise WrongTemplateError(
            _("the file is larger than %(limit)d bytes.") % {"limit": MAX_BYTES},
            source=Source(name),
        )
    return _decoded(data, name)


class PackLoader(BaseLoader):
    """Finds templates in the folders of a pack, nearest first, and nowhere else."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def path(self, name: str) -> Path | None:
        """Give the file of a template, None where the pack has none of that name."""
        try:
            parts = split_template_path(name)
            paths = (folder.joinpath(*parts) for folder in self._folders)
            return next((path for path in paths if path.is_file()), None)
        except (TemplateNotFound, OSError, ValueError):
            return None

    def text(self, name: str) -> tuple[str, Path]:
        """Give a template's text and its file. Raises TemplateNotFound and WrongTemplateError."""
        path = self.path(name)
        if path is None:
            raise TemplateNotFound(name)
        return read_text(path, name), path

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Give a template as Jinja asks for it; it stays as it was read."""
        text, path = self.text(template)
        return text, path.as_posix(), lambda: True


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    return _strictly(data, "utf-8", name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise WrongTemplateError(
            _("the file is not saved as UTF-8, but it seems as ANSI (Windows-1252): “%(text)s”.")
            % {"text": _around(data, fault.start)},
            source=Source(name, line=data.count(b"\n", 0, fault.start) + 1),
            remedy=_("Save it as UTF-8 (in Notepad: Save As, Encoding: UTF-8)."),
        ) from None


def _around(data: bytes, position: int) -> str:
    """Give the word that a byte stands in, as Windows would show it."""
    before = data[max(position - 30, 0) : position].decode("cp1252", "replace")
    after = data[position : position + 30].decode("cp1252", "replace")
    start, end = _WORD.search(before), _WORD_END.match(after)
    return (start.group() if start else "") + (end.group() if end else "")
