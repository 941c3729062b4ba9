"""A round of twelve questions, each way to make it improbable or at odds with last year, and back.

Each case of ``IMPROBABLE`` breaks one rule at one cell; each of ``PLAUSIBLE`` looks like one.
"""

from collections.abc import Sequence
from decimal import Decimal

from tests.evaluation.checking import broken, changed, sound
from tests.extractors.tiny import Sheets

Row = Sequence[int | None]
QUESTIONS = 12
FIRST = [4, 3, 2, 3, 4, 3, 2, 3, 4, 3, 2, 3]
SECOND = [3, 3, 2, 4, 2, 3, 1, 3, 3, 2, 2, 3]
THIRD = [2, 3, 3, 3, 4, 2, 2, 3, 3, 3, 4, 1]
FOURTH = [3, 2, 3, 2, 3, 2, 4, 3, 1, 3, 3, 2]
SAME = [3] * QUESTIONS
NOTHING = [None] * QUESTIONS


def wide(first: Row, second: Row, third: Row, fourth: Row) -> Sheets:
    """Give a round of twelve questions, two regions and two assessors: their rows of scores."""
    sheets = sound()
    del sheets["Tahun Lalu"]
    sheets["Instrumen"] = [
        sheets["Instrumen"][0],
        *(
            [number, "AWAL" if number < 7 else "HASIL", "Layanan", "Mutu", f"Apa guna {number}?"]
            for number in range(1, QUESTIONS + 1)
        ),
    ]
    sheets["Nilai"] = [
        ["Wilayah", "Asesor", *range(1, QUESTIONS + 1), "KERJA SAMA"],
        ["KAB. BADUNG", "Asesor 1", *first, None],
        ["KAB. BADUNG", "Asesor 2", *second, None],
        ["KAB. PEMALANG", "Asesor 1", *third, 3],
        ["KAB. PEMALANG", "Asesor 2", *fourth, None],
    ]
    return sheets


def twin(name: str, code: object) -> Sheets:
    """Give the sound round with a fourth region, which did not take part."""
    sheets = sound()
    sheets["Wilayah"].append([4, code, name, "Bupati Lain", "REGULER", "Tidak"])
    return sheets


def weighed(final: object, *weights: tuple[object, ...], place: str = "E2") -> Sheets:
    """Give the sound round with last year's weights, and another final value of last year."""
    sheets = changed(sound(), f"Tahun Lalu!{place}", final)
    rows = weights or (("AWAL", 40, 40), ("HASIL", 60, 40), ("KERJA SAMA", None, 20))
    sheets["Bobot Tahun Lalu"] = [["Dimensi", "Reguler", "KHUSUS"], *(list(row) for row in rows)]
    return sheets


def text(number: int, same: str) -> Sheets:
    """Give the sound round with another text of a question."""
    return broken(f"Instrumen!E{number + 1}", same)


def silent() -> Sheets:
    """Give the sound round without comments on the second region."""
    sheets = sound()
    sheets["Catatan"].pop()
    return sheets


_POINT = "Rencana induk sudah ditetapkan dengan peraturan"


def commented(*points: str, institutions: Sequence[str] = ()) -> Sheets:
    """Give the sound round with more points, or one point of each region by two institutions."""
    sheets = sound()
    own = [["KAB. BADUNG", "Kekuatan", "Asesor 1", "Universitas X", point] for point in points]
    for row, institution in zip(sheets["Catatan"][2:], institutions, strict=False):
        row[3] = institution
    sheets["Catatan"] += own if not institutions else []
    return sheets


def without_catatan() -> Sheets:
    """Give a round that has no comments at all."""
    sheets = sound()
    sheets["Catatan"] = sheets["Catatan"][:1]
    return sheets


D = Decimal
_LAST = "previous-final-disagrees"
_CHANGE = "change-improbable"

IMPROBABLE = [
    ("nobody commented on a region", silent(), "region-without-comments", "Wilayah!C3"),
    (
        "a question asked twice",
        text(3, "Apakah  ada rencana"),
        "question-text-repeated",
        "Instrumen!E4",
    ),
    ("a name with a slip", twin("KAB. PEMATANG", None), "region-names-alike", "Wilayah!C5"),
    ("a name parted", twin("KAB. BA DUNGG", None), "region-names-alike", "Wilayah!C5"),
    ("a slip with one code", twin("KAB. PEMATANG", "33.27"), "region-names-alike", "Wilayah!C5"),
    ("last year's final is wrong", weighed(D("2.85")), _LAST, "Tahun Lalu!E2"),
    (
        "last year's final by this year's weights",
        weighed(D("2.86"), ("AWAL", 50, 40), ("HASIL", 50, 60)),
        _LAST,
        "Tahun Lalu!E2",
    ),
    (
        "last year's final by no treatment of what is missing",
        weighed(D("2.86"), ("AWAL", 40, 40), ("HASIL", 40, 40), ("KERJA SAMA", 20, 20)),
        _LAST,
        "Tahun Lalu!E2",
    ),
    ("a dimension fell", broken("Tahun Lalu!C2", D("3.26")), _CHANGE, "Tahun Lalu!C2"),
    ("the final value fell", broken("Tahun Lalu!E2", D("3.86")), _CHANGE, "Tahun Lalu!E2"),
    ("a dimension rose", broken("Tahun Lalu!B2", 1), _CHANGE, "Tahun Lalu!B2"),
    (
        "a row all alike",
        wide(FIRST, SAME, THIRD, FOURTH),
        "scores-all-equal",
        "Nilai!C3",
    ),
    (
        "ten alike and two not scored",
        wide(FIRST, [None, None, *SAME[2:]], THIRD, FOURTH),
        "scores-all-equal",
        "Nilai!E3",
    ),
    (
        "a row all alike of an assessor without another",
        wide(FIRST, SAME, THIRD, NOTHING),
        "scores-all-equal",
        "Nilai!C3",
    ),
    ("a point made twice", commented(_POINT, f"{_POINT}."), "point-repeated", "Catatan!E6"),
    (
        "an institution written in two ways",
        commented(_POINT, institutions=("Universitas Gadjah Mada", "Universitas Gajah Mada")),
        "assessor-names-alike",
        "Catatan!E4",
    ),
    ("a row copied", wide(FIRST, SECOND, FIRST, FOURTH), "scores-copied", "Nilai!C4"),
    ("a region copied", wide(FIRST, SECOND, FIRST, SECOND), "scores-copied", "Nilai!C4"),
    (
        "an assessor who did not choose",
        wide(FIRST, SAME, THIRD, SAME),
        "assessor-all-equal",
        "Nilai!C3",
    ),
    (
        "an assessor who scored little and did not choose",
        wide(FIRST, [*SAME[:5], *[None] * 7], THIRD, [*SAME[:5], *[None] * 7]),
        "assessor-all-equal",
        "Nilai!C3",
    ),
]

PLAUSIBLE = [
    ("nobody commented on any region", without_catatan()),
    ("questions that differ in a word", text(3, "Apakah ada rencananya?")),
    ("questions without text", changed(text(3, " "), "Instrumen!E5", None)),
    ("names that differ by kind", twin("KAB. BOGOR", None)),
    ("names that differ by a word", twin("KAB. BADUNG TIMUR", None)),
    ("names that differ by number", twin("KAB. BADUNG2", None)),
    ("names that differ by some letters", twin("KAB. LEMBANG", None)),
    ("two names with codes of their own", twin("KAB. BANDUNG", "32.04")),
    ("last year's final by its weights", weighed(D("2.86"))),
    ("no weights of last year", broken("Tahun Lalu!E2", D("2.85"))),
    ("last year's final without dimensions", weighed(D("3.1"), place="E3")),
    ("no final of last year", weighed(None)),
    (
        "a missing dimension that weighed nothing",
        weighed(D("2.34"), ("AWAL", 40, 40), ("HASIL", 40, 40), ("KERJA SAMA", 20, 20)),
    ),
    (
        "a missing dimension whose weight was shared out",
        weighed(D("2.92"), ("AWAL", 40, 40), ("HASIL", 40, 40), ("KERJA SAMA", 20, 20)),
    ),
    ("a category that last year did not have", weighed(D("2.85"), ("AWAL", None, 100))),
    (
        "a dimension that there is no more",
        weighed(D("2.85"), ("AWAL", 40, 40), ("HASIL", 40, 40), ("LAMA", 20, 20)),
    ),
    ("a fall of half the scale", broken("Tahun Lalu!C2", D("3.25"))),
    ("a final fall of half the scale", broken("Tahun Lalu!E2", D("3.85"))),
    ("a missing value of last year that counted", broken("Tahun Lalu!D3", 0)),
    ("a short point made twice", commented("Sudah baik", "Sudah baik")),
    (
        "institutions of two places",
        commented(_POINT, institutions=("Univ. Malang", "Univ. Padang")),
    ),
    ("all alike but one", wide(FIRST, [*SAME[1:], 4], THIRD, FOURTH)),
    ("nine alike and three not scored", wide(FIRST, [*[None] * 3, *SAME[3:]], THIRD, FOURTH)),
    ("a copy but for the last score", wide(FIRST, SECOND, [*FIRST[:-1], 1], FOURTH)),
    ("a copy of another assessor's scores", wide(FIRST, SECOND, SECOND, FIRST)),
    ("a row that stands twice", changed(wide(FIRST, FIRST, THIRD, FOURTH), "Nilai!B3", "Asesor 1")),
    ("two assessors of one mind", wide(FIRST, FIRST, THIRD, FOURTH)),
    (
        "an assessor who did choose between regions",
        wide(FIRST, [*SAME[:5], *[None] * 7], THIRD, [*[4] * 5, *[None] * 7]),
    ),
    ("an assessor who scored one region", wide(FIRST, SAME[:9] + [None] * 3, THIRD, [None] * 12)),
    (
        "an assessor with nine scores",
        wide(FIRST, [*SAME[:5], *[None] * 7], THIRD, [*SAME[:4], *[None] * 8]),
    ),
]
