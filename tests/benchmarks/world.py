"""The records that generated claims point at: made up, but for states and categories."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import yaml

from records.enums import (
    Activity,
    AgreementAreaCode,
    AgreementKind,
    AgreementStatus,
    MilestoneKind,
    NameKind,
    OrganizationKind,
    PartyRole,
    Reliability,
    ReviewStatus,
    SourceKind,
)
from records.models import (
    Agreement,
    AgreementArea,
    AgreementItem,
    AgreementMilestone,
    AgreementParty,
    Category,
    Organization,
    OrganizationIdentifier,
    OrganizationName,
    Source,
    WeaponSystem,
    WeaponSystemManufacturer,
    WeaponSystemName,
)
from tests.benchmarks.tables import Table

REFERENCE = Path(__file__).parents[2] / "fixtures" / "reference"

ORGANIZATIONS = 20_000
WEAPON_SYSTEMS = 2_000
AGREEMENTS = 20_000
SOURCES = 1_000

FIRST_DAY = date(2016, 1, 1)
DAYS = 3653  # ten years
FIRST_MOMENT = datetime(2016, 1, 1, tzinfo=UTC)

_PLACES = ("Kestrel", "Nordhavn", "Vistula", "Łódka", "Ostrava", "Tisza", "Aurora", "Séverin",
           "Großfeld", "Dunaj", "Halifax", "Øresund", "Meridian", "Sable", "Korvin")  # fmt: skip
_TRADES = ("Dynamics", "Ordnance", "Aerospace", "Marine", "Optronics", "Propulsion", "Robotics",
           "Armour Works", "Shipyard", "Electronics", "Munitions", "Logistics")  # fmt: skip
_PAPERS = ("Herald", "Gazette", "Monitor", "Bulletin", "Review", "Dispatch", "Courier")


@dataclass
class World:
    """What claims can be about, by number, with what their documents show of it."""

    categories: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    organizations: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    weapon_systems: dict[int, tuple[str, str]] = field(default_factory=dict)
    agreements: dict[int, tuple[str, str]] = field(default_factory=dict)
    sources: dict[int, tuple[str, str]] = field(default_factory=dict)


def moment(random: Random) -> datetime:
    """Pick a moment of the ten years, never on a whole second."""
    return FIRST_MOMENT + timedelta(
        days=random.randrange(DAYS),
        seconds=random.randrange(86_400),
        microseconds=random.randrange(1, 1_000_000),
    )


def day(random: Random) -> date:
    """Pick a day of the ten years."""
    return FIRST_DAY + timedelta(days=random.randrange(DAYS))


def record_table(model: type, *given: str) -> Table:
    """Build the table of a record: published, revision 1; times and document come last."""
    given = (*given, "review_status", "revision", "created_at", "updated_at", "document")
    return Table(model, *given)


def tail(random: Random, document: str | None = None) -> tuple[object, ...]:
    """Build the values for what `record_table` adds."""
    written = moment(random)
    return (ReviewStatus.PUBLISHED.value, 1, written, written, document)


def build_world(random: Random) -> World:
    """Load everything but the claims."""
    world = World()
    _categories(world)
    _organizations(world, random)
    _weapon_systems(world, random)
    _agreements(world, random)
    _sources(world, random)
    return world


def _categories(world: World) -> None:
    table = Table(Category, "code", "name", "definition")
    for entry in yaml.safe_load((REFERENCE / "categories.yaml").read_text()):
        table.add(entry["code"], entry["name"], entry["definition"])
        world.categories.append(entry["code"])
    table.flush()


def _organizations(world: World, random: Random) -> None:
    organizations = record_table(Organization, "name", "kind", "country", "parent_id", "founded")
    names = Table(OrganizationName, "organization_id", "position", "text", "language", "kind")
    identifiers = Table(OrganizationIdentifier, "organization_id", "scheme", "value")

    def add(name: str, kind: str, country: str, parent: int | None, founded: str) -> int:
        number = organizations.add(name, kind, country, parent, founded, *tail(random))
        world.organizations[number] = (name, kind, country)
        return number

    for state in yaml.safe_load((REFERENCE / "states.yaml").read_text()):
        world.countries.append(state["code"])
        number = add(state["name"], OrganizationKind.STATE.value, state["code"], None, "")
        identifiers.add(number, "iso3166", state["code"])
        for position, text in enumerate(state.get("names", {}).get("official", [])):
            names.add(number, position, text, "en", NameKind.OFFICIAL.value)
    kinds = [kind for kind in OrganizationKind.values if kind != OrganizationKind.STATE]
    for number in range(len(world.organizations) + 1, ORGANIZATIONS + 1):
        country = random.choice(world.countries)
        parent = random.randrange(1, number) if random.random() < 0.1 else None
        founded = str(random.randrange(1900, 2020)) if random.random() < 0.3 else ""
        name = f"{random.choice(_PLACES)} {random.choice(_TRADES)} {number}"
        add(name, random.choice(kinds), country, parent, founded)
        if random.random() < 0.5:
            names.add(number, 0, f"{name} Ltd", "en", NameKind.OFFICIAL.value)
    for table in (organizations, names, identifiers):
        table.flush()


def _weapon_systems(world: World, random: Random) -> None:
    systems = record_table(
        WeaponSystem, "designation", "category_id", "variant_of_id", "origin", "development_status"
    )
    names = Table(WeaponSystemName, "weapon_system_id", "text", "kind")
    makers = Table(WeaponSystemManufacturer, "weapon_system_id", "organization_id")
    for number in range(1, WEAPON_SYSTEMS + 1):
        designation = f"{random.choice('ABCDEFGHKLMPRST')}{random.randrange(1, 300)}-{number}"
        category = random.choice(world.categories)
        variant_of = random.randrange(1, number) if number > 1 and random.random() < 0.2 else None
        origin = random.choice(world.countries)
        systems.add(designation, category, variant_of, origin, "production", *tail(random))
        world.weapon_systems[number] = (designation, category)
        names.add(number, random.choice(_PLACES), NameKind.SHORT.value)
        makers.add(number, random.randrange(250, ORGANIZATIONS + 1))
    for table in (systems, names, makers):
        table.flush()


def _agreements(world: World, random: Random) -> None:
    agreements = record_table(Agreement, "title", "kind", "status", "place", "signed")
    areas = Table(AgreementArea, "agreement_id", "area")
    parties = Table(AgreementParty, "agreement_id", "position", "organization_id", "role")
    items = Table(AgreementItem, "agreement_id", "weapon_system_id", "activity")
    milestones = Table(AgreementMilestone, "agreement_id", "kind", "date")
    for number in range(1, AGREEMENTS + 1):
        kind = random.choice(AgreementKind.values)
        title = f"{AgreementKind(kind).label} of {random.choice(_PLACES)} {number}"
        place = random.choice(world.countries)
        signed = day(random).isoformat() if random.random() < 0.8 else ""
        agreements.add(
            title, kind, random.choice(AgreementStatus.values), place, signed, *tail(random)
        )
        world.agreements[number] = (title, kind)
        areas.add(number, random.choice(AgreementAreaCode.values))
        for position in range(2):
            party = random.randrange(1, ORGANIZATIONS + 1)
            role = (PartyRole.SIGNATORY, PartyRole.SUPPLIER)[position].value
            parties.add(number, position, party, role)
        system = random.randrange(1, WEAPON_SYSTEMS + 1)
        items.add(number, system, random.choice(Activity.values))
        if signed:
            milestones.add(number, MilestoneKind.SIGNATURE.value, signed)
    for table in (agreements, areas, parties, items, milestones):
        table.flush()


def _sources(world: World, random: Random) -> None:
    sources = record_table(
        Source, "title", "publisher", "kind", "url", "published", "language", "reliability"
    )
    for number in range(1, SOURCES + 1):
        publisher = f"{random.choice(_PLACES)} {random.choice(_PAPERS)}"
        title, kind = f"{publisher}, issue {number}", random.choice(SourceKind.values)
        url, published = f"https://news.example/{number}", day(random).isoformat()
        grade = random.choice(Reliability.values)
        sources.add(title, publisher, kind, url, published, "en", grade, *tail(random))
        world.sources[number] = (title, kind)
    sources.flush()
