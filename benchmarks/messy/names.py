"""How offices write the names of regions."""


def named(region: str) -> str:
    """Give a region's name in the hand of an office: ``Kab. Bogor``."""
    return region.title()


def short(region: str) -> str:
    """Give a region's name in the hand of an office: ``Kab. Bogor``."""
    return region.title().replace("Kab.", "Kab.").replace("-", " ")


def long(region: str) -> str:
    """Give a region's name in full: ``Kabupaten Bogor``."""
    return region.title().replace("Kab.", "Kabupaten")


def full(region: str) -> str:
    """Give a region's name in full: ``KABUPATEN BOGOR``."""
    return region.replace("KAB.", "KABUPATEN")


def bare(region: str) -> str:
    """Give the name without its kind."""
    return region.split(" ", 1)[1].title()
