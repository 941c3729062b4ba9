"""The built wheel works where the source is not: in an environment of its own, elsewhere."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

_NOT_SOURCE = (".*", "build", "dist", "out", "*.egg-info", "__pycache__")
ROOT = Path(__file__).parent.parent


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # A copy, because what an earlier build left behind would be packed along.
    source = shutil.copytree(ROOT, folder / "source", ignore=shutil.ignore_patterns(*_NOT_SOURCE))
    run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, source,
        folder=folder,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_templates_fonts_facts_and_messages_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        *_tables_and_templates(),
        "templates/fonts/LiberationSans-Regular.ttf",
        "templates/fonts/OFL.txt",
        "examples/evaluasi_2024/wilayah.csv",
        "evaluation/locale/id/LC_MESSAGES/laporan.mo",
        "generator/writers/pdf/layout/table.py",
        *(f"{wing}/py.typed" for wing in ("evaluation", "letters", "extractors", "generator")),
    ):
        assert needed in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]


def _tables_and_templates() -> list[str]:
    """Give every table of words and every template of the wings, wherever one is put."""
    found = [
        path.relative_to(ROOT).as_posix()
        for wing in ("evaluation", "letters", "extractors", "generator", "templates")
        for path in (ROOT / wing).rglob("*")
        if path.suffix in {".toml", ".xml"}
    ]
    assert {Path(name).parts[0] for name in found} >= {"evaluation", "templates"}
    return found


@pytest.fixture(scope="module")
def laporan(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, installed from the wheel into an environment that holds nothing else.

    Its dependencies are lent from this environment by a path file, which does not bring along the
    source that is installed here in place.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "env"
    run(sys.executable, "-m", "venv", "--without-pip", folder, folder=folder.parent)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps",
        "--no-index", wheel, folder=folder,
    )  # fmt: skip
    site = Path(run(python, "-c", _SITE, folder=folder).stdout.strip())
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    where = run(python, "-c", "import generator; print(generator.__file__)", folder=folder).stdout
    assert Path(where.strip()).is_relative_to(folder)
    return scripts / "laporan"


_SITE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def test_the_installed_wheel_writes_the_example_and_makes_a_report(
    laporan: Path, tmp_path: Path
) -> None:
    run(laporan, "new", "--example", "ronde.xlsx", folder=tmp_path)
    run(laporan, "report", "ronde.xlsx", "badung", folder=tmp_path)
    made = {path.name for path in (tmp_path / "reports").iterdir()}
    assert made == {"001-kab-badung.pdf", "001-kab-badung.docx"}


def test_the_installed_wheel_builds_a_round(
    laporan: Path, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    done = run(
        laporan, "--lang", "en", "build", workbooks["perpustakaan"], "-o", "out", "--jobs", "2",
        folder=tmp_path,
    )  # fmt: skip
    assert "12  regional report (PDF)" in done.stdout
    assert len(list((tmp_path / "out" / "reports").iterdir())) == 24
