"""What was worked out once, kept in the user's cache folder for the next start of the program.

Entries are found by everything that they were made from, so a stale one is never asked for again.
One that is damaged, or a folder that cannot be used, only costs the work of making it anew. All
entries are plain data but compiled templates, which are code; so the folder is used only where it
is the user's own and closed to others.
"""

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from multiprocessing import parent_process
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from evaluation.errors import UnwritableOutputError
from evaluation.messages import _
from generator.system.closed_folder import close_own, make_closed, why_open
from generator.system.files import write_whole
from generator.system.folders import cache_folder, cache_is_named
from generator.system.terminal import tell_aside

_WINGS = ("evaluation", "letters", "extractors", "generator")
_DIGEST = hashlib.sha256().digest_size
_LARGEST = 64 * 1024 * 1024  # bytes of one entry; a larger file was not written by us


def open_store() -> "Store":
    """Give the store of this very program: what another version kept is not looked at.

    A folder that others may write to is not used, which is said once.
    """
    return _store_in(f"{version('laporan')}-{_fingerprint()}")


def open_lasting_store(name: str, most: int) -> "Store":
    """Give a store of bytes that are the same whichever version keeps them: its newest ``most``."""
    return _store_in(name, most)


def _store_in(name: str, most: int | None = None) -> "Store":
    folder = cache_folder()
    usable = folder is not None and _usable(folder)
    return Store(folder / name if folder and usable else None, most)


@cache
def _usable(folder: Path) -> bool:
    """Tell whether what lies in the cache folder is the user's own; say so where it is not."""
    try:
        make_closed(folder)
        if not cache_is_named():
            close_own(folder)
        why = why_open(folder)
    except OSError:
        return False
    if why and parent_process() is None:  # those who work for it are silent
        told = _("the cache folder %(folder)s is not used: %(reason)s.")
        remedy = _("Delete it, or name another in LAPORAN_CACHE.")
        tell_aside(f"{told % {'folder': folder, 'reason': why}} {remedy}")
    return not why


@cache
def _fingerprint() -> str:
    """Tell this program's files from those of another edition of the same version."""
    root = Path(__file__).parents[2]
    files = sorted(file for wing in _WINGS for file in (root / wing).rglob("*.py"))
    known = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return hashlib.sha256(repr((sys.version, known)).encode()).hexdigest()[:16]


class Store:
    """Bytes by key, in files of one folder. Nothing here ever fails: what cannot be kept is not.

    ``most`` is the number of entries that stay, the last ones put; None keeps all.
    """

    def __init__(self, folder: Path | None, most: int | None = None) -> None:
        self._folder = folder
        self._most = most

    def get(self, key: str) -> bytes | None:
        """Give what was kept under a key; None when there is nothing or it is damaged."""
        path = self._path(key)
        try:
            if path is None or path.stat().st_size > _LARGEST:
                return None
            content = path.read_bytes()
        except OSError:
            return None
        digest, value = content[:_DIGEST], content[_DIGEST:]
        return value if hashlib.sha256(value).digest() == digest else None

    def put(self, key: str, value: bytes) -> None:
        """Keep some bytes under a key."""
        path = self._path(key)
        if path is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(path, lambda target: target.write(hashlib.sha256(value).digest() + value))
            self._drop_oldest()
        except (OSError, UnwritableOutputError):
            return

    def _drop_oldest(self) -> None:
        if self._folder is None or self._most is None:
            return
        kept = [path for path in self._folder.glob("??/*") if path.is_file()]
        for path in sorted(kept, key=lambda one: one.stat().st_mtime_ns)[: -self._most]:
            path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path | None:
        name = hashlib.sha256(key.encode()).hexdigest()
        return None if self._folder is None else self._folder / name[:2] / name[2:]


class CompiledTemplates(BytecodeCache):
    """Compiled templates kept in a store; jinja2's own key holds the text of the template."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load what was kept of a template, if anything."""
        kept = self._store.get(_key(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        self._store.put(_key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> str:
    return f"template {jinja2.__version__} {bucket.key} {bucket.checksum}"
