"""Evaluation → the fields of templates: all counting, sorting and grouping happens here."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby, zip_longest

from evaluation.arithmetic import Result, Results
from evaluation.model import Comment, Dimension, Evaluation, Instrument, Question, Region, Scale
from evaluation.workbook.facts import SURAT_KEYS
from generator.packs.packs import Pack
from generator.templating.fields import (
    Asesor,
    Bagian,
    BarisNasional,
    BarisPenerima,
    BarisPertanyaan,
    DimensiKategori,
    Elemen,
    Hasil,
    HasilDimensi,
    Jumlah,
    Kategori,
    Label,
    NilaiKolom,
    Penerima,
    Ralat,
    RegionFields,
    RoundFields,
    Rujukan,
    Skala,
    TandaTangan,
    Wilayah,
    WilayahAbsen,
)
from generator.templating.letter_facts import LetterFacts
from letters.addressee import full_name, sorted_by_addressee, sorted_by_kind
from letters.correction import Correction
from letters.dates import format_date, format_period
from letters.letter import Letter, Reference
from letters.signing import Mode


def round_fields(
    results: Results, letter: Letter, pack: Pack, correction: Correction | None = None
) -> RoundFields:
    """Fill the fields that every document of the round may use.

    ``correction`` is None for what goes out first.
    """
    evaluation = results.evaluation
    instrument = evaluation.instrument
    categories = _categories(evaluation)
    start, end = letter.evaluation_start, letter.evaluation_end
    return RoundFields(
        surat=LetterFacts(evaluation.facts, tuple(key.key for key in SURAT_KEYS)),
        rujukan=_reference(letter.reference) if letter.reference else None,
        ralat=_correction(correction) if correction else None,
        konsep=letter.is_draft,
        tanda_tangan=_signing(letter, pack.profile.signing.mode),
        kode_qr=None,
        tembusan=letter.copies,
        periode_evaluasi=format_period(start, end) if start and end else None,
        tahun_lalu=_year_before(letter.year),
        jumlah=_counts(evaluation),
        skala=_scale(instrument.scale),
        kategori=categories,
        dimensi=tuple(dimension.name for dimension in instrument.dimensions),
        nama_dimensi_utama=categories[0].nama_dimensi if categories else (),
        penerima=_addressee_rows(evaluation, pack),
        absen=_absent(evaluation, pack),
        tabel=_national_rows(results, pack),
    )


def region_fields(
    results: Results, pack: Pack, region: Region, categories: Sequence[Kategori]
) -> RegionFields:
    """Fill the fields of a document about one region; ``categories`` are the round's."""
    evaluation = results.evaluation
    return RegionFields(
        wilayah=Wilayah(
            nomor=region.number,
            kode=region.code,
            nama=region.name,
            nama_lengkap=full_name(region.name, pack.profile),
            penerima=region.addressee,
            kategori=next(one for one in categories if one.nama == region.category),
            hadir=region.attended,
        ),
        hasil=_result(evaluation.instrument, results.of(region)),
        catatan=_sections(evaluation.comments.get(region.name, ())),
    )


def _reference(reference: Reference) -> Rujukan:
    return Rujukan(reference.number, reference.date, reference.origin, reference.subject)


def _correction(correction: Correction) -> Ralat:
    return Ralat(
        ke=correction.ordinal,
        nomor=correction.number,
        tanggal=format_date(correction.date),
        nomor_semula=correction.of_number,
        tanggal_semula=format_date(correction.of_date),
        alasan=correction.reason,
    )


def _signing(letter: Letter, mode: Mode) -> TandaTangan:
    return TandaTangan(
        elektronik=mode is not Mode.NONE and not letter.is_draft,
        kotak=mode is Mode.BOX and not letter.is_draft,
        srikandi=mode is Mode.SRIKANDI,
    )


def _counts(evaluation: Evaluation) -> Jumlah:
    instrument = evaluation.instrument
    return Jumlah(
        wilayah=len(evaluation.regions),
        hadir=len(evaluation.attended()),
        absen=len(evaluation.absent()),
        dimensi=len(instrument.dimensions),
        pertanyaan=len(instrument.questions),
        kategori=len(instrument.categories),
    )


def _scale(scale: Scale) -> Skala:
    return Skala(scale.minimum, scale.maximum, dasar=min(Decimal(0), scale.minimum))


def _year_before(year: str | None) -> str:
    """Give the year before as text; where the round's year is no number, say "tahun lalu"."""
    return str(int(year) - 1) if year and year.isdecimal() else "tahun lalu"


def _categories(evaluation: Evaluation) -> tuple[Kategori, ...]:
    instrument = evaluation.instrument
    main = instrument.categories[0]
    return tuple(
        _category(evaluation, category, main=category == main) for category in instrument.categories
    )


def _category(evaluation: Evaluation, name: str, main: bool) -> Kategori:
    regions = [region for region in evaluation.regions if region.category == name]
    dimensions = evaluation.instrument.dimensions_of(name)
    first = evaluation.instrument.categories[0]
    return Kategori(
        nama=name,
        jumlah=len(regions),
        hadir=sum(region.attended for region in regions),
        dimensi=tuple(_weighed(dimension, name, first) for dimension in dimensions),
        nama_dimensi=tuple(dimension.letter_name for dimension in dimensions),
        keterangan=evaluation.facts.get(f"Keterangan {name}"),
        utama=main,
    )


def _weighed(dimension: Dimension, category: str, main: str) -> DimensiKategori:
    first, *others = dimension.description.splitlines() or [""]
    return DimensiKategori(
        nama=dimension.name,
        nama_surat=dimension.letter_name,
        nama_tabel=dimension.table_name,
        bobot=dimension.weights[category],
        uraian=first.strip(),
        uraian_lanjutan=tuple(line.strip() for line in others if line.strip()),
        elemen=tuple(Elemen(one.name, one.description) for one in dimension.elements),
        khusus=main not in dimension.weights,
    )


def _addressee_rows(evaluation: Evaluation, pack: Pack) -> tuple[BarisPenerima, ...]:
    """Set the addressees in two columns, down the left one and then down the right one."""
    ordered = sorted_by_addressee(evaluation.regions, pack.profile)
    addressees = [Penerima(number, r.addressee) for number, r in enumerate(ordered, 1)]
    left = pack.rows_left or -(-len(addressees) // 2)
    left = max(left, -(-len(addressees) // 2))
    pairs = zip_longest(addressees[:left], addressees[left:])
    return tuple(BarisPenerima(one, other) for one, other in pairs)


def _absent(evaluation: Evaluation, pack: Pack) -> tuple[WilayahAbsen, ...]:
    ordered = sorted_by_kind(evaluation.absent(), pack.profile)
    return tuple(
        WilayahAbsen(number, region.name, region.category)
        for number, region in enumerate(ordered, 1)
    )


def _national_rows(results: Results, pack: Pack) -> tuple[BarisNasional, ...]:
    evaluation = results.evaluation
    ordered = sorted_by_kind(evaluation.attended(), pack.profile)
    return tuple(
        _national_row(number, results.of(region), evaluation.instrument)
        for number, region in enumerate(ordered, 1)
    )


def _national_row(number: int, result: Result, instrument: Instrument) -> BarisNasional:
    category = result.region.category
    return BarisNasional(
        nomor=number,
        wilayah=result.region.name,
        kolom=tuple(
            NilaiKolom(result.dimensions.get(d.name), berlaku=category in d.weights)
            for d in instrument.dimensions
        ),
        akhir=result.final,
        perubahan=result.improvement,
        kategori=category,
    )


def _result(instrument: Instrument, outcome: Result) -> Hasil:
    category = outcome.region.category
    dimensions = instrument.dimensions_of(category)
    return Hasil(
        dimensi=tuple(_dimension(one, outcome) for one in dimensions),
        bobot=sum((one.weights[category] for one in dimensions), Decimal(0)),
        akhir=outcome.final,
        lalu=outcome.previous_final,
        perubahan=outcome.improvement,
        arah=_direction(outcome.improvement),
        ada_lalu=outcome.previous_final is not None or bool(outcome.previous),
    )


def _dimension(dimension: Dimension, outcome: Result) -> HasilDimensi:
    change = outcome.changes.get(dimension.name)
    return HasilDimensi(
        nama=dimension.name,
        nama_surat=dimension.letter_name,
        nama_tabel=dimension.table_name,
        bobot=dimension.weights[outcome.region.category],
        nilai=outcome.dimensions.get(dimension.name),
        lalu=outcome.previous.get(dimension.name),
        perubahan=change,
        arah=_direction(change),
        baris=_question_rows(dimension.questions, outcome),
    )


def _direction(change: Decimal | None) -> str | None:
    if change is None:
        return None
    return ("turun", "tetap", "naik")[(change > 0) - (change < 0) + 1]


def _question_rows(questions: Sequence[Question], outcome: Result) -> tuple[BarisPertanyaan, ...]:
    """Give one row a question, with equal indicators (and sub-indicators within) merged."""
    indicators = _labels([question.indicator for question in questions])
    subs = _labels([(question.indicator, question.sub_indicator) for question in questions])
    return tuple(
        BarisPertanyaan(
            indikator=Label(question.indicator, indicator) if indicator else None,
            sub_indikator=Label(question.sub_indicator, sub) if sub else None,
            nomor=question.number,
            teks=question.text,
            nilai=outcome.questions.get(question.number),
        )
        for question, indicator, sub in zip(questions, indicators, subs, strict=True)
    )


def _labels(values: Sequence[object]) -> list[int | None]:
    """Give, for each value, the length of the run that begins with it; None inside a run."""
    lengths: list[int | None] = []
    for _value, run in groupby(values):
        count = len(list(run))
        lengths += [count, *[None] * (count - 1)]
    return lengths


def _sections(comments: Sequence[Comment]) -> tuple[Bagian, ...]:
    """Group comments by section and assessor, both in the order of their first point."""
    return tuple(
        Bagian(section, _assessors(c for c in comments if c.section == section))
        for section in dict.fromkeys(comment.section for comment in comments)
    )


def _assessors(comments: Iterable[Comment]) -> tuple[Asesor, ...]:
    points: dict[tuple[str, str], list[str]] = {}
    for comment in comments:
        points.setdefault((comment.assessor, comment.institution), []).append(comment.point)
    return tuple(
        Asesor(", ".join(filter(None, (name, institution))), name, institution, tuple(theirs))
        for (name, institution), theirs in points.items()
    )
