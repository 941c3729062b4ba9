"""A workbook opened for making documents: read, checked, with its letter and template pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from evaluation.checks import check
from evaluation.errors import UnknownRegionError, WrongDataError, WrongTemplateError
from evaluation.messages import _, ngettext
from evaluation.model import Evaluation, Region
from evaluation.names import find_name, nearest
from evaluation.source import Finding, Severity
from generator.making import Maker
from generator.manifest import Origin
from generator.packs import Pack, choose_pack
from generator.plan import Job, plan_regions
from generator.printable import Printable
from letters.letter import Letter, read_letter

PACK_KEY = "Paket Templat"


@dataclass(frozen=True)
class Round:
    """Everything that the making of documents needs. ``findings`` holds no error any more."""

    evaluation: Evaluation
    letter: Letter
    pack: Pack
    findings: tuple[Finding, ...]
    workbook_sha256: str

    @cached_property
    def maker(self) -> Maker:
        """Give the maker of this round's documents."""
        return Maker(self.evaluation, self.letter, self.pack)

    @cached_property
    def origin(self) -> Origin:
        """Give what the manifest says about where the files come from."""
        return Origin(
            workbook=Path(self.evaluation.file).name,
            workbook_sha256=self.workbook_sha256,
            pack=self.pack.name,
            pack_sha256=self.pack.sha256(),
            draft=self.letter.is_draft,
        )

    def region(self, wanted: str) -> Region:
        """Find a region by name (however spelled), code, or number.

        Raises UnknownRegionError, which names the nearest, when none or several answer to it.
        """
        regions = self.evaluation.regions
        by_id = [r for r in regions if wanted.strip() in {str(r.number), r.code}]
        if len(by_id) == 1:
            return by_id[0]
        names = [region.name for region in regions]
        found = find_name(wanted, names)
        if len(found) == 1:
            return regions[names.index(found[0])]
        if found:
            raise UnknownRegionError(
                _("“%(name)s” may be %(regions)s.")
                % {"name": wanted, "regions": _(" or ").join(found)},
                remedy=_("Give the whole name, the code or the number."),
            )
        near = nearest(wanted, names, 3) or nearest_area(wanted, names)
        raise UnknownRegionError(
            _("no region is called “%(name)s”.") % {"name": wanted},
            remedy=_("Nearest: %(regions)s.") % {"regions": ", ".join(near)} if near else "",
        )

    def rehearse(self, kinds: Sequence[Job], region_kinds: Sequence[str]) -> None:
        """Make one document of each kind in memory, so that a wrong template stops everything.

        Raises WrongTemplateError listing the faults of all of them.
        """
        samples = plan_regions(self.evaluation, self._samples(), (), region_kinds)
        faults: dict[Finding | str, WrongTemplateError] = {}
        for job in (*kinds, *samples):
            try:
                self.maker.document(job)
            except WrongTemplateError as fault:
                faults.setdefault(str(fault), fault)
        if faults:
            raise _joined(list(faults.values()))

    def _samples(self) -> tuple[Region, ...]:
        """Give one region for each category, with and without attendance and last year."""
        samples: dict[tuple[object, ...], Region] = {}
        for region in self.evaluation.regions:
            last_year = region.name in self.evaluation.previous
            samples.setdefault((region.category, region.attended, last_year), region)
        return tuple(samples.values())


def nearest_area(wanted: str, names: Sequence[str]) -> tuple[str, ...]:
    """Give the names whose part after the kind of region is spelled most like ``wanted``."""
    areas = {name.partition(" ")[2] or name: name for name in names}
    return tuple(areas[area] for area in nearest(wanted, areas, 3))


def _joined(faults: Sequence[WrongTemplateError]) -> WrongTemplateError:
    findings = {finding: None for fault in faults for finding in fault.findings}
    first = faults[0]
    if len(faults) == 1 and not findings:
        return first
    plain = [fault.as_finding("template") for fault in faults if not fault.findings]
    return WrongTemplateError(
        first.message,
        source=first.source,
        remedy=first.remedy,
        findings=(*findings, *plain),
    )


def open_round(
    evaluation: Evaluation | None,
    found: Sequence[Finding],
    workbook_sha256: str,
    asked_pack: str | None,
) -> Round:
    """Check what was read from a workbook and load the pack that serves it.

    ``evaluation`` is None where the workbook could not be understood; ``found`` then says why.
    Raises WrongDataError with every error that was found, or WrongTemplateError.
    """
    if evaluation is None:
        raise _refused(found)
    named, programme = evaluation.facts.get(PACK_KEY), evaluation.facts.get("Program")
    pack = choose_pack(asked_pack, named, programme, Path(evaluation.file).parent)
    letter, in_letter = read_letter(evaluation.facts, pack.profile)
    unprintable = Printable(pack.style.font).findings(evaluation)
    findings = (*found, *in_letter, *check(evaluation), *unprintable)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise _refused(findings)
    return Round(evaluation, letter, pack, findings, workbook_sha256)


def _refused(findings: Sequence[Finding]) -> WrongDataError:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return WrongDataError(
        ngettext(
            "the workbook has %(count)d error; nothing was made.",
            "the workbook has %(count)d errors; nothing was made.",
            errors,
        )
        % {"count": errors},
        findings=findings,
    )
