"""What was asked, as reports agree on it."""

from evaluation.record import Record, RecordedDimension, RecordedItem
from evaluation.sources import Source
from extractors.archive.instrument import asked_in


def item(number: int, question: str = "Apa?", indicator: str = "I", sub: str = "S") -> RecordedItem:
    return RecordedItem(number, indicator, sub, question, None, source=Source(f"{number}.pdf"))


def record(*dimensions: tuple[str, tuple[RecordedItem, ...]]) -> Record:
    made = (RecordedDimension(name, None, items) for name, items in dimensions)
    return Record("a.pdf", dimensions=tuple(made))


def numbers(*records: Record) -> list[tuple[int, int, str]]:
    asked, _findings = asked_in(records)
    printed = {number: key[1] for key, number in asked.numbers.items()}
    return [(one.number, printed[one.number], one.dimension) for one in asked.questions]


def test_numbers_that_run_through_stay() -> None:
    given = record(("Awal", (item(1), item(2))), ("Hasil", (item(5),)))
    assert numbers(given) == [(1, 1, "Awal"), (2, 2, "Awal"), (5, 5, "Hasil")]


def test_numbers_that_begin_anew_are_counted_through() -> None:
    given = record(("Awal", (item(1), item(2))), ("Hasil", (item(1), item(3))))
    assert numbers(given) == [(1, 1, "Awal"), (2, 2, "Awal"), (3, 1, "Hasil"), (4, 3, "Hasil")]
    asked, _findings = asked_in([given])
    assert asked.numbers == {
        ("awal", 1): 1, ("awal", 2): 2, ("hasil", 1): 3, ("hasil", 3): 4,
    }  # fmt: skip


def test_dimensions_stand_as_in_the_fullest_report_and_questions_by_number() -> None:
    short = record(("HASIL", (item(4),)), ("Lain", ()))
    full = record(("Awal", (item(2), item(1))), ("Hasil", (item(3),)), ("Dampak", ()))
    asked, _findings = asked_in([short, full])
    assert asked.dimensions == ("Awal", "Hasil", "Dampak", "Lain")
    assert asked.direct == ("Dampak", "Lain")
    assert numbers(short, full) == [
        (1, 1, "Awal"), (2, 2, "Awal"), (3, 3, "Hasil"), (4, 4, "Hasil"),
    ]  # fmt: skip


def test_each_text_is_the_usual_one_that_is_not_blank() -> None:
    reports = [
        record(("Awal", (item(1, "", "", ""),))),
        record(("Awal", (item(1, "", "", ""),))),
        record(("Awal", (item(1, "Mana?", "J", "T"),))),
        record(("Awal", (item(1, "Apa?", "K", "S"),))),
        record(("Awal", (item(1, "Apa?", "K", "S"),))),
    ]
    asked, findings = asked_in(reports)
    (one,) = asked.questions
    assert (one.text, one.indicator, one.sub_indicator) == ("Apa?", "K", "S")
    assert [finding.rule for finding in findings] == ["question-texts-differ"]
    assert str(findings[0].message) == "question 1 is worded otherwise in most reports: “Apa?”."
    assert findings[0].source == Source("1.pdf")


def test_wordings_that_differ_in_letters_alone_are_one() -> None:
    reports = [record(("Awal", (item(1, "Apa itu?"),))), record(("AWAL", (item(1, "APA  ITU"),)))]
    asked, findings = asked_in(reports)
    assert (len(asked.questions), findings) == (1, ())


def test_a_long_wording_is_told_by_its_beginning() -> None:
    reports = [record(("A", (item(1, "a" * 70),)))] * 2 + [record(("A", (item(1, "b"),)))]
    (finding,) = asked_in(reports)[1]
    assert f"“{'a' * 60}”" in str(finding.message)


def test_no_reports_ask_nothing() -> None:
    asked, findings = asked_in([])
    assert (asked.questions, asked.dimensions, asked.direct, findings) == ((), (), (), ())
    blank, _findings = asked_in([record(("A", (item(1, "", "", ""),)))])
    assert blank.questions[0].text == ""
