"""Everything that can be found wrong before a document is made, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.arithmetic import Results
from evaluation.checks import check
from evaluation.errors import WrongTemplateError
from evaluation.exemptions import without_exempted
from evaluation.findings import has_errors, in_sheet_order
from evaluation.model import Evaluation
from evaluation.origins import with_origins
from evaluation.rules import EXEMPTIBLE
from evaluation.rules import templates as rules
from evaluation.sources import Finding
from evaluation.wording import check_words, counted_nouns
from evaluation.wording.texts import Text, texts_of
from evaluation.workbook.facts import FACTS
from generator.document.printable import Printable
from generator.making.maker import Maker
from generator.making.numbering import check_number
from generator.making.rehearsal import Extent, rehearse
from generator.packs.packs import Pack, choose_pack
from generator.system.store import open_store
from generator.template_check.checking import check_templates
from generator.writers import WRITERS
from letters.addressee_check import check_addressees
from letters.amounts import from_words
from letters.checks import check_letter
from letters.letter import read_letter

PACK_KEY = FACTS.pack.key


@dataclass(frozen=True)
class Inspection:
    """What was found in a round with its pack; errors among the findings stop the making.

    ``maker`` made the documents that were looked at; None where the pack could not be loaded.
    """

    results: Results
    maker: Maker | None
    findings: tuple[Finding, ...]

    @property
    def evaluation(self) -> Evaluation:
        """Give what was inspected."""
        return self.results.evaluation


def inspect(
    evaluation: Evaluation,
    found: Sequence[Finding],
    asked_pack: str | None,
    extent: Extent = Extent.EVERY_REGION,
) -> Inspection:
    """Check what was read from a workbook, its letter, its pack and all wording.

    ``found`` is what the reader found. A pack that cannot be loaded is a finding like any other:
    the data are checked without it. ``extent`` says whose documents are rehearsed.
    """
    results = Results(evaluation)
    pack, in_pack = _pack(evaluation, asked_pack)
    if pack is None:
        findings = [*found, *in_pack, *check(evaluation, results)]
        return Inspection(results, None, _told(findings, evaluation))
    letter, in_letter = read_letter(evaluation.facts, pack.profile)
    findings = list(found)
    if any(fact.value for fact in evaluation.facts):
        findings += [*in_letter, *check_letter(letter, evaluation, pack.profile)]
        findings += check_number(evaluation, letter, pack)
    else:  # the sheet is at fault as a whole, which its reader tells
        findings += check_addressees(evaluation, pack.profile)
    findings += check(evaluation, results)
    texts = tuple(texts_of(evaluation))
    findings += Printable(pack.style.font).findings(texts)
    rehearsed = None if has_errors(findings) else extent
    maker = Maker(results, letter, pack)
    prose, in_templates = _in_templates(maker, rehearsed)
    findings += in_templates
    nouns = counted_nouns(evaluation, pack.region_nouns)
    findings += check_words((*texts, *prose), nouns, from_words)
    return Inspection(results, maker, _told(findings, evaluation))


def _pack(evaluation: Evaluation, asked: str | None) -> tuple[Pack | None, tuple[Finding, ...]]:
    """Load the pack of a round with its fonts; None and why where that cannot be done."""
    named, programme = evaluation.facts.get(PACK_KEY), evaluation.facts.get(FACTS.programme.key)
    try:
        pack = choose_pack(asked, named, programme, Path(evaluation.file).parent)
        Printable(pack.style.font)
    except WrongTemplateError as fault:
        return None, fault.findings or (fault.as_finding(rules.TEMPLATE_WRONG),)
    return pack, ()


def _told(findings: Sequence[Finding], evaluation: Evaluation) -> tuple[Finding, ...]:
    """Give findings as they are told: without exempted ones, in order, with their origins."""
    kept = without_exempted(findings, evaluation.exemptions, EXEMPTIBLE)
    return with_origins(in_sheet_order(dict.fromkeys(kept)), evaluation.origins)


def _in_templates(
    maker: Maker, extent: Extent | None
) -> tuple[tuple[Text, ...], Sequence[Finding]]:
    """Give the wording of a pack's prose, and what is wrong with its templates.

    Wrong data, for which ``extent`` is None, are looked at with as much of the prose as they let
    appear; what goes wrong in that is theirs, and is told already.
    """
    evaluation = maker.evaluation
    static = check_templates(maker.pack, evaluation)
    known = set(evaluation.instrument.categories)
    if has_errors(static) or known.isdisjoint(one.category for one in evaluation.regions):
        return (), static
    if extent is None:
        return rehearse(maker, {}, open_store()).texts, static
    seen = rehearse(maker, WRITERS, open_store(), extent)
    return seen.texts, (*static, *seen.findings)
