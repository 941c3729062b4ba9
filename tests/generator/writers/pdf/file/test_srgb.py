"""The colour profile is one that a colour engine takes and that is sRGB."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from generator.writers.pdf.file.srgb import srgb_profile


def test_the_profile_says_its_size_and_changes_no_colour_of_srgb() -> None:
    data = srgb_profile()
    assert int.from_bytes(data[:4], "big") == len(data)
    profile = ImageCms.ImageCmsProfile(BytesIO(data))
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    colours = Image.new("RGB", (16, 16))
    colours.putdata([(i, 255 - i, i * 7 % 256) for i in range(256)])
    own = ImageCms.createProfile("sRGB")
    shown = ImageCms.profileToProfile(colours, profile, own)
    assert shown is not None
    for before, after in zip(colours.tobytes(), shown.tobytes(), strict=True):
        assert after == pytest.approx(before, abs=1)
