"""Pages look as they did: every word, rule and element where it was kept that it stands.

What is attached has tests of its own.

``python -m benchmarks.places`` does the same with every file of both examples.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.places import differences, keep, kept, places_of
from generator.document.kinds import KINDS, REPORT
from generator.making.plan import plan_regions, plan_round
from generator.making.rounds import Round
from tests.conftest import GOLDENS

PDF = ("pdf",)
REGIONS = {"evaluasi-2024": ("badung", "kab buton"), "perpustakaan": ("prov bengkulu",)}
GOLDEN = GOLDENS / "places.json.xz"


def made_by(made: Round, name: str, folder: Path) -> Mapping[str, Path]:
    regions = [made.region(one) for one in REGIONS[name]]
    of_regions = plan_regions(made.evaluation, regions, PDF, (REPORT,))
    jobs = (*plan_round(made.evaluation, PDF, (KINDS["letter"], KINDS["absent"])), *of_regions)
    return {
        f"{name} {one.path}": folder / one.path
        for job in jobs
        for one in made.maker.write(job, folder)
    }


def test_words_stand_and_are_heard_where_they_were(
    rounds: Mapping[str, Round], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    files = {
        title: file
        for name, made in rounds.items()
        for title, file in made_by(made, name, tmp_path / name).items()
    }
    found = {title: replace(places_of(file), attached=()) for title, file in files.items()}
    if pytestconfig.getoption("accept"):
        keep(found, GOLDEN)
    golden = {title: replace(one, attached=()) for title, one in kept(GOLDEN).items()}
    assert golden.keys() == found.keys()
    told = {title: list(differences(golden[title], one)) for title, one in found.items()}
    assert {title: one for title, one in told.items() if one} == {}
