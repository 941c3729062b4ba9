"""Documents made in memory before the run: their wording, and what goes wrong.

What is laid out goes through every writer once. That it could be written is remembered by what it
was made of: the pack with its looks and pictures, the program and the shape of the document. The
shape holds no wording and no number, so a changed score is not laid out again. A template may do
something else for any one region, so where the whole round is to be made each is rendered, and
those that went well are remembered by what their templates saw.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from importlib.metadata import version
from io import BytesIO
from itertools import chain

from evaluation.errors import WrongTemplateError
from evaluation.faults import reason_of
from evaluation.messages import _
from evaluation.model import Evaluation, Region
from evaluation.rules import templates as rules
from evaluation.sources import Finding, Source
from evaluation.wording.texts import Text, TextKind
from generator.document.blocks import Document
from generator.document.kinds import Kind, Request, Scope
from generator.document.shapes import shape_of
from generator.making.maker import Maker
from generator.making.plan import Job, plan_regions, plan_round
from generator.packs.packs import Pack
from generator.system.store import Store
from generator.template_check.checking import names_used
from generator.templating.markup import Element
from generator.writers import Writer

PROSE = "prosa/"  # the templates whose wording people edit
_WORDED = ("p", "li", "h1", "h2", "h3", "td", "th")
_DRAWN_WITH = ("reportlab", "python-docx", "lxml", "pillow", "xlsxwriter")
_WRITTEN = b"written"
_MOST_TOLD = 20  # findings after which no further region is looked at


class Extent(Enum):
    """Which regions are rehearsed: one of each kind, or every one."""

    SAMPLES = auto()
    EVERY_REGION = auto()


@dataclass(frozen=True)
class Rehearsal:
    """The wording of a pack's prose as this round prints it, and what went wrong with it."""

    texts: tuple[Text, ...]
    findings: tuple[Finding, ...]


def rehearse(
    maker: Maker,
    writers: Mapping[str, Writer],
    store: Store,
    extent: Extent = Extent.SAMPLES,
) -> Rehearsal:
    """Make documents and hand each kind and shape of them to each of the writers.

    ``store`` remembers what could be written before. No writers: documents are only built. The
    wording is that of the samples, whatever the extent.
    """
    texts: dict[Text, None] = {}
    findings: dict[Finding, None] = {}
    stage = _Stage(maker, writers, store)
    samples = _samples(maker.evaluation, maker.pack)
    for job in samples:
        try:
            roots = maker.roots(job)
            texts.update(dict.fromkeys(text for root in roots for text in _prose(root)))
            findings.update(dict.fromkeys(stage.faults(roots)))
        except WrongTemplateError as fault:
            findings.update(dict.fromkeys(_told(fault)))
    if extent is Extent.EVERY_REGION and not findings:
        findings.update(dict.fromkeys(_Further(stage).faults(samples)))
    return Rehearsal(tuple(texts), tuple(findings))


def _told(fault: WrongTemplateError) -> tuple[Finding, ...]:
    return fault.findings or (fault.as_finding(rules.TEMPLATE_WRONG),)


def _samples(evaluation: Evaluation, pack: Pack) -> tuple[Job, ...]:
    """Plan one document of each kind; of one a region, one for each kind of region."""
    of_round = plan_round(evaluation, (), pack.kinds.of(Scope.ROUND, Request.ALL))
    of_regions = (
        plan_regions(evaluation, _each_kind(evaluation, kind.chosen(evaluation)), (), (kind,))
        for kind in _with_own_parts(pack)
    )
    return (*of_round, *chain.from_iterable(of_regions))


def _each_kind(evaluation: Evaluation, regions: Sequence[Region]) -> Iterable[Region]:
    """Give the first region of each kind.

    A region of a category that has no weights is of no kind; it was reported.
    """
    samples: dict[tuple[object, ...], Region] = {}
    categories = evaluation.instrument.categories
    for region in (one for one in regions if one.category in categories):
        last_year = region.name in evaluation.previous
        commented = bool(evaluation.comments.get(region.name))
        kind = (region.category, region.attended, last_year, commented)
        samples.setdefault(kind, region)
    return samples.values()


def _with_own_parts(pack: Pack) -> Iterator[Kind]:
    """Give the kinds of document a region; of those that are made on request alone, not every one.

    A packet is left out where all of its files are those of documents that are rehearsed anyway.
    """
    always = [kind for kind in pack.kinds if Request.ALL in kind.requests]
    seen = {part for kind in always for part in pack.documents.get(kind.name, ())}
    for kind in pack.kinds.of(Scope.REGION, *Request):
        parts = pack.documents.get(kind.name, ())
        if kind in always or not seen.issuperset(parts):
            seen.update(parts)
            yield kind


@dataclass
class _Stage:
    """Hands documents to the writers, unless the like of them was written before."""

    maker: Maker
    writers: Mapping[str, Writer]
    store: Store
    written: set[str] = field(default_factory=set)

    def faults(self, roots: Sequence[Element]) -> Iterator[Finding]:
        """Give what the writers cannot write of a document. Raises WrongTemplateError."""
        document = self.maker.build(roots)
        shape = hashlib.sha256(shape_of(document).encode()).hexdigest() if self.writers else ""
        for name, write in self.writers.items():
            key = f"rehearsal {name} {self.made_of} {shape}"
            if key in self.written or self.store.get(key) == _WRITTEN:
                continue
            reason = self._failure(write, document)
            if reason is None:
                self.written.add(key)
                self.store.put(key, _WRITTEN)
            else:
                yield _unwritable(name, self._place(write, roots), reason)

    @cached_property
    def made_of(self) -> str:
        """Give what a document is made of beside its data, as text."""
        libraries = " ".join(f"{one}={version(one)}" for one in _DRAWN_WITH)
        return f"{self.maker.pack.sha256()} {libraries}"

    def _failure(self, write: Writer, document: Document) -> str | None:
        """Write a document into memory; say why it failed, None where it did not."""
        try:
            write(document, self.maker.pack.style, BytesIO())
        except Exception as fault:  # noqa: BLE001 - whatever it is, the user is to hear of it now
            return reason_of(fault)
        return None

    def _place(self, write: Writer, roots: Sequence[Element]) -> Source:
        """Give the place in a template of the block that a writer fails at."""
        for root in roots:
            for section in root.elements():

                def fails(
                    blocks: Sequence[Element], root: Element = root, section: Element = section
                ) -> bool:
                    own = Element(section.tag, section.attributes, section.source, list(blocks))
                    alone = Element(root.tag, root.attributes, root.source, [own])
                    return self._failure(write, self.maker.build([alone])) is not None

                if fails(section.elements()):
                    return _narrowed(section, fails)
        return roots[0].source


@dataclass(frozen=True)
class _Further:
    """The regions that are no samples, but for those that went well with the same data before."""

    stage: _Stage

    def faults(self, samples: Sequence[Job]) -> Iterator[Finding]:
        """Give what is wrong with their documents, as soon as much is no more of it."""
        maker, store = self.stage.maker, self.stage.store
        seen = {
            job: maker.seen_of_region(job.kind.name, job.region)
            for job in self._jobs()
            if job.region is not None and job not in samples
        }
        names = names_used(maker.pack, [kind.name for kind in _with_own_parts(maker.pack)])
        key = f"rendered {self.stage.made_of} {maker.seen_of_round(names)}"
        before = frozenset((store.get(key) or b"").decode().split())
        told: dict[Finding, None] = {}
        well = set(before.intersection(seen.values()))
        for job, digest in seen.items():
            if digest not in well and len(told) < _MOST_TOLD:
                wrong = self._wrong(job)
                told.update(dict.fromkeys(wrong))
                well.update([digest] if not wrong else [])
        if well != before:
            store.put(key, " ".join(sorted(well)).encode())
        yield from told

    def _jobs(self) -> Sequence[Job]:
        evaluation = self.stage.maker.evaluation
        known = evaluation.instrument.categories
        jobs: list[Job] = []
        for kind in _with_own_parts(self.stage.maker.pack):
            regions = [one for one in kind.chosen(evaluation) if one.category in known]
            jobs += plan_regions(evaluation, regions, (), (kind,))
        return jobs

    def _wrong(self, job: Job) -> tuple[Finding, ...]:
        try:
            return tuple(self.stage.faults(self.stage.maker.roots(job)))
        except WrongTemplateError as fault:
            return _told(fault)


def _narrowed(section: Element, fails: Callable[[Sequence[Element]], bool]) -> Source:
    """Halve the blocks of a section that fails until one is left; give its place."""
    blocks: Sequence[Element] = section.elements()
    while len(blocks) > 1:
        half = len(blocks) // 2
        blocks = blocks[:half] if fails(blocks[:half]) else blocks[half:]
    return blocks[0].source if blocks and fails(blocks) else section.source


def _unwritable(name: str, place: Source, reason: str) -> Finding:
    return rules.TEMPLATE_UNWRITABLE.found(
        place,
        _("this cannot be written as %(format)s (%(reason)s).")
        % {"format": name.upper(), "reason": " ".join(reason.split())[:200]},
        _("Make this part of the template simpler, or look at its class in gaya.toml."),
    )


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
