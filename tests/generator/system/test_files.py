"""Files are written whole or not at all."""

import hashlib
from pathlib import Path
from typing import BinaryIO

import pytest

from evaluation.errors import UnwritableOutputError
from generator.system.files import write_whole


def test_a_file_is_written_with_its_folder_and_its_checksum_is_given(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "a.pdf"
    outcome = write_whole(path, lambda target: target.write(b"isi"))
    assert path.read_bytes() == b"isi"
    assert outcome == (3, hashlib.sha256(b"isi").hexdigest())


def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"lama")

    def break_off(target: BinaryIO) -> None:
        target.write(b"setengah")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, break_off)
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_told_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(UnwritableOutputError) as caught:
        write_whole(tmp_path / "berkas" / "a.pdf", lambda target: target.write(b"x"))
    assert "a.pdf" in str(caught.value)
    assert "-o" in str(caught.value)
