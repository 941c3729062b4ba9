"""Tesseract as a program of its own: found, started without a shell, its table of words read."""

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extractors.pages.limits import RECOGNISING_SECONDS
from extractors.pages.ocr.missing import no_language, no_tesseract
from extractors.pages.units import PERCENT

_WINDOWS = Path("C:/Program Files/Tesseract-OCR/tesseract.exe")
BLOCK = "6"
"""Tesseract's way of laying out a page as one block of text."""
_WORD_LEVEL = "5"
# One thread: pages run side by side, and threads of one page only get in each other's way.
_SURROUNDINGS = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}
_CODE = re.compile("[A-Za-z_/]{3,}")


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as Tesseract saw it: pixels of its picture, ``sureness`` from 0 to 1.

    ``line`` tells lines apart: words of one line have the same.
    """

    text: str
    left: int
    top: int
    width: int
    height: int
    sureness: float
    line: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Manner:
    """How to read: Tesseract's way of laying out the page, its language, the letters there are.

    ``letters`` empty allows all.
    """

    language: str
    layout: str = BLOCK
    letters: str = ""

    def options(self) -> list[str]:
        """Give the options of the command line."""
        listed = ["-l", self.language, "--psm", self.layout]
        listed += ["-c", f"tessedit_char_whitelist={self.letters}"] if self.letters else []
        return [*listed, "-c", "tessedit_do_invert=0"]


class RecognitionTimeoutError(Exception):
    """Tesseract took longer than it may for one picture."""


@lru_cache(maxsize=1)
def program() -> str:
    """Give the path of Tesseract. Raises MissingToolError when it is not installed."""
    found = shutil.which("tesseract") or (str(_WINDOWS) if _WINDOWS.exists() else None)
    if found is None:
        raise no_tesseract(sys.platform)
    return found


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """Give the codes of the languages that Tesseract knows. Raises MissingToolError."""
    listed = (
        _run(["--list-langs"], b"", RECOGNISING_SECONDS).decode("utf-8", "replace").splitlines()
    )
    return frozenset(line.strip() for line in listed if _CODE.fullmatch(line.strip()))


def check_language(language: str) -> None:
    """Raise MissingToolError when Tesseract is missing or does not know ``language``."""
    if not set(language.split("+")) <= languages():
        raise no_language(language, sys.platform)


def read(
    picture: bytes, manner: Manner, dpi: float, seconds: float = RECOGNISING_SECONDS
) -> tuple[Seen, ...]:
    """Read the words of a picture file (PNG, PNM).

    Raises RecognitionTimeoutError after ``seconds``, MissingToolError without Tesseract.
    """
    options = ["stdin", "stdout", *manner.options(), "--dpi", str(round(dpi)), "tsv"]
    return tuple(parse(_run(options, picture, seconds).decode("utf-8", "replace")))


def _run(options: list[str], fed: bytes, seconds: float) -> bytes:
    """Start Tesseract, with nothing of the user's on its command line, and give its output."""
    command = [program(), *options]
    surroundings = {**os.environ, **_SURROUNDINGS}
    try:
        done = subprocess.run(  # noqa: S603 (a list, no shell; the picture comes by stdin)
            command, input=fed, capture_output=True, timeout=seconds, env=surroundings, check=False
        )
    except subprocess.TimeoutExpired:
        raise RecognitionTimeoutError from None
    return done.stdout


def parse(table: str) -> Iterator[Seen]:
    """Give the words of Tesseract's table; rows that are no words or broken are passed over."""
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        text = (row.get("text") or "").strip()
        if row.get("level") == _WORD_LEVEL and text:
            seen = _seen(text, row)
            if seen is not None:
                yield seen


def _seen(text: str, row: dict[str, str]) -> Seen | None:
    try:
        left, top, width, height = (int(row[k]) for k in ("left", "top", "width", "height"))
        line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
        sureness = min(1.0, max(0.0, float(row["conf"]) / PERCENT))
    except (KeyError, ValueError, TypeError):
        return None
    return Seen(text, left, top, width, height, sureness, line)
