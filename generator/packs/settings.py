"""The settings files of a pack and of those that it builds on, each held against its schema."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.errors import WrongTemplateError
from evaluation.messages import ngettext
from evaluation.sources import Finding
from generator.document.kinds import Kinds
from generator.document.style import Style
from generator.packs.schema import LOOKS, PROFILE_KEYS, between_classes, pack_keys
from generator.packs.style_file import Toml, read_toml
from generator.packs.text import read_text
from generator.packs.toml_schema import Held, lines_of

SETTINGS, STYLE, PROFILE = "paket.toml", "gaya.toml", "profil.toml"


def called(folder: Path, file: str, own: Path) -> str:
    """Give the name of a file in errors: that of a pack below has its folder before it."""
    return file if folder == own else f"{folder.name}/{file}"


def wrong_settings(folders: Sequence[Path], kinds: Kinds) -> Iterator[Finding]:
    """Find everything that is wrong in the settings of a pack and of those it builds on.

    ``kinds`` are those of the documents that they may name the files of. Raises WrongTemplateError
    for a file that is no TOML.
    """
    schemas = {SETTINGS: pack_keys(kinds), STYLE: LOOKS, PROFILE: PROFILE_KEYS}
    for folder in folders:
        for file, schema in schemas.items():
            path, name = folder / file, called(folder, file, folders[0])
            if not path.is_file():
                continue
            toml = read_toml(path, name)
            if any(Held(name).findings(toml, schema)):
                lines = lines_of(read_text(path, name))
                yield from Held(name, lines).findings(toml, schema)


def wrong_between(folders: Sequence[Path], looks: Toml, style: Style) -> Iterator[Finding]:
    """Find what is wrong between the classes of all style files; told in the pack's own."""
    own = folders[0] / STYLE
    lines = lines_of(read_text(own, STYLE)) if own.is_file() else {}
    yield from between_classes(looks, style, Held(STYLE, lines))


def stop_at(findings: Sequence[Finding]) -> None:
    """Raise WrongTemplateError with all findings, if there are any."""
    if not findings:
        return
    first = findings[0]
    if len(findings) == 1:
        raise WrongTemplateError(first.message, source=first.source, remedy=first.remedy)
    told = ngettext(
        "%(count)d finding stops the making; nothing was made.",
        "%(count)d findings stop the making; nothing was made.",
        len(findings),
    )
    raise WrongTemplateError(told % {"count": len(findings)}, findings=findings)
