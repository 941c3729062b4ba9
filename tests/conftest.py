"""What many tests share: the example rounds as workbooks, and goldens that one switch re-accepts.

``pytest --accept`` writes what the tests made over the goldens; look at the difference in git.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from evaluation.messages import set_language
from examples import perpustakaan, round_2024
from extractors.workbook import read_workbook
from generator.document.style import Style
from generator.making.rounds import Round, open_round
from generator.packs.packs import _layered, shipped_folder
from generator.packs.style_file import build_style
from generator.system.closed_folder import make_closed, why_open
from generator.workbooks.book import write_workbook
from tests.programs import require

# No test measures time: a busy machine must not make a right program fail. The examples are the
# same at each run and on each machine; ``make fuzz`` draws others, and more.
settings.register_profile("laporan", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile("laporan")

# Nothing that an earlier run kept may stand in for what is tested; see ``kept_this_time``.
os.environ["LAPORAN_CACHE"] = ""

# A fault that a test provokes is no news for the user of this machine.
os.environ["LAPORAN_LOG"] = ""

GOLDENS = Path(__file__).parent / "goldens"
ROUNDS: Mapping[str, ModuleType] = {"evaluasi-2024": round_2024, "perpustakaan": perpustakaan}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="accept what the tests made as golden")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave a test out where a program that it needs is missing; on CI nothing is left out."""
    for marker in item.iter_markers("needs"):
        for program in marker.args:
            require(program)


@pytest.fixture(scope="session", autouse=True)
def kept_this_time(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What this very run compiled and rehearsed is kept until its end, for all its processes."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "kept"
    make_closed(folder)
    if not why_open(folder):
        os.environ["LAPORAN_CACHE"] = str(folder)


@pytest.fixture(autouse=True)
def english() -> None:
    """Messages in the tests are English, whatever the environment says."""
    set_language("en")


@pytest.fixture(scope="session")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The example rounds, written as workbooks."""
    folder = tmp_path_factory.mktemp("workbooks")
    paths = {name: folder / f"{name}.xlsx" for name in ROUNDS}
    for name, path in paths.items():
        with path.open("wb") as target:
            write_workbook(target, ROUNDS[name].sheets())
    return paths


@pytest.fixture(scope="session")
def rounds(workbooks: Mapping[str, Path]) -> Mapping[str, Round]:
    """The example rounds, opened for making documents."""
    set_language("en")
    return {name: opened(path) for name, path in workbooks.items()}


def opened(path: Path, pack: str | None = None) -> Round:
    """Open a workbook as the commands do."""
    reading = read_workbook(path)
    return open_round(reading.evaluation, reading.findings, reading.sha256, pack)


@pytest.fixture(scope="session")
def style() -> Style:
    folder = shipped_folder()
    return build_style(_layered((folder / "dasar",), "gaya.toml"), [folder / "fonts"])


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against a golden, or make it the golden with ``--accept``."""

    def check(name: str, text: str) -> None:
        path = GOLDENS / f"{name}.txt"
        if request.config.getoption("--accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden {path.name}; pytest --accept makes it"
        assert text == path.read_text(encoding="utf-8")

    return check
