"""What the program does, for Python: each function does what the command of its name does.

    from generator.use_cases import build, inspect

    seen = inspect(Path("evaluasi.xlsx"))
    made = build(Path("evaluasi.xlsx"), Path("out"), processes=2)

Each returns values, tells nothing on a terminal and raises a LaporanError where its command would
end with nothing made. Those that take long take ``progress``, called with the pieces done and all
pieces, and ``cancelled``, asked between pieces from the thread that works: once it gives True,
CancelledError is raised, and whatever files stand there are whole. ``docs/python.md`` shows more.

Processes are spawned: a script that asks for them begins with ``if __name__ == "__main__":``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.issuing.verifying import Verdict
    from generator.review.compared import Comparison
    from generator.use_cases.checking import check
    from generator.use_cases.compared import compare
    from generator.use_cases.documents import Made, build, inspect, letter, open_workbook, report
    from generator.use_cases.exempting import exempt
    from generator.use_cases.following import Cancelled, Progress
    from generator.use_cases.handed import Handed, dispatch, labels
    from generator.use_cases.issued import Correction, correct, issue, prepare_correction
    from generator.use_cases.past import Extracted, extract
    from generator.use_cases.reading import read_round
    from generator.use_cases.registered import Numbered, next_number, register
    from generator.use_cases.returned import Gathered, collect, forms
    from generator.use_cases.signed import sign
    from generator.use_cases.verified import verify

__all__ = [
    "Cancelled",
    "Comparison",
    "Correction",
    "Extracted",
    "Gathered",
    "Handed",
    "Made",
    "Numbered",
    "Progress",
    "Verdict",
    "build",
    "check",
    "collect",
    "compare",
    "correct",
    "dispatch",
    "exempt",
    "extract",
    "forms",
    "inspect",
    "issue",
    "labels",
    "letter",
    "next_number",
    "open_workbook",
    "prepare_correction",
    "read_round",
    "register",
    "report",
    "sign",
    "verify",
]

_PLACES = {
    "checking": ("check",),
    "compared": ("Comparison", "compare"),
    "documents": ("Made", "build", "inspect", "letter", "open_workbook", "report"),
    "exempting": ("exempt",),
    "following": ("Cancelled", "Progress"),
    "handed": ("Handed", "dispatch", "labels"),
    "issued": ("Correction", "correct", "issue", "prepare_correction"),
    "past": ("Extracted", "extract"),
    "reading": ("read_round",),
    "registered": ("Numbered", "next_number", "register"),
    "returned": ("Gathered", "collect", "forms"),
    "signed": ("sign",),
    "verified": ("Verdict", "verify"),
}
"""Loaded when they are asked for: reading PDFs needs libraries that making documents does not."""


def __getattr__(name: str) -> Any:
    """Load what is asked for."""
    for place, names in _PLACES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{place}"), name)
    raise AttributeError(name)
