"""The program as a process of its own: PDFs become a round that is checked, a round is built."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.extractors.reports.papers import Layout, draw
from tests.extractors.reports.sample import sample

ROOT = Path(__file__).parents[2]


def typed(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program; whatever it does, it says nothing of Python."""
    command = [sys.executable, "-m", "generator.cli.main", "--lang", "en", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, timeout=300
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


def test_reports_become_a_workbook_in_processes_and_it_is_checked(tmp_path: Path) -> None:
    draw(sample(), Layout(), tmp_path / "a.pdf")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 nothing")
    out = tmp_path / "out.xlsx"
    told = typed("extract", tmp_path, "-o", out, "--json", tmp_path / "json", "--ocr", "never")
    assert told.returncode == 1, told.stderr
    assert "b.pdf" in told.stderr
    assert "1 file, 5 scores" in told.stdout
    assert [path.name for path in (tmp_path / "json").iterdir()] == ["a.json"]
    assert typed("check", out).returncode == 4
    assert typed("build", out, "-o", tmp_path / "made").returncode == 4
    assert not (tmp_path / "made").exists()


def test_a_round_is_checked_and_one_region_of_it_made(
    workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    workbook = workbooks["perpustakaan"]
    report = tmp_path / "findings.json"
    assert typed("check", workbook, "--json", report).returncode in (0, 1)
    assert json.loads(report.read_text("utf-8"))
    made = typed("report", workbook, "bengkulu", "-o", tmp_path / "made", "--format", "pdf")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "made" / "reports" / "001-prov-bengkulu.pdf").stat().st_size > 1000
    assert typed("report", workbook, "nowhere", "-o", tmp_path / "no").returncode == 6
    assert not (tmp_path / "no").exists()
