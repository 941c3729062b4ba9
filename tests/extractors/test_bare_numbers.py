"""No number stands bare in the rooms that read pages: each has a name, a unit and a meaning."""

from pathlib import Path

import pytest

from tests.extractors.tolerated import bare_numbers

ROOT = Path(__file__).parents[2]
# Nothing, one and two (also as halves and doubles) need no name.
PLAIN = frozenset((0, 1, 2))
ROOMS = ("reports", "pages")
# Tables of names for numbers.
TABLES = frozenset(("tolerances.py", "limits.py", "units.py"))
MODULES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / "extractors" / room).rglob("*.py"))
    if path.name not in TABLES
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_numbers_have_names(path: Path) -> None:
    assert bare_numbers(path, PLAIN) == []


def test_a_bare_number_is_found(tmp_path: Path) -> None:
    module = tmp_path / "reading.py"
    module.write_text("_PAIRS = ((1, 4), (0, 5))\n_FAR = 40\n\ndef near(match):\n"
                      "    return match[3] < 0.3 or match[0:7] > 2\n")  # fmt: skip
    assert bare_numbers(module, PLAIN) == [
        "reading.py:2: 40", "reading.py:5: 0.3", "reading.py:5: 7",
    ]  # fmt: skip
