"""Every report and packet of the example round made, read back from its pages, and compared.

    python -m benchmarks.roundtrip [--docx]

``--docx`` makes the reports in DOCX and lets LibreOffice make the PDF, for every sixteenth region.
Exits with 1 when any printed fact differs.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.messages import set_language
from evaluation.model import Evaluation, Region
from evaluation.names import plain
from examples import round_2024
from extractors.archive.digitise import Task, digitise
from extractors.workbook import read_workbook
from generator.document.kinds import PACKET, REPORT, Kind
from generator.making.plan import Job, plan_regions
from generator.making.rounds import Round, open_round
from generator.workbooks.book import write_workbook
from tests.extractors.reports.test_roundtrip import (
    commented,
    expected_comments,
    expected_scores,
    scored,
)

EVERY = 16


def main() -> None:
    set_language("en")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened = _opened(folder / "round.xlsx")
        if "--docx" in sys.argv:
            regions = opened.evaluation.regions[::EVERY]
            sys.exit(
                _differences(
                    opened, "DOCX through LibreOffice", _converted(opened, regions, folder)
                )
            )
        regions = opened.evaluation.regions
        reports = _differences(opened, REPORT.name, _made(opened, regions, REPORT, folder))
        packets = _differences(opened, PACKET.name, _made(opened, regions, PACKET, folder))
        sys.exit(reports or packets)


def _opened(path: Path) -> Round:
    with path.open("wb") as target:
        write_workbook(target, round_2024.sheets())
    reading = read_workbook(path)
    return open_round(reading.evaluation, reading.findings, reading.sha256, None)


def _jobs(
    opened: Round, regions: Sequence[Region], kind: Kind, form: str
) -> Iterator[tuple[Region, Job]]:
    jobs = plan_regions(opened.evaluation, regions, (form,), (kind,))
    return zip(regions, jobs, strict=True)


def _made(
    opened: Round, regions: Sequence[Region], kind: Kind, folder: Path
) -> Iterator[tuple[Region, Path]]:
    for region, job in _jobs(opened, regions, kind, "pdf"):
        (written,) = opened.maker.write(job, folder)
        yield region, folder / written.path


def _converted(
    opened: Round, regions: Sequence[Region], folder: Path
) -> Iterator[tuple[Region, Path]]:
    for region, job in _jobs(opened, regions, REPORT, "docx"):
        (written,) = opened.maker.write(job, folder)
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, str(folder / written.path)], check=True, capture_output=True)
        yield region, folder / f"{Path(written.path).stem}.pdf"


def _differences(opened: Round, what: str, made: Iterator[tuple[Region, Path]]) -> int:
    """Read each document and compare it; print what differs, and how fast it was read."""
    count = different = pages = 0
    seconds = 0.0
    for region, path in made:
        start = time.process_time()
        outcome = digitise(Task(path))
        seconds += time.process_time() - start
        count, pages = count + 1, pages + outcome.pages
        told = list(_told(opened.evaluation, region, outcome.record))
        different += bool(told)
        for line in told:
            print(f"{region.name}: {line}")
    print(
        f"{what}: {count} read, {different} different, {pages} pages, {pages / seconds:.0f} pages/s"
    )
    return different and 1


def _told(evaluation: Evaluation, region: Region, record: object) -> Iterator[str]:
    from evaluation.record import Record

    if not isinstance(record, Record):
        yield "not read"
        return
    if plain(record.region or "") != plain(region.name):
        yield f"region {record.region}"
    if record.participating is not region.attended:
        yield f"participating {record.participating}"
    if scored(record) != expected_scores(evaluation, region):
        yield "scores, averages or texts"
    if commented(record) != expected_comments(evaluation, region):
        yield "comments"
    for flag in record.flags:
        yield f"flag {flag.rule}: {flag.message}"


if __name__ == "__main__":
    main()
