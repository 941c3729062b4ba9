"""How an agency signs its letters, and what the code beside the signature says."""

import datetime
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlencode


class Mode(Enum):
    """How letters are signed: the key ``mode`` of ``[signing]`` in the agency profile.

    BOX leaves room with a code that can be scanned; INVISIBLE signs the file alone; SRIKANDI leaves
    the placeholders of that application in the DOCX, which it fills and signs itself.
    """

    NONE = "none"
    BOX = "box"
    INVISIBLE = "invisible"
    SRIKANDI = "srikandi"


@dataclass(frozen=True, slots=True)
class Signing:
    """The mode, and the agency's address for who scans a code; blank where it has none."""

    mode: Mode = Mode.NONE
    address: str = ""


def signature_code(number: str, day: datetime.date, digest: str, signing: Signing) -> str:
    """Give what the code of a document says: number, date, digest of the record that it carries.

    With an address of the agency it is a link there; ``digest`` is a sha256 in hexadecimal, blank
    for a document that carries no record.
    """
    told = {"nomor": number, "tanggal": day.isoformat(), "sha256": digest}
    said = {key: value for key, value in told.items() if value}
    if not signing.address:
        return "\n".join(f"{key}: {value}" for key, value in said.items())
    joint = "&" if "?" in signing.address else "?"
    return f"{signing.address}{joint}{urlencode(said)}"
