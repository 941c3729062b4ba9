"""Records that an earlier run read from the same file, asked for in the same way."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from evaluation.record import Record
from evaluation.record_json import from_json, to_json
from evaluation.regular import refuse_irregular
from extractors.archive.digitise import Outcome, Task

_BETWEEN = "\x1e"  # the sign that parts records; JSON has none within
YES, NO = b"yes", b"no"


def key_of(task: Task) -> str:
    """Give what a record follows from: the file's contents and everything that was asked."""
    try:
        refuse_irregular(task.path)
        digest = hashlib.sha256(task.path.read_bytes()).hexdigest()
    except OSError:
        digest = ""
    return f"record {digest} {replace(task, threads=1)!r}"


def kept(records: Sequence[Record]) -> bytes:
    """Give the records of a file as they are kept."""
    return _BETWEEN.join(map(to_json, records)).encode()


def proven_key(key: str) -> str:
    """Give where it is kept whether a record was proven."""
    return f"proven {key}"


def remembered(content: bytes | None, proven: bytes | None, task: Task) -> Outcome | None:
    """Give the outcome that was kept of a task; None for nothing, or what is damaged.

    ``proven`` is YES where its record was.
    """
    try:
        records = [from_json(one) for one in content.decode().split(_BETWEEN)] if content else []
    except ValueError:
        return None
    if not records:
        return None
    return Outcome(str(task.path), records[0], proven=proven == YES, more=tuple(records[1:]))
