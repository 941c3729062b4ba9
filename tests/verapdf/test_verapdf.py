"""Whatever the program writes passes veraPDF as PDF/A-3a and PDF/UA-1, and qpdf too."""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image as Picture

from generator.document.blocks import (
    Document,
    Image,
    List,
    ListItem,
    Role,
    Row,
    Scope,
    Section,
    Table,
)
from generator.document.style import Style
from generator.making.rounds import Round
from generator.writers.pdf import write_pdf
from tests import verapdf
from tests.generator.writers.pdf.read_back import cell, fillers
from tests.verapdf.variants import variants

pytestmark = pytest.mark.needs("java")

PICTURES = {
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"),
    "JPEG": ("L", "RGB", "CMYK"),
}


@pytest.mark.slow
def test_every_kind_of_document_in_every_variant_passes(
    rounds: Mapping[str, Round], workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    files = list(variants(rounds, workbooks["perpustakaan"], tmp_path))
    assert len(files) > 30
    assert list(verapdf.faults(files)) == []
    if checker := shutil.which("qpdf"):
        for path in files:
            told = subprocess.run([checker, "--check", path], capture_output=True, text=True)
            assert (told.returncode, told.stderr) == (0, ""), path


def test_pictures_of_every_format_pass_spoken_or_not(style: Style, tmp_path: Path) -> None:
    made = []
    for form, modes in PICTURES.items():
        for mode in modes:
            target = BytesIO()
            Picture.new(mode, (9, 9)).save(target, form)
            for told in ("", "lambang"):
                picture = Image("a", target.getvalue(), 20, told)
                path = tmp_path / f"{form}-{mode.replace(';', '')}-{told}.pdf"
                made.append(written(path, style, Section((picture, *fillers(1)))))
    assert list(verapdf.faults(made)) == []


def test_tables_and_lists_of_every_form_pass(style: Style, tmp_path: Path) -> None:
    head, row = Row((cell("kepala"), cell("nilai"))), Row((cell("isi"), cell("3")))
    label = replace(cell("Nomor"), scope=Scope.ROW)
    pairs = (Row((label, cell("B-1"))), Row((label, cell(""))), Row((cell(""), cell(""))))
    forms = {
        "head": Table((1, 1), (head,), ()),
        "body": Table((1, 1), (), (row,), caption="Isi"),
        "both": Table((1, 1), (head,), (row,) * 90, caption="Isi"),
        "none": Table((1,), (), ()),
        "pairs": Table((1, 1), (), pairs * 40, role=Role.LIST),
        "headed-pairs": Table((1, 1), (head,), pairs, role=Role.LIST),
        "empty-list": List(()),
        "empty-item": List((ListItem(()),)),
    }
    made = [
        written(tmp_path / f"{name}.pdf", style, Section((one,))) for name, one in forms.items()
    ]
    assert list(verapdf.faults(made)) == []


def test_a_file_that_breaks_a_rule_is_told_by_profile_and_clause(
    style: Style, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.pdf", style, Section(fillers(1)))
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        del file.Root.MarkInfo
        file.save(path)
    found = list(verapdf.faults([path]))
    assert {one.profile for one in found} == {"3a", "ua1"}
    assert all(one.file == path and one.clause[0].isdigit() for one in found)


def written(path: Path, style: Style, *sections: Section) -> Path:
    with path.open("wb") as target:
        write_pdf(Document("Judul", "id-ID", sections), style, target)
    return path
