"""The files of words, each read once and not before it is asked for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words_of(name: str) -> Mapping[str, Any]:
    """Give the content of one file of words, by its name without ``.toml``."""
    with Path(__file__).with_name(f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)
