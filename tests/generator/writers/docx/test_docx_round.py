"""The documents of the example rounds as packages that Word opens without a question."""

from collections.abc import Mapping
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml import etree

from generator.document.kinds import KINDS
from generator.making.plan import plan_regions, plan_round
from generator.making.rounds import Round
from tests.generator.writers.docx.conftest import Written
from tests.generator.writers.docx.references import dangling
from tests.generator.writers.docx.schema_order import misplaced

_KINDS = ("letter", "national-table", "addressees", "absent", "report", "packet")


@pytest.fixture(scope="module")
def packages(rounds: Mapping[str, Round]) -> Mapping[str, ZipFile]:
    """Every kind of document of the round, written as DOCX."""
    made = rounds["evaluasi-2024"]
    badung = [made.region("badung")]
    jobs = {kind: plan_round(made.evaluation, (), (KINDS[kind],)) for kind in _KINDS[:4]}
    jobs |= {kind: plan_regions(made.evaluation, badung, (), (KINDS[kind],)) for kind in _KINDS[4:]}
    return {
        kind: Written(made.maker.document(job), made.pack.style).package
        for kind, (job,) in jobs.items()
    }


@pytest.mark.parametrize("kind", _KINDS)
def test_elements_stand_in_the_order_of_the_schema(
    kind: str, packages: Mapping[str, ZipFile]
) -> None:
    assert misplaced(packages[kind]) == []


@pytest.mark.parametrize("kind", _KINDS)
def test_every_style_list_and_relationship_that_is_named_is_there(
    kind: str, packages: Mapping[str, ZipFile]
) -> None:
    assert dangling(packages[kind]) == []


@pytest.mark.parametrize("kind", _KINDS)
def test_no_font_or_colour_is_left_to_the_theme(kind: str, packages: Mapping[str, ZipFile]) -> None:
    package = packages[kind]
    parts = [one for one in package.namelist() if one.endswith(".xml") and "/theme/" not in one]
    themed = {
        (part, etree.QName(key).localname)
        for part in parts
        for one in etree.fromstring(package.read(part)).iter()
        for key in one.attrib
        if "heme" in etree.QName(key).localname
    }
    assert themed == set()


@pytest.mark.parametrize("kind", _KINDS)
def test_names_and_ids_of_styles_lists_and_drawings_are_given_once(
    kind: str, packages: Mapping[str, ZipFile]
) -> None:
    package = packages[kind]
    parts = [one for one in package.namelist() if one.startswith("word/") and one.endswith(".xml")]
    for tag, attribute in (
        ("w:style", "w:styleId"), ("w:num", "w:numId"), ("w:abstractNum", "w:abstractNumId"),
        ("wp:docPr", "id"),
    ):  # fmt: skip
        key = qn(attribute) if ":" in attribute else attribute
        roots = [etree.fromstring(package.read(part)) for part in parts]
        ids = [str(one.get(key)).lower() for root in roots for one in root.iter(qn(tag))]
        assert len(ids) == len(set(ids)), tag
