"""A seal tells who made a file, and that not one byte of it was changed since."""

import json
import tomllib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import perpustakaan
from generator.document.kinds import LETTER
from generator.making.plan import plan_round
from generator.system.seals import Seal, read_seal, sealed
from generator.workbooks.book import write_workbook
from tests import first_judge
from tests.conftest import opened


def package(parts: Mapping[str, bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


FORMATS: Mapping[str, Callable[[bytes], bytes]] = {
    "PDF": lambda body: b"%PDF-1.7\n" + body + b"\nstartxref\n9\n%%EOF\n",
    "HTML": lambda body: b"<!DOCTYPE html>\n" + body + b"</html>\n",
    "JSON": lambda body: json.dumps({"isi": body.hex()}, indent=1).encode() + b"\n",
    "TOML": lambda body: b"# peta\nisi = '" + body.hex().encode() + b"'\n",
    "package": lambda body: package({"a.xml": body, "b/c.xml": body * 40}),
}
MAKERS = ("forms", "check --html", "extract --review")


def seal_of(data: bytes, folder: Path) -> Seal | None:
    path = folder / "berkas"
    path.write_bytes(data)
    return read_seal(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seals")


@given(st.sampled_from([*FORMATS]), st.binary(max_size=3000), st.sampled_from(MAKERS))
def test_a_sealed_file_tells_its_maker(folder: Path, name: str, body: bytes, maker: str) -> None:
    data = FORMATS[name](body)
    assert seal_of(sealed(data, maker), folder) == Seal(maker, intact=True)
    assert seal_of(data, folder) is None


@given(
    st.sampled_from([*FORMATS]),
    st.binary(max_size=60),
    st.floats(0, 1, exclude_max=True),
    st.integers(1, 255),
)
def test_one_changed_byte_anywhere_breaks_the_seal(
    folder: Path, name: str, body: bytes, place: float, change: int
) -> None:
    data = bytearray(sealed(FORMATS[name](body), "forms"))
    at = int(place * len(data))
    data[at] ^= change
    assert seal_of(bytes(data), folder) != Seal("forms", intact=True) or at in sums_of(data)


def sums_of(data: bytes) -> set[int]:
    """Give the places of a package's two checksums of its seal, which no program minds alone."""
    if not data.startswith(b"PK"):
        return set()
    entry, listed = data.rfind(b"PK\x03\x04") + 14, data.rfind(b"PK\x01\x02") + 16
    return {*range(entry, entry + 4), *range(listed, listed + 4)}


@given(st.sampled_from([*FORMATS]), st.integers(1, 300))
def test_a_file_cut_off_or_added_to_has_lost_its_seal(folder: Path, name: str, length: int) -> None:
    data = sealed(FORMATS[name](b"isi"), "forms")
    for changed in (data[:-length], data + b"\n" * length, b"\n" * length + data):
        assert seal_of(changed, folder) != Seal("forms", intact=True)


def test_a_seal_quoted_in_a_text_is_none(folder: Path) -> None:
    seal = sealed(b"# peta\n", "forms").splitlines()[-1][2:]
    assert seal_of(b"<p>" + seal + b"</p>", folder) is None
    assert seal_of(b"", folder) is None


@pytest.mark.parametrize("data", [b"", b"a;b\n1;2\n", b"<html></html>"])
def test_a_format_that_carries_no_seal_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no seal"):
        sealed(data, "forms")


def test_sealed_texts_are_read_as_before() -> None:
    assert json.loads(sealed(FORMATS["JSON"](b"a"), "forms"))["isi"] == "61"
    assert tomllib.loads(sealed(FORMATS["TOML"](b"a"), "forms").decode()) == {"isi": "61"}


def test_a_sealed_workbook_and_document_are_whole_packages(
    workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    made = opened(workbooks["perpustakaan"])
    job = plan_round(made.evaluation, ("pdf", "docx"), (LETTER,))[0]
    made.maker.write(job, tmp_path)
    target = BytesIO()
    write_workbook(target, perpustakaan.sheets())
    (tmp_path / "a.xlsx").write_bytes(sealed(target.getvalue(), "new"))
    for name in ("a.xlsx", "letter.docx"):
        with ZipFile(tmp_path / name) as archive:
            assert archive.testzip() is None
            assert b'Extension="xml"' in archive.read("[Content_Types].xml")
            assert archive.namelist()[-1] == "docProps/laporan.xml"
    assert docx.Document(str(tmp_path / "letter.docx")).paragraphs
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["Nilai"]["A1"].value == "Wilayah"
    with pikepdf.open(tmp_path / "letter.pdf") as file:
        assert file.pages
        assert file.check_pdf_syntax() == []
    assert first_judge.faults(tmp_path / "letter.pdf") == []
    assert read_seal(tmp_path / "letter.pdf") == Seal("build", intact=True)
