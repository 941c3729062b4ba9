"""Everything that can be found wrong before a document is made, in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.checks import check
from evaluation.errors import WrongTemplateError
from evaluation.exemptions import without_exempted
from evaluation.findings import has_errors, in_sheet_order
from evaluation.model import Evaluation, Region
from evaluation.origins import with_origins
from evaluation.rules import RULE_NAMES
from evaluation.source import Finding
from evaluation.texts import Text, TextKind, texts_of
from evaluation.words import check_words, counted_nouns
from generator.making import Maker
from generator.markup import Element
from generator.packs import Pack, choose_pack
from generator.plan import REPORT, Job, plan_regions, plan_round
from generator.printable import Printable
from generator.template_check import check_templates
from letters.amounts import from_words
from letters.checks import check_letter
from letters.letter import Letter, read_letter

PACK_KEY = "Paket Templat"
PROSE = "prosa/"  # the templates whose wording people edit
_WORDED = ("p", "li", "h1", "h2", "h3", "td", "th")


@dataclass(frozen=True)
class Inspection:
    """What was found in a round with its pack; errors among the findings stop the making.

    ``evaluation`` and ``letter`` are None where the workbook could not be understood.
    """

    evaluation: Evaluation | None
    letter: Letter | None
    pack: Pack | None
    findings: tuple[Finding, ...]


def inspect(
    evaluation: Evaluation | None, found: Sequence[Finding], asked_pack: str | None
) -> Inspection:
    """Check what was read from a workbook, its letter, its pack and all wording.

    ``found`` is what the reader found. Raises WrongTemplateError when the pack cannot be loaded.
    """
    if evaluation is None:
        return Inspection(None, None, None, tuple(found))
    named, programme = evaluation.facts.get(PACK_KEY), evaluation.facts.get("Program")
    pack = choose_pack(asked_pack, named, programme, Path(evaluation.file).parent)
    letter, in_letter = read_letter(evaluation.facts, pack.profile)
    findings = [*found, *in_letter, *check_letter(letter, evaluation, pack.profile)]
    findings += check(evaluation)
    texts = tuple(texts_of(evaluation))
    findings += Printable(pack.style.font).findings(texts)
    prose, in_templates = _in_templates(evaluation, letter, pack, has_errors(findings))
    findings += in_templates
    nouns = counted_nouns(evaluation, pack.region_nouns)
    findings += check_words((*texts, *prose), nouns, from_words)
    kept = without_exempted(findings, evaluation.exemptions, RULE_NAMES)
    told = with_origins(in_sheet_order(dict.fromkeys(kept)), evaluation.origins)
    return Inspection(evaluation, letter, pack, told)


def _in_templates(
    evaluation: Evaluation, letter: Letter, pack: Pack, wrong_data: bool
) -> tuple[tuple[Text, ...], Sequence[Finding]]:
    """Give the wording of a pack's prose, and what is wrong with its templates.

    Wrong data are looked at with as much of the prose as they let appear; what goes wrong in that
    is theirs, and is told already.
    """
    static = check_templates(pack, evaluation)
    if has_errors(static):
        return (), static
    prose, found = _rehearsed(Maker(evaluation, letter, pack))
    return prose, static if wrong_data else (*static, *found)


def _rehearsed(maker: Maker) -> tuple[tuple[Text, ...], list[Finding]]:
    """Render one document of each kind: give the wording of its prose, and what is wrong."""
    texts: dict[Text, None] = {}
    findings: dict[Finding, None] = {}
    for job in _samples(maker.evaluation):
        try:
            roots = maker.roots(job)
            maker.build(roots)
            texts.update(dict.fromkeys(text for root in roots for text in _prose(root)))
        except WrongTemplateError as fault:
            told = fault.findings or (fault.as_finding("template-wrong"),)
            findings.update(dict.fromkeys(told))
    return tuple(texts), list(findings)


def _samples(evaluation: Evaluation) -> tuple[Job, ...]:
    """Plan one document of each kind, and a report for each kind of region."""
    samples: dict[tuple[object, ...], Region] = {}
    for region in evaluation.regions:
        last_year = region.name in evaluation.previous
        samples.setdefault((region.category, region.attended, last_year), region)
    reports = plan_regions(evaluation, samples.values(), (), (REPORT,))
    return plan_round(evaluation, ()) + reports


def _prose(element: Element) -> Iterator[Text]:
    """Go through the paragraphs and other wording that stand in the prose files."""
    for child in element.elements():
        if child.tag in _WORDED and child.source.file.startswith(PROSE):
            own = [
                part for part in child.children if isinstance(part, str) or part.tag not in _WORDED
            ]
            text = Element(child.tag, {}, child.source, own).text()
            if text:
                yield Text(TextKind.PROSE, text, child.source)
        yield from _prose(child)
