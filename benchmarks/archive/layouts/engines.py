"""HTML printed by WeasyPrint, by a browser without a window, and by LibreOffice."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from benchmarks.archive.blocks import Document
from benchmarks.archive.layouts import html

CHROMIUM = (
    "/usr/bin/chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-pdf-header-footer",
)
SECONDS = 120


def weasyprint(document: Document, path: Path) -> None:
    """Print with WeasyPrint."""
    import weasyprint as engine

    engine.HTML(string=html.page(document)).write_pdf(path)


def chromium(document: Document, path: Path) -> None:
    """Print with headless Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(html.page(document), encoding="utf-8")
        command = [
            *CHROMIUM,
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={path}",
            str(source),
        ]
        subprocess.run(command, check=True, timeout=SECONDS, capture_output=True)


def libreoffice_html(document: Document, path: Path) -> None:
    """Print the HTML with LibreOffice Writer."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(html.page(document), encoding="utf-8")
        office(source, path, "HTML (StarWriter)")


def office(source: Path, path: Path, reader: str | None = None) -> None:
    """Let LibreOffice turn a file into a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "/usr/bin/soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
        ]
        command += [f"--infilter={reader}"] if reader else ["--writer"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, timeout=SECONDS, capture_output=True)
        shutil.move(Path(folder, source.stem + ".pdf"), path)
