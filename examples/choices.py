"""Choices that look free and are the same for ever: drawn from a digest, never from a clock."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Item = TypeVar("Item")


def digest(*key: object) -> bytes:
    """Give 32 bytes that depend on the key alone."""
    return sha256("|".join(map(str, key)).encode()).digest()


def draw(count: int, *key: object) -> int:
    """Give a whole number from 0 to ``count`` - 1."""
    return int.from_bytes(digest(*key)[:8], "big") % count


def pick(items: Sequence[Item], *key: object) -> Item:
    """Give one of the items."""
    return items[draw(len(items), *key)]


def shuffled(items: Sequence[Item], *key: object) -> list[Item]:
    """Give all items in an order of their own."""
    order = sorted(range(len(items)), key=lambda index: digest(*key, index))
    return [items[index] for index in order]
