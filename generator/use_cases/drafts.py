"""Documents of a round looked at one by one as drafts, without a file.

The bytes are those that ``build``, ``report`` and ``letter`` write with ``--draft``.
"""

import hashlib
from collections import OrderedDict
from io import BytesIO
from threading import Lock

from generator.document.kinds import Request, Scope
from generator.making.maker import Maker
from generator.making.manifest import MAKER
from generator.making.plan import Job, plan_regions, plan_round
from generator.system.seals import sealed
from generator.writers import WRITERS

_KEPT = 24  # documents that are kept, those that were looked at last
_FORMAT = "pdf"


class Drafts:
    """The documents of one round, each made when it is first looked at, by whatever thread asks."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker.held_back()
        evaluation, kinds = maker.evaluation, maker.pack.kinds
        self.jobs: tuple[Job, ...] = (
            *plan_round(evaluation, (_FORMAT,), kinds.of(Scope.ROUND, Request.ALL)),
            *plan_regions(
                evaluation, evaluation.regions, (_FORMAT,), kinds.of(Scope.REGION, Request.ALL)
            ),
        )
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._turn = Lock()

    def pdf(self, job: Job) -> bytes:
        """Give the PDF of a document. Raises WrongTemplateError."""
        with self._turn:
            made = self._made.get(job.stem)
            if made is None:
                made = self._made[job.stem] = self._draw(job)
            self._made.move_to_end(job.stem)
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
            return made

    def _draw(self, job: Job) -> bytes:
        target = BytesIO()
        WRITERS[_FORMAT](self._maker.document(job), self._maker.pack.style, target)
        return sealed(target.getvalue(), MAKER)


def digest_of(pdf: bytes) -> str:
    """Give what the pictures of a document are known by: its contents alone."""
    return hashlib.sha256(pdf).hexdigest()
