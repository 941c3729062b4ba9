"""Packed streams are measured, and unpacked to their end, before anybody reads a page."""

import zlib

import pytest

from extractors.pages.bombs import broken, swollen

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


def deflated(stream: bytes, more: bytes = b"") -> bytes:
    head = b"%PDF-1.4\n4 0 obj\n<< /Filter /FlateDecode >>\nstream\n"
    return head + stream + b"\nendstream\nendobj\n" + more


SOUND = zlib.compress(b"BT (score) Tj ET " * 40)


@pytest.mark.parametrize(
    "damaged",
    [
        SOUND[: len(SOUND) // 2],
        SOUND[:20] + bytes([SOUND[20] ^ 0x55]) + SOUND[21:],
        SOUND[:-4] + b"\x00\x00\x00\x00",
        b"",
    ],
    ids=["cut off", "a byte changed", "another checksum", "nothing"],
)
def test_a_deflated_stream_that_does_not_reach_its_end_is_found(damaged: bytes) -> None:
    assert broken(deflated(damaged))
    assert broken(deflated(SOUND, deflated(damaged)))
    assert broken(deflated(damaged, deflated(SOUND)))


@pytest.mark.parametrize(
    "file",
    [
        deflated(SOUND),
        deflated(zlib.compress(bytes(3 << 20))),
        deflated(zlib.compress(b"the word endstream\nand more", 0)),
        file_with(SOUND[:20]),
        deflated(SOUND[:20], b"trailer << /Encrypt 5 0 R >>"),
    ],
    ids=["sound", "large", "holds the word that ends it", "not deflated", "locked"],
)
def test_a_stream_that_is_whole_or_cannot_be_judged_passes(file: bytes) -> None:
    assert not broken(file)
