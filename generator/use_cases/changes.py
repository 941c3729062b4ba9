"""What became of a folder's documents: which were made anew as they were, and why others changed.

What the folder held before is told by its manifest, and what was in the workbook then by the copy
that was kept of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from evaluation.arithmetic import Results
from evaluation.comparing import Difference, differences, result_differences
from evaluation.errors import LaporanError
from evaluation.model import Evaluation
from generator.document.kinds import Request, Scope
from generator.issuing.stale import stale_between
from generator.making.maker import Maker
from generator.making.manifest import FileRecord
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from generator.use_cases.earlier import kept_round
from letters.letter import read_letter

Content = Mapping[str, Any]
"""What a manifest says."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How the files of a build stand to those that the folder held before.

    ``changed`` are the paths of those that are not the same to the byte, ``unchanged`` counts the
    others. ``data`` and ``results`` say what is not the same in the workbook; they are None where
    the workbook of that time was not kept. ``pack`` tells that the template pack is another.
    """

    unchanged: int
    changed: tuple[str, ...] = ()
    data: tuple[Difference, ...] | None = ()
    results: tuple[Difference, ...] = ()
    pack: bool = False


@dataclass(frozen=True, slots=True)
class Others:
    """Files of a folder that a command did not make and that no longer agree with the workbook.

    ``stale`` say something else than they would now; of ``unknown`` that cannot be told, since
    they were made from a workbook that was not kept, or with another template pack.
    """

    stale: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def changes_since(
    before: Content | None, opened: Round, records: Sequence[FileRecord]
) -> Changes | None:
    """Hold the files of a build against what the manifest told before; None where it told none."""
    told = {one["path"]: one for one in before["files"]} if before else {}
    again = [one for one in records if one.path in told]
    if not again:
        return None
    changed = tuple(one.path for one in again if told[one.path]["sha256"] != one.sha256)
    unchanged = len(again) - len(changed)
    origins = {_origin(told[path], before or {}) for path in changed}
    pack = any(one.pack != opened.origin.pack_sha256 for one in origins)
    workbooks = sorted({one.workbook for one in origins} - {opened.workbook_sha256})
    earlier = [one for one in map(kept_round, workbooks) if one is not None]
    if len(earlier) < len(workbooks):
        return Changes(unchanged, changed, None, pack=pack)
    now = opened.evaluation
    data = (one for then in earlier for one in differences(then, now))
    results = (one for then in earlier for one in result_differences(then, now))
    return Changes(unchanged, changed, _once(data), _once(results), pack)


def _once(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Give differences that are told alike once."""
    return tuple({repr(one): one for one in found}.values())


def others_of(content: Content | None, opened: Round, made: Collection[str]) -> Others:
    """Give the files of a manifest, but for those just ``made``, that no longer agree."""
    origins: dict[_Origin, list[str]] = {}
    for entry in content["files"] if content else ():
        if entry["path"] not in made:
            origins.setdefault(_origin(entry, content or {}), []).append(entry["path"])
    now = _Origin(opened.workbook_sha256, opened.origin.pack_sha256)
    stale: list[str] = []
    unknown: list[str] = []
    for origin, paths in origins.items():
        if origin != now:
            stems = _stale_stems(origin, opened, paths)
            if stems is None:
                unknown += paths
            else:
                stale += [path for path in paths if _stem(path) in stems]
    return Others(tuple(stale), tuple(unknown))


class _Origin(NamedTuple):
    """The digests of the workbook and the pack that a file was made from."""

    workbook: str
    pack: str


def _origin(entry: Content, content: Content) -> _Origin:
    """Give what a file was made from; blank digests where a manifest of strangers does not say."""
    told = {**content, **entry}
    try:
        return _Origin(str(told["workbook"]["sha256"]), str(told["pack"]["sha256"]))
    except (KeyError, TypeError):
        return _Origin("", "")


def _stale_stems(origin: _Origin, opened: Round, paths: Sequence[str]) -> Collection[str] | None:
    """Give the documents that differ between a state and now; None where that cannot be told."""
    same_pack = origin.pack == opened.origin.pack_sha256
    earlier = kept_round(origin.workbook) if same_pack else None
    if earlier is None:
        return None
    letter, _findings = read_letter(earlier.facts, opened.pack.profile)
    before = Maker(Results(earlier), letter, opened.pack)
    wanted = {_stem(path) for path in paths}
    old = [job for job in _jobs(opened, earlier) if job.stem in wanted]
    new = [job for job in _jobs(opened, opened.evaluation) if job.stem in wanted]
    try:
        found = stale_between(before, old, opened.maker, new)
    except LaporanError:  # what was made then can no longer be made
        return None
    return {job.stem for job in (*found.changed, *found.gone)}


def _jobs(opened: Round, evaluation: Evaluation) -> Iterator[Job]:
    kinds = opened.pack.kinds
    yield from plan_round(evaluation, (), kinds.of(Scope.ROUND, *Request))
    yield from plan_regions(evaluation, evaluation.regions, (), kinds.of(Scope.REGION, *Request))


def _stem(path: str) -> str:
    return path.rpartition(".")[0]
