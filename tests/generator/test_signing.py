"""How letters are signed: what stands on the page by the mode, and signing with a certificate."""

import datetime
import hashlib
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import cv2
import numpy
import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from PIL import Image

from evaluation.errors import ExitCode
from examples import perpustakaan
from generator.document.kinds import LETTER, PACKET, Kind
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from generator.templating.codes import MOST, code_picture
from generator.workbooks.book import write_workbook
from tests import reading_docx, reading_pdf, verapdf
from tests.conftest import opened
from tests.generator.conftest import Type

NOTE = "ditandatanganisecaraelektronik"
NUMBER = "B-212/DPLD/PK.02.01/07/2025"
ADDRESS = "https://contoh.go.id/periksa"
PASSWORD = "rahasia"
NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def pack(folder: Path, mode: str) -> str:
    place = folder / mode
    place.mkdir(parents=True, exist_ok=True)
    (place / "paket.toml").write_text('base = "dasar"\n')
    signing = f'[signing]\nmode = "{mode}"\naddress = "{ADDRESS}"\n'
    (place / "profil.toml").write_text(signing)
    return str(place)


def round_of(folder: Path, mode: str, *, draft: bool = False) -> Round:
    sheets = dict(perpustakaan.sheets())
    if draft:
        sheets["Surat"] = [row for row in sheets["Surat"] if row[0] not in {"Nomor", "Tanggal"}]
    path = folder / f"{mode}-{draft}.xlsx"
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return opened(path, pack(folder, mode))


def job_of(made: Round, kind: Kind) -> Job:
    if kind is LETTER:
        return plan_round(made.evaluation, ("pdf", "docx"), (kind,))[0]
    return plan_regions(made.evaluation, made.evaluation.regions[:1], ("pdf",), (kind,))[0]


def texts(made: Round, folder: Path) -> tuple[str, str]:
    """Make the letter; give the text of its PDF and of its DOCX, without blanks."""
    pdf, docx = made.maker.write(job_of(made, LETTER), folder)
    read = reading_pdf.squeezed(reading_pdf.body_text(folder / pdf.path))
    return read, "".join(reading_docx.body_text(folder / docx.path).split())


@pytest.mark.parametrize("mode", ["none", "box", "invisible", "srikandi"])
@pytest.mark.parametrize("draft", [False, True])
def test_the_note_stands_only_where_letters_are_signed_and_never_on_a_draft(
    mode: str, draft: bool, tmp_path: Path
) -> None:
    pdf, docx = texts(round_of(tmp_path, mode, draft=draft), tmp_path)
    signed = mode != "none" and not draft
    whole = whole_text(tmp_path / "letter.pdf")
    assert (NOTE in whole) == signed
    srikandi = mode == "srikandi"
    assert ("${ttd_pengirim}" in docx) == srikandi
    assert ("${nomor_naskah}" in docx) == ("${tanggal_naskah}" in docx) == (srikandi and draft)
    assert "${" not in pdf
    assert bool(codes(tmp_path / "letter.pdf")) == (mode == "box" and not draft)


def whole_text(path: Path) -> str:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(path) as document:
        return "".join("".join(p.get_textpage().get_text_range().split()) for p in document)


def codes(path: Path) -> list[str]:
    """Give what the codes of a PDF say, as a telephone reads them."""
    found = []
    with pikepdf.open(path) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image":
                picture = pikepdf.PdfImage(one).as_pil_image().convert("L")
                text, _points, _code = cv2.QRCodeDetector().detectAndDecode(numpy.array(picture))
                found.append(text)
    return found


@pytest.mark.parametrize("kind", [LETTER, PACKET])
def test_the_code_says_number_date_and_the_digest_of_what_the_document_carries(
    kind: Kind, tmp_path: Path
) -> None:
    made = round_of(tmp_path, "box")
    record = made.maker.write(job_of(made, kind), tmp_path)[0]
    path = tmp_path / record.path
    name = "penerima.csv" if kind is LETTER else "evaluasi.json"
    with pikepdf.open(path) as pdf:
        carried = pdf.attachments[name].get_file().read_bytes()
    digest = hashlib.sha256(carried).hexdigest()
    number = NUMBER.replace("/", "%2F")
    assert codes(path) == [f"{ADDRESS}?nomor={number}&tanggal=2025-07-14&sha256={digest}"]


def test_a_code_is_framed_and_of_two_colours() -> None:
    with Image.open(BytesIO(code_picture("halo"))) as picture:
        assert picture.getextrema() == (0, 255)
        assert picture.getpixel((0, 0)) == 0
        assert picture.getpixel((8, 8)) == 255
    for text in ("", "x" * (MOST + 1)):
        with pytest.raises(ValueError):
            code_picture(text)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a letter with a code, and its draft; give the folder."""
    folder = tmp_path_factory.mktemp("surat")
    for name, draft in (("surat", False), ("konsep", True)):
        made = round_of(folder, "box", draft=draft)
        made.maker.write(job_of(made, LETTER), folder / name)
    return folder


def certificate(folder: Path, start: int = -1, end: int = 365) -> Path:
    """Make a certificate that is valid from ``start`` to ``end``, in days from now."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Direktur Contoh")])
    usage = x509.KeyUsage(True, True, *[False] * 7)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(NOW + datetime.timedelta(days=start))
        .not_valid_after(NOW + datetime.timedelta(days=end))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "saya.p12"
    encryption = BestAvailableEncryption(PASSWORD.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"saya", key, made, None, encryption))
    (folder / "sandi.txt").write_text(f"{PASSWORD}\n")
    return path


@pytest.fixture
def key(tmp_path: Path) -> tuple[str | Path, ...]:
    """Give the options that name a certificate and its password."""
    path = certificate(tmp_path)
    return ("--certificate", path, "--password-file", tmp_path / "sandi.txt")


def test_what_is_signed_is_what_was_made_with_a_signature_behind_it(
    type_in: Type, built: Path, key: tuple[str | Path, ...], tmp_path: Path
) -> None:
    letter, out = built / "surat" / "letter.pdf", tmp_path / "ttd"
    ending = type_in("sign", letter, *key, "-o", out)
    assert ending.code == ExitCode.DONE, ending.err
    signed = out / "letter.pdf"
    assert signed.read_bytes().startswith(letter.read_bytes())
    verified = type_in("verify", signed)
    assert verified.code == ExitCode.DONE
    assert "something added behind it (a signature)" in verified.out
    if program := shutil.which("pdfsig"):
        told = subprocess.run([program, "-nocert", signed], capture_output=True, text=True)
        assert "Signature is Valid" in told.stdout
        assert "Direktur Contoh" in told.stdout
        assert "Total document signed" in told.stdout
    twice = type_in("sign", signed, *key, "-o", tmp_path / "lagi")
    assert twice.code == ExitCode.DONE, twice.err
    with pikepdf.open(tmp_path / "lagi" / "letter.pdf") as pdf:
        assert len(pdf.Root.AcroForm.Fields) == 2


@pytest.mark.needs("java")
def test_what_is_signed_is_still_a_file_for_the_archive(
    type_in: Type, built: Path, key: tuple[str | Path, ...], tmp_path: Path
) -> None:
    type_in("sign", built / "surat" / "letter.pdf", *key, "-o", tmp_path / "ttd")
    assert list(verapdf.faults([tmp_path / "ttd" / "letter.pdf"])) == []


def test_what_may_not_be_signed_is_named_and_nothing_is_written(
    type_in: Type, built: Path, key: tuple[str | Path, ...], tmp_path: Path
) -> None:
    good = built / "surat" / "letter.pdf"
    changed = tmp_path / "diubah.pdf"
    data = bytearray(good.read_bytes())
    data[len(data) // 2] ^= 1
    changed.write_bytes(bytes(data))
    other = tmp_path / "lain.pdf"
    other.write_bytes(b"%PDF-1.7\n%%EOF\n")
    for path, reason in (
        (changed, "as this program made it"),
        (other, "as this program made it"),
        (built / "konsep" / "letter.pdf", "draft"),
        (built / "surat" / "letter.docx", "no PDF"),
    ):
        out = tmp_path / "ttd"
        files = (good, path) if path.name != good.name else (path,)
        ending = type_in("sign", *files, *key, "-o", out)
        assert ending.code == ExitCode.WRONG_DATA
        assert reason in ending.err and str(path) in ending.err
        assert not out.exists()


def test_what_stands_there_is_not_replaced(
    type_in: Type, built: Path, key: tuple[str | Path, ...], tmp_path: Path
) -> None:
    letter = built / "surat" / "letter.pdf"
    type_in("sign", letter, *key, "-o", tmp_path / "ttd")
    before = (tmp_path / "ttd" / "letter.pdf").read_bytes()
    for out, force in ((tmp_path / "ttd", ()), (letter.parent, ("--force",))):
        ending = type_in("sign", letter, *key, "-o", out, *force)
        assert ending.code == ExitCode.UNWRITABLE_OUTPUT
    assert (tmp_path / "ttd" / "letter.pdf").read_bytes() == before
    assert type_in("sign", letter, *key, "-o", tmp_path / "ttd", "--force").code == ExitCode.DONE


@pytest.mark.parametrize(("start", "end"), [(-9, -1), (1, 9)])
def test_a_certificate_that_is_not_valid_today_signs_nothing(
    type_in: Type, built: Path, tmp_path: Path, start: int, end: int
) -> None:
    path = certificate(tmp_path, start, end)
    options = ("--certificate", path, "--password-file", tmp_path / "sandi.txt")
    ending = type_in("sign", built / "surat" / "letter.pdf", *options, "-o", tmp_path / "ttd")
    assert ending.code == ExitCode.WRONG_DATA
    assert "not today" in ending.err


def test_a_wrong_password_and_a_missing_file_are_told(
    type_in: Type, built: Path, key: tuple[str | Path, ...], tmp_path: Path
) -> None:
    letter, out = built / "surat" / "letter.pdf", tmp_path / "ttd"
    assert type_in("sign", tmp_path / "tiada.pdf", *key, "-o", out).code == (
        ExitCode.UNREADABLE_INPUT
    )
    (tmp_path / "sandi.txt").write_text("salah")
    wrong = type_in("sign", letter, *key, "-o", out)
    assert wrong.code == ExitCode.UNREADABLE_INPUT
    assert "password is wrong" in wrong.err
    (tmp_path / "sandi.txt").unlink()
    assert type_in("sign", letter, *key, "-o", out).code == ExitCode.UNREADABLE_INPUT
    none = ("--certificate", tmp_path / "tiada.p12", "--password-file", letter)
    assert type_in("sign", letter, *none, "-o", out).code == ExitCode.UNREADABLE_INPUT


def test_a_way_of_signing_that_there_is_not_is_told(tmp_path: Path, type_in: Type) -> None:
    path = tmp_path / "b.xlsx"
    with path.open("wb") as target:
        write_workbook(target, perpustakaan.sheets())
    ending = type_in("letter", path, "-o", tmp_path / "out", "--pack", pack(tmp_path, "basah"))
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "srikandi" in ending.err
