"""What the package build does beside setuptools' own work: messages, and the same bytes again.

Everything else about the package stands in pyproject.toml. Modes do not depend on who builds; times
in an sdist are SOURCE_DATE_EPOCH, as those in a wheel. The compiled catalogue (``.mo``) lies beside
its source (``.po``) in a checkout, where ``make`` keeps it fresh, and in the wheel; git does not
know it.
"""

import ast
import gzip
import os
import re
import struct
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from setuptools import Command, setup
from setuptools.command.build import build
from setuptools.command.sdist import sdist

LOCALE = Path("evaluation", "locale")
_FIELD = re.compile(r'(?:(msgid|msgid_plural|msgstr)(?:\[\d+\])? )?(".*")')


def entries(source: str) -> Iterator[tuple[str, str]]:
    """Give each translated message of a ``.po`` file as the key and the value of a ``.mo`` file.

    The forms of a message that depends on a count are joined by NUL. Untranslated and fuzzy
    messages are left out, so that they are shown as they stand in the code.
    """
    for block in re.split(r"\n\s*\n", source):
        lines = block.strip().splitlines()
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            continue
        key, value = (_joined(lines, kind) for kind in ("msgid", "msgstr"))
        if value.strip("\0"):
            yield key, value


def _joined(lines: list[str], kind: str) -> str:
    """Join what the fields of one kind (``msgid`` with its plural, ``msgstr``) say."""
    forms: list[str] = []
    field = ""
    for line in lines:
        if line.startswith("#"):
            continue
        found = _FIELD.fullmatch(line.strip())
        if found is None:
            raise ValueError(f"not understood in a message catalogue: {line}")
        if found[1]:
            field = found[1]
            forms += [""] if field.startswith(kind) else []
        if field.startswith(kind):
            forms[-1] += ast.literal_eval(found[2])
    return "\0".join(forms)


def compiled(source: str) -> bytes:
    """Give the ``.mo`` file of a ``.po`` file, as the gettext module of Python reads it."""
    pairs = sorted((key.encode(), value.encode()) for key, value in entries(source))
    start = 7 * 4 + 2 * 8 * len(pairs)
    texts = bytearray()
    tables: tuple[list[int], list[int]] = ([], [])
    for part, table in enumerate(tables):
        for pair in pairs:
            table += [len(pair[part]), start + len(texts)]
            texts += pair[part] + b"\0"
    head = (0x950412DE, 0, len(pairs), 7 * 4, 7 * 4 + 8 * len(pairs), 0, start)
    return struct.pack(f"<{7 + 4 * len(pairs)}I", *head, *tables[0], *tables[1]) + bytes(texts)


class BuildCatalogue(Command):
    """Compile every message catalogue: into the build, or in place for a checkout."""

    description = "compile the message catalogues"
    user_options: ClassVar = [("inplace", "i", "write beside the sources")]
    boolean_options: ClassVar = ["inplace"]
    editable_mode = False
    build_lib: str | None = None

    def initialize_options(self) -> None:
        """Start without options, as setuptools asks."""
        self.inplace = False

    def finalize_options(self) -> None:
        """Take the folder of the build from the command that builds the modules."""
        self.set_undefined_options("build_py", ("build_lib", "build_lib"))

    def get_output_mapping(self) -> dict[str, str]:
        """Give the source of each file that is made."""
        sources = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
        return {str(self._target(source)): str(source) for source in sources}

    def get_outputs(self) -> list[str]:
        """Give the files that are made."""
        return list(self.get_output_mapping())

    def get_source_files(self) -> list[str]:
        """Give the files that an sdist has to hold."""
        return list(self.get_output_mapping().values())

    def _target(self, source: Path) -> Path:
        beside = source.with_suffix(".mo")
        in_place = self.inplace or self.editable_mode or self.build_lib is None
        return beside if in_place else Path(self.build_lib or "", beside)

    def run(self) -> None:
        """Compile each catalogue and write it."""
        for target, source in self.get_output_mapping().items():
            content = compiled(Path(source).read_text(encoding="utf-8"))
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            Path(target).write_bytes(content)


class Build(build):
    """Build as setuptools does, and the catalogues; modes do not come from the checkout."""

    sub_commands: ClassVar = [*build.sub_commands, ("build_catalogue", None)]

    def run(self) -> None:
        """Build, then give every file the mode of a file that all may read."""
        super().run()
        for path in Path(self.build_lib).rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)


class Sdist(sdist):
    """Pack the sources with the same bytes wherever they lie and whoever packs them."""

    def make_archive(
        self,
        base_name: str,
        format: str,
        root_dir: str | os.PathLike[str] | None = None,
        base_dir: str | None = None,
        owner: str | None = None,
        group: str | None = None,
    ) -> str:
        """Write the ``.tar.gz``, the only format that an index takes."""
        target, source = Path(f"{base_name}.tar.gz"), Path(base_dir or ".")
        with (
            target.open("wb") as file,
            gzip.GzipFile("", "wb", fileobj=file, mtime=_EPOCH) as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
        ):
            for path in (source, *sorted(source.rglob("*"))):
                archive.add(path, recursive=False, filter=_anyones)
        return str(target)


_EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))


def _anyones(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Take from a member of an archive what tells of the machine that packed it."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = _EPOCH
    member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    return member


os.umask(0o022)
setup(cmdclass={"build": Build, "build_catalogue": BuildCatalogue, "sdist": Sdist})
