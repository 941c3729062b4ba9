"""Every layout of the kept archive is read as well as was recorded; ``make floors`` shows how."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.archive.floor import fallen, figures, kept_floor, read_one, unpack
from benchmarks.archive.score import compare, tally_for


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("archive")
    unpack(folder)
    yield folder


@pytest.mark.parametrize("layout", sorted(kept_floor()))
def test_no_figure_of_a_layout_falls_below_its_floor(archive: Path, layout: str) -> None:
    path = archive / layout / f"{layout}-1.pdf"
    truth, read = path.with_suffix(".json").read_text("utf-8"), read_one(path)
    assert read is not None
    tally = tally_for(layout)
    compare(json.loads(truth), json.loads(read), tally)
    assert list(fallen({layout: kept_floor()[layout]}, {layout: figures(tally)})) == []
