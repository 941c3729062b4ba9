"""``check`` without findings means that ``build`` works: what cannot be written is found before."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

import pytest

from evaluation.arithmetic import Results
from evaluation.errors import ExitCode
from evaluation.model import Evaluation, Facts
from generator.document.blocks import Document
from generator.document.style import Style
from generator.making import inspection, rehearsal
from generator.making.maker import Maker
from generator.making.plan import Job
from generator.making.rehearsal import Extent, rehearse
from generator.making.rounds import Round
from generator.packs.packs import load_pack, shipped_folder
from generator.system.store import Store
from generator.templating.markup import Element
from tests.generator.cli.test_check import changed
from tests.generator.conftest import Type
from tests.generator.planting import picture, planted

WIDE = "<table><tr>" + "<td>x</td>" * 64 + "</tr></table>"
LETTERHEAD = '<p>a</p>\n<img src="logo.jpg" width="30"/>'


class Counting:
    """A writer that counts what it is given, and fails at documents with some text."""

    def __init__(self, fails_at: str = "nothing") -> None:
        self.written = 0
        self._fails_at = fails_at

    def __call__(self, document: Document, _style: Style, _target: BinaryIO) -> int:
        self.written += 1
        if self._fails_at in repr(document):
            raise ZeroDivisionError("so it is")
        return 1


@pytest.fixture
def opened(rounds: Mapping[str, Round]) -> Round:
    return rounds["perpustakaan"]


def changed_score(evaluation: Evaluation) -> Evaluation:
    name = next(region.name for region in evaluation.attended())
    first, *others = evaluation.scores[name]
    values = (Decimal(1) if first.values[0] != 1 else Decimal(2), *first.values[1:])
    scores = {**evaluation.scores, name: (replace(first, values=values), *others)}
    return replace(evaluation, scores=scores)


def changed_fact(evaluation: Evaluation) -> Evaluation:
    facts = tuple(replace(fact, value=f"{fact.value} Raya") for fact in evaluation.facts)
    return replace(evaluation, facts=Facts(facts))


def test_what_was_written_once_is_not_laid_out_again_when_a_score_changes(
    opened: Round, tmp_path: Path
) -> None:
    write, store = Counting(), Store(tmp_path)
    for evaluation in (opened.evaluation, changed_score(opened.evaluation)):
        maker = Maker(Results(evaluation), opened.letter, opened.pack)
        rehearse(maker, {"pdf": write}, store)
        before, write.written = write.written, 0
        assert (before > 0) == (evaluation is opened.evaluation)


def test_each_writer_is_rehearsed_and_remembered_by_itself(opened: Round, tmp_path: Path) -> None:
    pdf, docx, store = Counting(), Counting(), Store(tmp_path)
    rehearse(opened.maker, {"pdf": pdf}, store)
    rehearse(opened.maker, {"pdf": pdf, "docx": docx}, store)
    assert pdf.written == docx.written > 0


CHANGES = {
    "looks": {"gaya_toml": "[paragraph.h1]\nsize = 30\n"},
    "picture": {"aset__logo_png": picture("PNG", "L")},
    "wording": {"prosa__kaki_xml": "<p>Sekian.</p><p class='rapat'>Terima kasih.</p>"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_pack_that_changed_is_laid_out_again(change: str, opened: Round, tmp_path: Path) -> None:
    write, store = Counting(), Store(tmp_path / "cache")
    pack = load_pack(planted(tmp_path, aset__logo_png=picture("PNG")))
    rehearse(Maker(opened.results, opened.letter, pack), {"pdf": write}, store)
    first, write.written = write.written, 0
    pack = load_pack(planted(tmp_path, **CHANGES[change]))
    rehearse(Maker(opened.results, opened.letter, pack), {"pdf": write}, store)
    assert write.written == first


def test_libraries_that_changed_are_tried_again(
    opened: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, store = Counting(), Store(tmp_path)
    rehearse(opened.maker, {"pdf": write}, store)
    first, write.written = write.written, 0
    monkeypatch.setattr(rehearsal, "version", lambda _name: "99")
    rehearse(opened.maker, {"pdf": write}, store)
    assert write.written == first


def test_a_failure_is_told_at_the_block_that_causes_it_and_never_remembered(
    opened: Round, tmp_path: Path
) -> None:
    pack = load_pack(
        planted(tmp_path, prosa__kaki_xml="<p>Sekian.</p>\n<p>Gagal di sini.</p>\n<p>Salam.</p>")
    )
    store = Store(tmp_path / "cache")
    for _time in range(2):
        maker = Maker(opened.results, opened.letter, pack)
        seen = rehearse(maker, {"docx": Counting("Gagal di sini")}, store)
        (finding,) = seen.findings
        assert finding.rule == "template-unwritable"
        assert str(finding.source) == "prosa/surat-penutup.xml:2:1"
        assert "DOCX (ZeroDivisionError: so it is)" in str(finding.message)


def test_without_writers_documents_are_built_and_nothing_is_kept(
    opened: Round, tmp_path: Path
) -> None:
    assert rehearse(opened.maker, {}, Store(tmp_path)).texts
    assert not list(tmp_path.iterdir())


def test_the_check_hands_its_samples_to_every_writer(
    type_in: Type,
    workbooks: Mapping[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pack = planted(tmp_path, prosa__kaki_xml="<p>a</p>\n<p>Gagal</p>\n")
    monkeypatch.setattr(inspection, "WRITERS", {"pdf": Counting(), "docx": Counting("Gagal")})
    ending = type_in("check", workbooks["perpustakaan"], "--pack", pack)
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "prosa/surat-penutup.xml:2:1: this cannot be written as DOCX" in ending.err


def test_a_table_too_wide_for_word_is_found_by_the_check(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    pack = planted(tmp_path, prosa__kaki_xml=f"<p>a</p>\n{WIDE}\n")
    ending = type_in("check", workbooks["perpustakaan"], "--pack", pack)
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "prosa/surat-penutup.xml:2:1: the table has 64 columns" in ending.err


WRONG_FOR_ONE = "<p>{% if wilayah.nomor == 7 %}{{ 1 / (wilayah.nomor - 7) }}{% endif %}</p>"
UNWRITABLE_FOR_ONE = "{% if wilayah.nomor == 7 %}" + WIDE + "{% endif %}<p>a</p>"


def wrong_for_the_seventh(folder: Path, markup: str) -> Path:
    """Plant a pack whose report is wrong for region 7 alone, which is no sample of its kind."""
    report = (shipped_folder() / "dasar" / "laporan.xml").read_text("utf-8")
    assert "</footer>" in report
    return planted(folder, laporan_xml=report.replace("</footer>", f"</footer>{markup}", 1))


@pytest.mark.parametrize("markup", [WRONG_FOR_ONE, UNWRITABLE_FOR_ONE])
@pytest.mark.parametrize("command", ["check", "build", "report"])
def test_a_template_that_is_wrong_for_one_region_alone_has_the_exit_code_of_templates(
    command: str, markup: str, type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    pack = wrong_for_the_seventh(tmp_path, markup)
    given = {"WORKBOOK": workbooks["perpustakaan"], "PACK": pack, "OUT": tmp_path / "out"}
    words = ("7" if word == "bengkulu" else word for word in COMMANDS[command])
    ending = type_in(*(given.get(word, word) for word in words))
    assert ending.code == ExitCode.WRONG_TEMPLATE, ending.err
    assert "laporan.xml:" in ending.err
    assert not list((tmp_path / "out").rglob("*.*"))


def test_the_other_regions_can_be_made_one_by_one(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    pack = wrong_for_the_seventh(tmp_path, WRONG_FOR_ONE)
    ending = type_in(
        "report", workbooks["perpustakaan"], "8", "--pack", pack, "-o", tmp_path / "out"
    )
    assert ending.code == ExitCode.DONE, ending.err


def test_regions_that_went_well_are_not_rendered_again_until_their_data_change(
    opened: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[Job] = []
    roots = Maker.roots

    def noting(self: Maker, job: Job) -> tuple[Element, ...]:
        rendered.append(job)
        return roots(self, job)

    monkeypatch.setattr(Maker, "roots", noting)
    store, counts, regions = Store(tmp_path), [], set()
    whole = opened.evaluation
    for evaluation in (whole, whole, changed_score(whole), changed_fact(whole)):
        rendered.clear()
        maker = Maker(Results(evaluation), opened.letter, opened.pack)
        rehearse(maker, {"pdf": Counting()}, store, Extent.EVERY_REGION)
        counts.append(len(rendered))
        regions = regions or {job.region.name for job in rendered if job.region}
    samples = counts[1]
    assert regions == {region.name for region in whole.regions}
    assert 0 < samples < counts[0]
    assert samples <= counts[2] <= samples + 1
    assert counts[3] == counts[0]


def test_a_region_that_went_wrong_is_told_again(opened: Round, tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    pack = load_pack(wrong_for_the_seventh(tmp_path, WRONG_FOR_ONE))
    for _time in range(2):
        maker = Maker(opened.results, opened.letter, pack)
        seen = rehearse(maker, {"pdf": Counting()}, store, Extent.EVERY_REGION)
        (finding,) = seen.findings
        assert finding.source is not None
        assert finding.source.file == "laporan.xml"


COMMANDS = {
    "check": ("check", "WORKBOOK", "--pack", "PACK"),
    "build": ("build", "WORKBOOK", "--pack", "PACK", "-o", "OUT", "--jobs", "1"),
    "report": ("report", "WORKBOOK", "bengkulu", "--pack", "PACK", "-o", "OUT"),
    "letter": ("letter", "WORKBOOK", "--pack", "PACK", "-o", "OUT"),
    "fields": ("fields", "PACK"),
    "preview": ("preview", "PACK", "--workbook", "WORKBOOK", "-o", "OUT", "--no-open"),
}
FAULTS: Mapping[str, Mapping[str, str | bytes]] = {
    "a picture that is cut off": {
        "_partials__kop_xml": LETTERHEAD,
        "aset__logo_jpg": picture("JPEG", size=(600, 600))[:2000],
    },
    "a picture that is missing": {"_partials__kop_xml": LETTERHEAD},
    "a field that is none": {"_partials__kop_xml": "<p>{{ jumlah.hadri }}</p>"},
    "a size of nothing": {"gaya_toml": "[paragraph.h1]\nsize = 'besar'"},
    "a syntax error": {"_partials__kop_xml": "<p>{{ a b }}</p>"},
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_fault_of_the_pack_has_one_exit_code_in_every_command(
    command: str, fault: str, type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    given = {
        "WORKBOOK": workbooks["perpustakaan"],
        "PACK": planted(tmp_path, **FAULTS[fault]),
        "OUT": tmp_path / "out",
    }
    ending = type_in(*(given.get(word, word) for word in COMMANDS[command]))
    assert ending.code == ExitCode.WRONG_TEMPLATE, ending.err
    assert not (tmp_path / "out").exists()


def test_a_pack_that_cannot_be_loaded_hides_nothing_of_the_data(
    type_in: Type, tmp_path: Path
) -> None:
    workbook = changed(tmp_path / "a.xlsx", ("Nilai", 1, 2, 11))
    pack = planted(tmp_path, gaya_toml="[stamp]\nsize = 0\nsise = 1\n")
    ending = type_in("check", workbook, "--pack", pack)
    assert "Nilai!C3" in ending.err
    assert "gaya.toml:2: stamp.size cannot be 0" in ending.err
    assert "gaya.toml:3: [stamp] has no key “sise”" in ending.err
    assert "3 errors" in ending.out


def test_a_fault_of_data_and_pack_together_is_one_of_data(type_in: Type, tmp_path: Path) -> None:
    workbook = changed(tmp_path / "a.xlsx", ("Nilai", 1, 2, 11))
    pack = planted(tmp_path, _partials__kop_xml="<p>{{ jumlah.hadri }}</p>")
    assert type_in("check", workbook, "--pack", pack).code == ExitCode.WRONG_DATA
