"""Pictures that the tests of the PDF writer draw."""

from io import BytesIO

import pytest
from PIL import Image as Picture

from generator.document.blocks import Image


@pytest.fixture(scope="session")
def tall_picture() -> Image:
    """A picture that would be over a metre high at its width."""
    target = BytesIO()
    Picture.new("RGB", (10, 100), "navy").save(target, "PNG")
    return Image("tinggi.png", target.getvalue(), 150, "")
