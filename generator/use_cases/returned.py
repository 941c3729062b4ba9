"""Spreadsheets out to the assessors and back: what ``forms`` and ``collect`` do."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evaluation.draft import Draft, FoundRegion, Known
from evaluation.errors import NothingSucceededError, WrongDataError
from evaluation.messages import NOTHING, Message, _
from evaluation.model import Evaluation
from evaluation.names import name_key
from evaluation.paths import is_folder
from evaluation.returns import Returned, Sent, returned
from evaluation.sources import Finding, Severity
from evaluation.standing import draft_of
from evaluation.understanding import Collected
from evaluation.workbook.facts import FACTS
from evaluation.workbook.form import SECTIONS, SENT_NAME
from evaluation.workbook.sheets import BOBOT, DIMENSI, INSTRUMEN, SURAT, WILAYAH
from extractors.collect import Mapping as Settled
from extractors.collect import collect as gather
from extractors.collect import mapping_toml, read_mapping
from generator.processes.pool import SPREADSHEETS, Pool
from generator.system.existing import Output, Outputs, identities, identity, kept_beside
from generator.use_cases.following import Cancelled, Progress, go_on, never, unseen, watched
from generator.use_cases.reading import read_round, read_standing
from generator.workbooks.book import Rows, write_workbook
from generator.workbooks.forms.plan import parse_assessor, plan_forms
from generator.workbooks.forms.writing import round_of, sent_forms, write_form
from generator.workbooks.maps import write_map
from generator.workbooks.round_sheets import round_sheets
from generator.workbooks.sent import read_sent, write_reminders, write_sent

_NEEDED = frozenset(name_key(one.name) for one in (SURAT, INSTRUMEN, DIMENSI, BOBOT, WILAYAH))
_FOLDER = "formulir"


@dataclass(frozen=True)
class Gathered:
    """What was collected, with how each file was understood.

    ``contradictions`` are between the files and the workbook that was added to; ``old`` is where
    that one lies now if it was written anew, ``mapping`` the file that asks what is unclear.
    ``without`` are regions of the round that nobody has scored, ``newcomers`` assessors whom the
    workbook did not know; ``returned`` is what came of the forms that were sent, where a list of
    them is there, and ``reminders`` the list of those that did not come back whole.
    """

    found: Collected
    contradictions: tuple[Finding, ...] = ()
    old: Path | None = None
    mapping: Path | None = None
    without: tuple[str, ...] = ()
    newcomers: tuple[str, ...] = ()
    returned: Returned | None = None
    reminders: Path | None = None


def forms(
    workbook: Path,
    folder: Path | None = None,
    *,
    assessors: Sequence[str] = (),
    force: bool = False,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
) -> tuple[Path, ...]:
    """Write one form a region and assessor into a folder, ``formulir`` beside the workbook if none.

    A list of what was sent lies beside them, for ``collect``.

    ``assessors`` are "name, institution" of those who score every region. Raises
    UnreadableInputError, WrongDataError, UnwritableOutputError and CancelledError.
    """
    evaluation = _round(workbook)
    planned = plan_forms(evaluation, tuple(map(parse_assessor, assessors)))
    place = folder or workbook.parent / _FOLDER
    outputs = Outputs(identities([workbook], {".csv"}), force)
    wanted = [Output(place / f"{form.stem}.xlsx", "forms") for form in planned]
    listed = Output(place / SENT_NAME, "forms")
    outputs.check([*wanted, listed])
    step = watched(progress, cancelled)
    step(0, len(planned))
    for done, (form, target) in enumerate(zip(planned, wanted, strict=True), 1):
        outputs.write(target, partial(write_form, evaluation=evaluation, form=form))
        step(done, len(planned))
    outputs.write(listed, partial(write_sent, sent=sent_forms(evaluation, planned)))
    return tuple(target.path for target in wanted)


def collect(
    paths: Sequence[Path],
    output: Path,
    *,
    into: Path | None = None,
    mapping: Path | None = None,
    sent: Path | None = None,
    newer: bool = False,
    force: bool = False,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
) -> Gathered:
    """Gather files of any shape into a workbook, which is written whole or not at all.

    ``into`` is the workbook to add to, which says what is known; ``mapping`` says what unclear
    columns mean, and is written to be completed where it is missing; without one it lies beside the
    output, as a workbook. ``sent`` is the list that ``forms`` left, found by itself in a folder
    that is collected; who is to be reminded then stands in a workbook beside the output. ``newer``
    lets the file count that was saved later. Pieces of progress are files.
    Raises UnreadableInputError, WrongDataError, UnwritableOutputError, CancelledError, and
    NothingSucceededError where no score and no comment was found.
    """
    go_on(cancelled)
    told_map = mapping or output.with_name(f"{output.stem}-peta.xlsx")
    new_map = None if told_map.exists() else Output(told_map, "collect --map")
    sent_list = _sent(paths, sent)
    outputs, target = _outputs(paths, into, mapping, force), Output(output, "collect")
    reminders = Output(output.with_name(f"{output.stem}-pengingat.xlsx"), "collect")
    wanted = (target, new_map, reminders if sent_list is not None else None)
    outputs.check([one for one in wanted if one is not None])
    base = _base(into) if into else None
    settled = read_mapping(mapping) if mapping and not new_map else Settled()
    step = watched(progress, cancelled)
    known = known_of(base.evaluation) if base else Known()
    with Pool(1, SPREADSHEETS, cancelled=cancelled) as pool:
        found = gather(
            paths, known=known, mapping=settled, newer=newer, progress=step, apart=pool.alone
        )
    if not (found.draft.scores or found.draft.comments):
        asked = _write_map(outputs, new_map, found, base)
        told = _("no score and no comment was found.")
        remedy = say_in(asked) if asked else NOTHING
        raise NothingSucceededError(told, findings=found.findings, remedy=remedy)
    standing = draft_of(base.evaluation) if base else Draft()
    draft, contradictions = found.draft.joined(standing)
    made = round_sheets(draft, base.sheets if base else {})
    with _old_kept(outputs, output) as old:
        outputs.write(target, partial(write_workbook, sheets=made.sheets, notes=made.notes))
    asked = _write_map(outputs, new_map, found, base)
    back = None if sent_list is None else returned(sent_list, draft, found.understood)
    owed = back is not None and bool(back.missing or back.partly)
    if back is not None and owed:
        outputs.write(reminders, partial(write_reminders, found=back))
    return Gathered(
        found,
        tuple(contradictions),
        old,
        asked,
        _without(draft, base),
        _newcomers(found.draft, standing),
        back,
        reminders.path if owed else None,
    )


def _sent(paths: Sequence[Path], told: Path | None) -> tuple[Sent, ...] | None:
    """Read the list of what was sent: the one that is told, or one in a folder; None without."""
    inside = [path / SENT_NAME for path in paths if is_folder(path)]
    found = told or next((path for path in inside if path.is_file()), None)
    return None if found is None else read_sent(found)


def _without(draft: Draft, base: "_Base | None") -> tuple[str, ...]:
    """Give the regions that took part and have no score; none where no round is known."""
    scored = {score.region for score in draft.scores if score.value is not None}
    attended = base.evaluation.attended() if base else ()
    return tuple(region.name for region in attended if region.name not in scored)


def _newcomers(found: Draft, standing: Draft) -> tuple[str, ...]:
    """Give the assessors who are not among those of the workbook, where it names any."""
    known = {name_key(score.assessor) for score in standing.scores if score.assessor}
    names = dict.fromkeys(score.assessor for score in found.scores if score.assessor)
    return tuple(name for name in names if known and name_key(name) not in known)


def say_in(mapping: Path) -> Message:
    """Say that a file asks what is unclear."""
    return _("Say in %(file)s what is unclear, and collect again.") % {"file": mapping}


def _write_map(
    outputs: Outputs, target: Output | None, found: Collected, base: "_Base | None"
) -> Path | None:
    """Write the map of what is unclear, as a workbook unless TOML was asked for; give where."""
    if target is None or not _open_questions(found):
        return None
    regions = [one.name for one in (base.evaluation.regions if base else found.draft.regions)]
    if target.path.suffix.lower() == ".toml":
        outputs.write(target, lambda stream: stream.write(mapping_toml(found).encode()))
    else:
        outputs.write(target, partial(write_map, found=found, regions=regions))
    return target.path


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


def _outputs(
    paths: Sequence[Path], into: Path | None, map_file: Path | None, force: bool
) -> Outputs:
    """Give what may be replaced: nothing that is read, but the workbook that is added to."""
    inputs = identities((*paths, into, map_file))
    return Outputs(inputs, force, kept=identity(into) if into else None)


@contextmanager
def _old_kept(outputs: Outputs, output: Path) -> Iterator[Path | None]:
    """Keep the workbook that is added to where it is also the one to write; give where it is."""
    if not output.exists() or identity(output) != outputs.kept:
        yield None
        return
    with kept_beside(output) as kept:
        yield kept


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
        FoundRegion(one.name, one.code, others=one.others, source=one.source)
        for one in evaluation.regions
    )
    year = evaluation.facts.get(FACTS.year.key) or ""
    told = int(year) if year.isdecimal() and len(year) == 4 else None
    return Known(
        evaluation.instrument, regions, tuple(sections) or SECTIONS, told, round_of(evaluation)
    )
