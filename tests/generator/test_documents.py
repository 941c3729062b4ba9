"""Every kind of document of both example rounds, as plain text."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.document.forms import AnySection, Filled, plain
from generator.document.kinds import KINDS, Request, Scope
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from tests.conftest import opened
from tests.dump import dump

PACKS = Path(__file__).parent.parent / "packs"

OF_ROUND = ("letter", "addressees", "absent", "national-table")
REGIONS = {
    "five-dimensions": ("evaluasi-2024", "badung"),
    "six-dimensions": ("evaluasi-2024", "bantul"),
    "missing-direct-score": ("evaluasi-2024", "humbang hasundutan"),
    "no-last-year": ("evaluasi-2024", "kota ternate"),
    "absent": ("evaluasi-2024", "kab buton"),
    "other-programme": ("perpustakaan", "prov bengkulu"),
    "other-programme-absent": ("perpustakaan", "prov kalimantan utara"),
}


def report(made: Round, name: str, kind: str = "report") -> Job:
    return plan_regions(made.evaluation, [made.region(name)], (), (KINDS[kind],))[0]


@pytest.mark.parametrize("kind", OF_ROUND)
@pytest.mark.parametrize("name", ["evaluasi-2024", "perpustakaan"])
def test_a_document_of_the_round_reads_as_accepted(
    name: str, kind: str, rounds: Mapping[str, Round], golden: Callable[[str, str], None]
) -> None:
    (job,) = plan_round(rounds[name].evaluation, (), (KINDS[kind],))
    golden(f"{name}-{kind}", dump(rounds[name].maker.document(job)))


@pytest.mark.parametrize("case", REGIONS)
def test_a_report_reads_as_accepted(
    case: str, rounds: Mapping[str, Round], golden: Callable[[str, str], None]
) -> None:
    name, region = REGIONS[case]
    document = rounds[name].maker.document(report(rounds[name], region))
    golden(f"report-{case}", dump(document))


def test_a_packet_is_cover_letter_annexes_table_and_report(rounds: Mapping[str, Round]) -> None:
    round_2024 = rounds["evaluasi-2024"]
    whole = round_2024.maker.document(report(round_2024, "badung", "packet")).sections
    of_round = [
        section
        for job in plan_round(round_2024.evaluation, (), KINDS.of(Scope.ROUND, Request.ALL))
        for section in round_2024.maker.document(job).sections
    ]
    cover, *rest = round_2024.maker.document(report(round_2024, "badung")).sections
    assert [*map(plain, whole)] == [*map(plain, (cover, *of_round, *rest))]


def test_reports_of_one_category_share_every_section_but_cover_and_comments(
    rounds: Mapping[str, Round],
) -> None:
    round_2024 = rounds["evaluasi-2024"]
    one, other, again = (
        list(map(key, round_2024.maker.document(report(round_2024, name)).sections))
        for name in ("badung", "kota ambon", "badung")
    )
    assert one[0] is None or one[0] != other[0]
    assert [first == second for first, second in zip(one[1:3], other[1:3], strict=True)] == [
        True, True,
    ]  # fmt: skip
    assert None not in again
    assert again[3] != other[3]


def key(section: AnySection) -> str | None:
    return section.form.key if isinstance(section, Filled) else None


@pytest.mark.parametrize("kind", ["letter", "addressees"])
def test_another_pack_changes_the_wording_and_nothing_else(
    kind: str, workbooks: Mapping[str, Path], golden: Callable[[str, str], None]
) -> None:
    made = opened(workbooks["perpustakaan"], str(PACKS / "perpustakaan"))
    (job,) = plan_round(made.evaluation, (), (KINDS[kind],))
    golden(f"other-pack-{kind}", dump(made.maker.document(job)))
