"""Make every PDF of both examples, and every variant, and let veraPDF judge them all.

    python -m tests.verapdf [FILE…]

With files, those are judged instead. Exits with 1 and a line a fault when one does not pass.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.messages import set_language
from examples import perpustakaan, round_2024
from generator.document.kinds import PACKET, REPORT
from generator.making.plan import plan_regions
from generator.workbooks.book import write_workbook
from tests import verapdf
from tests.conftest import opened
from tests.programs import missing
from tests.verapdf.variants import PDF, variants, written


def main() -> None:
    lacking = missing("java")
    if lacking:
        sys.exit(lacking)
    set_language("en")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [Path(one) for one in sys.argv[1:]] or list(everything(folder))
        sys.exit(judge(files, folder))


def everything(folder: Path) -> Iterator[Path]:
    """Make the variants, all reports of the example, all packets of the second programme."""
    workbooks = {"evaluasi-2024": round_2024, "perpustakaan": perpustakaan}
    rounds = {}
    for name, module in workbooks.items():
        with (folder / f"{name}.xlsx").open("wb") as target:
            write_workbook(target, module.sheets())
        rounds[name] = opened(folder / f"{name}.xlsx")
    yield from variants(rounds, folder / "perpustakaan.xlsx", folder)
    for name, kind in (("evaluasi-2024", REPORT), ("perpustakaan", PACKET)):
        made = rounds[name].evaluation
        asked = plan_regions(made, made.regions, PDF, (kind,))
        yield from written(rounds[name], asked, folder / f"all-{name}")


def judge(files: Sequence[Path], folder: Path) -> int:
    """Print each fault and how many files pass; give the exit code."""
    failed = set()
    for fault in verapdf.faults(files):
        failed.add(fault.file)
        shown = fault.file.relative_to(folder) if folder in fault.file.parents else fault.file
        print(f"{shown}: {fault.profile} {fault.clause}: {fault.message} ({fault.place})")
    profiles = ", ".join(verapdf.PROFILES)
    print(f"{len(files) - len(failed)} of {len(files)} PDFs pass as {profiles}")
    return int(bool(failed))


if __name__ == "__main__":
    main()
