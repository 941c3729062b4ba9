"""What was worked out once, kept in the user's cache folder for the next start of the program.

Entries are found by everything that they were made from, so a stale one is never asked for again.
One that is damaged, or a folder that cannot be used, only costs the work of making it anew.
"""

import hashlib
import os
import sys
from importlib.metadata import version
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from evaluation.errors import UnwritableOutputError
from generator.files import write_whole

FOLDER_VARIABLE = "LAPORAN_CACHE"
"""Names another folder for the cache; blank means that nothing is kept."""

_DIGEST = hashlib.sha256().digest_size
_LARGEST = 64 * 1024 * 1024  # bytes of one entry; a larger file was not written by us


def open_store() -> "Store":
    """Give the store of this very program: what another version kept is not looked at."""
    folder = _cache_folder()
    return Store(folder and folder / f"{version('laporan')}-{_fingerprint()}")


def _cache_folder() -> Path | None:
    """Give the folder for caches, by the habit of the system; None to keep nothing."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    try:
        return _system_folder() / "laporan"
    except RuntimeError:  # no home
        return None


def _fingerprint() -> str:
    """Tell this program's files from those of another edition of the same version."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    known = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return hashlib.sha256(repr((sys.version, known)).encode()).hexdigest()[:16]


def _system_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


class Store:
    """Bytes by key, in files of one folder. Nothing here ever fails: what cannot be kept is not."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

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
        except (OSError, UnwritableOutputError):
            return

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
