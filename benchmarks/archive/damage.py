"""Digital pages → pictures as a scanner makes them: skewed, noisy, blurred, badly lit, stained."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pypdfium2 as pdfium
from numpy.typing import NDArray

Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Damage:
    """What the scanner and the years did. ``skew`` is degrees, ``noise`` grey levels of 255.

    ``quality`` is JPEG's; None stores black and white only. ``pages`` picks the pages that were
    scanned, every n-th of them; the others stay digital.
    """

    dpi: int = 300
    skew: float = 0.0
    noise: float = 0.0
    blur: float = 0.0
    uneven: float = 0.0
    stains: int = 0
    specks: float = 0.0
    quality: int | None = 80
    quarter: int = 0
    """Quarter turns by which the sheet lay wrong."""
    each: int = 1
    fade: float = 0.0


def scan(source: Path, target: Path, damage: Damage, seed: int = 1) -> None:
    """Write ``source`` anew as ``target``, its pages as pictures."""
    chance = np.random.default_rng(seed)
    book = pdfium.PdfDocument(source)
    with pikepdf.open(source) as old, pikepdf.new() as new:
        for index, page in enumerate(book):
            if index % damage.each:
                new.pages.append(old.pages[index])
                continue
            picture = _render(page, damage.dpi)
            picture = spoil(picture, damage, chance)
            _add(new, picture, damage)
        new.save(target)
    book.close()


def _render(page: pdfium.PdfPage, dpi: int) -> Picture:
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    return np.ascontiguousarray(bitmap.to_numpy().reshape(bitmap.height, bitmap.width))


def spoil(picture: Picture, damage: Damage, chance: np.random.Generator) -> Picture:
    """Give the picture as a scanner would have seen it."""
    height, width = picture.shape
    angle = damage.skew * chance.choice((-1, 1)) * chance.uniform(0.6, 1)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    seen = cv2.warpAffine(picture, matrix, (width, height), borderValue=255).astype(np.float32)
    if damage.blur:
        seen = cv2.GaussianBlur(seen, (0, 0), damage.blur)
    seen = 255 - (255 - seen) * (1 - damage.fade)
    seen *= _light(width, height, damage.uneven, chance)
    for _ in range(damage.stains):
        seen *= _stain(width, height, chance)
    seen += chance.normal(0, damage.noise, seen.shape)
    specks = chance.random(seen.shape) < damage.specks
    seen[specks] = 0
    result: Picture = np.clip(seen, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.rot90(result, damage.quarter))


def _light(
    width: int, height: int, uneven: float, chance: np.random.Generator
) -> NDArray[np.float32]:
    across = np.linspace(1, 1 - uneven * chance.uniform(0.5, 1), width, dtype=np.float32)
    down = np.linspace(1 - uneven * chance.uniform(0, 0.5), 1, height, dtype=np.float32)
    return np.asarray(across[None, :] * down[:, None])


def _stain(width: int, height: int, chance: np.random.Generator) -> NDArray[np.float32]:
    spot = np.ones((height // 8, width // 8), np.float32)
    middle = (int(chance.integers(0, width // 8)), int(chance.integers(0, height // 8)))
    axes = (int(chance.integers(5, width // 40)), int(chance.integers(5, width // 40)))
    cv2.ellipse(spot, middle, axes, 0, 0, 360, float(chance.uniform(0.7, 0.9)), -1)
    return np.asarray(cv2.resize(cv2.GaussianBlur(spot, (0, 0), 2), (width, height)), np.float32)


def _add(book: pikepdf.Pdf, picture: Picture, damage: Damage) -> None:
    height, width = picture.shape
    size = (width / damage.dpi * 72, height / damage.dpi * 72)
    book.add_blank_page(page_size=size)
    page = book.pages[-1]
    page.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(Im=_image(book, picture, damage))
    )
    content = f"q {size[0]:.2f} 0 0 {size[1]:.2f} 0 0 cm /Im Do Q"
    page.Contents = book.make_stream(content.encode())


def _image(book: pikepdf.Pdf, picture: Picture, damage: Damage) -> pikepdf.Stream:
    height, width = picture.shape
    head = {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image}
    head |= {"/Width": width, "/Height": height, "/ColorSpace": pikepdf.Name.DeviceGray}
    if damage.quality is None:
        bits = np.packbits(picture > 150, axis=1).tobytes()
        return pikepdf.Stream(book, bits, head | {"/BitsPerComponent": 1})
    _done, jpeg = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, damage.quality])
    extra = {"/BitsPerComponent": 8, "/Filter": pikepdf.Name.DCTDecode}
    return pikepdf.Stream(book, jpeg.tobytes(), head | extra)


SCANS: dict[str, tuple[str, Damage]] = {
    "scan-clean-300": ("word-grid", Damage()),
    "scan-clean-200": ("reportlab-grid", Damage(dpi=200, skew=0.3)),
    "scan-bilevel-300": ("browser-grid", Damage(quality=None, skew=0.5, specks=0.0003)),
    "scan-bilevel-200": ("typst-grid", Damage(dpi=200, quality=None, skew=0.4)),
    "scan-skewed": ("weasy-dense", Damage(dpi=300, skew=2.0, noise=4)),
    "scan-noisy": ("office-html", Damage(dpi=200, noise=18, skew=0.7, quality=60)),
    "scan-poor-150": ("fpdf-grid", Damage(dpi=150, noise=8, blur=0.6, skew=1.0, quality=70)),
    "scan-lit": ("reportlab-rows", Damage(dpi=200, uneven=0.35, noise=6, skew=0.8)),
    "scan-stained": ("word-zebra", Damage(dpi=250, stains=6, noise=6, blur=0.5, skew=0.5)),
    "scan-faded": ("browser-lines", Damage(dpi=200, fade=0.55, noise=5, skew=1.2)),
    "scan-turned": ("rotated-grid", Damage(dpi=200, quarter=1, skew=0.5)),
    "scan-upside-down": ("typst-bare", Damage(dpi=200, quarter=2, skew=0.3)),
    "scan-hybrid": ("browser-zebra", Damage(dpi=200, skew=0.6, noise=6, each=2)),
    "scan-packet": ("word-packet", Damage(dpi=200, skew=0.5, noise=4)),
}
"""Layout of scans: the digital layout it comes from, and what happened to it."""
