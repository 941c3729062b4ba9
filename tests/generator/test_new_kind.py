"""A kind of document is one value and a template: all that makes documents reads the registry."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.arithmetic import result
from evaluation.errors import ExitCode
from evaluation.messages import literal
from evaluation.model import Evaluation, Region
from generator.document.kinds import KINDS, LETTER, REPORT, Data, Kind, Request, Scope
from generator.making.plan import plan_regions, plan_round
from generator.making.rehearsal import rehearse
from generator.making.rounds import Round
from generator.packs import packs
from generator.packs.packs import load_pack
from generator.system.store import open_store
from tests import reading_pdf
from tests.generator.conftest import Type
from tests.generator.planting import planted


def best(evaluation: Evaluation) -> Sequence[Region]:
    """Give the two best regions."""
    attended = (one for one in evaluation.regions if one.attended)
    return sorted(attended, key=lambda one: -(result(evaluation, one).final or 0))[:2]


CERTIFICATE = Kind(
    "certificate",
    literal("certificate"),
    "certificates/{region}",
    Scope.REGION,
    regions=best,
    formats=("pdf",),
    carries=frozenset({Data.RECORD}),
)
MINUTES = Kind("minutes", literal("minutes of the meeting"), "minutes", Scope.ROUND)
TEMPLATES = {
    "paket_toml": (
        'base = "dasar"\n[documents]\ncertificate = ["sertifikat.xml"]\nminutes = ["acara.xml"]\n'
    ),
    "sertifikat_xml": (
        "<document><section><p>Piagam untuk {{ wilayah.nama }}</p></section></document>"
    ),
    "acara_xml": "<document><section><p>Berita acara {{ surat.hal }}</p></section></document>",
}


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put two kinds into the registry; give a pack with their templates."""
    monkeypatch.setattr(packs, "KINDS", KINDS.joined((CERTIFICATE, MINUTES)))
    return planted(tmp_path, **TEMPLATES)


def test_a_new_kind_is_checked(pack: Path, workbooks: Mapping[str, Path], type_in: Type) -> None:
    wrong = "<document><section><p>{{ wilayah.namo }}</p></section></document>"
    (pack / "sertifikat.xml").write_text(wrong, encoding="utf-8")
    ending = type_in("check", workbooks["perpustakaan"], "--pack", pack)
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "sertifikat.xml:1" in ending.out + ending.err
    (pack / "acara.xml").write_text(wrong, encoding="utf-8")  # no region in one of the round
    ending = type_in("fields", pack)
    assert "only in documents about one region" in ending.out + ending.err


def test_a_new_kind_is_rehearsed_where_it_is_about_a_region(
    pack: Path, rounds: Mapping[str, Round]
) -> None:
    opened = rounds["perpustakaan"]
    maker = replace(opened.maker, pack=load_pack(pack))
    (pack / "sertifikat.xml").write_text(
        "<document><section>{% if hasil.nilai_akhir %}<p>x</p>{% endif %}<nosuch/>"
        "</section></document>",
        encoding="utf-8",
    )
    (finding,) = rehearse(maker, {}, open_store()).findings
    assert finding.source is not None and finding.source.file == "sertifikat.xml"


@pytest.mark.slow
def test_a_new_kind_is_made_told_and_entered_in_the_manifest(
    pack: Path, workbooks: Mapping[str, Path], tmp_path: Path, type_in: Type
) -> None:
    out = tmp_path / "out"
    arguments = ("build", workbooks["perpustakaan"], "-o", out, "--pack", pack)
    ending = type_in(*arguments, "--jobs", "2")
    assert ending.code == ExitCode.DONE, ending.err
    assert "    2  certificate (PDF)" in ending.out
    assert "    1  minutes of the meeting (DOCX)" in ending.out
    files = json.loads((out / "manifest.json").read_text("utf-8"))["files"]
    certificates = [one for one in files if one["kind"] == "certificate"]
    assert len(certificates) == 2
    for one in certificates:
        said = reading_pdf.squeezed(f"Piagam untuk {one['region']}")
        assert said in reading_pdf.body_text(out / one["path"])
    left = out / "certificates" / "099-kab-lama.pdf"
    left.write_bytes(Path(out / certificates[0]["path"]).read_bytes())
    ending = type_in(*arguments, "--force")
    assert "certificates/099-kab-lama.pdf" in ending.out + ending.err


def test_a_kind_about_chosen_regions_has_a_document_of_each_of_them_alone(
    rounds: Mapping[str, Round],
) -> None:
    evaluation = rounds["perpustakaan"].evaluation
    jobs = plan_regions(evaluation, evaluation.regions, ("pdf", "docx"), (CERTIFICATE,))
    assert {job.region for job in jobs} == set(best(evaluation))
    assert {job.formats for job in jobs} == {("pdf",)}
    of_none = replace(MINUTES, regions=_nobody)
    assert not plan_round(evaluation, ("pdf",), (of_none,))
    assert plan_round(evaluation, ("pdf",), (MINUTES,))


def _nobody(_evaluation: Evaluation) -> Sequence[Region]:
    return ()


def test_a_kind_is_made_at_the_requests_that_it_names() -> None:
    kinds = KINDS.joined((replace(MINUTES, requests=frozenset({Request.LETTER})),))
    assert "minutes" in {kind.name for kind in kinds.of(Scope.ROUND, Request.LETTER)}
    assert "minutes" not in {kind.name for kind in kinds.of(Scope.ROUND, Request.ALL)}


@pytest.mark.parametrize(
    "changes",
    [
        {"stem": "certificates/one"},
        {"scope": Scope.ROUND},
        {"stem": "certificate", "scope": Scope.ROUND, "carries": frozenset({Data.RECORD})},
    ],
)
def test_a_kind_whose_parts_do_not_suit_is_refused(changes: Mapping[str, object]) -> None:
    with pytest.raises(ValueError, match="certificate"):
        replace(CERTIFICATE, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "taken", [replace(MINUTES, name=LETTER.name), replace(CERTIFICATE, stem=REPORT.stem)]
)
def test_a_name_or_a_place_of_files_that_is_taken_is_refused(taken: Kind) -> None:
    with pytest.raises(ValueError):
        KINDS.joined((taken,))
