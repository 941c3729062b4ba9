"""The assessor's form: its sheets, headings, labels and wording, as data; written and read by it.

One form is a workbook of one region and one assessor. A hidden sheet marks which; the same stands
visibly above the questions, for people and for the day when the hidden sheet was lost.
"""

import hashlib
from collections.abc import Iterable

from evaluation.model import Scale
from evaluation.names import plain

MARK_SHEET = "_Formulir"
"""The hidden sheet that marks a form: keys and values."""
MARK_KEY, MARK_VALUE = "laporan-formulir", "1"
ROUND, CODE, FINGERPRINT = "Putaran", "Kode", "Instrumen"
REGION, ASSESSOR, INSTITUTION = "Wilayah", "Asesor", "Instansi"

SENT_NAME = "daftar-formulir.xlsx"
"""The list of what was sent, which lies beside the forms."""

SCORE_SHEET = "Penilaian"
NUMBER, DIMENSION, INDICATOR = "No", "Dimensi", "Indikator"
SUB_INDICATOR, QUESTION, SCORE = "Sub Indikator", "Pertanyaan", "Nilai"
SCORE_HEADINGS = (NUMBER, DIMENSION, INDICATOR, SUB_INDICATOR, QUESTION, SCORE)
DIRECTLY_SCORED = "(dinilai langsung)"
"""What stands under Indikator where a dimension is scored as a whole."""

COMMENT_SHEET = "Catatan"
SECTION, POINT = "Bagian", "Butir"
COMMENT_HEADINGS = (SECTION, POINT)
SECTIONS = ("Kekuatan", "Kelemahan", "Rekomendasi")
"""The sections of comments where a round does not show its own yet."""

NOT_SCORED = "-"
"""What an assessor writes who cannot score a question."""

TITLE = "Formulir Penilaian"
STILL_EMPTY = "Belum diisi"
HOW_TO_SCORE = (
    "Isi setiap sel berwarna pada kolom Nilai dengan {scores}. Tulis - bila tidak dapat dinilai."
)
REFUSED_TITLE = "Nilai tidak diterima"
REFUSED = "Isi dengan {scores}, atau tulis - bila tidak dapat dinilai."
"""What is said where a cell is filled in with something else."""
HOW_TO_COMMENT = (
    "Tulis catatan pada lembar Catatan: satu butir satu baris, bagiannya di kolom Bagian. "
    "Baris boleh ditambah."
)
HOW_TO_RETURN = "Simpan berkas ini dengan nama apa pun dan kirimkan kembali."


def fingerprint(questions: Iterable[tuple[int, str]]) -> str:
    """Give the mark by which a form knows its questions: 16 hexadecimal digits.

    It rests on number and wording alone, whatever the order, the spacing and the capitals.
    """
    lines = sorted(f"{number}\t{plain(text)}\n" for number, text in questions)
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


_LISTED = 8  # scores that are named one by one


def scores_in_words(scale: Scale, listed: tuple[str, ...]) -> str:
    """Say which scores may be given: "1, 2, 3, atau 4", or bounds and step where they are many."""
    if listed and len(listed) <= _LISTED:
        *others, last = listed
        return f"{', '.join(others)}, atau {last}" if others else last
    told = f"angka dari {_comma(scale.minimum)} sampai {_comma(scale.maximum)}"
    return f"{told}, kelipatan {_comma(scale.step)}" if scale.step is not None else told


def _comma(value: object) -> str:
    return str(value).replace(".", ",")
