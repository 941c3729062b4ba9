"""What the settings files of a pack may hold: kinds, bounds and choices of every key, as data."""

from collections.abc import Iterable, Iterator, Mapping

from evaluation.messages import _, literal
from evaluation.names import nearest
from evaluation.sources import Finding
from generator.document.kinds import Kind
from generator.document.style import PageStyle, Style
from generator.packs.style_file import Toml
from generator.packs.toml_schema import Day, Held, Keys, ListOf, Named, Number, Text, Truth
from letters.profile import OWN_NUMBER, SAME_NUMBER
from letters.signing import Mode

_NAME = Text(pattern=r".*\S.*", example="…")
_LANGUAGE = Text(pattern=r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", example="id-ID")
_FILE = Text(pattern=r"[^\\/:*?\"<>|]+(/[^\\/:*?\"<>|]+)*", example="surat.xml")
_COLOUR = Text(pattern=r"#[0-9A-Fa-f]{6}", example="#1F3864")
_FILL = Text(pattern=r"(#[0-9A-Fa-f]{6})?", example="#DCE6F1")
_CLASS = Text(example="tabel")
_MARKER = Text(pattern=r"[^{}]*\{\}[^{}]*", example="{}.")
_VALIGN = ("top", "middle", "bottom")
_SIZE = Number(1, 200)
_SPACE = Number(0, 1000)
_MARGIN = Number(0, 500)
_SIDE = Number(30, 1500)


def pack_keys(kinds: Iterable[Kind]) -> Keys:
    """Give what ``paket.toml`` may hold; the kinds of document are those that it names files of."""
    return Keys(
        {
            "base": _NAME,
            "language": _LANGUAGE,
            "foreign_language": _LANGUAGE,
            "foreign_words": ListOf(_NAME),
            "abbreviations": Named(_NAME),
            "region_nouns": ListOf(_NAME),
            "programmes": ListOf(_NAME),
            "rows_left": Number(1, 100_000, whole=True),
            "documents": Keys({kind.name: ListOf(_FILE, least=1) for kind in kinds}),
        }
    )


PROFILE_KEYS = Keys(
    {
        "agency": _NAME,
        "number": Keys({"pattern": _NAME}),
        "security": Named(Text()),
        "calendar": Keys({"holidays": ListOf(Day())}),
        "register": Keys(
            {
                "file": _NAME,
                "security": _NAME,
                "unit": _NAME,
                "classification": _NAME,
                "correction": Text((OWN_NUMBER, SAME_NUMBER)),
            }
        ),
        "signing": Keys(
            {
                "mode": Text(tuple(one.value for one in Mode)),
                "address": Text(pattern=r"https?://[!-~]{1,200}", example="https://…"),
            }
        ),
        "label": Keys({"lines": ListOf(_NAME, least=1), "foot": Text()}),
        "kinds": ListOf(
            Keys({"prefixes": ListOf(_NAME, least=1), "name": _NAME, "offices": ListOf(_NAME)})
        ),
    }
)

LOOKS = Keys(
    {
        "font": Keys(
            {
                "name": _NAME,
                "regular": _FILE,
                "bold": _FILE,
                "italic": _FILE,
                "bold_italic": _FILE,
            }
        ),
        "page": Named(
            Keys(
                {
                    "width": _SIDE,
                    "height": _SIDE,
                    "left": _MARGIN,
                    "right": _MARGIN,
                    "top": _MARGIN,
                    "bottom": _MARGIN,
                    "header_distance": _MARGIN,
                    "footer_distance": _MARGIN,
                }
            )
        ),
        "paragraph": Named(
            Keys(
                {
                    "size": _SIZE,
                    "leading": Number(0.5, 5),
                    "align": Text(("left", "right", "center", "justify")),
                    "space_before": _SPACE,
                    "space_after": _SPACE,
                    "left_indent": Number(-500, 1000),
                    "right_indent": Number(-500, 1000),
                    "first_indent": Number(-500, 1000),
                    "bold": Truth(),
                    "italic": Truth(),
                    "colour": _COLOUR,
                    "keep_with_next": Truth(),
                    "rule_below": Number(0, 50),
                    "rule_colour": _COLOUR,
                }
            )
        ),
        "list": Named(
            Keys(
                {
                    "indent": Number(0, 500),
                    "bullet": Text(pattern=r".{1,10}", example="•"),
                    "decimal": _MARKER,
                    "alpha": _MARKER,
                    "text": _CLASS,
                }
            )
        ),
        "table": Named(
            Keys(
                {
                    "border": Number(0, 20),
                    "border_colour": _COLOUR,
                    "header_fill": _FILL,
                    "zebra_fill": _FILL,
                    "padding": Number(0, 100),
                    "text": _CLASS,
                    "header_text": _CLASS,
                    "number_text": _CLASS,
                    "valign": Text(_VALIGN),
                    "space_before": _SPACE,
                    "space_after": _SPACE,
                }
            )
        ),
        "cell": Named(Keys({"fill": _FILL, "text": _CLASS, "valign": Text(("", *_VALIGN))})),
        "chart": Named(
            Keys(
                {
                    "height": Number(30, 2000),
                    "colours": ListOf(_COLOUR, least=1),
                    "size": _SIZE,
                    "grid_colour": _COLOUR,
                }
            )
        ),
        "stamp": Keys({"size": _SIZE, "colour": _COLOUR}),
    }
)

_ROOM = 20  # millimetres that margins must leave each way
_SIDES = {"width": ("left", "right"), "height": ("top", "bottom")}
_CLASSES_NAMED: Mapping[str, tuple[str, ...]] = {
    "list": ("text",),
    "table": ("text", "header_text", "number_text"),
    "cell": ("text",),
}


def between_classes(toml: Toml, style: Style, held: Held) -> Iterator[Finding]:
    """Find what is wrong between classes: one that names no class, margins that leave no room.

    ``toml`` is what ``style`` was built from.
    """
    for kind, keys in _CLASSES_NAMED.items():
        for name, look in toml.get(kind, {}).items():
            for key in keys:
                yield from _class_known(look.get(key), (kind, name, key), style, held)
    for name, page in style.pages.items():
        yield from _room_left(name, page, held)


def _class_known(
    named: str | None, path: tuple[str, ...], style: Style, held: Held
) -> Iterator[Finding]:
    if named and named not in style.paragraphs:
        near = nearest(named, style.paragraphs)
        yield held.wrong(path, named, literal(", ".join(near or sorted(style.paragraphs))))


def _room_left(name: str, page: PageStyle, held: Held) -> Iterator[Finding]:
    for side, margins in _SIDES.items():
        used = sum(getattr(page, margin) for margin in margins)
        length = getattr(page, side)
        if length - used < _ROOM:
            words = _("at least %(length)g, because %(margins)s take %(used)g")
            expected = words % {
                "length": used + _ROOM,
                "margins": " + ".join(margins),
                "used": used,
            }
            yield held.wrong(("page", name, side), length, expected)
