"""The colour profile of sRGB (IEC 61966-2-1), written by the rules of ICC.1:2010 (version 4.3).

Every byte follows from the standard's numbers: there is no clock and no library in it.
"""

from collections.abc import Sequence
from functools import cache
from struct import pack

_D50 = (0.9642, 1.0, 0.8249)  # the white of the connection space
_PRIMARIES = {  # red, green and blue, adapted to that white
    b"rXYZ": (0.4360657, 0.2224884, 0.0139160),
    b"gXYZ": (0.3851471, 0.7168732, 0.0970764),
    b"bXYZ": (0.1430664, 0.0606079, 0.7140961),
}
_ADAPTATION = (  # Bradford, from the white of sRGB (D65)
    (1.0478112, 0.0228866, -0.0501270),
    (0.0295424, 0.9904844, -0.0170491),
    (-0.0092345, 0.0150436, 0.7521316),
)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)  # gamma, a, b, c, d
_NAME = "sRGB IEC61966-2.1"
_HEADER_LENGTH = 128


@cache
def srgb_profile() -> bytes:
    """Give the profile of a display that shows sRGB."""
    curve = pack(">4sIHH", b"para", 0, 3, 0) + _fixed(_CURVE)
    adaptation = [number for row in _ADAPTATION for number in row]
    tags = {
        b"desc": _text(_NAME),
        b"cprt": _text("CC0"),
        b"wtpt": _xyz(_D50),
        b"chad": pack(">4sI", b"sf32", 0) + _fixed(adaptation),
        **{name: _xyz(primary) for name, primary in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = _tagged(tags)
    size = _HEADER_LENGTH + len(table) + len(data)
    return _header(size) + table + data


def _header(size: int) -> bytes:
    """Give the header: version 4.3, a display, 1 January 2000, perceptual intent."""
    device = pack(">I4sI4s4s4s", size, b"", 0x04300000, b"mntr", b"RGB ", b"XYZ ")
    made = pack(">6H4s4s", 2000, 1, 1, 0, 0, 0, b"acsp", b"")
    rest = pack(">I4s4sQI", 0, b"", b"", 0, 0) + _fixed(_D50)
    return (device + made + rest).ljust(_HEADER_LENGTH, b"\0")


def _tagged(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Give the table of tags and what they say; equal data are written once."""
    data = b""
    places: dict[bytes, int] = {}
    start = _HEADER_LENGTH + 4 + 12 * len(tags)
    table = pack(">I", len(tags))
    for name, said in tags.items():
        if said not in places:
            places[said] = start + len(data)
            data += said + b"\0" * (-len(said) % 4)
        table += pack(">4sII", name, places[said], len(said))
    return table, data


def _xyz(numbers: Sequence[float]) -> bytes:
    return pack(">4sI", b"XYZ ", 0) + _fixed(numbers)


def _fixed(numbers: Sequence[float]) -> bytes:
    """Write numbers with sixteen bits behind the point."""
    return pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _text(text: str) -> bytes:
    written = text.encode("utf-16-be")
    return pack(">4sIII2s2sII", b"mluc", 0, 1, 12, b"en", b"US", len(written), 28) + written
