"""Records that an earlier run read from the same file, asked for in the same way."""

import hashlib
from dataclasses import replace

from evaluation.record import Record
from evaluation.record_json import from_json, to_json
from evaluation.regular import refuse_irregular
from extractors.archive.digitise import Outcome, Task

YES, NO = b"yes", b"no"


def key_of(task: Task) -> str:
    """Give what a record follows from: the file's contents and everything that was asked."""
    try:
        refuse_irregular(task.path)
        digest = hashlib.sha256(task.path.read_bytes()).hexdigest()
    except OSError:
        digest = ""
    return f"record {digest} {replace(task, threads=1)!r}"


def kept(record: Record) -> bytes:
    """Give a record as it is kept."""
    return to_json(record).encode()


def proven_key(key: str) -> str:
    """Give where it is kept whether a record was proven."""
    return f"proven {key}"


def remembered(content: bytes | None, proven: bytes | None, task: Task) -> Outcome | None:
    """Give the outcome that was kept of a task; None for nothing, or what is damaged.

    ``proven`` is YES where its record was.
    """
    try:
        record = from_json(content.decode()) if content else None
    except ValueError:
        return None
    return Outcome(str(task.path), record, proven=proven == YES) if record else None
