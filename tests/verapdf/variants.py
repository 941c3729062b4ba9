"""Every kind of document in every variant, as files to judge."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from examples import perpustakaan
from generator.document.kinds import KINDS, Scope
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from generator.workbooks.book import write_workbook
from tests.conftest import opened

PDF = ("pdf",)
OF_ROUND = tuple(kind for kind in KINDS if kind.scope is Scope.ROUND)
OF_REGION = tuple(kind for kind in KINDS if kind.scope is Scope.REGION)
OWN_PACK = Path(__file__).parent.parent / "packs" / "perpustakaan"
REGIONS = {
    "evaluasi-2024": ("badung", "bantul", "humbang hasundutan", "kota ternate", "kab buton"),
    "perpustakaan": ("prov bengkulu", "prov kalimantan utara"),
}
"""Of each category, without a direct score, without last year, absent; present and absent."""


def variants(rounds: Mapping[str, Round], workbook: Path, folder: Path) -> Iterator[Path]:
    """Make each variant: both programmes, each with its pack, with none of its own, as a draft.

    ``workbook`` is that of the second programme.
    """
    for name, made in rounds.items():
        yield from written(made, jobs(made, name), folder / name)
    own = opened(workbook, str(OWN_PACK))
    yield from written(own, jobs(own, "perpustakaan"), folder / "own-pack")
    drafted = draft(folder)
    yield from written(drafted, jobs(drafted, "perpustakaan"), folder / "draft")
    general = opened(workbook, "dasar")
    yield from written(general, plan_round(general.evaluation, PDF, OF_ROUND), folder / "dasar")


def jobs(made: Round, programme: str) -> Sequence[Job]:
    """Give the jobs of a round: its own documents, and report and packet of some regions."""
    regions = [made.region(name) for name in REGIONS[programme]]
    of_regions = plan_regions(made.evaluation, regions, PDF, OF_REGION)
    return [*plan_round(made.evaluation, PDF, OF_ROUND), *of_regions]


def written(made: Round, asked: Sequence[Job], folder: Path) -> Iterator[Path]:
    for job in asked:
        for one in made.maker.write(job, folder):
            yield folder / one.path


def draft(folder: Path) -> Round:
    """Open the second programme's round with a letter that has no number and no date yet."""
    sheets = dict(perpustakaan.sheets())
    sheets["Surat"] = [row for row in sheets["Surat"] if row[0] not in {"Nomor", "Tanggal"}]
    path = folder / "konsep.xlsx"
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return opened(path)
