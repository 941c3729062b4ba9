"""A pack's pictures, decoded before they are drawn and in a form that both writers take as it is.

What Word and PDF show alike passes unchanged: PNG, and JPEG in grey or RGB. Anything else that can
be decoded is written anew in that form, upright and in sRGB; the rest is told with its file.
"""

import warnings
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from evaluation.errors import WrongTemplateError
from evaluation.messages import Message, _
from evaluation.names import nearest
from generator.packs.packs import ASSETS, MAX_ASSET_BYTES, Pack

MAX_PIXELS = 50_000_000  # a sheet of A4 scanned at 600 dots an inch has 35 million

_READ = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_KEPT = {"PNG": frozenset({"1", "L", "P", "LA", "RGB", "RGBA"}), "JPEG": frozenset({"L", "RGB"})}
_MARKS = (b"JFIF", b"Exif")  # what python-docx knows a JPEG by
_UPRIGHT = 1
_ORIENTATION = 0x0112
_WITH_ALPHA = frozenset({"LA", "La", "PA", "RGBA", "RGBa"})
_JPEG_QUALITY = 95


@dataclass
class Pictures:
    """Gives the pictures of a pack, each decoded once."""

    pack: Pack
    _ready: dict[str, bytes] = field(default_factory=dict)

    def get(self, name: str) -> bytes:
        """Give a picture as PNG or JPEG that every writer draws.

        Raises WrongTemplateError, which names the file, for one that is missing, too large or
        cannot be decoded.
        """
        if name not in self._ready:
            self._ready[name] = self._decoded(name)
        return self._ready[name]

    def _decoded(self, name: str) -> bytes:
        data = self.pack.asset(name)
        if data is None:
            near = nearest(name, self.pack.asset_names())
            raise WrongTemplateError(
                _("the pack has no picture “%(name)s”.") % {"name": name},
                remedy=_("Did you mean %(word)s?") % {"word": near[0]}
                if near
                else _("Put it into the folder “aset” of the pack (PNG or JPEG)."),
            )
        return drawable(data, f"{ASSETS}/{name}")


def drawable(data: bytes, file: str) -> bytes:
    """Decode a picture; give it as PNG or JPEG that every writer draws.

    Raises WrongTemplateError, which names ``file``, for what cannot be decoded.
    """
    from PIL import Image, UnidentifiedImageError  # slow to import, wanted only where pictures are

    if len(data) > MAX_ASSET_BYTES:
        raise _unusable(file, _("it is larger than %(limit)d bytes") % {"limit": MAX_ASSET_BYTES})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_READ) as pixels:
                if pixels.width * pixels.height > MAX_PIXELS:
                    limit = _("it has more than %(limit)d pixels") % {"limit": MAX_PIXELS}
                    raise _unusable(file, limit)
                pixels.load()
                return data if _as_it_is(pixels, data) else _anew(pixels)
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise _unusable(file, _("it is none of the kinds that can be read")) from None
    except WrongTemplateError:
        raise
    except Exception:  # noqa: BLE001 - a damaged picture makes Pillow raise almost anything
        raise _unusable(file, _("it is damaged or cut off")) from None


def _unusable(file: str, reason: Message) -> WrongTemplateError:
    return WrongTemplateError(
        _("the picture “%(file)s” cannot be used: %(reason)s.") % {"file": file, "reason": reason},
        remedy=_("Save it again as PNG or JPEG."),
    )


def _as_it_is(pixels: Any, data: bytes) -> bool:
    """Tell whether every writer draws a picture alike from the bytes of its file."""
    if pixels.mode not in _KEPT.get(pixels.format, frozenset()):
        return False
    known = pixels.format != "JPEG" or data[6:10] in _MARKS
    return known and pixels.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT


def _anew(pixels: Any) -> bytes:
    """Write a picture anew: upright, in RGB or grey, as JPEG where it was one, else as PNG."""
    from PIL import ImageOps

    jpeg = pixels.format == "JPEG"
    profile = pixels.info.get("icc_profile")
    upright = _in_rgb(ImageOps.exif_transpose(pixels), profile)
    upright.info.clear()
    target = BytesIO()
    if jpeg:
        upright.save(target, "JPEG", quality=_JPEG_QUALITY)
    else:
        upright.save(target, "PNG")
    return target.getvalue()


def _in_rgb(pixels: Any, profile: bytes | None) -> Any:
    if pixels.mode in ("L", "RGB", "RGBA", "LA"):
        return pixels
    if pixels.mode.startswith("I"):  # 16 bits of grey, which a plain conversion would cut off
        return pixels.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if pixels.mode in _WITH_ALPHA or "transparency" in pixels.info:
        return pixels.convert("RGBA")
    return _from_ink(pixels, profile) or pixels.convert("RGB")


def _from_ink(pixels: Any, profile: bytes | None) -> Any:
    """Give colours of ink as its own profile says; None where it has none that can be used."""
    if pixels.mode != "CMYK" or not profile:
        return None
    try:
        from PIL import ImageCms

        ink = ImageCms.ImageCmsProfile(BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(pixels, ink, screen, outputMode="RGB")
    except (ImportError, OSError, ImageCms.PyCMSError):
        return None
