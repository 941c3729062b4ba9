"""Documents signed with a certificate of the user's: what ``sign`` does.

A signature is added behind a file (ISO 32000-1, 12.8; ETSI EN 319 142-1), which stays as it was
made to the byte. What signs is pyHanko, of the extra ``sign``.
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from evaluation.commands import pip_install
from evaluation.errors import UnreadableInputError, WrongDataError
from evaluation.messages import Message, _, ngettext
from evaluation.rules import output as rules
from evaluation.sources import Finding, Source
from generator.issuing.verifying import Standing, verify_file
from generator.system.existing import Output, Outputs, identities
from generator.system.files import write_whole
from generator.use_cases.following import Cancelled, Progress, never, unseen, watched

_MAKER = "sign"
_FIELD = "TandaTangan"
_GOOD = (Standing.INTACT, Standing.EXTENDED)
_BEGINS = b"%PDF-"


def sign(
    files: Sequence[Path],
    certificate: Path,
    password: str,
    folder: Path,
    *,
    force: bool = False,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
) -> tuple[Path, ...]:
    """Sign PDFs of this program into a folder, each under its own name; give the signed files.

    ``certificate`` is a PKCS#12 file (.p12, .pfx). Nothing is written unless every file may be
    signed: as it was made, no draft. Raises UnreadableInputError for what cannot be read, a wrong
    password or where pyHanko is missing, WrongDataError, UnwritableOutputError, CancelledError.
    """
    signer = _signer(certificate, password)
    outputs = Outputs(identities([*files, certificate]), force)
    wanted = [Output(folder / path.name, _MAKER) for path in files]
    outputs.check(wanted)
    contents = _contents(files)
    step = watched(progress, cancelled)
    step(0, len(files))
    for done, (target, content) in enumerate(zip(wanted, contents.values(), strict=True), 1):
        data = BytesIO(_signed(content, signer))
        outputs.check([target])
        # Sealed it would no longer be what was signed.
        write_whole(target.path, partial(copyfileobj, data))
        step(done, len(files))
    return tuple(one.path for one in wanted)


def _signer(certificate: Path, password: str) -> Any:
    try:
        from pyhanko.sign import signers
    except ModuleNotFoundError:
        raise UnreadableInputError(
            _("signing needs the Python library pyHanko."),
            remedy=_("Install it: %(command)s") % {"command": pip_install("pyhanko")},
        ) from None
    _quiet()
    try:
        data = certificate.read_bytes()
        signer = signers.SimpleSigner.load_pkcs12_data(data, (), password.encode())
    except OSError as fault:
        raise _unreadable(certificate, fault.strerror or str(fault)) from None
    except ValueError:
        raise UnreadableInputError(
            _("the certificate cannot be opened: the password is wrong, or it is no PKCS#12 file."),
            source=Source(str(certificate)),
            remedy=_("Give the .p12 or .pfx file that holds your key, and its password."),
        ) from None
    _require_valid(signer.signing_cert, certificate)
    return signer


def _require_valid(certificate: Any, path: Path) -> None:
    start, end, now = certificate.not_valid_before, certificate.not_valid_after, datetime.now(UTC)
    if not start <= now <= end:
        told = _("the certificate is valid from %(start)s to %(end)s, and not today.")
        days = {"start": start.date().isoformat(), "end": end.date().isoformat()}
        raise WrongDataError(
            told % days,
            source=Source(str(path)),
            remedy=_("Ask whoever issued it for a new one."),
        )


def _unreadable(path: Path, reason: str) -> UnreadableInputError:
    return UnreadableInputError(
        _("the file cannot be read: %(reason)s.") % {"reason": reason},
        source=Source(str(path)),
        remedy=_("Check the name and the folder."),
    )


def _contents(files: Sequence[Path]) -> Mapping[Path, bytes]:
    """Read all files. Raises WrongDataError, which names those that may not be signed."""
    contents, wrong = {}, []
    for path in files:
        standing = verify_file(path).standing
        contents[path] = path.read_bytes()
        reason = _why_not(standing, contents[path])
        if reason is not None:
            wrong.append(_finding(path, reason))
    if wrong:
        told = ngettext(
            "%(count)d file is not signed; nothing was made.",
            "%(count)d files are not signed; nothing was made.",
            len(wrong),
        )
        raise WrongDataError(told % {"count": len(wrong)}, findings=wrong)
    return contents


def _finding(path: Path, reason: Message) -> Finding:
    return rules.NOT_ISSUABLE.found(Source(str(path)), reason)


def _why_not(standing: Standing, data: bytes) -> Message | None:
    if not data.startswith(_BEGINS):
        return _("is no PDF.")
    if standing not in _GOOD:
        return _("is not as this program made it.")
    return _("is a draft (KONSEP).") if _is_draft(data) else None


def _is_draft(data: bytes) -> bool:
    """Tell whether a document of this program is a draft: it has no date."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    return "/CreationDate" not in PdfFileReader(BytesIO(data)).trailer["/Info"]


def _signed(data: bytes, signer: Any) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields

    writer = IncrementalPdfFileWriter(BytesIO(data))
    count = len(list(enumerate_sig_fields(writer.prev)))
    told = signers.PdfSignatureMetadata(
        field_name=f"{_FIELD}{count + 1}",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
    )
    signed = BytesIO()
    signers.sign_pdf(writer, told, signer=signer, output=signed)
    return signed.getvalue()


def _quiet() -> None:
    """Let the library's log go nowhere: what is wrong is told by whoever called it."""
    logger = logging.getLogger("pyhanko")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
