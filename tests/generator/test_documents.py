"""Every kind of document of both example rounds, as plain text."""

from collections.abc import Callable, Mapping

import pytest

from generator.blocks import without_numbers
from generator.plan import PACKET, Job, plan_regions, plan_round
from generator.rounds import Round
from tests.dump import dump

KINDS = ("letter", "addressees", "absent", "national-table")
REGIONS = {
    "five-dimensions": ("evaluasi-2024", "badung"),
    "six-dimensions": ("evaluasi-2024", "bantul"),
    "missing-direct-score": ("evaluasi-2024", "humbang hasundutan"),
    "no-last-year": ("evaluasi-2024", "kota ternate"),
    "absent": ("evaluasi-2024", "kab buton"),
    "other-programme": ("perpustakaan", "prov bengkulu"),
    "other-programme-absent": ("perpustakaan", "prov kalimantan utara"),
}


def report(opened: Round, name: str, kind: str = "report") -> Job:
    return plan_regions(opened.evaluation, [opened.region(name)], (), (kind,))[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["evaluasi-2024", "perpustakaan"])
def test_a_document_of_the_round_reads_as_accepted(
    name: str, kind: str, rounds: Mapping[str, Round], golden: Callable[[str, str], None]
) -> None:
    (job,) = plan_round(rounds[name].evaluation, (), (kind,))
    golden(f"{name}-{kind}", dump(rounds[name].maker.document(job)))


@pytest.mark.parametrize("case", REGIONS)
def test_a_report_reads_as_accepted(
    case: str, rounds: Mapping[str, Round], golden: Callable[[str, str], None]
) -> None:
    name, region = REGIONS[case]
    document = rounds[name].maker.document(report(rounds[name], region))
    golden(f"report-{case}", dump(document))


def test_a_packet_is_cover_letter_annexes_table_and_report(rounds: Mapping[str, Round]) -> None:
    opened = rounds["evaluasi-2024"]
    whole = opened.maker.document(report(opened, "badung", PACKET)).sections
    of_round = [
        section
        for job in plan_round(opened.evaluation, ())
        for section in opened.maker.document(job).sections
    ]
    cover, *rest = opened.maker.document(report(opened, "badung")).sections
    assert list(whole) == [cover, *of_round, *rest]


def test_reports_of_one_category_share_every_section_but_cover_and_comments(
    rounds: Mapping[str, Round],
) -> None:
    opened = rounds["evaluasi-2024"]
    one, other = (
        [without_numbers(section) for section in opened.maker.document(job).sections]
        for job in (report(opened, "badung"), report(opened, "kota ambon"))
    )
    assert [first == second for first, second in zip(one, other, strict=True)] == [
        False, True, True, False,
    ]  # fmt: skip
