"""The shipped style, as the tests of markup and writers use it."""

import pytest

from generator.packs import _layered, shipped_folder
from generator.style import Style
from generator.style_file import build_style


@pytest.fixture(scope="session")
def style() -> Style:
    folder = shipped_folder()
    return build_style(_layered((folder / "dasar",), "gaya.toml"), [folder / "fonts"])
