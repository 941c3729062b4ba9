"""What recognising scanned pages needs beside the program, and how to get it."""

from evaluation.commands import pip_install
from evaluation.errors import ExitCode, LaporanError
from evaluation.messages import _


class MissingToolError(LaporanError):
    """A program or library that only scanned pages need is not installed."""

    exit_code = ExitCode.UNREADABLE_INPUT


LIBRARIES = ("numpy", "opencv-python-headless")

# How to install Tesseract with Indonesian, by the name that ``sys.platform`` begins with.
_INSTALL = {
    "win32": "winget install UB-Mannheim.TesseractOCR",
    "darwin": "brew install tesseract tesseract-lang",
}
_DEBIAN = "sudo apt-get install tesseract-ocr tesseract-ocr-ind"


def no_tesseract(platform: str) -> MissingToolError:
    """Make the error for a machine without Tesseract; ``platform`` is ``sys.platform``."""
    return MissingToolError(
        _("scanned pages need the program Tesseract, which is not installed."),
        remedy=_("Install it: %(command)s") % {"command": _command(platform)},
    )


def no_language(language: str, platform: str) -> MissingToolError:
    """Make the error for a Tesseract that does not know ``language`` (its code, such as ind)."""
    return MissingToolError(
        _("Tesseract does not know the language %(language)s.") % {"language": language},
        remedy=_("Install it: %(command)s") % {"command": _command(platform)},
    )


def no_libraries(module: str) -> MissingToolError:
    """Make the error for a missing Python library of the extra ``scan``."""
    return MissingToolError(
        _("scanned pages need the Python library %(module)s, which is not installed.")
        % {"module": module},
        remedy=_("Install it: %(command)s") % {"command": pip_install(*LIBRARIES)},
    )


def _command(platform: str) -> str:
    return _INSTALL.get(platform, _DEBIAN)
