"""The shipped agency profile."""

import pytest

from evaluation.sources import Source
from generator.packs.packs import PROFILE, shipped_folder
from generator.packs.style_file import read_toml
from letters.profile import AgencyProfile


@pytest.fixture(scope="session")
def profile() -> AgencyProfile:
    return AgencyProfile.from_mapping(
        read_toml(shipped_folder() / "dasar" / PROFILE), Source(PROFILE)
    )
