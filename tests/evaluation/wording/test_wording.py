"""Slips of wording are found where they stand; what only looks like one is not."""

import pytest

from evaluation.sources import Finding, Severity, Source
from evaluation.wording import CHECKS, NAME_CHECKS, OTHER_CHECKED, CountedNoun, check_words
from evaluation.wording.texts import Text, TextKind
from letters.amounts import from_words

NOUNS = (
    CountedNoun("kota/kabupaten", frozenset({191, 165, 26, 125, 66})),
    CountedNoun("dimensi", frozenset({5, 6})),
)
# Words that are used often, as a whole round would.
OFTEN = [
    "Sejauh mana keamanan informasi dilaksanakan di daerah ini?",
    "Sejauh mana keamanan data dijaga di daerah lain?",
    "Sejauh mana keamanan aplikasi diuji?",
    "Sejauh mana keamanan informasi dipahami oleh aparatur?",
    "Sejauh mana rencana keamanan informasi dijalankan?",
]


def text(content: str, kind: TextKind = TextKind.PROSE, line: int = 1) -> Text:
    return Text(kind, content, Source("prosa/a.xml", line=line, column=1))


def found(*texts: Text) -> list[Finding]:
    return list(check_words(texts, NOUNS, from_words))


LONG = "Adapun ruang lingkup evaluasi ini adalah kondisi awal, keluaran, hasil, dan dampak program"

BROKEN = {
    "a doubled word": ("berdasarkan berdasarkan lima dimensi", "doubled-word"),
    "a doubled word in another case": ("Yang yang penting", "doubled-word"),
    "a doubled word over a line end": ("hasil\nhasil evaluasi", "doubled-word"),
    "a number used twice": ("1. satu\n2. dua\n3. tiga\n3. empat", "numbering-slip"),
    "a number left out": ("1) satu\n2) dua\n4) empat", "numbering-slip"),
    "words beside another figure": ("seratus enam puluh (165) daerah", "amount-contradicts-words"),
    "a figure beside other words": ("1 (dua) berkas", "amount-contradicts-words"),
    "an amount in words that the data deny": (
        "pada tujuh puluh lima kota/kabupaten yang terpilih",
        "amount-contradicts-data",
    ),
    "an amount in figures that the data deny": (
        "untuk 190 Kota/Kabupaten",
        "amount-contradicts-data",
    ),
    "an amount in brackets that the data deny": (
        "berdasarkan tujuh (7) dimensi",
        "amount-contradicts-data",
    ),
    "a bracket that is not closed": ("program kota cerdas (smart city", "unbalanced-sign"),
    "a bracket that was never opened": ("tahun lalu) dan kini", "unbalanced-sign"),
    "a quotation mark alone": ('ia berkata "baik', "unbalanced-sign"),
    "brackets crossed": ("(a [b) c]", "unbalanced-sign"),
    "a word cut in two": ("Se jauh mana program berjalan?", "broken-word"),
    "a letter doubled": ("Ssejauh mana program berjalan?", "broken-word"),
    "a letter of another alphabet": ("untuk KAB. WAKATOBİ saja", "odd-letter"),
    "a Cyrillic letter in a word": ("\u0412adan Contoh", "odd-letter"),
    "a letter lost": ("Pelaksanaan keamaan informasi", "broken-word"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_is_found(case: str) -> None:
    content, rule = BROKEN[case]
    wrong = text(content, line=9)
    findings = found(*map(text, OFTEN), wrong)
    assert [finding.rule for finding in findings] == [rule]
    assert findings[0].source == wrong.source
    assert findings[0].severity is Severity.WARNING


RIGHT = [
    "anak-anak dan kupu-kupu",
    "Raja II II Surakarta",
    "mana-mana saja",
    "1. satu\n2. dua\n1. satu lagi\n2. dua lagi",
    "pasal 1. dan 3.",
    "seratus enam puluh lima (165) kota/kabupaten",
    "1 (satu) berkas",
    "Tahun 2024 (dua ribu dua puluh empat)",
    "enam (6) dimensi smart city",
    "50 orang x 6 dimensi = 300 orang",
    "beberapa kota/kabupaten",
    "a) satu; b) dua; 1) tiga",
    "kota “cerdas” (smart city) [baru]",
    "Jum'at dan Qur'an",
    "se kota dan sekota",
    "melalui dan memulai",
]


@pytest.mark.parametrize("content", RIGHT)
def test_is_right(content: str) -> None:
    assert not found(*map(text, OFTEN), text(content))


def test_a_paragraph_that_stands_twice_is_found_even_with_a_few_words_changed() -> None:
    findings = found(text(LONG), text(f"{LONG}, serta kolaborasi", line=2))
    assert [(finding.rule, str(finding.source)) for finding in findings] == [
        ("repeated-paragraph", "prosa/a.xml:2:1")
    ]


def test_paragraphs_that_only_begin_alike_are_right() -> None:
    other = "Adapun ruang lingkup evaluasi ini meliputi tata kelola, layanan, dan kerja sama daerah"
    assert not found(text(LONG), text(other, line=2))


def test_what_an_assessor_counts_is_not_held_against_the_round() -> None:
    assert not found(text("bekerja sama dengan 3 kota/kabupaten", TextKind.COMMENT))


@pytest.mark.parametrize("name", ["KAB. KONawe", "kOTA bADUNG", "Kota BADung"])
def test_a_name_with_capitals_out_of_place_is_found(name: str) -> None:
    assert [one.rule for one in found(text(name, TextKind.NAME))] == ["odd-capitals"]


@pytest.mark.parametrize(
    "name",
    ["KAB. KONAWE", "Kab. Konawe", "KPPN IKN", "Dr. Budi, S.Kom., M.Kom.", "André", "Москва"],
)
def test_a_name_in_one_alphabet_with_capitals_in_place_is_right(name: str) -> None:
    assert not found(text(name, TextKind.NAME))


def test_an_odd_letter_is_told_with_the_name_as_it_should_be() -> None:
    (finding,) = found(text("KAB. WAKATOBİ", TextKind.NAME))
    assert (finding.rule, "U+0130" in str(finding.message)) == ("odd-letter", True)
    assert str(finding.remedy).endswith("WAKATOBI.")


def test_every_rule_of_the_table_is_shown_here() -> None:
    shown = {rule for _content, rule in BROKEN.values()} | {"repeated-paragraph", "odd-capitals"}
    checked = (*(rule for rule, _check in (*NAME_CHECKS, *CHECKS)), *OTHER_CHECKED)
    assert shown == {rule.identifier for rule in checked}
