"""Each stream of a file has the length that it says, and its end on a line of its own."""

import re
from pathlib import Path

import pytest

from generator.cli.main import run

_STREAM = re.compile(rb"<<(?P<head>[^\n]*(?:\n(?!stream\n)[^\n]*)*)\nstream\n")


def streams(data: bytes) -> list[tuple[bytes, bytes]]:
    """Give dictionary and what follows of every stream of a file."""
    return [(found["head"], data[found.end() :]) for found in _STREAM.finditer(data)]


@pytest.fixture(scope="module")
def files(workbooks: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("made")
    book = str(workbooks["perpustakaan"])
    assert run(["build", book, "-o", str(folder), "--format", "pdf", "--packet"]) == 0
    return {str(path): path.read_bytes() for path in folder.rglob("*.pdf")}


def test_every_stream_has_its_length_and_ends_on_a_line_of_its_own(files: dict[str, bytes]) -> None:
    assert len(files) > 20
    for name, data in files.items():
        found = streams(data)
        assert len(found) > 5, name
        for head, rest in found:
            told = re.search(rb"/Length (\d+)", head)
            assert told is not None, (name, head)
            assert rest[int(told[1]) :].startswith(b"\nendstream"), (name, head)
