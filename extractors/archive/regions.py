"""Which regions a round had, as reports, lists and the national table name them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evaluation.messages import NOTHING, _
from evaluation.names import name_key
from evaluation.record import Record
from evaluation.rules import archive as rules
from evaluation.sources import Finding, Severity, Source
from letters.addressee_check import head_of, headed_area, region_area
from letters.profile import AgencyProfile


@dataclass(frozen=True, slots=True)
class ReportedRegion:
    """A region of a past round; ``report`` is None where there is none of it.

    ``attended`` is None where nothing tells; category and addressee are blank then, too.
    """

    name: str
    category: str = ""
    addressee: str = ""
    attended: bool | None = None
    report: Record | None = None


def regions_in(
    records: Sequence[Record], profile: AgencyProfile
) -> tuple[tuple[ReportedRegion, ...], tuple[Finding, ...]]:
    """Give the regions in the order: national table, absent list, reports; and what is doubtful."""
    findings: list[Finding] = []
    regions = _listed(records)
    for record in records:
        if record.region is None:
            findings += _without_region(record)
            continue
        key = name_key(record.region)
        known = regions.get(key, ReportedRegion(record.region))
        if known.report is not None:
            findings.append(_repeated(record, known.report))
        else:
            regions[key] = _with_report(known, record)
    addressed = _addressed(records, profile)
    named = [_with_addressee(one, addressed, profile, findings) for one in regions.values()]
    return tuple(named), tuple(findings)


def _listed(records: Sequence[Record]) -> dict[str, ReportedRegion]:
    regions: dict[str, ReportedRegion] = {}
    for record in records:
        for row in record.results.rows:
            known = ReportedRegion(row.region, row.category, attended=True)
            regions.setdefault(name_key(row.region), known)
    for record in records:
        for line in record.absent:
            regions.setdefault(name_key(line.name), ReportedRegion(line.name, attended=False))
    return regions


def _with_report(known: ReportedRegion, record: Record) -> ReportedRegion:
    told = known.attended if record.participating is None else record.participating
    return replace(
        known, category=known.category or record.category or "", attended=told, report=record
    )


def _without_region(record: Record) -> list[Finding]:
    """A letter or an annex alone is about no region; a report has to be about one."""
    if not record.dimensions:
        return []
    return [
        rules.REPORT_WITHOUT_REGION.found(
            Source(record.file),
            _("the report names no region; its values are not in the workbook."),
            _("Look at its first page, and enter the values by hand or settle the region."),
        )
    ]


def _repeated(record: Record, first: Record) -> Finding:
    same = record.dimensions == first.dimensions
    severity = Severity.NOTICE if same else Severity.ERROR
    return rules.REPORT_REPEATED.at(severity).found(
        Source(record.file),
        _("%(region)s has a report in %(other)s already; this one is not used.")
        % {"region": record.region, "other": first.file},
        NOTHING if same else _("The two differ: keep the right one, and extract again."),
    )


def _addressed(records: Sequence[Record], profile: AgencyProfile) -> Mapping[tuple[str, str], str]:
    """Give the addressees by the kind and the area that they head."""
    found: dict[tuple[str, str], str] = {}
    for record in records:
        for line in record.addressees:
            area = headed_area(line.name, profile)
            if area is not None:
                found.setdefault(area, line.name)
    return found


def _with_addressee(
    region: ReportedRegion,
    addressed: Mapping[tuple[str, str], str],
    profile: AgencyProfile,
    findings: list[Finding],
) -> ReportedRegion:
    area = region_area(region.name, profile)
    given = addressed.get(area) if area else None
    if given is not None:
        return replace(region, addressee=given)
    place = Source(region.report.file) if region.report else None
    head = head_of(region.name, profile)
    if head is None:
        told = _("no addressee of %(region)s was found.") % {"region": region.name}
        findings.append(rules.ADDRESSEE_MISSING.found(place, told, _("Enter it in the workbook.")))
        return region
    if addressed:
        told = _("no list names the addressee of %(region)s; by its kind it is %(head)s.")
        names = {"region": region.name, "head": head}
        findings.append(rules.ADDRESSEE_DERIVED.found(place, told % names, _("Compare it.")))
    return replace(region, addressee=head)
