"""What the API offers on each record type: orderings, selectable fields and expansions."""

from dataclasses import dataclass, field
from functools import cached_property

from records.models import Agreement, Claim, Organization, Record, Source, WeaponSystem
from records.representations.facts import EVIDENCE, FACTS
from records.representations.links import COLLECTIONS
from records.representations.rendering import SERIALIZERS

_COMMON_ORDERINGS = {"id": "id", "created_at": "created_at", "updated_at": "updated_at"}


@dataclass(frozen=True)
class Resource:
    """A record type as clients see it.

    `orderings` maps the name of an ordering to a column that is never null; every ordering is
    offered both ways. `expansions` maps the dotted path of a brief record in the document to
    the model of that record.
    """

    model: type[Record]
    default_ordering: str
    orderings: dict[str, str] = field(default_factory=dict)
    expansions: dict[str, type[Record]] = field(default_factory=dict)

    @property
    def collection(self) -> str:
        """Path segment of the collection, such as `weapon-systems`."""
        return COLLECTIONS[self.model.record_type]

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Top-level fields of the document, in order."""
        return tuple(SERIALIZERS[self.model].Meta.fields)

    @cached_property
    def expandable(self) -> tuple[str, ...]:
        """Accepted values of `expand`: paths of brief records, and evidence if it has any."""
        return (*self.expansions, *((EVIDENCE,) if self.model in FACTS else ()))

    @cached_property
    def ordering_names(self) -> tuple[str, ...]:
        """Accepted values of `ordering`."""
        return tuple(f"{sign}{name}" for name in self.orderings for sign in ("", "-"))


AGREEMENTS = Resource(
    model=Agreement,
    default_ordering="-signed",
    orderings=_COMMON_ORDERINGS | {"title": "title_folded", "signed": "signed_sort"},
    expansions={
        "parties.organization": Organization,
        "items.weapon_system": WeaponSystem,
        "milestones.claim": Claim,
        "relations.agreement": Agreement,
    },
)
ORGANIZATIONS = Resource(
    model=Organization,
    default_ordering="id",
    orderings=_COMMON_ORDERINGS | {"name": "name_folded"},
    expansions={"parent": Organization},
)
WEAPON_SYSTEMS = Resource(
    model=WeaponSystem,
    default_ordering="id",
    orderings=_COMMON_ORDERINGS | {"designation": "designation_folded"},
    expansions={"variant_of": WeaponSystem, "manufacturers": Organization},
)
CLAIMS = Resource(
    model=Claim,
    default_ordering="-occurred",
    orderings=_COMMON_ORDERINGS | {"occurred": "occurred_sort"},
    expansions={
        "said_by": Organization,
        "agreements": Agreement,
        "organizations": Organization,
        "weapon_systems": WeaponSystem,
        "measures.weapon_system": WeaponSystem,
        "citations.source": Source,
        "relations.claim": Claim,
    },
)
SOURCES = Resource(
    model=Source,
    default_ordering="-published",
    orderings=_COMMON_ORDERINGS | {"title": "title_folded", "published": "published_sort"},
)

RESOURCES = (AGREEMENTS, ORGANIZATIONS, WEAPON_SYSTEMS, CLAIMS, SOURCES)
