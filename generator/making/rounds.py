"""A workbook opened for making documents: read, checked, with its letter and template pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from evaluation.arithmetic import Results
from evaluation.errors import (
    ExitCode,
    LaporanError,
    UnknownRegionError,
    WrongDataError,
    WrongTemplateError,
)
from evaluation.messages import NOTHING, _, composed, ngettext
from evaluation.model import Evaluation, Region
from evaluation.names import nearest
from evaluation.region_names import code_key, find_name, names_of
from evaluation.sources import Finding, Severity
from generator.making.inspection import inspect
from generator.making.maker import Maker
from generator.making.manifest import Origin
from generator.making.rehearsal import Extent
from generator.packs.packs import Pack
from letters.letter import Letter


@dataclass(frozen=True)
class Round:
    """Everything that the making of documents needs. ``findings`` holds no error any more.

    ``maker`` is the one that the round was inspected with, and knows what it worked out then.
    """

    maker: Maker
    findings: tuple[Finding, ...]
    workbook_sha256: str

    @property
    def evaluation(self) -> Evaluation:
        """Give what was read."""
        return self.results.evaluation

    @property
    def results(self) -> Results:
        """Give what the regions reached."""
        return self.maker.results

    @property
    def letter(self) -> Letter:
        """Give the round's letter."""
        return self.maker.letter

    @property
    def pack(self) -> Pack:
        """Give the pack that serves the round."""
        return self.maker.pack

    def held_back(self) -> "Round":
        """Give the round with documents that are drafts, whatever number and date it has."""
        return Round(self.maker.held_back(), self.findings, self.workbook_sha256)

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
        code = code_key(wanted)
        by_id = [r for r in regions if wanted.strip() == str(r.number) or code == code_key(r.code)]
        if len(by_id) == 1:
            return by_id[0]
        names = [region.name for region in regions]
        found = find_name(wanted, names_of(regions))
        if len(found) == 1:
            return regions[names.index(found[0])]
        if found:
            raise UnknownRegionError(
                _("“%(name)s” may be %(regions)s.")
                % {"name": wanted, "regions": composed(*found, between=_(" or "))},
                remedy=_("Give the whole name, the code or the number."),
            )
        near = nearest(wanted, names, 3) or nearest_area(wanted, names)
        raise UnknownRegionError(
            _("no region is called “%(name)s”.") % {"name": wanted},
            remedy=_("Nearest: %(regions)s.") % {"regions": ", ".join(near)} if near else NOTHING,
        )


def nearest_area(wanted: str, names: Sequence[str]) -> tuple[str, ...]:
    """Give the names whose part after the kind of region is spelled most like ``wanted``."""
    areas = {name.partition(" ")[2] or name: name for name in names}
    return tuple(areas[area] for area in nearest(wanted, areas, 3))


def open_round(
    evaluation: Evaluation,
    found: Sequence[Finding],
    workbook_sha256: str,
    asked_pack: str | None,
    *,
    strict: bool = False,
    extent: Extent = Extent.EVERY_REGION,
) -> Round:
    """Check what was read from a workbook and load the pack that serves it.

    ``found`` is what the reader found. With ``strict``, warnings stop the making as errors do.
    ``extent`` says whose documents are rehearsed.
    Raises WrongDataError, or WrongTemplateError where only templates are wrong, with everything
    that was found.
    """
    seen = inspect(evaluation, found, asked_pack, extent)
    stopping = [one for one in seen.findings if stops(one, strict=strict)]
    if stopping or seen.maker is None:
        raise _refused(seen.findings, stopping)
    return Round(seen.maker, seen.findings, workbook_sha256)


def stops(finding: Finding, *, strict: bool) -> bool:
    """Tell whether a finding stops the making of documents."""
    return finding.severity >= (Severity.WARNING if strict else Severity.ERROR)


def in_pack(finding: Finding) -> bool:
    """Tell whether what was found stands in the template pack, not in the workbook."""
    source = finding.source
    return finding.rule.startswith("template-") or (source is not None and source.line is not None)


def exit_code_of(stopping: Sequence[Finding]) -> ExitCode:
    """Give the exit code of findings that stop the making: the pack's where it alone is wrong."""
    only_pack = bool(stopping) and all(map(in_pack, stopping))
    return ExitCode.WRONG_TEMPLATE if only_pack else ExitCode.WRONG_DATA


def _refused(findings: Sequence[Finding], stopping: Sequence[Finding]) -> LaporanError:
    kinds = {ExitCode.WRONG_TEMPLATE: WrongTemplateError, ExitCode.WRONG_DATA: WrongDataError}
    told = ngettext(
        "%(count)d finding stops the making; nothing was made.",
        "%(count)d findings stop the making; nothing was made.",
        len(stopping),
    )
    kind = kinds[exit_code_of(stopping)]
    return kind(told % {"count": len(stopping)}, findings=findings)
