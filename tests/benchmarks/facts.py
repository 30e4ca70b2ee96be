"""What a generated claim says, drawn at random from a seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import accumulate
from random import Random

from records.enums import ClaimKind, ClaimRelationKind, Credibility, MeasureMode, Metric, Modality
from tests.benchmarks.world import World, day, moment

SKEW = 0.74
"""Exponent of the organizations' popularity: the first gets 3 % of the claims, most get dozens."""

_SUBJECTS = ("The ministry", "The company", "A spokesperson", "The state enterprise",
             "The general staff", "The Łódka plant", "The joint working group")  # fmt: skip
_VERBS = ("announced", "confirmed", "said that it had begun", "reported", "denied",
          "signed a contract for", "received a first batch from")  # fmt: skip
_OBJECTS = ("the delivery of spare parts for towed guns", "a second production line",
            "repairs of armored vehicles close to their users", "training of instructors",
            "the modernization of air surveillance radars", "an order worth more than before",
            "tests of an unmanned vessel", "a framework for licensed production")  # fmt: skip
_ENDS = ("according to a statement on its site", "without naming a date",
         "as the first of four stages", "and expects to double the figure within two years",
         "in the presence of both ministers", "after nine months of negotiations")  # fmt: skip
_SPEAKERS = (("Olena Marchuk", "Minister"), ("José Almeida", "Chief executive"),
             ("Ingrid Sørensen", "Press officer"))  # fmt: skip
_NO_SPEAKER = ("", "")

_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure: an absolute amount in pieces, or a ratio to an unknown baseline."""

    metric: str
    weapon_system: int | None
    mode: str
    value: Decimal
    unit_code: str
    period: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One claim, in plain values; records by number."""

    number: int
    text: str
    kind: str
    modality: str
    credibility: str
    said_by: int | None
    speaker: tuple[str, str]
    occurred: str
    occurred_words: str
    occurred_unresolved: str
    due: str
    source: int
    locator: str
    agreements: list[int]
    organizations: list[int]
    weapon_systems: list[int]
    category: str
    countries: list[str]
    figures: list[Figure]
    relation: "tuple[str, Facts] | None"
    written: datetime


def draw_claims(random: Random, world: World, count: int) -> Iterator[Facts]:
    """Draw claims number 1 to `count`."""
    earlier: Facts | None = None
    popular = _popular(random, world)
    for number in range(1, count + 1):
        facts = _draw(random, world, number, popular, earlier)
        yield facts
        if number % 100 == 1:
            earlier = facts


def _popular(random: Random, world: World) -> Iterator[int]:
    """Draw organizations without end, the first ones far more often than the last."""
    numbers = list(world.organizations)
    weights = list(accumulate(1 / place**SKEW for place in range(1, len(numbers) + 1)))
    while True:
        yield from random.choices(numbers, cum_weights=weights, k=_BATCH)


def _draw(
    random: Random, world: World, number: int, popular: Iterator[int], earlier: Facts | None
) -> Facts:
    chance, choice = random.random, random.choice
    organizations = list(dict.fromkeys(next(popular) for _ in range(random.randint(1, 2))))
    countries = [world.organizations[each][2] for each in organizations]
    occurred, words, unresolved = _date(random)
    return Facts(
        number=number,
        text=f"{choice(_SUBJECTS)} {choice(_VERBS)} {choice(_OBJECTS)}, {choice(_ENDS)}; it was "
        f"statement {number} of those collected, {choice(_ENDS)}.",
        kind=choice(ClaimKind.values),
        modality=choice(Modality.values),
        credibility=choice(Credibility.values),
        said_by=organizations[0] if chance() < 0.4 else None,
        speaker=choice(_SPEAKERS) if chance() < 0.2 else _NO_SPEAKER,
        occurred=occurred,
        occurred_words=words,
        occurred_unresolved=unresolved,
        due=str(random.randrange(2026, 2031)) if chance() < 0.05 else "",
        source=random.randrange(1, len(world.sources) + 1),
        locator=f"line {number}",
        agreements=[random.randrange(1, len(world.agreements) + 1)] if chance() < 0.3 else [],
        organizations=organizations,
        weapon_systems=(
            [random.randrange(1, len(world.weapon_systems) + 1)] if chance() < 0.5 else []
        ),
        category=choice(world.categories),
        countries=list(dict.fromkeys(countries)),
        figures=_figures(random, world),
        relation=(choice(ClaimRelationKind.values), earlier)
        if earlier and chance() < 0.05
        else None,
        written=moment(random),
    )


def _date(random: Random) -> tuple[str, str, str]:
    """Draw a date with its words and the reason why it is unresolved."""
    when = day(random).isoformat()
    dates = (
        (when, "", ""),
        (when[:7], "in that month", ""),
        (f"{when[:7]}~", "", ""),
        (when[:4], "", ""),
        (f"{when[:7]}/{int(when[:4]) + random.randint(1, 3)}-06", "over some years", ""),
        ("", "last week", "anchor_unknown"),
        ("", "", ""),
    )
    return random.choices(dates, cum_weights=(75, 85, 88, 90, 92, 95, 100))[0]


def _figures(random: Random, world: World) -> list[Figure]:
    """Draw no, one or two figures; of two, each measures something else."""
    metrics = random.sample(Metric.values, random.randint(0, 2))
    figures = []
    for metric in metrics:
        system = random.randrange(1, len(world.weapon_systems) + 1)
        value = Decimal(random.randrange(1, 100_000)) / random.choice((1, 1, 10))
        period = day(random).isoformat()[:7]
        if random.random() < 0.8:
            figures.append(Figure(metric, system, MeasureMode.ABSOLUTE.value, value, "C62", period))
        else:
            figures.append(Figure(metric, None, MeasureMode.RATIO.value, value, "", period))
    return figures
