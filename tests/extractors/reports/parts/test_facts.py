"""Region, category, year and attendance, from covers, label lines and sentences."""

from collections.abc import Sequence

import pytest

from evaluation.vocabulary.layouts import layouts
from extractors.reports.parts.covers import region_doubt, region_of
from extractors.reports.parts.facts import attended, categories_of
from extractors.reports.parts.labels import labelled
from extractors.reports.parts.years import Year, year_of
from extractors.reports.text.lines import Line
from tests.extractors.reports.writing import line, lines


def pages(*texts: Sequence[str]) -> list[Line]:
    """Lines page by page."""
    return [own for number, page in enumerate(texts, 1) for own in lines(*page, page=number)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kategori: Baik", "Baik"),
        ("  Kategori :  Sangat Baik ", "Sangat Baik"),
        ("Kategori: Baik: sekali", "Baik: sekali"),
        ("Kategori | Baik", "Baik"),
        ("Kategori : | Baik", "Baik"),
        ("Kategori | : Baik", "Baik"),
        ("Kategori | Baik | 3", None),
        ("Kategori Baik", None),
        ("Warna: Baik", None),
        ("Kategori:", None),
    ],
)
def test_a_label_line_says_its_value(text: str, value: str | None) -> None:
    assert labelled([line(text)], layouts().category.line) == value
    assert categories_of([line("Isi"), line(text)]) == ((value,) if value else ())


def test_all_that_label_lines_say_is_told_once_the_first_first() -> None:
    assert categories_of(lines("Kategori: A", "Kategori: B", "Kategori: a")) == ("A", "B")


def test_the_best_witness_among_labels_counts() -> None:
    assert categories_of(lines("Jenis: Surat", "Kategori: A")) == ("A",)
    given = lines("Provinsi: Bali", "Kabupaten/Kota: Kab. Badung")
    assert region_of(given, []) == "Kab. Badung"


COVER = ("LAPORAN HASIL EVALUASI", "TAHUN 2023")


@pytest.mark.parametrize(
    ("first", "known", "region"),
    [
        (["Kabupaten/Kota: KAB. BADUNG", "KOTA BOGOR"], [], "KAB. BADUNG"),
        ([*COVER, "KAB. BADUNG"], [], "KAB. BADUNG"),
        ([*COVER, "Kota Bogor"], [], "Kota Bogor"),
        ([*COVER, "PEMERINTAH KABUPATEN BADUNG"], [], "KABUPATEN BADUNG"),
        ([*COVER, "PERPUSTAKAAN JAYA RAYA"], [], "PERPUSTAKAAN JAYA RAYA"),
        (["KAB. BADUNG", *COVER], [], "KAB. BADUNG"),
        (["Isi", "Kata Lain"], [], None),
        (["Isi", "KOTA BOGOR", "(lanjutan)"], [], None),
        (["Isi", "KOTA BOGOR", "dan lainnya"], [], None),
        (["Isi", "KOTA BOGOR", "Dan lainnya"], [], "KOTA BOGOR"),
        (["Isi", "Kota yang maju"], [], None),
        (["Isi", "KOTA BOGOR 2"], [], None),
        (["Isi", "KOTA A/KOTA B"], [], None),
        (["Isi", "KOTA"], [], None),
        (["KAB. A", "Kab. B"], ["KAB. B"], "Kab. B"),
        (["KAB. A", "KAB. A", "Kab. B"], [], "KAB. A"),
        (["Isi", "kota yang sangat maju dan bersih Sekali"], [], None),
    ],
)
def test_the_region_is_the_line_that_says_nothing_else(
    first: list[str], known: list[str], region: str | None
) -> None:
    assert region_of(pages(first), known) == region


def test_a_line_on_a_later_page_needs_capitals_or_a_list() -> None:
    assert region_of(pages(["Isi"], ["Kota Bogor"]), []) is None
    assert region_of(pages(["Isi"], ["KOTA BOGOR"]), []) == "KOTA BOGOR"
    assert region_of(pages(["Isi"], ["Kota Bogor"]), ["KOTA BOGOR"]) == "Kota Bogor"
    assert region_of(pages(["Isi"], ["Hasil tahun 2023", "Kota Bogor"]), []) == "Kota Bogor"


def test_one_word_with_a_point_may_be_a_region() -> None:
    assert region_of(pages(["Isi", "KAB.BADUNG"]), []) == "KAB.BADUNG"
    assert region_of(pages(["Isi", "PT.BADUNG"]), []) is None


def test_no_lines_say_nothing() -> None:
    assert region_of([], []) is None
    assert year_of([]) == Year()
    assert attended([], None, scored=False) is None


def test_a_plain_cover_says_the_region_above_its_category() -> None:
    assert region_of(pages(["Isi", "Nusa Indah", "Kategori: A"]), ["Nusa Indah"]) == "Nusa Indah"
    assert region_of(pages(["Isi", "Nusa Indah 2", "Kategori: A"]), []) is None
    assert region_of(pages(["Isi", "Nusa", "Kategori: A"]), []) is None


@pytest.mark.parametrize(
    ("title", "region"),
    [
        (["LAPORAN EVALUASI 2023 NUSA INDAH"], "NUSA INDAH"),
        (["LAPORAN EVALUASI 2023: NUSA INDAH"], "NUSA INDAH"),
        (["LAPORAN EVALUASI 2023", "PEMERINTAH NUSA INDAH"], "NUSA INDAH"),
        (["LAPORAN EVALUASI 2022 DAN 2023", "NUSA INDAH"], "NUSA INDAH"),
        (["NUSA INDAH", "LAPORAN EVALUASI 2023"], "NUSA INDAH"),
        (["EVALUASI 2023", "NUSA"], None),
        (["LAPORAN EVALUASI", "NUSA INDAH"], None),
        (["LAPORAN 2023 " + "KATA " * 9], None),
    ],
)
def test_a_title_says_the_region_after_the_year(title: list[str], region: str | None) -> None:
    big = [line(text, 100 + 20 * n, size=16) for n, text in enumerate(title)]
    assert region_of([*big, line("isi kecil", 300)], []) == region


def test_small_lines_and_later_pages_are_no_title() -> None:
    small = [line("LAPORAN 2023", 100, size=16), line("nusa indah", 120, size=9)]
    assert region_of(small, []) is None
    later = [line("LAPORAN 2023", 100, size=16), line("NUSA INDAH", 100, page=2, size=16)]
    assert region_of(later, []) is None


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (["Tahun: 2022", "TAHUN 2023"], 2022),
        (["Tahun Evaluasi: 2022/2023", "TAHUN 2021"], 2023),
        (["Tahun: lama", "TAHUN 2021"], 2021),
        (["LAPORAN TAHUN 2023"], 2023),
        (["LAPORAN tahun 2023"], 2023),
        (["LAPORAN 2023"], 2023),
        (["LAPORAN 1999"], 1999),
        (["LAPORAN 1899 2100"], None),
        (["LAPORAN 12023 20234"], None),
        (["LAPORAN 2022-2023"], 2023),
        (["Tahun 2021 Isi", "2022", "2022"], 2021),
        (["2021", "2022", "2022"], 2022),
        (["LAPORAN"], None),
    ],
)
def test_the_year(texts: list[str], year: int | None) -> None:
    assert year_of(pages(texts)).value == year


def test_the_first_page_says_the_year_whatever_the_rest_says() -> None:
    assert year_of(pages(["Tahun 2021"], ["tahun 2020"] * 60)) == Year(2021)
    assert year_of(pages(["Isi"], ["tahun 2020"] * 2)) == Year(2020)


def test_only_the_first_twelve_lines_of_the_first_page_are_titles() -> None:
    assert year_of(pages([*["kata"] * 11, "2021"])).value == 2021
    assert year_of(pages([*["kata"] * 12, "2021"])).value is None
    assert year_of(pages(["kata"], ["2021"])).value is None


@pytest.mark.parametrize(
    "law",
    [
        "Peraturan Menteri Nomor 4 Tahun 2021", "Perpres No. 39 Tahun 2021", "UU No 1/2021",
        "Jakarta, 25 November 2021", "periode 2021-2026",
    ],
)  # fmt: skip
def test_laws_dates_and_spans_say_no_year(law: str) -> None:
    assert year_of(pages([law])).value in {None, 2026}
    assert year_of(pages(["LAPORAN TAHUN 2023", law, law])) == Year(2023)
    assert year_of(pages([law, law, "LAPORAN TAHUN 2023"])) == Year(2023)


def test_a_law_may_run_over_two_lines() -> None:
    given = ["Peraturan Nomor 4", "Tahun 2021 tentang Contoh", "HASIL EVALUASI TAHUN 2023"]
    assert year_of(pages(given)) == Year(2023)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["LAPORAN TAHUN 2024", "HASIL EVALUASI TAHUN 2023"], Year(2024, 2023)),
        (["TAHUN 2024", "TAHUN 2024", "TAHUN 2023"], Year(2024)),
        (["Tahun Anggaran: 2022", "EVALUASI TAHUN 2023"], Year(2022, 2023)),
        (["Tahun: 2023", "EVALUASI TAHUN 2023"], Year(2023)),
    ],
)
def test_another_year_with_nearly_as_much_for_it_is_told(texts: list[str], found: Year) -> None:
    assert year_of(pages(texts)) == found


def big(*texts: str, gap: float = 6) -> list[Line]:
    """Lines of a cover, one below the other, in type of 20 points."""
    return [line(text, 100 + (20 + gap) * n, size=20) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("cover", "elsewhere", "region"),
    [
        (["KAB. OGAN KOMERING ULU", "SELATAN"], [], "KAB. OGAN KOMERING ULU SELATAN"),
        (["KABUPATEN KEPULAUAN SIAU", "TAGULANDANG", "BIARO"], [],
         "KABUPATEN KEPULAUAN SIAU TAGULANDANG BIARO"),
        (["KAB. BADUNG", "PROVINSI BALI"], [], "KAB. BADUNG"),
        (["KAB. BADUNG", "KEMENTERIAN CONTOH"], [], "KAB. BADUNG"),
        (["KAB. BADUNG", "Selatan"], [], "KAB. BADUNG"),
        (["KAB. BADUNG", "SMART CITY"], ["KAB. BADUNG"], "KAB. BADUNG"),
        (["KAB. BADUNG", "SELATAN"], ["KAB. BADUNG SELATAN"], "KAB. BADUNG SELATAN"),
    ],
)  # fmt: skip
def test_a_name_that_wraps_on_a_cover_is_read_whole(
    cover: list[str], elsewhere: list[str], region: str
) -> None:
    given = [*big("LAPORAN HASIL EVALUASI", *cover), *lines("Isi", *elsewhere, page=2)]
    assert region_of(given, []) == region


def test_a_name_goes_on_only_close_below_in_like_type() -> None:
    apart = [*big("KAB. OGAN"), *big("", "SELATAN", gap=26)[1:]]
    assert region_of([one for one in apart if one.words], []) == "KAB. OGAN"
    smaller = [*big("KAB. OGAN"), line("SELATAN", 126, size=14)]
    assert region_of(smaller, []) == "KAB. OGAN"


def test_a_list_decides_whether_a_name_goes_on() -> None:
    assert region_of(big("KAB. OGAN", "ILIR"), ["Kab. Ogan", "Kab. Ilir"]) == "KAB. OGAN"
    assert region_of(big("KAB. OGAN", "ILIR"), ["Kab. Ogan Ilir"]) == "KAB. OGAN ILIR"


@pytest.mark.parametrize(
    ("given", "known", "other"),
    [
        (["KAB. OGAN KOMERING ULU"], ["Kab. Ogan Komering Ulu Selatan"],
         "Kab. Ogan Komering Ulu Selatan"),
        (["KAB. OGAN KOMERING ULU"],
         ["Kab. Ogan Komering Ulu", "Kab. Ogan Komering Ulu Selatan"], None),
        (["KAB. OGAN", "KAB. LAIN"], [], "KAB. LAIN"),
        (["KAB. OGAN", "KAB. OGAN", "KAB. OGAN"], [], None),
        (["Kab/Kota: KAB. OGAN", "Kab/Kota: KAB. LAIN"], [], "KAB. LAIN"),
        (["Kab/Kota: KAB. OGAN", "Kab/Kota: Kab. Ogan"], [], None),
    ],
)  # fmt: skip
def test_a_region_that_may_be_another_is_doubted(
    given: list[str], known: list[str], other: str | None
) -> None:
    found = pages(given)
    why = region_doubt(region_of(found, known), found, known)
    assert (dict(why.facts)["other"] if why else None) == other


def test_a_title_without_a_region_names_none() -> None:
    assert region_of(big("HASIL EVALUASI TAHUN 2021 PADA 12 WILAYAH"), []) is None
    assert region_of(big("HASIL EVALUASI TAHUN 2021 PADA SELURUH WILAYAH"), []) is None


@pytest.mark.parametrize(
    ("texts", "region", "answer"),
    [
        (["Kehadiran: Hadir"], None, True),
        (["Kehadiran: Tidak Hadir"], None, False),
        (["Status: tidak hadir karena bencana"], None, False),
        (["Status: hadir lengkap"], None, True),
        (["Status: lainnya"], None, None),
        (["Kabupaten Badung tidak mengikuti evaluasi"], "KAB. BADUNG", False),
        (["Bahwa Kab. Badung", "pada tahun ini", "tidak hadir."], "KAB. BADUNG", False),
        (["Bahwa Kab. Badung", "pada tahun ini", "ternyata", "tidak hadir."], "KAB. BADUNG", None),
        (["Kota Bogor tidak mengikuti evaluasi"], "KAB. BADUNG", None),
        (["Kabupaten Badung tidak mengikuti evaluasi"], None, None),
        (["Kabupaten Badung mengikuti evaluasi"], "KAB. BADUNG", None),
        (["Yang tidak hadir: kata"], "KOTA", None),
    ],
)
def test_attendance(texts: list[str], region: str | None, answer: bool | None) -> None:
    assert attended(pages(texts), region, scored=False) is answer
    assert attended(pages(texts), region, scored=True) is True


def test_a_sentence_of_absence_stands_near_the_regions_name() -> None:
    far = f"{'kata ' * 8}Badung tidak hadir"
    near = f"{'kata ' * 7}Badung tidak hadir"
    assert attended(pages([near]), "KAB. BADUNG", scored=False) is False
    assert attended(pages([far]), "KAB. BADUNG", scored=False) is None
    late = f"Badung {'kata ' * 20}tidak hadir"
    assert attended(pages([late]), "KAB. BADUNG", scored=False) is None
