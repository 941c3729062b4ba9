"""Letters to enter in an outgoing book."""

import datetime

from generator.register.entries import Key, Matter

ROUND = "kota cerdas 2024"


def matter(region: str | None = None, day: str = "2024-11-25", kind: str = "report") -> Matter:
    """Give what a letter of the round is about."""
    return Matter(
        date=datetime.date.fromisoformat(day),
        subject="Hasil Evaluasi",
        addressees=("Bupati Badung", "Walikota Bogor"),
        key=Key(ROUND, kind, region),
    )


def other(subject: str, day: str = "2024-11-25") -> Matter:
    """Give what a letter outside any round is about."""
    return Matter(date=datetime.date.fromisoformat(day), subject=subject)


def written(sequence: int) -> str:
    """Write a number of the agency."""
    return f"B-{sequence}/X/2024"
