"""The workbooks that documents were made from, kept so that it can be told what changed since.

They are kept as they are, under their digest, in the user's own cache: the newest ones only.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from evaluation.errors import LaporanError
from evaluation.model import Evaluation
from evaluation.paths import is_folder
from generator.system.store import Store, open_lasting_store
from generator.use_cases.reading import read_round

_NAME, _MOST = "buku-kerja", 40
_FOLDER = PurePath("sheets")
_MOST_BYTES = 32 << 20  # of one workbook; a full round has a hundredth of it


def keep_workbook(path: Path, sha256: str) -> None:
    """Keep a workbook that was read, where that can be done: nothing here ever fails."""
    store = _store()
    if store.get(sha256) is None:
        packed = _packed(path)
        if packed is not None:
            store.put(sha256, packed)


def kept_round(sha256: str) -> Evaluation | None:
    """Give the round of a workbook that was kept; None where it was not, or cannot be read."""
    packed = _store().get(sha256)
    if packed is None:
        return None
    try:
        with TemporaryDirectory(prefix="laporan-") as name:
            folder = Path(name)
            with ZipFile(BytesIO(packed)) as archive:
                archive.extractall(folder)
            (path,) = folder.iterdir()
            read = read_round(path)
    except (OSError, ValueError, LaporanError):
        return None
    return read.evaluation if read.sha256 == sha256 else None


def _store() -> Store:
    return open_lasting_store(_NAME, _MOST)


def _packed(path: Path) -> bytes | None:
    """Give a workbook's files as an archive; None for one that is too large or gone."""
    packed = BytesIO()
    try:
        files = list(_files(path))
        if sum(file.stat().st_size for file, _name in files) > _MOST_BYTES:
            return None
        with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
            for file, name in files:
                archive.writestr(str(name), file.read_bytes())
    except OSError:
        return None
    return packed.getvalue()


def _files(path: Path) -> Iterator[tuple[Path, PurePath]]:
    """Give the files of a workbook, each with its name among what is kept."""
    if not is_folder(path):
        yield path, PurePath(f"workbook{path.suffix}")
        return
    for file in sorted(path.glob("*")):
        if file.suffix.lower() == ".csv" and file.is_file():
            yield file, _FOLDER / file.name
