"""Pages for tests of scans: made as text, drawn, and spoilt as a scanner would."""

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
LINES = (
    "Sejauh mana pelaksanaan rencana aksi sudah berjalan di tahun ini?",
    "Berapa jumlah kegiatan yang dilaksanakan oleh kelompok masyarakat?",
    "Apakah lembaga tersebut sudah memiliki payung hukum yang berlaku?",
    "Bagaimana tindak lanjut terhadap hasil pemantauan triwulan pertama?",
)
SCORES = ("3,5", "4", "2,25", "3", "1,75", "2,5", "3,25", "4", "2", "3,75")


def written(path: Path, size: tuple[float, float] = A4) -> Path:
    """Write a ruled table of ten questions with their scores, in two columns."""
    canvas = Canvas(str(path), pagesize=size)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(60, size[1] - 60, "Dimensi Perencanaan")
    canvas.setFont("Helvetica", 10)
    top = size[1] - 90
    for index, score in enumerate(SCORES):
        base = top - 24 * index - 16
        canvas.drawString(66, base, f"{index + 1}. {LINES[index % len(LINES)]}")
        canvas.drawString(486, base, score)
        canvas.line(60, top - 24 * index, 530, top - 24 * index)
    bottom = top - 24 * len(SCORES)
    canvas.line(60, bottom, 530, bottom)
    for across in (60, 475, 530):
        canvas.line(across, bottom, across, top)
    canvas.save()
    return path


def pictured(path: Path, picture: NDArray[np.uint8], dpi: float) -> Path:
    """Write a page that holds nothing but a picture."""
    height, width = picture.shape
    size = (width / dpi * 72, height / dpi * 72)
    canvas = Canvas(str(path), pagesize=size)
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "PNG")
    stream.seek(0)
    canvas.drawImage(ImageReader(stream), 0, 0, *size)
    canvas.save()
    return path


def spoilt(
    picture: NDArray[np.uint8], degrees: float = 0.0, noise: float = 0.0
) -> NDArray[np.uint8]:
    """Turn a picture, counter-clockwise, and strew noise over it."""
    image = Image.fromarray(picture).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    chance = np.random.default_rng(5)
    seen = np.asarray(image, np.float32) * 0.9 + chance.normal(0, noise, picture.shape)
    return np.clip(seen, 0, 255).astype(np.uint8)
