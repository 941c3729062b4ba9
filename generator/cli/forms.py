"""``laporan forms`` and ``laporan collect``: spreadsheets out to the assessors and back."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click

from evaluation.draft import Draft, FoundRegion, Known
from evaluation.errors import ExitCode, NothingSucceededError, WrongDataError
from evaluation.messages import _, ngettext
from evaluation.model import Evaluation
from evaluation.names import name_key
from evaluation.sources import Finding, Severity
from evaluation.standing import draft_of
from evaluation.understanding import Collected
from evaluation.workbook.facts import FACTS
from evaluation.workbook.form import SECTIONS
from evaluation.workbook.sheets import BOBOT, DIMENSI, INSTRUMEN, SURAT, WILAYAH
from generator.cli.console import counted, progress, tell_findings
from generator.cli.options import FORCE
from generator.cli.reading import read_round, read_standing
from generator.processes.pool import SPREADSHEETS, Pool
from generator.system.existing import Output, Outputs, identities, identity, kept_beside
from generator.system.terminal import tell
from generator.workbooks.book import Rows

_FILE = click.Path(dir_okay=False, path_type=Path)

_NEEDED = frozenset(name_key(one.name) for one in (SURAT, INSTRUMEN, DIMENSI, BOBOT, WILAYAH))
_FOLDER = "formulir"


@click.command(help=str(_("Write one form a region and assessor, to be filled in and collected.")))
@click.argument("workbook", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help=str(_("Folder to write into; without it, formulir beside the workbook.")),
)
@click.option(
    "--assessor",
    "assessors",
    multiple=True,
    help=str(_("“Name, institution” of one who scores every region; may be repeated.")),
)
@FORCE
def forms(workbook: Path, output: Path | None, assessors: Sequence[str], force: bool) -> int:
    """Write the forms of a round."""
    from generator.workbooks.forms.plan import parse_assessor, plan_forms
    from generator.workbooks.forms.writing import write_form

    evaluation = _round(workbook)
    planned = plan_forms(evaluation, tuple(map(parse_assessor, assessors)))
    folder = output or workbook.parent / _FOLDER
    outputs = Outputs(identities([workbook], {".csv"}), force)
    wanted = [Output(folder / f"{form.stem}.xlsx", "forms") for form in planned]
    outputs.check(wanted)
    with progress(_("Forms"), len(planned)) as advance:
        for form, target in zip(planned, wanted, strict=True):
            fill = partial(write_form, evaluation=evaluation, form=form)
            outputs.write(target, fill)
            advance()
    told = ngettext("%(count)d form in %(folder)s.", "%(count)d forms in %(folder)s.", len(planned))
    tell(told % {"count": len(planned), "folder": folder})
    return ExitCode.DONE


def _round(workbook: Path) -> Evaluation:
    """Read what forms are made of; that nobody has scored yet is no fault of theirs."""
    reading = read_round(workbook)
    wrong = [finding for finding in reading.findings if _stops(finding)]
    if wrong or not reading.understood:
        raise WrongDataError(
            _("questions or regions are wrong; nothing was made."),
            findings=wrong or reading.findings,
        )
    return reading.evaluation


def _stops(finding: Finding) -> bool:
    sheet = finding.source.sheet if finding.source else None
    return finding.severity is Severity.ERROR and (sheet is None or name_key(sheet) in _NEEDED)


@click.command(help=str(_("Gather scores and comments from files of any shape into a workbook.")))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=_FILE, required=True, help=str(_("The workbook to write.")))
@click.option("--into", type=_FILE, help=str(_("The workbook to add to; it says what is known.")))
@click.option(
    "--map",
    "map_file",
    type=_FILE,
    help=str(_("What unclear columns mean; written for you to complete where it is missing.")),
)
@click.option(
    "--all", "show_all", is_flag=True, help=str(_("Show every column and every finding."))
)
@FORCE
def collect(
    paths: Sequence[Path],
    output: Path,
    into: Path | None,
    map_file: Path | None,
    show_all: bool,
    force: bool,
) -> int:
    """Gather files, say how each was understood, and write the workbook whole or not at all."""
    from extractors.collect import Mapping as Settled
    from extractors.collect import collect as gather
    from extractors.collect import read_mapping
    from generator.review.understood import tell_understood
    from generator.workbooks.book import write_workbook
    from generator.workbooks.round_sheets import round_sheets

    told_map = map_file or output.with_name(f"{output.stem}-peta.xlsx")
    new_map = None if told_map.exists() else Output(told_map, "collect --map")
    outputs, target = _outputs(paths, into, map_file, force), Output(output, "collect")
    outputs.check([target, *((new_map,) if new_map else ())])
    base = _base(into) if into else None
    settled = read_mapping(map_file) if map_file and not new_map else Settled()
    with counted(_("Files")) as step, Pool(1, SPREADSHEETS) as pool:
        known = known_of(base.evaluation) if base else Known()
        found = gather(paths, known=known, mapping=settled, progress=step, apart=pool.alone)
    gathered = found.draft
    if not (gathered.scores or gathered.comments):
        tell_findings(found.findings, show_all=show_all)
        _write_map(outputs, new_map, found, base)
        raise NothingSucceededError(_("no score and no comment was found."))
    draft, contradictions = gathered.joined(draft_of(base.evaluation) if base else Draft())
    made = round_sheets(draft, base.sheets if base else {})
    with _old_kept(outputs, output):
        outputs.write(target, partial(write_workbook, sheets=made.sheets, notes=made.notes))
    tell_understood(found, show_all=show_all)
    findings = [_with_file(finding) for finding in (*found.findings, *contradictions)]
    tell_findings(findings, show_all=show_all)
    told = _("%(scores)d scores and %(comments)d comments → %(output)s.")
    counts = {"scores": len(gathered.scores), "comments": len(gathered.comments), "output": output}
    tell(told % counts)
    _write_map(outputs, new_map, found, base)
    worth_a_look = any(finding.severity > Severity.NOTICE for finding in findings)
    return ExitCode.DONE_WITH_FINDINGS if worth_a_look else ExitCode.DONE


def _write_map(
    outputs: Outputs, target: Output | None, found: Collected, base: "_Base | None"
) -> None:
    """Write the map of what is unclear, as a workbook unless TOML was asked for, and say so."""
    from extractors.collect import mapping_toml
    from generator.workbooks.maps import write_map

    if target is None or not _open_questions(found):
        return
    regions = [one.name for one in (base.evaluation.regions if base else found.draft.regions)]
    if target.path.suffix.lower() == ".toml":
        outputs.write(target, lambda stream: stream.write(mapping_toml(found).encode()))
    else:
        outputs.write(target, partial(write_map, found=found, regions=regions))
    tell(_("Say in %(file)s what is unclear, and collect again.") % {"file": target.path})


def _outputs(
    paths: Sequence[Path], into: Path | None, map_file: Path | None, force: bool
) -> Outputs:
    """Give what may be replaced: nothing that is read, but the workbook that is added to."""
    inputs = identities((*paths, into, map_file))
    return Outputs(inputs, force, kept=identity(into) if into else None)


@contextmanager
def _old_kept(outputs: Outputs, output: Path) -> Iterator[None]:
    """Keep the workbook that is added to where it is also the one to write, and say where."""
    if not output.exists() or identity(output) != outputs.kept:
        yield
        return
    with kept_beside(output) as kept:
        yield
    tell(_("The workbook as it was: %(file)s") % {"file": kept})


def _with_file(finding: Finding) -> Finding:
    """Name the file as well: here a sheet may be any of hundreds of files."""
    source = finding.source
    if source is None or source.sheet is None:
        return finding
    return replace(finding, source=replace(source, sheet=f"{source.file} {source.sheet}"))


def _open_questions(found: Collected) -> bool:
    return bool(found.unknown_names) or any(table.is_open for table in found.understood)


@dataclass(frozen=True, slots=True)
class _Base:
    """The workbook that is added to: its rows by sheet, and what they mean."""

    sheets: Mapping[str, Rows]
    evaluation: Evaluation


def _base(into: Path) -> _Base:
    evaluation = _round(into)
    return _Base(read_standing(into).sheets, evaluation)


def known_of(evaluation: Evaluation) -> Known:
    """Give what a workbook says of questions, regions and sections."""
    comments = (one for group in evaluation.comments.values() for one in group)
    sections = dict.fromkeys(one.section for one in comments)
    regions = tuple(
        FoundRegion(one.name, one.code, source=one.source) for one in evaluation.regions
    )
    year = evaluation.facts.get(FACTS.year.key) or ""
    told = int(year) if year.isdecimal() and len(year) == 4 else None
    return Known(evaluation.instrument, regions, tuple(sections) or SECTIONS, told)
