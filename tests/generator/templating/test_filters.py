"""Filters write values as Indonesian documents do."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from generator.templating.filters import filters_for

FILTERS: Mapping[str, Any] = filters_for(["quick win", "smart city", "win"])

WRITTEN = [
    ("sebut", 191, "seratus sembilan puluh satu (191)"),
    ("angka_sebut", 5, "5 (lima)"),
    ("nilai", Decimal("2.8"), "2,80"),
    ("nilai", None, "-"),
    ("nilai_ringkas", Decimal("2.80"), "2,8"),
    ("nilai_ringkas", None, "-"),
    ("selisih", Decimal("0.11"), "+0,11"),
    ("selisih", None, "-"),
    ("persen", Decimal("12.50"), "12,5%"),
    ("mentah", Decimal("2.80"), "2.80"),
    ("mentah", Decimal("1E+1"), "10"),
    ("mentah", None, ""),
    ("daftar", ["A"], "A"),
    ("daftar", ["A", "B"], "A dan B"),
    ("daftar", ["A", "B", "C"], "A, B, dan C"),
    ("baris", "a\nb<c", "a<br/>b&lt;c"),
    ("asing", "Quick Win & windu", "<em>Quick Win</em> &amp; windu"),
]


@pytest.mark.parametrize(("name", "value", "written"), WRITTEN)
def test_a_filter_writes(name: str, value: object, written: str) -> None:
    assert str(FILTERS[name](value)) == written
