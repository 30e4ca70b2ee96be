"""Made-up sentences for ingest, always the same ones: no two are equal, and few are nearly so."""

from collections.abc import Iterator

BUYERS = (
    "Poland", "Latvia", "the Spanish Navy", "Norway's Ministry of Defence", "Greece", "Japan",
    "the Portuguese government", "Canada", "Finland", "the Chilean Air Force",
)  # fmt: skip
MAKERS = (
    "Northern Works", "Harbour Marine", "Altair Dynamics", "Vostok Radio", "Delta Optics",
    "the Meridian Group", "Lakeside Engines", "Orion Arsenal",
)  # fmt: skip
THINGS = (
    "patrol boats", "howitzers", "field radios", "155-mm shells", "transport aircraft",
    "mine clearance vehicles", "air defence radars", "training drones", "armored trucks",
)  # fmt: skip
DAYS = ("on Tuesday", "last week", "in March 2024", "this year", "on 3 May 2023", "by 2030")
PLACES = (
    "near the coast", "at a fair in Lisbon", "after long talks", "without a tender",
    "for its reserve", "under a framework of seven states", "to replace older stock",
)  # fmt: skip
PATTERNS = (
    "{buyer} ordered {count} {thing} from {maker} for €{price} million {day} {place}, lot {lot}.",
    "{maker} said that {buyer} may receive up to {count} {thing} {day} {place} as batch {lot}.",
    "Output of {thing} at {maker} rose {share}% {day}; {buyer} took {count} {place}, order {lot}.",
    "{buyer} and {maker} signed an agreement {day} to repair {count} {thing} {place}, annex {lot}.",
)


def sentences(count: int) -> Iterator[str]:
    """Yield so many sentences of news."""
    for number in range(count):
        yield PATTERNS[number % 4].format(
            buyer=BUYERS[number // 4 % 10],
            maker=MAKERS[number // 7 % 8],
            thing=THINGS[number // 3 % 9],
            day=DAYS[number // 5 % 6],
            place=PLACES[number // 11 % 7],
            count=number * 7 % 900 + 3,
            price=number * 13 % 700 + 2,
            share=number * 3 % 90 + 1,
            lot=number * 7919 % 99_991 + 100_000,
        )
