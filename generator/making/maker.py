"""One job → its document and files. A Maker holds what every job of a round shares."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from evaluation.arithmetic import Results
from evaluation.model import Evaluation, Region
from generator.document.blocks import Attachment, Document
from generator.making.attachments import attachments
from generator.making.manifest import MAKER, FileRecord
from generator.making.plan import Job
from generator.making.views import region_fields, round_fields
from generator.packs.packs import Pack
from generator.system.existing import Output, Outputs
from generator.templating.fields import FieldGroup, RegionFields, RoundFields, as_context
from generator.templating.markup import Element
from generator.templating.rendering import Templates
from generator.writers import WRITERS
from letters.correction import Correction
from letters.letter import Letter
from letters.signing import Mode, signature_code

DRAFT_STAMP = "KONSEP"


@dataclass
class Maker:
    """Makes documents of one round with one pack, in whatever order it is asked.

    ``results`` are the round's, ``outputs`` says which files may be replaced. ``correction`` is
    None for what goes out first.
    """

    results: Results
    letter: Letter
    pack: Pack
    outputs: Outputs = field(default_factory=Outputs)
    correction: Correction | None = None

    @property
    def evaluation(self) -> Evaluation:
        """Give the round whose documents are made."""
        return self.results.evaluation

    @cached_property
    def _templates(self) -> Templates:
        return Templates(self.pack)

    @cached_property
    def _round(self) -> RoundFields:
        return round_fields(self.results, self.letter, self.pack, self.correction)

    def _region(self, region: Region) -> RegionFields:
        return region_fields(self.results, self.pack, region, self._round.kategori)

    def with_outputs(self, outputs: Outputs) -> "Maker":
        """Give a maker that may replace other files, with all that this one has worked out."""
        made = copy(self)
        made.outputs = outputs
        return made

    def held_back(self) -> "Maker":
        """Give a maker of the same documents, every page of which says KONSEP."""
        letter = replace(self.letter, held_back=True)
        return Maker(self.results, letter, self.pack, self.outputs, self.correction)

    def seen_of_round(self, names: Collection[str]) -> str:
        """Give a digest of what templates that use some names see of the round."""
        seen = as_context(self._round)
        return _digest([(name, seen.get(name)) for name in sorted(names)])

    def seen_of_region(self, kind: str, region: Region) -> str:
        """Give a digest of what the templates of a kind of document see of a region."""
        return _digest((kind, self._region(region)))

    def roots(self, job: Job) -> tuple[Element, ...]:
        """Give a job's rendered templates. Raises WrongTemplateError."""
        return self._templates.roots(job.kind.name, self._fields(job))

    def _fields(self, job: Job) -> Mapping[str, object]:
        groups: list[FieldGroup] = [replace(self._round, kode_qr=self._code(job))]
        if job.region is not None:
            groups.append(self._region(job.region))
        return as_context(*groups)

    def _code(self, job: Job) -> str | None:
        """Give what the code beside the signature says; None where there is none."""
        signing, letter = self.pack.profile.signing, self.letter
        if signing.mode is not Mode.BOX or letter.is_draft or not letter.number_text:
            return None
        carried = self.carried(job)
        digest = hashlib.sha256(carried[0].data).hexdigest() if carried else ""
        number, day = letter.number_text, letter.date
        if self.correction is not None:
            number, day = self.correction.number, self.correction.date
        return signature_code(number, day, digest, signing) if day else None

    def build(self, roots: Sequence[Element]) -> Document:
        """Give the document that rendered templates make up. Raises WrongTemplateError."""
        return replace(self._templates.build(roots, self._stamp), date=self._date)

    @property
    def _stamp(self) -> str:
        return DRAFT_STAMP if self.letter.is_draft else ""

    @property
    def _date(self) -> date | None:
        """Give the date that files bear; a draft has none."""
        if self.correction is not None:
            return self.correction.date
        return None if self.letter.is_draft else self.letter.date

    def document(self, job: Job) -> Document:
        """Make the document of a job, with the data that it carries. Raises WrongTemplateError."""
        made = self._templates.document(job.kind.name, self._fields(job), self._stamp)
        return replace(made, date=self._date, attachments=self.carried(job))

    def carried(self, job: Job) -> tuple[Attachment, ...]:
        """Give the data that the document of a job carries."""
        profile = self.pack.profile
        return attachments(job, self.results, self.letter, profile, self._round)

    def write(self, job: Job, folder: Path) -> tuple[FileRecord, ...]:
        """Write a job's document in each of its formats; give the records of the files.

        Raises WrongTemplateError and UnwritableOutputError.
        """
        document = self.document(job)
        return tuple(self._write_one(document, job, name, folder) for name in job.formats)

    def _write_one(self, document: Document, job: Job, name: str, folder: Path) -> FileRecord:
        def fill(target: BinaryIO) -> int | None:
            return WRITERS[name](document, self.pack.style, target)

        path = f"{job.stem}.{name}"
        pages, sha256 = self.outputs.write(Output(folder / path, MAKER), fill)
        region = job.region.name if job.region else None
        return FileRecord(path, job.kind.name, region, pages, sha256)


def _digest(fields: object) -> str:
    return hashlib.sha256(repr(fields).encode("utf-8", "surrogatepass")).hexdigest()
