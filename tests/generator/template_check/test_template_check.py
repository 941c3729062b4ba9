"""What a pack needs is listed, and what is wrong with it is found in every branch, unrendered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.arithmetic import Results
from evaluation.model import Fact, Facts
from evaluation.sources import Finding, Severity, Source
from generator.making.maker import Maker
from generator.making.rounds import Round
from generator.packs.packs import Pack, load_pack, shipped_folder, shipped_packs
from generator.template_check.checking import Needed, check_pack, check_templates, needed_fields

MakePack = Callable[..., Pack]


@pytest.fixture
def pack(tmp_path: Path) -> MakePack:
    """Make a pack that builds on the general one, whose letter or report is the given text."""

    def make(body: str, kind: str = "letter", **files: str) -> Pack:
        folder = tmp_path / "paket"
        folder.mkdir()
        (folder / "paket.toml").write_text(f'base = "dasar"\n[documents]\n{kind} = ["a.xml"]\n')
        for name, text in {"a": body, **files}.items():
            (folder / f"{name}.xml").write_text(text, encoding="utf-8")
        own = load_pack(folder)
        return replace(own, documents={kind: ("a.xml",)})

    return make


def page(content: str) -> str:
    return f"<document>\n<section>\n{content}\n</section>\n</document>"


def uses(needed: tuple[Needed, ...]) -> dict[str, bool]:
    """Give each field, and whether every use of it is optional."""
    paths = {one.path: True for one in needed}
    for one in needed:
        paths[one.path] &= one.optional
    return paths


def wrong(findings: tuple[Finding, ...]) -> list[Finding]:
    return [one for one in findings if one.severity is Severity.ERROR]


FOLLOWED: dict[str, tuple[str, dict[str, bool]]] = {
    "a fact": ("<p>{{ surat.nomor }}</p>", {"surat.nomor": False}),
    "a loop": (
        "{% for k in kategori %}{% for d in k.dimensi %}{{ d.bobot|persen }}"
        "{% endfor %}{% endfor %}",
        {"kategori": False, "kategori[].dimensi": False, "kategori[].dimensi[].bobot": False},
    ),
    "an alias": (
        "{% set s = surat %}<p>{{ s.nomor }}</p>",
        {"surat": False, "surat.nomor": False},
    ),
    "a list that the template writes": (
        "{% for b in penerima %}{% for p in [b.kiri, b.kanan] %}{{ p.nama }}"
        "{% endfor %}{% endfor %}",
        {
            "penerima": False, "penerima[].kiri": False, "penerima[].kanan": False,
            "penerima[].kiri.nama": False, "penerima[].kanan.nama": False,
        },
    ),
    "a filter that gives one of a list": (
        "{% set k = kategori|first %}<p>{{ k.nama }}</p>",
        {"kategori": False, "kategori[].nama": False},
    ),
    "a subscript": (
        "<p>{{ kategori[0].nama }} {{ jumlah['hadir'] }}</p>",
        {"kategori[].nama": False, "jumlah.hadir": False},
    ),
    "a default": ("<p>{{ surat.sifat|default('x') }}</p>", {"surat.sifat": True}),
    "a question before": (
        "{% if surat.sifat is defined %}<p>{{ surat.sifat }}</p>{% endif %}",
        {"surat.sifat": True},
    ),
    "a question about the whole": (
        "{% if rujukan is defined and rujukan.asal %}<p>{{ rujukan.nomor }}</p>{% endif %}",
        {"rujukan": True, "rujukan.asal": True, "rujukan.nomor": True},
    ),
    "a question the other way round": (
        "{% if surat.sifat is not defined %}<p/>{% else %}<p>{{ surat.sifat }}</p>{% endif %}",
        {"surat.sifat": True},
    ),
    "a choice": (
        "<p>{{ surat.sifat if surat.sifat is defined else surat.hal }}</p>",
        {"surat.sifat": True, "surat.hal": False},
    ),
    "a question that does not cover the use": (
        "{% if surat.sifat is defined or konsep %}<p>{{ surat.sifat }}</p>{% endif %}",
        {"surat.sifat": False, "konsep": False},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FOLLOWED)
def test_the_fields_are_found_through(case: str, pack: MakePack) -> None:
    body, expected = FOLLOWED[case]
    made = pack(page(body))
    assert uses(needed_fields(made)) == expected
    assert not check_pack(made)


def test_includes_and_imports_are_followed_with_the_names_around_them(pack: MakePack) -> None:
    made = pack(
        '{% from "istilah.xml" import sebutan as s with context %}'
        + page('{% for k in kategori %}{% include "baris.xml" %}{% endfor %}<p>{{ s }}</p>'),
        istilah="{% set sebutan = surat.program %}",
        baris="<p>{{ k.nama }}</p>",
    )
    needed = needed_fields(made)
    assert {(one.path, one.source.file) for one in needed} == {
        ("surat.program", "istilah.xml"),
        ("surat.program", "a.xml"),
        ("kategori", "a.xml"),
        ("kategori[].nama", "baris.xml"),
    }
    assert not check_pack(made)


def test_each_use_is_told_with_line_and_column(pack: MakePack) -> None:
    (needed,) = needed_fields(pack(page("<p>x\n  {{ surat . nomor }}</p>")))
    assert str(needed.source) == "a.xml:4:6"


BROKEN: dict[str, tuple[str, str, str, str]] = {
    "a field that is none": (
        "{{ jumlha.hadir }}", "template-field-unknown", "a.xml:3:7", "Did you mean jumlah?",
    ),
    "a part of a field that is none": (
        "{{ jumlah.hadri }}", "template-field-unknown", "a.xml:3:7", "Did you mean hadir?",
    ),
    "a part of one of a list": (
        "{% for k in kategori %}{{ k.naam }}{% endfor %}",
        "template-field-unknown", "a.xml:3:30", "Did you mean nama?",
    ),
    "a part of a list": (
        "{{ kategori.nama }}", "template-field-unknown", "a.xml:3:7", "",
    ),
    "a branch that no sample reaches": (
        "{% if konsep and not konsep %}{{ skala.maksimun }}{% endif %}",
        "template-field-unknown", "a.xml:3:37", "Did you mean maksimum?",
    ),
    "a field that a question asks for": (
        "{% if jumlah.hadri is defined %}x{% endif %}",
        "template-field-unknown", "a.xml:3:10", "Did you mean hadir?",
    ),
    "a field of a region in a letter": (
        "{{ wilayah.nama }}", "template-field-unknown", "a.xml:3:7", "",
    ),
    "a filter that is none": (
        "{{ skala.minimum|niali }}", "template-filter-unknown", "a.xml:3", "Did you mean nilai?",
    ),
    "a file that is none": (
        '{% if konsep %}{% include "prosa/surat-penutp.xml" %}{% endif %}',
        "template-wrong", "a.xml:3", "Did you mean prosa/surat-penutup.xml?",
    ),
    "a name that a file does not set": (
        '{% from "prosa/istilah.xml" import satuam with context %}{{ satuam }}',
        "template-import-unknown", "a.xml:3", "Did you mean satuan?",
    ),
    "what Jinja cannot read": ("{{ a b }}", "template-wrong", "a.xml:3",
                              "Each {{ needs its }}, each {% its %}."),
    "a block that is not ended": ("{% if konsep %}", "template-wrong", "a.xml:3",
                                  "End it with {% endif %}."),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_fault_is_told_once_with_its_place_for(case: str, pack: MakePack) -> None:
    body, rule, place, remedy = BROKEN[case]
    (finding,) = wrong(check_pack(pack(page(f"<p>{body}</p>"))))
    assert (finding.rule, str(finding.remedy)) == (rule, remedy)
    assert str(finding.source).startswith(place)


def test_a_field_of_a_region_is_right_in_a_report_and_where_a_template_asks(
    pack: MakePack,
) -> None:
    body = page("<p>{{ wilayah.nama_lengkap }} {{ hasil.dimensi[0].baris[0].teks }}</p>")
    assert not check_pack(pack(body, "report"))


@pytest.mark.parametrize(
    "body",
    [
        "{% if wilayah is defined %}{{ wilayah.nama }}{% endif %}",
        "{{ wilayah|default('') }}",
        "{{ loop.index if loop is defined }}",
        "{% if uraian_tambahan is defined %}{{ uraian_tambahan.teks }}{% endif %}",
        "{% for k in kategori %}{{ loop.index }}{% if loop.last %}.{% endif %}{% endfor %}",
        "{% set x = {'a': 'b'} %}{{ x['a']|default(konsep) }} {{ x.apa_saja }}",
        "{% macro m(a) %}{{ a.b }}{% endmacro %}{{ m(surat) }}",
        "{% for k in kategori if k.utama %}{{ k.nama }}{% else %}-{% endfor %}",
        '{% include ["tiada.xml"] ignore missing %}',
    ],
)
def test_what_only_looks_wrong_is_left_alone(body: str, pack: MakePack) -> None:
    assert not check_pack(pack(page(f"<p>{body}</p>")))


def test_a_question_about_a_name_like_a_field_is_a_warning(pack: MakePack) -> None:
    body = "{% if rujukna is defined %}<p>{{ rujukna.nomor }}</p>{% endif %}"
    (finding,) = {(one.rule, one.severity, str(one.remedy)) for one in check_pack(pack(page(body)))}
    assert finding == ("template-field-unknown", Severity.WARNING, "Did you mean rujukan?")


def test_files_that_include_one_another_end(pack: MakePack) -> None:
    made = pack(
        page('{% include "b.xml" %}'),
        b='{% if konsep %}{% include "b.xml" %}{% include "c.xml" %}{% endif %}',
        c='{% include "b.xml" %}<p>{{ surat.hal }}</p>',
    )
    assert "surat.hal" in uses(needed_fields(made))


def test_many_includes_of_many_includes_end(pack: MakePack) -> None:
    files = {f"f{n}": f'{{% include "f{n + 1}.xml" %}}' * 9 for n in range(12)}
    made = pack(page('{% include "f0.xml" %}'), **files, f12="")
    assert not wrong(check_pack(made))


@pytest.mark.parametrize("text", ["surat" + ".a" * 5000, "(" * 5000, "not " * 5000 + "konsep"])
def test_a_template_nested_without_bound_is_refused(text: str, pack: MakePack) -> None:
    findings = wrong(check_pack(pack(page(f"<p>{{{{ {text} }}}}</p>"))))
    assert {one.rule for one in findings} == {"template-wrong"}


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """A pack with one template, to be written over."""
    folder = tmp_path_factory.mktemp("scratch")
    (folder / "paket.toml").write_text('base = "dasar"')
    return replace(load_pack(folder), documents={"letter": ("a.xml",)})


LETTER = (shipped_folder() / "dasar" / "prosa" / "surat-isi.xml").read_text(encoding="utf-8")


@given(
    start=st.integers(0, len(LETTER)),
    length=st.integers(0, 80),
    new=st.text("{}%<>&/.|\"' \nabx=[]()", max_size=12),
)
def test_no_damage_to_a_template_gives_a_traceback(
    start: int, length: int, new: str, scratch: Pack
) -> None:
    damaged = page(LETTER[:start] + new + LETTER[start + length :])
    (scratch.folders[0] / "a.xml").write_text(damaged, encoding="utf-8")
    for finding in check_pack(scratch):
        assert finding.source is not None
        assert finding.source.line is None or finding.source.line <= damaged.count("\n") + 1


def test_a_file_that_nothing_uses_is_a_notice_with_the_nearest_name(pack: MakePack) -> None:
    made = pack(page('{% include "kepala.xml" %}'), kepala="<p>x</p>", kepla="<p>y</p>")
    (finding,) = check_pack(made)
    assert (finding.rule, finding.severity) == ("template-unused", Severity.NOTICE)
    assert str(finding.source) == "kepla.xml"
    assert "kepala.xml" in str(finding.remedy)


@pytest.mark.parametrize("name", shipped_packs())
def test_a_shipped_pack_has_no_fault(name: str) -> None:
    assert not check_pack(shipped_folder() / name)


SAMPLES = [
    ("evaluasi-2024", "kota-cerdas"),
    ("evaluasi-2024", "dasar"),
    ("perpustakaan", "dasar"),
]


@pytest.mark.parametrize(("sample", "name"), SAMPLES)
def test_a_shipped_pack_and_a_sample_round_meet(
    sample: str, name: str, rounds: Mapping[str, Round]
) -> None:
    pack = load_pack(shipped_folder() / name)
    assert not check_templates(pack, rounds[sample].evaluation)


def with_facts(opened: Round, changes: Mapping[str, str]) -> Round:
    kept = [fact for fact in opened.evaluation.facts if fact.key not in changes]
    added = [
        Fact(key, value, Source("e.xlsx", "Surat", f"B{row}"))
        for row, (key, value) in enumerate(changes.items(), 50)
    ]
    facts = Facts((*kept, *added))
    results = Results(replace(opened.evaluation, facts=facts))
    return replace(opened, maker=Maker(results, opened.letter, opened.pack))


def test_a_fact_that_every_document_needs_and_the_round_lacks_is_an_error_at_its_uses(
    rounds: Mapping[str, Round],
) -> None:
    opened = with_facts(rounds["perpustakaan"], {"Nama Penandatangan": ""})
    (finding,) = check_templates(opened.pack, opened.evaluation)
    assert finding.rule == "template-field-missing"
    assert str(finding.source) == "_partials/tanda-tangan.xml:8:120"
    assert "“Nama Penandatangan”" in str(finding.message)


@pytest.mark.parametrize("key", ["Sifat", "Tautan Kuesioner", "Nomor Surat Rujukan"])
def test_a_fact_that_no_document_needs_may_be_blank(key: str, rounds: Mapping[str, Round]) -> None:
    opened = with_facts(rounds["perpustakaan"], {key: ""})
    assert not check_templates(opened.pack, opened.evaluation)


def test_a_fact_that_no_template_prints_is_a_notice_at_its_row_with_the_nearest_key(
    rounds: Mapping[str, Round],
) -> None:
    opened = with_facts(
        rounds["perpustakaan"], {"Sifat": "", "Sfiat": "Biasa", "Nomor Rekening": "1"}
    )
    misspelled, further = check_templates(opened.pack, opened.evaluation)
    assert {one.severity for one in (misspelled, further)} == {Severity.NOTICE}
    assert [str(one.source) for one in (misspelled, further)] == ["Surat!B51", "Surat!B52"]
    assert str(misspelled.remedy) == "Did you mean Sifat?"
    assert "{{ surat.nomor_rekening }}" in str(further.remedy)
