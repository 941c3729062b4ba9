"""Programs that some tests need and Python does not bring: who has none is told, CI has them all.

Mark such a test with ``@pytest.mark.needs("tesseract")``.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import verapdf


def _reads_indonesian(program: str) -> bool:
    said = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return "ind" in said.stdout.split()


def _has_calc(program: str) -> bool:
    beside = Path(program).resolve().parent
    return any(beside.glob("*sclo.*")) or any(beside.parent.glob("Frameworks/*sclo.*"))


class Program(NamedTuple):
    """A program: what it is called, how Debian installs it, and whether a copy of it will do."""

    name: str
    packages: str
    will_do: Callable[[str], bool]


PROGRAMS: Mapping[str, Program] = {
    "soffice": Program("LibreOffice with Calc", "libreoffice-calc-nogui", _has_calc),
    "tesseract": Program(
        "Tesseract with Indonesian", "tesseract-ocr tesseract-ocr-ind", _reads_indonesian
    ),
    "chromium": Program("Chromium", "chromium", bool),
    "java": Program(
        "Java with a compiler and what veraPDF needs (its wheel is in requirements-dev.lock)",
        "default-jdk-headless libjaxb-java",
        verapdf.usable,
    ),
}


def missing(program: str) -> str:
    """Say what is missing and how to get it; empty where ``program`` is there and will do."""
    found = shutil.which(program)
    name, packages, will_do = PROGRAMS[program]
    if found is not None and will_do(found):
        return ""
    return f"{name} is not installed: sudo apt-get install {packages}"


def require(program: str) -> None:
    """Skip the test where ``program`` is missing; fail it on CI (``CI=true``)."""
    reason = missing(program)
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    if reason:
        pytest.skip(reason)
