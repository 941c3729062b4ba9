"""Template packs: one folder each, holding wording, looks and the agency profile as data.

A pack may name a pack that it builds on (``base`` in ``paket.toml``); a file that it lacks is
taken from there, and its style and profile are laid over those of the base.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from evaluation.errors import WrongTemplateError
from evaluation.messages import _
from evaluation.names import name_key, nearest
from evaluation.sources import Source
from generator.document.blocks import Abbreviation
from generator.document.kinds import KINDS, Kinds
from generator.document.style import Style
from generator.packs.settings import (
    PROFILE,
    SETTINGS,
    STYLE,
    called,
    stop_at,
    wrong_between,
    wrong_settings,
)
from generator.packs.style_file import Toml, build_style, merged, read_toml
from letters.profile import AgencyProfile

DEFAULT_PACK = "dasar"
MAX_BASES = 5
ASSETS = "aset"
MAX_ASSET_BYTES = 10_000_000


@dataclass(frozen=True)
class Pack:
    """A template pack, ready for use.

    ``folders`` are those of the pack and of the packs it builds on, nearest first. ``kinds`` are
    those of the documents that it can have; ``documents`` gives the template files of each, in
    order. ``rows_left`` is the number of addressees in the left column of the annex; None means
    half of them. ``region_nouns`` are the words for regions, whose numbers in running text are held
    against the data. ``foreign_language`` is that of the words in italics (a language tag).
    ``abbreviations`` are those of the pack and, where a kind of region has a prefix that ends in a
    full stop, that prefix.
    """

    name: str
    folders: tuple[Path, ...]
    style: Style
    profile: AgencyProfile
    language: str
    kinds: Kinds
    documents: Mapping[str, tuple[str, ...]]
    foreign_words: tuple[str, ...]
    foreign_language: str
    abbreviations: tuple[Abbreviation, ...]
    rows_left: int | None
    region_nouns: tuple[str, ...]

    def asset(self, name: str) -> bytes | None:
        """Give a picture of the pack by its file name, or None when there is none of that name.

        Of one that is larger than MAX_ASSET_BYTES, one byte more than that is given.
        """
        if Path(name).name != name:
            return None
        for folder in self.folders:
            path = folder / ASSETS / name
            if path.is_file():
                with path.open("rb") as file:
                    return file.read(MAX_ASSET_BYTES + 1)
        return None

    def asset_names(self) -> tuple[str, ...]:
        """Give the names of all pictures of the pack and of those that it builds on."""
        found = (path for folder in self.folders for path in (folder / ASSETS).glob("*"))
        return tuple(sorted({path.name for path in found if path.is_file()}))

    def sha256(self) -> str:
        """Give one checksum for every file of the pack and of its bases, fonts included.

        A register that lies in the pack's folder is no part of it.
        """
        digest = hashlib.sha256()
        book = self.profile.book.file
        for folder in (*self.folders, shipped_folder() / "fonts"):
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                name = path.relative_to(folder).as_posix()
                if book is not None and name in {book, f"{book}-journal"}:
                    continue
                digest.update(f"{folder.name}/{name}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def shipped_folder() -> Path:
    """Give the folder of the packs that come with the program."""
    return Path(str(resources.files("templates")))


def shipped_packs() -> tuple[str, ...]:
    """Give the names of the packs that come with the program, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in shipped_folder().glob(f"*/{SETTINGS}")))


def choose_pack(asked: str | None, named: str | None, programme: str | None, near: Path) -> Pack:
    """Load the pack that was asked for, else the one the workbook names, else the programme's.

    ``asked`` comes from the user and may be a path; ``named`` comes from the workbook and may only
    be the name of a shipped pack or of a folder in ``near``, the workbook's own folder. A shipped
    pack serves a programme when one of its ``programmes`` occurs in the programme's name; where
    none does, the general pack DEFAULT_PACK is taken. Raises WrongTemplateError.
    """
    if asked:
        return load_pack(Path(asked) if (Path(asked) / SETTINGS).is_file() else _named(asked, near))
    return load_pack(_named(named or _pack_of(programme or "") or DEFAULT_PACK, near))


def _pack_of(programme: str) -> str | None:
    key = name_key(programme)
    for name in shipped_packs():
        settings = read_toml(shipped_folder() / name / SETTINGS)
        if any(name_key(str(word)) in key for word in settings.get("programmes", [])):
            return name
    return None


def load_pack(folder: Path) -> Pack:
    """Load the pack in a folder.

    Raises WrongTemplateError when a pack it builds on does not exist or they form a ring, or when
    one of the TOML files cannot be understood.
    """
    folders = _with_bases(folder.resolve())
    stop_at(tuple(wrong_settings(folders, KINDS)))
    settings = _layered(folders, SETTINGS)
    looks = _layered(folders, STYLE)
    fonts = [*(folder / "fonts" for folder in folders), shipped_folder() / "fonts"]
    documents = settings.get("documents", {})
    rows_left = settings.get("rows_left")
    style = build_style(looks, fonts)
    stop_at(tuple(wrong_between(folders, looks, style)))
    profile = AgencyProfile.from_mapping(_layered(folders, PROFILE), Source(PROFILE))
    return Pack(
        name=folders[0].name,
        folders=folders,
        style=style,
        profile=profile,
        language=str(settings.get("language", "id-ID")),
        kinds=KINDS,
        documents={kind: tuple(map(str, parts)) for kind, parts in documents.items()},
        foreign_language=str(settings.get("foreign_language", "en")),
        foreign_words=tuple(map(str, settings.get("foreign_words", []))),
        abbreviations=_abbreviations(settings.get("abbreviations", {}), profile),
        rows_left=rows_left if isinstance(rows_left, int) else None,
        region_nouns=tuple(map(str, settings.get("region_nouns", []))),
    )


def _abbreviations(written: Toml, profile: AgencyProfile) -> tuple[Abbreviation, ...]:
    of_regions = {
        prefix: kind.name
        for kind in profile.kinds
        for prefix in kind.prefixes
        if prefix[-1:] == "."
    }
    meanings = {**of_regions, **{short: str(long) for short, long in written.items()}}
    return tuple(Abbreviation(short, long) for short, long in sorted(meanings.items()))


def _with_bases(folder: Path) -> tuple[Path, ...]:
    folders = [folder]
    while base := _base(folders[-1], folder):
        below = _named(base, folders[-1].parent)
        if below in folders or len(folders) == MAX_BASES:
            raise WrongTemplateError(
                _("the packs build on one another in a ring, or more than %(count)d deep.")
                % {"count": MAX_BASES},
                source=Source(f"{folders[-1].name}/{SETTINGS}"),
            )
        folders.append(below)
    return tuple(folders)


def _base(folder: Path, own: Path) -> str | None:
    """Give the name of the pack below; None where there is none, or it is told as no name."""
    base = read_toml(folder / SETTINGS, called(folder, SETTINGS, own)).get("base")
    return base if isinstance(base, str) else None


def _named(name: str, near: Path) -> Path:
    """Find a pack by its plain name: a folder in ``near``, or a shipped pack."""
    plain = Path(name).name == name
    for folder in (near / name, shipped_folder() / name) if plain else ():
        if (folder / SETTINGS).is_file():
            return folder.resolve()
    known = shipped_packs()
    raise WrongTemplateError(
        _("there is no template pack “%(name)s”.") % {"name": name},
        remedy=_("Packs: %(packs)s; or give --pack the path of a folder that holds %(file)s.")
        % {"packs": ", ".join(nearest(name, known) or known), "file": SETTINGS},
    )


def _layered(folders: tuple[Path, ...], file: str) -> Toml:
    toml: Toml = {}
    for folder in reversed(folders):
        if (folder / file).is_file():
            toml = merged(toml, read_toml(folder / file, called(folder, file, folders[0])))
    return toml
