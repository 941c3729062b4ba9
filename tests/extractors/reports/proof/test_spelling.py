"""Texts are spelled as a known instrument spells them, where they have its letters."""

from evaluation.model import Dimension, Instrument, Question, Scale, WhenMissing
from evaluation.record import Record, RecordedDimension, RecordedItem
from evaluation.sources import Source
from extractors.reports.proof.spelling import spelled_like

ONE = Question(1, "Tata Kelola Data", "Sub-Unsur", "Apakah data, dan/atau peta ada?", Source(""))
KNOWN = Dimension(
    "Tata Kelola", (ONE,), {}, WhenMissing.REFUSE, "tata kelola", "TataKelola", "", (), Source("")
)
LIKE = Instrument((KNOWN,), (), Scale(1, 4, 1))  # type: ignore[arg-type]


def spelled(name: str, *texts: str) -> tuple[str, str, str, str]:
    given = RecordedDimension(name, None, (RecordedItem(1, *texts, None),))  # type: ignore[arg-type]
    (one,) = spelled_like(Record("a.pdf", dimensions=(given,)), LIKE).dimensions
    (item,) = one.items
    return one.name, item.indicator, item.sub_indicator, item.question


def test_the_same_letters_are_spelled_as_known() -> None:
    assert spelled(
        "Tata Ke lola", "Tata KelolaData", "subunsur", "Apakah data dan / atau pe ta ada"
    ) == ("Tata Kelola", "Tata Kelola Data", "Sub-Unsur", "Apakah data, dan/atau peta ada?")


def test_other_letters_stay_as_printed() -> None:
    assert spelled("Layanan", "Tata", "", "Apakah peta ada?") == (
        "Layanan", "Tata", "", "Apakah peta ada?",
    )  # fmt: skip


def test_capitals_of_a_name_stay_as_printed() -> None:
    assert spelled("TATA KELOLA", "", "", "")[0] == "TATA KELOLA"
