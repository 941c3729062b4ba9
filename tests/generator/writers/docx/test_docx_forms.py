"""The body of a form is the same whether it was kept or is written anew."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.document.forms import Filled, plain
from generator.document.kinds import REPORT
from generator.making.plan import Job, plan_regions
from generator.making.rounds import Round
from generator.writers.docx import kept, write_docx


def made(opened: Round, job: Job) -> bytes:
    target = BytesIO()
    write_docx(opened.maker.document(job), opened.pack.style, target)
    return target.getvalue()


@pytest.fixture(scope="module")
def jobs(rounds: Mapping[str, Round]) -> tuple[Job, ...]:
    opened = rounds["evaluasi-2024"]
    regions = [opened.region(name) for name in ("badung", "kab buton", "kota ternate")]
    return plan_regions(opened.evaluation, regions, ("docx",), (REPORT,))


def test_a_report_has_the_same_bytes_in_another_order_cold_and_warm(
    rounds: Mapping[str, Round], jobs: tuple[Job, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = rounds["evaluasi-2024"]
    warm = [made(opened, job) for job in jobs]
    assert [made(opened, job) for job in reversed(jobs)] == warm[::-1]
    for job, before in zip(jobs, warm, strict=True):
        monkeypatch.setattr(kept, "_packs", [])
        assert made(opened, job) == before


def test_a_filled_body_is_that_of_its_plain_section(
    rounds: Mapping[str, Round], jobs: tuple[Job, ...]
) -> None:
    opened = rounds["evaluasi-2024"]
    for job in jobs[:1] * 2:
        document = opened.maker.document(job)
        assert any(isinstance(one, Filled) and one.numbers for one in document.sections)
        parts = []
        for sections in (document.sections, tuple(map(plain, document.sections))):
            target = BytesIO()
            write_docx(replace(document, sections=sections), opened.pack.style, target)
            package = ZipFile(BytesIO(target.getvalue()))
            parts.append({name: package.read(name) for name in package.namelist()})
        assert parts[0] == parts[1]
