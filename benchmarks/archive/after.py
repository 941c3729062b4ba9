"""What happens to a file after it was made: printed again, turned, shifted, locked."""

import subprocess
from pathlib import Path

import pikepdf

SECONDS = 120


def turned(path: Path) -> None:
    """Store landscape pages upright with a rotation, as many printer drivers do."""
    with pikepdf.open(path, allow_overwriting_input=True) as book:
        for page in book.pages:
            left, bottom, right, top = (float(v) for v in page.mediabox)
            width, height = right - left, top - bottom
            if width > height:
                page.contents_add(f"q 0 1 -1 0 {height} 0 cm".encode(), prepend=True)
                page.contents_add(b"Q")
                page.mediabox = [0, 0, height, width]
                page.Rotate = 90
        book.save(path)


def shifted(path: Path) -> None:
    """Give the pages a box that does not start at zero, and a crop that is smaller."""
    with pikepdf.open(path, allow_overwriting_input=True) as book:
        for page in book.pages:
            width, height = (float(v) for v in page.mediabox[2:])
            page.contents_add(b"q 1 0 0 1 -120 300 cm", prepend=True)
            page.contents_add(b"Q")
            page.mediabox = [-140, 280, width - 100, height + 320]
            page.cropbox = [-120, 300, width - 120, height + 300]
        book.save(path)


def by_cairo(path: Path) -> None:
    """Print the file again with poppler's cairo."""
    _again(path, ["pdftocairo", "-pdf", str(path)])


def by_ghostscript(path: Path) -> None:
    """Print the file again with Ghostscript."""
    _again(path, ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o"], str(path))


def outlined(path: Path) -> None:
    """Turn every letter into its outline: neither characters nor pictures are left."""
    _again(
        path,
        ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dNoOutputFonts", "-o"],
        str(path),
    )


def _again(path: Path, command: list[str], last: str = "") -> None:
    new = path.with_suffix(".new.pdf")
    subprocess.run(
        [*command, str(new), *([last] if last else [])],
        check=True,
        timeout=SECONDS,
        capture_output=True,
    )
    new.replace(path)
