"""Packed streams are measured before anybody unpacks them."""

import zlib

import pytest

from extractors.pages.bombs import swollen

LIMIT = 1 << 20


def file_with(stream: bytes) -> bytes:
    return b"%PDF-1.4\n4 0 obj\n<< >>\nstream\n" + stream + b"\nendstream\nendobj\n"


def packed(size: int, layers: int = 1) -> bytes:
    data = bytes(size)
    for _layer in range(layers):
        data = zlib.compress(data, 9)
    return data


@pytest.mark.parametrize("layers", [1, 2])
def test_a_stream_that_swells_beyond_the_limit_is_found(layers: int) -> None:
    assert swollen(file_with(packed(3 * LIMIT, layers)), LIMIT)


@pytest.mark.parametrize("stream", [packed(LIMIT // 2), b"no deflate at all", b"\x78\x9cbroken"])
def test_other_streams_pass(stream: bytes) -> None:
    assert not swollen(file_with(stream), LIMIT)
