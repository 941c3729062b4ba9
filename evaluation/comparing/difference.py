"""One thing that is not the same in two states of a round."""

from dataclasses import dataclass

from evaluation.comparing.items import Held, Item


@dataclass(frozen=True, slots=True)
class Difference:
    """An item whose value changed; None on the side that has no value for it."""

    item: Item
    before: Held | None
    after: Held | None
