"""A file's identifier is that of its content, whatever is added behind it."""

from collections.abc import Mapping
from io import BytesIO

import pytest

from generator.document.kinds import LETTER
from generator.making.plan import plan_round
from generator.making.rounds import Round
from generator.writers import WRITERS
from generator.writers.pdf.file.identifier import bears_own_identifier


@pytest.fixture(scope="module")
def letter(rounds: Mapping[str, Round]) -> bytes:
    opened = rounds["perpustakaan"]
    (job,) = plan_round(opened.evaluation, ("pdf",), (LETTER,))
    target = BytesIO()
    WRITERS["pdf"](opened.maker.document(job), opened.pack.style, target)
    return target.getvalue()


def test_a_file_of_ours_bears_its_own(letter: bytes) -> None:
    assert bears_own_identifier(letter)
    assert bears_own_identifier(letter + b"1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n")


def test_a_changed_file_does_not(letter: bytes) -> None:
    for place in (20, len(letter) // 2):
        data = bytearray(letter)
        data[place] ^= 1
        assert not bears_own_identifier(bytes(data))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"startxref\n9999999999\n%%EOF"])
def test_what_is_no_file_of_ours_does_not(data: bytes) -> None:
    assert not bears_own_identifier(data)
