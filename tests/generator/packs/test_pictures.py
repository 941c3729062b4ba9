"""Pictures are drawn upright and in their colours by both writers, or told with their file."""

from io import BytesIO

import pytest
from PIL import Image

from evaluation.errors import WrongTemplateError
from generator.packs import pictures
from generator.packs.pictures import drawable
from tests.generator.planting import picture

TURNED = Image.Exif()
TURNED[0x0112] = 6  # the camera was held upright: turn by 90 degrees to the right


def drawn(data: bytes) -> Image.Image:
    made = Image.open(BytesIO(drawable(data, "aset/a")))
    made.load()
    return made


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", mode) for mode in ("1", "L", "P", "RGB", "RGBA")] + [("JPEG", "L")]
)
def test_what_both_writers_draw_alike_passes_byte_for_byte(kind: str, mode: str) -> None:
    data = picture(kind, mode)
    assert drawable(data, "aset/a") == data


@pytest.mark.parametrize(
    "data",
    [
        picture("JPEG", "CMYK"),
        picture("WEBP", lossless=True),
        picture("GIF"),
        picture("BMP"),
        picture("TIFF", "CMYK"),
    ],
)
def test_other_kinds_are_written_anew_with_their_colours(data: bytes) -> None:
    made = drawn(data)
    assert made.format in {"PNG", "JPEG"}
    assert made.mode in {"L", "RGB", "RGBA"}
    red, green, blue = made.convert("RGB").getpixel((2, 2))  # type: ignore[misc]
    assert red > 200 and green < 60 and blue < 60
    assert min(made.convert("RGB").getpixel((50, 15))) > 230  # type: ignore[type-var, arg-type]


def test_a_picture_that_a_camera_turned_stands_upright() -> None:
    made = drawn(picture("JPEG", exif=TURNED))
    assert made.size == (20, 60)
    red, green, _blue = made.getpixel((18, 3))  # type: ignore[misc]
    assert red > 200 and green < 80
    assert made.getexif().get(0x0112, 1) == 1


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    target = BytesIO()
    Image.new("I;16", (4, 4), 0x8000).save(target, "PNG")
    assert abs(drawn(target.getvalue()).getpixel((1, 1)) - 128) <= 1  # type: ignore[operator]


def test_a_jpeg_without_the_mark_that_word_files_need_is_given_one() -> None:
    data = picture("JPEG")
    bare = data[:2] + data[20:]  # without the JFIF segment
    assert bare[6:10] != b"JFIF"
    assert drawable(bare, "aset/a")[6:10] == b"JFIF"


UNUSABLE = {
    "a JPEG that is cut off": (picture("JPEG", size=(600, 600))[:2000], "damaged or cut off"),
    "a PNG that is cut off": (picture("PNG", size=(600, 600))[:-40], "damaged or cut off"),
    "a file that is no picture": (b"%PDF-1.7 ...", "none of the kinds"),
    "an empty file": (b"", "none of the kinds"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_what_cannot_be_drawn_is_told_with_its_file(case: str) -> None:
    data, reason = UNUSABLE[case]
    with pytest.raises(WrongTemplateError, match=f"“aset/a.jpg” cannot be used: .*{reason}"):
        drawable(data, "aset/a.jpg")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "MAX_PIXELS", 1199)
    with pytest.raises(WrongTemplateError, match="more than 1199 pixels"):
        drawable(picture("PNG"), "aset/a.png")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_ASSET_BYTES", 10)
    with pytest.raises(WrongTemplateError, match="larger than 10 bytes"):
        drawable(picture("PNG"), "aset/a.png")
