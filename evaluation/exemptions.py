"""Checks silenced by a person, one by one, in the sheet ``Pengecualian``."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from evaluation.findings import has_errors
from evaluation.messages import NOTHING, _
from evaluation.model import Exemption
from evaluation.names import nearest
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Severity

# Errors about what people know better than a rule, so that a cell of theirs may be exempted.
_SILENCEABLE = frozenset(
    {rules.ADDRESSEE_CONTRADICTS_REGION.identifier, rules.ADDRESSEE_REPEATED.identifier}
)


def without_exempted(
    findings: Sequence[Finding], exemptions: Sequence[Exemption], known_rules: Collection[str]
) -> tuple[Finding, ...]:
    """Take out the findings that are silenced, and add what is wrong with the exemptions.

    An exemption silences its rule at its place: a cell (``Catatan!E17``), a sheet or template
    (``Catatan``, ``prosa/tujuan.xml``), or everywhere when the place is blank. Errors are never
    silenced (what cannot be printed stays so) but for those that people know better about, and
    these only cell by cell and with a reason.
    """
    kept = tuple(one for one in findings if not _silenced(one, exemptions))
    return (*kept, *_faults(findings, exemptions, known_rules))


def _silenced(finding: Finding, exemptions: Iterable[Exemption]) -> bool:
    return any(
        _matches(exemption, finding) and _may_silence(exemption, finding)
        for exemption in exemptions
    )


def may_be_silenced(finding: Finding) -> bool:
    """Tell whether an exemption of the finding's cell, with a reason, silences it."""
    return finding.severity is not Severity.ERROR or finding.rule in _SILENCEABLE


def _may_silence(exemption: Exemption, finding: Finding) -> bool:
    if finding.severity is not Severity.ERROR:
        return True
    at_cell = exemption.place.strip().casefold() == str(finding.source).casefold()
    return may_be_silenced(finding) and at_cell and bool(exemption.reason.strip())


def _matches(exemption: Exemption, finding: Finding) -> bool:
    if exemption.rule.strip().casefold() != finding.rule:
        return False
    place = exemption.place.strip().casefold()
    return not place or place in _places(finding)


def _places(finding: Finding) -> tuple[str, ...]:
    """Give every way to name a finding's place, from the exact one to the whole sheet or file."""
    source = finding.source
    if source is None:
        return ()
    whole = source.sheet or source.file
    return str(source).casefold(), whole.casefold()


def _faults(
    findings: Sequence[Finding], exemptions: Iterable[Exemption], known_rules: Collection[str]
) -> Iterator[Finding]:
    wrong = has_errors(findings)  # they may hide what an exemption is about
    for exemption in exemptions:
        matched = [one for one in findings if _matches(exemption, one)]
        if exemption.rule.strip().casefold() not in known_rules:
            yield _unknown(exemption, known_rules)
        elif any(not may_be_silenced(one) for one in matched):
            yield rules.EXEMPTION_OF_ERROR.found(
                exemption.source,
                _("the rule “%(rule)s” finds an error there, which cannot be silenced.")
                % {"rule": exemption.rule},
                _("Mend the value, then delete this row."),
            )
        elif any(not _may_silence(exemption, one) for one in matched):
            yield rules.EXEMPTION_OF_ERROR.found(
                exemption.source,
                _("the rule “%(rule)s” finds an error there, which is silenced at its cell alone.")
                % {"rule": exemption.rule},
                _("Write a row for each cell, with the reason."),
            )
        elif not matched and not wrong:
            yield rules.EXEMPTION_UNUSED.found(
                exemption.source,
                _("the exemption silences nothing: “%(rule)s” finds nothing there.")
                % {"rule": exemption.rule},
                _("Delete the row if it is no longer needed."),
            )
        if not exemption.reason.strip():
            yield rules.EXEMPTION_WITHOUT_REASON.found(
                exemption.source,
                _("the exemption has no reason."),
                _("Say under Alasan why the finding is right as it is."),
            )


def _unknown(exemption: Exemption, known_rules: Collection[str]) -> Finding:
    near = nearest(exemption.rule, known_rules)
    return rules.EXEMPTION_UNKNOWN.found(
        exemption.source,
        _("there is no rule “%(rule)s”.") % {"rule": exemption.rule},
        _("Did you mean %(word)s?") % {"word": near[0]} if near else NOTHING,
    )
