"""What a pack's templates need, and what is wrong with them, without rendering anything.

Rendering a sample finds what is wrong on the way that this sample takes; this finds it in every
branch, and holds the facts that are needed against those that a workbook gives.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from evaluation.messages import _
from evaluation.model import Evaluation, Fact
from evaluation.names import name_key, nearest, plain
from evaluation.rules import templates as templates_rules
from evaluation.rules import workbook as workbook_rules
from evaluation.sources import Finding, Source
from evaluation.workbook.facts import FACTS, SURAT_KEYS
from generator.document.kinds import Kind, Scope
from generator.packs.packs import Pack, load_pack, shipped_folder, shipped_packs
from generator.packs.pictures import Pictures
from generator.template_check.expressions import MOST_FINDINGS, Needed, meant
from generator.template_check.field_types import region_scope, round_scope
from generator.template_check.pack_files import PackFiles
from generator.template_check.tags import Leftover, check_tags, left_over, unpaired
from generator.template_check.walk import Walk
from generator.templating.filters import filters_for
from generator.templating.sandbox import KEPT_FILTERS
from letters.letter import REFERENCE_BOTH

__all__ = ["Needed", "check_pack", "check_templates", "fact_key", "names_used", "needed_fields"]


_FACTS = "surat."


def needed_fields(templates: Path | Pack) -> tuple[Needed, ...]:
    """Give every use of a field in a pack, in the order in which its documents come to it.

    Raises WrongTemplateError when the pack cannot be loaded; a template that cannot be read is
    left out here, and told by ``check_pack``.
    """
    return _walked(_pack(templates)).needed


def names_used(pack: Pack, kinds: Collection[str]) -> frozenset[str]:
    """Give the outermost names of the fields that the templates of some kinds of document use.

    All names, where a file is included whose name only the data tell.
    """
    walk = _walked(pack, kinds)
    everything = frozenset({**round_scope(), **region_scope()})
    paths = (re.split(r"[.\[]", one.path)[0] for one in walk.needed)
    return frozenset(paths) if walk.certain else everything


def check_pack(templates: Path | Pack) -> tuple[Finding, ...]:
    """Give what is wrong with a pack whatever the data: fields, filters, files, tags.

    Raises WrongTemplateError when the pack cannot be loaded.
    """
    return tuple(_faults(_walked(_pack(templates))))


def check_templates(pack: Pack, evaluation: Evaluation) -> tuple[Finding, ...]:
    """Give what is wrong with a pack, and where it and the facts of a round do not meet."""
    walk = _walked(pack)
    faults = _faults(walk)
    missing = _missing_facts(walk, evaluation)
    return tuple(dict.fromkeys((*faults, *missing, *_unused_facts(walk, evaluation))))


def fact_key(path: str) -> str | None:
    """Give the key of the sheet ``Surat`` that a field is, None for another field."""
    name = path.removeprefix(_FACTS)
    if not path.startswith(_FACTS) or "." in name:
        return None
    known = {name_key(key.key): key.key for key in SURAT_KEYS}
    return known.get(name_key(name), " ".join(name.split("_")).title())


def _pack(templates: Path | Pack) -> Pack:
    return templates if isinstance(templates, Pack) else load_pack(templates)


def _walked(pack: Pack, kinds: Collection[str] | None = None) -> Walk:
    """Walk through each file that a document begins with, once, with the fewest fields it sees.

    The documents are those of some kinds, or all.
    """
    walk = Walk(PackFiles(pack), (*KEPT_FILTERS, *filters_for(())))
    begun: set[str] = set()
    chosen = (pack.kinds[name] for name in pack.documents if kinds is None or name in kinds)
    for kind in sorted(chosen, key=_fewest_fields_first):
        scope = {**round_scope(), **(region_scope() if kind.scope is Scope.REGION else {})}
        for name in pack.documents[kind.name]:
            if name not in begun:
                begun.add(name)
                walk.document(name, scope, conditional=not kind.always)
    return walk


def _fewest_fields_first(kind: Kind) -> tuple[bool, bool]:
    return kind.scope is Scope.REGION, not kind.always


def _faults(walk: Walk) -> Iterator[Finding]:
    yield from walk.findings
    pack = walk.files.pack
    pictures = Pictures(pack)
    leftovers: list[Leftover] = []
    for name in walk.reached:
        text = walk.files.text(name)
        yield from islice(check_tags(name, text, pack.style, pictures.get), MOST_FINDINGS)
        leftovers += left_over(name, text)
    yield from unpaired(leftovers)
    if walk.certain:
        yield from _unused_templates(walk)


def _unused_templates(walk: Walk) -> Iterator[Finding]:
    """Find files of the pack's own folder that no document comes to: most are misspelled."""
    for name in walk.files.own_names:
        if name not in walk.reached:
            message = _("no template or document of the pack uses this file.")
            yield templates_rules.TEMPLATE_UNUSED.found(
                Source(name), message, meant(nearest(name, walk.reached))
            )


def _missing_facts(walk: Walk, evaluation: Evaluation) -> Iterator[Finding]:
    """Find the facts that every round needs and this one lacks.

    Where a round has no facts at all, the sheet is at fault as a whole, which its reader tells.
    """
    if not any(fact.value for fact in evaluation.facts):
        return
    for needed in walk.needed:
        key = fact_key(needed.path)
        surely = not needed.optional and not needed.conditional
        if key is not None and surely and evaluation.facts.get(key) is None:
            yield templates_rules.TEMPLATE_FIELD_MISSING.found(
                needed.source,
                _("the template needs the fact “%(field)s”, which the workbook does not give.")
                % {"field": key},
                _("Fill in the key “%(field)s” in the sheet Surat.") % {"field": key},
            )


def _unused_facts(walk: Walk, evaluation: Evaluation) -> Iterator[Finding]:
    """Find facts that somebody added and no template prints: most are misspelled keys.

    The keys that every workbook has are left out, since a pack need not print all of them; so are
    those that another shipped pack prints.
    """
    printed = _facts_in(walk)
    programs_own = {name_key(key) for key in _program_keys(evaluation)}
    known = programs_own.union(map(name_key, printed))
    unused = [fact for fact in evaluation.facts if fact.value and name_key(fact.key) not in known]
    elsewhere = _facts_of_shipped_packs() if unused else frozenset()
    lacking = [key for key in printed if evaluation.facts.get(key) is None]
    for fact in unused:
        if name_key(fact.key) not in elsewhere:
            yield _unused(fact, lacking)


def _unused(fact: Fact, lacking: list[str]) -> Finding:
    field = "_".join(plain(fact.key).split())
    advice = _("Delete the row, or use it in a template: {{ %(field)s }}.")
    return workbook_rules.FACT_UNUSED.found(
        fact.source,
        _("no template uses the fact “%(key)s”.") % {"key": fact.key},
        meant(nearest(fact.key, lacking)) or advice % {"field": f"{_FACTS}{field}"},
    )


def _facts_in(walk: Walk) -> tuple[str, ...]:
    keys = (fact_key(needed.path) for needed in walk.needed)
    return tuple(dict.fromkeys(key for key in keys if key is not None))


def _program_keys(evaluation: Evaluation) -> Iterator[str]:
    """Give the keys that the program itself reads, whatever the templates say."""
    yield from (key.key for key in SURAT_KEYS)
    yield from (*FACTS.reference_origin.keys, *FACTS.reference_subject.keys, REFERENCE_BOTH)
    yield from (f"Keterangan {name}" for name in evaluation.instrument.categories)


@cache
def _facts_of_shipped_packs() -> frozenset[str]:
    walks = (_walked(load_pack(shipped_folder() / name)) for name in shipped_packs())
    return frozenset(name_key(key) for walk in walks for key in _facts_in(walk))
