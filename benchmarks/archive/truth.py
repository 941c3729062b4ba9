"""Rounds drawn by lot from a seed, and what one report of them says, in the words of issue 5.2."""

import datetime
import json
import random
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal

from benchmarks.archive import words
from benchmarks.archive.scales import SCALES, Scale
from benchmarks.archive.words import Programme


@dataclass(frozen=True, slots=True)
class Item:
    """One question; ``score`` is None where the report prints "-"."""

    no: int
    indicator: str
    sub: str
    question: str
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class Dimension:
    name: str
    average: Decimal | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    section: str
    assessor: str
    institution: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    no: int
    name: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    no: int
    region: str
    values: tuple[Decimal | None, ...]
    category: str


@dataclass(frozen=True, slots=True)
class Results:
    columns: tuple[str, ...] = ()
    rows: tuple[ResultRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    number: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that one document says."""

    region: str
    category: str | None
    year: int
    participating: bool
    letter: Letter
    dimensions: tuple[Dimension, ...]
    comments: tuple[Comment, ...]
    addressees: tuple[Named, ...]
    absent: tuple[Named, ...]
    results: Results

    def as_json(self) -> str:
        """Write the report as issue 5.2 has it: numbers are numbers, dates ISO."""
        return json.dumps(asdict(self), default=_plain, ensure_ascii=False, indent=1)


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a round is not left to the lot."""

    continuous: bool = True
    sections: tuple[str, ...] = ("Kekuatan", "Kelemahan", "Rekomendasi")
    regions: int = 40
    questions: int = 0
    """How many questions; 0 leaves it to the lot."""
    gaps: bool = False
    """Whether a few scores are printed as "-"."""
    participating: bool = True


def mean(scores: list[Decimal]) -> Decimal | None:
    """Give the mean rounded half up to hundredths, None of nothing."""
    if not scores:
        return None
    return (sum(scores, Decimal(0)) / len(scores)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def draw_report(seed: int, shape: Shape) -> Report:
    """Draw a round by lot and give the report of one of its regions."""
    chance = random.Random(seed)
    programme = words.PROGRAMMES[seed % len(words.PROGRAMMES)]
    scale = SCALES[(seed // 2) % len(SCALES)]
    year = chance.randint(2017, 2025)
    regions = _regions(chance, programme, shape.regions)
    chosen = chance.randrange(len(regions) - 3)
    names = programme.dimensions[: chance.randint(3, len(programme.dimensions))]
    dimensions = _dimensions(chance, programme, scale, names, shape, year)
    averages = {chosen: dimensions} if shape.participating else {}
    present = [i for i in range(len(regions)) if i in averages or i % 9 != chosen % 9]
    category = [chance.choice(programme.categories) for _ in regions]
    return Report(
        regions[chosen][0],
        category[chosen] if shape.participating else None,
        year,
        shape.participating,
        _letter(chance, year),
        dimensions if shape.participating else (),
        _comments(chance, programme, shape, year) if shape.participating else (),
        tuple(Named(i + 1, office) for i, (_, office) in enumerate(regions)),
        tuple(Named(i + 1, regions[k][0]) for i, k in enumerate(_missing(present, regions))),
        _results(chance, scale, names, regions, present, category, averages),
    )


def _missing(present: list[int], regions: list[tuple[str, str]]) -> list[int]:
    return [i for i in range(len(regions)) if i not in set(present)]


def _regions(chance: random.Random, programme: Programme, count: int) -> list[tuple[str, str]]:
    found = []
    for prefix, office in programme.kinds:
        places = sorted(chance.sample(words.PLACES, min(count // 2, len(words.PLACES))))
        loud = prefix.isupper() and len(prefix) < 7 and prefix != "RSUD"
        found += [(f"{prefix} {p.upper() if loud else p}", f"{office} {p}") for p in places]
    return found


def _dimensions(
    chance: random.Random,
    programme: Programme,
    scale: Scale,
    names: tuple[str, ...],
    shape: Shape,
    year: int,
) -> tuple[Dimension, ...]:
    total = shape.questions or chance.randint(20, 120)
    cuts = [chance.uniform(0.3, 1.8) for _ in names]
    found = []
    number = 0
    for at, name in enumerate(names):
        count = max(2, round(total * cuts[at] / sum(cuts)))
        start = number if shape.continuous else 0
        survey = at == len(names) // 2
        items = _items(chance, programme, scale, (start, count), survey, year)
        if shape.gaps:
            items = [_without_score(i) if chance.random() < 0.04 else i for i in items]
        found.append(
            Dimension(name, mean([i.score for i in items if i.score is not None]), tuple(items))
        )
        number = start + count
    return tuple(found)


def _without_score(item: Item) -> Item:
    return Item(item.no, item.indicator, item.sub, item.question, None)


def _items(
    chance: random.Random,
    programme: Programme,
    scale: Scale,
    numbers: tuple[int, int],
    survey: bool,
    year: int,
) -> list[Item]:
    start, count = numbers
    groups = max(1, min(len(programme.indicators), count // 4))
    indicators = chance.sample(programme.indicators, groups)
    respondents = chance.choice((30, 50, 100))
    found, sub = [], ""
    for at in range(count):
        slots = {
            "subject": chance.choice(programme.subjects),
            "n": chance.randint(2, 9),
            "year": year - 1,
            "respondents": respondents,
        }
        if at % 3 == 0 or not survey:
            sub = chance.choice(words.SUB_STEMS).format(**slots)
        stem = (
            words.SURVEY + chance.choice(words.SURVEY_STEMS)
            if survey
            else chance.choice(words.STEMS)
        )
        indicator = indicators[at * groups // count]
        found.append(Item(start + at + 1, indicator, sub, stem.format(**slots), scale.draw(chance)))
    return found


def _letter(chance: random.Random, year: int) -> Letter:
    day = datetime.date(year, chance.randint(9, 12), chance.randint(1, 28))
    number = (
        f"B-{chance.randint(100, 2900)}/ABC/XY.{chance.randint(1, 9):02}.02/{day.month:02}/{year}"
    )
    return Letter(number, day)


def _comments(
    chance: random.Random, programme: Programme, shape: Shape, year: int
) -> tuple[Comment, ...]:
    assessors = chance.sample(words.ASSESSORS, chance.randint(1, 5))
    return tuple(
        Comment(section, name, institution, _points(chance, programme, year))
        for section in shape.sections
        for name, institution in assessors
        if len(assessors) == 1 or chance.random() < 0.9
    )


def _points(chance: random.Random, programme: Programme, year: int) -> tuple[str, ...]:
    return tuple(
        _capital(
            stem.format(
                subject=chance.choice(programme.subjects), n=chance.randint(2, 9), year=year
            )
        )
        for stem in chance.sample(words.POINTS, chance.randint(1, 5))
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _results(
    chance: random.Random,
    scale: Scale,
    names: tuple[str, ...],
    regions: list[tuple[str, str]],
    present: list[int],
    category: list[str],
    known: dict[int, tuple[Dimension, ...]],
) -> Results:
    rows = []
    for no, at in enumerate(present, start=1):
        drawn = [_average(chance, scale) for _ in names]
        values: list[Decimal | None] = (
            [d.average for d in known[at]] if at in known else list(drawn)
        )
        if at not in known and chance.random() < 0.2:
            values[-1] = None
        final = mean([v for v in values if v is not None])
        change = Decimal(chance.randint(-90, 90)) / 100
        rows.append(ResultRow(no, regions[at][0], (*values, final, change), category[at]))
    return Results((*names, "NILAI AKHIR", "PENINGKATAN"), tuple(rows))


def _average(chance: random.Random, scale: Scale) -> Decimal:
    return mean([scale.draw(chance) for _ in range(5)]) or Decimal(0)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value))
