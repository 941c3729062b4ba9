"""Templates run in a sandbox, and every fault is told with template and line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.errors import WrongTemplateError
from evaluation.model import Fact, Facts
from evaluation.sources import Source
from generator.document.blocks import Document, Paragraph, plain_text, walk
from generator.document.printable import MARK
from generator.packs.packs import load_pack
from generator.templating.fields import Jumlah
from generator.templating.letter_facts import LetterFacts
from generator.templating.rendering import Templates

Render = Callable[..., Document]


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Render one template of a small pack that builds on the general one."""

    def _render(body: str, files: dict[str, str] | None = None, **fields: object) -> Document:
        pack = tmp_path / "paket"
        pack.mkdir()
        (pack / "paket.toml").write_text(
            'base = "dasar"\nforeign_words = ["smart city"]\n[documents]\nletter = ["a.xml"]\n'
        )
        for name, text in {"a.xml": body, **(files or {})}.items():
            (pack / name).write_text(text, encoding="utf-8")
        return Templates(load_pack(pack)).document("letter", fields)

    return _render


def page(content: str) -> str:
    return f"<document>\n<section>\n{content}\n</section>\n</document>"


def text(document: Document) -> list[str]:
    blocks = (block for section in document.sections for block in walk(section.blocks))
    return [plain_text(block.content) for block in blocks if isinstance(block, Paragraph)]


HOSTILE = [
    "<b>tebal</b> & <script>",
    "{{ 7 }} {% if %} {# x #}",
    "=1+1",
    "]]> &amp; <!-- --> <!DOCTYPE x>",
    'a="b" _at="x|1:1"',
    "x" * 3000,
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_literal_text_whatever_it_contains(value: str, render: Render) -> None:
    assert text(render(page("<p>{{ nilai }}</p>"), nilai=value)) == [value]


def test_a_literal_value_survives_the_filters(render: Render) -> None:
    made = render(
        page("<p>{{ nilai|asing }}</p><p>{{ nilai|baris }}</p>"), nilai="Smart City <b>\n&amp;"
    )
    assert text(made) == ["Smart City <b> &amp;", "Smart City <b> &amp;"]
    foreign = [part for part in _paragraph(made).content if getattr(part, "em", False)]
    assert [part.text for part in foreign] == ["Smart City"]


def _paragraph(document: Document) -> Paragraph:
    block = document.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    return block


@pytest.mark.parametrize(
    "character", ["\x00", "\x01", "\x1f", "\x7f", "\u0085", "\ufffe", "😀", "\ud800"]
)
def test_an_unprintable_character_becomes_the_mark(character: str, render: Render) -> None:
    assert text(render(page("<p>a{{ nilai }}b</p>"), nilai=character)) == [f"a{MARK}b"]


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u202e", "\ufeff"])
def test_an_invisible_character_is_dropped(character: str, render: Render) -> None:
    assert text(render(page("<p>a{{ nilai }}b</p>"), nilai=character)) == ["ab"]


COUNTS = Jumlah(191, 165, 26, 6, 115, 2)
FACTS = LetterFacts(Facts((Fact("Nama Program", "Contoh", Source("e.xlsx", "Surat", "B2")),)))

FAULTS = {
    "a syntax error": ("<p>{{ a b }}</p>", "a.xml:3", "“}}” is expected here, not “b”"),
    "a block that is not ended": ("<p>{% if x %}</p>", "a.xml:3", "End it with {% endif %}."),
    "an unknown filter": ("<p>{{ jumlah|niali }}</p>", "a.xml:3", "niali"),
    "an unknown field": ("<p>{{ jumlha.wilayah }}</p>", "a.xml:3", "no field “jumlha”"),
    "an unknown part of a field": (
        "<p>{{ jumlah.wilaya }}</p>",
        "a.xml:3",
        "no field “wilaya”. Did you mean wilayah?",
    ),
    "a fact that the workbook lacks": (
        "<p>{{ surat.tautan_kuesioner }}</p>",
        "a.xml:3",
        "Fill in the key “Tautan Kuesioner” in the sheet Surat.",
    ),
    "a file that the pack lacks": ('{% include "b.xml" %}', "a.xml", "no file “b.xml”"),
    "a file outside the pack": ('{% include "../../paket.toml" %}', "a.xml", "no file"),
    "a filter on the wrong kind of value": ("<p>{{ 'x'|nilai }}</p>", "a.xml:3", ""),
    "arithmetic": ("<p>{{ jumlah.wilayah * 2 }}</p>", "a.xml:3", "operator * is not allowed"),
    "a text grown without bound": ("<p>{{ 'x' * 999999999 }}</p>", "a.xml:3", "not allowed"),
    "Python's own methods": ("<p>{{ 'x'.format(1) }}</p>", "a.xml:3", ""),
    "Python's inner life": ("<p>{{ jumlah.__class__.__mro__ }}</p>", "a.xml:3", ""),
    "a function of Jinja": ("<p>{{ range(9) }}</p>", "a.xml:3", "no field “range”"),
    "a wrong tag": ("<p><b>x</b></p>", "a.xml:3:4", "<b> is no tag of the markup"),
    "a wrong tag after a long value": (
        "<p>{{ 'a\n\n\nb' }}</p>\n<quote>x</quote>",
        "a.xml:7:1",
        "<quote> is no tag",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_template_is_refused_at_its_line_for(case: str, render: Render) -> None:
    body, place, message = FAULTS[case]
    with pytest.raises(WrongTemplateError) as caught:
        render(page(body), jumlah=COUNTS, surat=FACTS)
    told = str(caught.value)
    assert told.startswith(f"{place}: ") or told.startswith(f"{place}:")
    assert message in told


def test_a_fault_in_an_included_file_is_told_there(render: Render) -> None:
    with pytest.raises(WrongTemplateError) as caught:
        render(page('{% include "b.xml" %}'), {"b.xml": "<p>a</p>\n<p>{{ tiada }}<salah/></p>"})
    assert str(caught.value.findings[0].source) == "b.xml:2"


def test_all_missing_fields_are_told_in_one_go(render: Render) -> None:
    body = "<p>{{ satu }}</p>\n{% for x in dua %}{% endfor %}\n{% if tiga.a %}{% endif %}"
    with pytest.raises(WrongTemplateError) as caught:
        render(page(body))
    assert [str(finding.source) for finding in caught.value.findings] == [
        "a.xml:3",
        "a.xml:4",
        "a.xml:5",
    ]


def test_a_template_may_ask_whether_a_fact_is_there(render: Render) -> None:
    body = (
        "<p>{% if surat.nama_program is defined %}{{ surat.nama_program }}{% endif %}"
        "{% if surat.tiada is defined %}salah{% endif %}{{ surat.tiada|default('…') }}</p>"
    )
    assert text(render(page(body), surat=FACTS)) == ["Contoh…"]


def test_a_document_without_a_template_is_refused(tmp_path: Path, render: Render) -> None:
    render(page("<p>x</p>"))
    with pytest.raises(WrongTemplateError, match="no template for “surprise”"):
        Templates(load_pack(tmp_path / "paket")).document("surprise", {})
