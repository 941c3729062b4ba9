"""A text as a code that a telephone reads (ISO/IEC 18004), drawn as a picture of two colours."""

from functools import lru_cache
from io import BytesIO

MOST = 900  # bytes of a text; a code of more has modules too fine to be printed
_MODULE = 8  # pixels of a module
_QUIET = 4  # modules that stay free around a code (ISO/IEC 18004, 9.1)
_FRAME = 2  # pixels of the line around it


@lru_cache(maxsize=256)
def code_picture(text: str) -> bytes:
    """Give a PNG of the code of a text, framed. Raises ValueError for one that is too long."""
    from PIL import Image, ImageDraw  # slow to import, wanted for codes alone
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    if not text or len(text.encode()) > MOST:
        raise ValueError(text)
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    side = (count + 2 * _QUIET) * _MODULE
    picture = Image.new("L", (side, side), 255)
    brush = ImageDraw.Draw(picture)
    for row in range(count):
        for column in range(count):
            if code.isDark(row, column):
                left, top = (column + _QUIET) * _MODULE, (row + _QUIET) * _MODULE
                brush.rectangle((left, top, left + _MODULE - 1, top + _MODULE - 1), fill=0)
    brush.rectangle((0, 0, side - 1, side - 1), outline=0, width=_FRAME)
    target = BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()
