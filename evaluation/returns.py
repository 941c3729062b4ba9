"""What was sent to the assessors and what came back: whose scores are there, and whose are not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from evaluation.draft import Draft
from evaluation.names import name_key
from evaluation.understanding import Understood


@dataclass(frozen=True, slots=True)
class Sent:
    """One form that was sent; ``assessor`` is blank where the form is to say it.

    ``file`` is its name, ``asked`` the number of its questions.
    """

    region: str
    assessor: str
    institution: str
    file: str
    asked: int


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of the forms that were sent.

    ``partly`` are those that lack scores, with the number that is there; ``unexpected`` are regions
    and assessors that nothing was sent to, in the order in which they were met.
    """

    whole: tuple[Sent, ...]
    partly: tuple[tuple[Sent, int], ...]
    missing: tuple[Sent, ...]
    unexpected: tuple[tuple[str, str], ...]


def returned(sent: Sequence[Sent], draft: Draft, forms: Iterable[Understood] = ()) -> Returned:
    """Hold scores against the forms that were sent; a form for anyone is back with whoever.

    ``forms`` are those that were read: a dash answers a question as well as a score does.
    """
    counts = dict(_counts(draft))
    for form in forms:
        for region, name in product(form.regions, form.assessors) if form.answered else ():
            key = (region, name_key(name))
            counts[key] = (name, max(form.answered, counts.get(key, ("", 0))[1]))
    found: dict[int, int] = {}
    taken: set[tuple[str, str]] = set()
    named = [(at, one) for at, one in enumerate(sent) if one.assessor]
    for at, one in named:
        key = (one.region, name_key(one.assessor))
        found[at] = counts[key][1] if key in counts else 0
        taken.add(key)
    for at, one in enumerate(sent):
        if not one.assessor:
            left = [key for key in counts if key[0] == one.region and key not in taken]
            found[at] = counts[left[0]][1] if left else 0
            taken.update(left[:1])
    return Returned(
        tuple(one for at, one in enumerate(sent) if found[at] >= max(one.asked, 1)),
        tuple((one, found[at]) for at, one in enumerate(sent) if 0 < found[at] < one.asked),
        tuple(one for at, one in enumerate(sent) if not found[at]),
        tuple((key[0], name) for key, (name, _n) in counts.items() if key not in taken),
    )


def _counts(draft: Draft) -> Mapping[tuple[str, str], tuple[str, int]]:
    """Give by region and assessor's key how the name is written, and how many scores there are."""
    met: dict[tuple[str, str], tuple[str, set[object]]] = {}
    for score in draft.scores:
        if score.value is not None:
            name = score.assessor or ""
            known = met.setdefault((score.region, name_key(name)), (name, set()))
            known[1].add(score.item)
    return {key: (name, len(items)) for key, (name, items) in met.items()}
