"""Small registers of claims that hypothesis draws, stored in bulk.

Numbers in what is drawn are places in the lists of the same register.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from records.models import (
    Agreement,
    AgreementParty,
    AgreementRelation,
    Citation,
    Claim,
    ClaimAgreement,
    ClaimCategory,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    ClaimWeaponSystem,
    Measure,
    Organization,
    Source,
    WeaponSystem,
)
from tests.factories import CategoryFactory

CODES = ("artillery", "artillery.towed", "uas", "uas.one_way_attack", "uas.one_way_attack.small")
COUNTRIES = ("GB", "UA", "")
DATES = ("", "2024-03-04", "2024", "2024-04/2024-06", "2023-11/2024-02", "../2022", "2025-01/..")
PERIODS = ("", "2024", "2024-01-01/2024-02-03", "2024-01-01/2024-05-06", "2024-01-01/..")
STATES = ("published", "published", "published", "published", "draft", "retracted")
NUMBERS = {
    "exact": ["0.1", "0.2", "100000000000000"],
    "about": ["30"],
    "at_least": ["7"],
    "less_than": ["9", "-9"],
    "order_of_magnitude": ["1000"],
}


@dataclass(frozen=True)
class Drawn:
    """Rows to be stored, by model, with places for the records they name."""

    agreements: list[dict[str, Any]]
    claims: list[dict[str, Any]]


@dataclass(frozen=True)
class Stored:
    organizations: list[Organization]
    weapons: list[WeaponSystem]
    sources: list[Source]
    agreements: list[Agreement]


def some(*items, most):
    return st.lists(st.sampled_from(items), max_size=most, unique=True)


def records(**fields):
    return st.fixed_dictionaries(fields)


def pairs(kinds, most):
    """Draw relations to the first records of a list."""
    return st.lists(
        st.tuples(st.sampled_from(kinds), st.integers(0, 4)), max_size=most, unique=True
    )


OF_FIGURE = {
    "metric": st.sampled_from(["equipment_losses", "equipment_losses", "funding"]),
    "temporal_mode": st.sampled_from(["actual", "actual", "plan"]),
    "object_words": st.sampled_from(["", "tanks"]),
    "period": st.sampled_from(PERIODS),
    "category_id": st.sampled_from([None, None, "artillery", "uas.one_way_attack"]),
    "weapon_system_id": st.sampled_from([None, None, 0]),
}
shares = records(mode=st.just("share"), value=st.just(Decimal(40)), **OF_FIGURE)
amounts = st.sampled_from(sorted(NUMBERS)).flatmap(
    lambda qualifier: records(
        mode=st.just("absolute"),
        qualifier=st.just(qualifier),
        value=st.sampled_from(NUMBERS[qualifier]).map(Decimal),
        precision=st.sampled_from([None, Decimal(10)]),
        currency=st.sampled_from(["", "", "EUR"]),
        **OF_FIGURE,
    )
)
agreements = records(
    review_status=st.sampled_from(STATES),
    parties=st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(["funder", "host"])), max_size=3, unique=True
    ),
    relations=pairs(["implements", "subcontract_of", "amends", "related"], 2),
)
claims = records(
    review_status=st.sampled_from(STATES),
    kind=st.sampled_from(["aid", "order"]),
    modality=st.sampled_from(["reported", "reported", "official_statement", "plan", "denial"]),
    occurred=st.sampled_from(DATES),
    said_by=st.sampled_from([None, 0, 0, 1]),
    speaker_name=st.sampled_from(["", "", "Speaker"]),
    agreements=some(0, 1, 2, most=2),
    organizations=some(0, 1, 2, most=2),
    weapon_systems=some(0, 1, most=2),
    categories=some(*CODES, most=2),
    countries=some("GB", "UA", most=2),
    sources=st.lists(st.integers(0, 2), min_size=1, max_size=3),
    measures=st.lists(amounts | shares, max_size=3),
    relations=pairs(
        ["duplicates", "corroborates", "derives_from", "corrects", "updates", "narrows",
         "retracts", "contradicts"], 2,
    ),
)  # fmt: skip
registers = st.builds(
    Drawn, st.lists(agreements, min_size=3, max_size=3), st.lists(claims, max_size=6)
)

alike_figures = records(
    mode=st.just("absolute"),
    metric=st.just("equipment_losses"),
    weapon_system_id=st.none(),
    value=st.integers(1, 9).map(Decimal),
    period=st.sampled_from(PERIODS),
)
alike_agreements = records(
    review_status=st.just("published"),
    parties=st.just([]),
    relations=st.lists(
        st.tuples(st.sampled_from(["implements", "subcontract_of"]), st.integers(0, 3)),
        min_size=1,
        max_size=2,
        unique=True,
    ),
)
alike_claims = records(
    review_status=st.just("published"),
    kind=st.sampled_from(["aid", "aid", "order"]),
    modality=st.just("reported"),
    occurred=st.just(""),
    said_by=st.sampled_from([None, 0]),
    speaker_name=st.sampled_from(["", "Speaker"]),
    agreements=st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True),
    organizations=st.sampled_from([[], [], [0]]),
    **{name: st.just([]) for name in ("weapon_systems", "categories", "countries")},
    sources=st.sampled_from([[0], [0, 2]]),
    measures=st.lists(alike_figures, min_size=1, max_size=2),
    relations=st.sampled_from([[], [], [], [("corroborates", 0)], [("updates", 1)]]),
)
alike_registers = st.builds(
    Drawn,
    st.lists(alike_agreements, min_size=4, max_size=4),
    st.lists(alike_claims, min_size=3, max_size=6),
)
"""Registers in which many a figure is part of another one."""


def store(drawn):
    """Store a register, of which claims and agreements alone can be hidden."""
    for code in CODES:
        CategoryFactory(code=code)
    organizations = Organization.objects.bulk_create(
        Organization(name=f"O{place}", kind="company", country=country, review_status="published")
        for place, country in enumerate(COUNTRIES)
    )
    weapons = WeaponSystem.objects.bulk_create(
        WeaponSystem(designation=code, category_id=code, review_status="published")
        for code in ("artillery.towed", "uas.one_way_attack.small")
    )
    sources = Source.objects.bulk_create(
        Source(title=f"S{grade}", kind="wire", reliability=grade, review_status="published")
        for grade in "AAF"
    )
    agreements = Agreement.objects.bulk_create(
        Agreement(title=f"A{place}", kind="other", review_status=each["review_status"])
        for place, each in enumerate(drawn.agreements)
    )
    made = list(zip(agreements, drawn.agreements, strict=True))
    _store_rows(
        AgreementParty,
        made,
        "parties",
        lambda party: {"organization": organizations[party[0]], "role": party[1]},
    )
    _store_relations(AgreementRelation, made)
    _store_claims(drawn.claims, Stored(organizations, weapons, sources, agreements))


def _store_claims(drawn, stored):
    claims = Claim.objects.bulk_create(
        Claim(
            text=f"C{place}", language="en", citation_count=1,
            said_by=None if each["said_by"] is None else stored.organizations[each["said_by"]],
            **{name: each[name]
               for name in ("review_status", "kind", "modality", "occurred", "speaker_name")},
        )
        for place, each in enumerate(drawn)
    )  # fmt: skip
    made = [
        (claim, {**each, "figures": _placed(each["measures"])})
        for claim, each in zip(claims, drawn, strict=True)
    ]
    for model, name, columns in (
        (ClaimAgreement, "agreements", lambda place: {"agreement": stored.agreements[place]}),
        (ClaimOrganization, "organizations",
         lambda place: {"organization": stored.organizations[place]}),
        (ClaimWeaponSystem, "weapon_systems",
         lambda place: {"weapon_system": stored.weapons[place]}),
        (ClaimCategory, "categories", lambda code: {"category_id": code}),
        (ClaimCountry, "countries", lambda code: {"country": code}),
        (Measure, "figures", lambda figure: {**figure, "weapon_system_id": (
            None if figure["weapon_system_id"] is None
            else stored.weapons[figure["weapon_system_id"]].pk
        )}),
    ):  # fmt: skip
        _store_rows(model, made, name, columns)
    Citation.objects.bulk_create(
        Citation(claim=claim, source=stored.sources[place], locator=f"line {line}")
        for claim, each in made
        for line, place in enumerate(each["sources"])
    )
    _store_relations(ClaimRelation, made)


def _placed(measures):
    return [{**figure, "position": place} for place, figure in enumerate(measures)]


def _store_rows(model, made, name, columns):
    """Store the rows that drawn records list under a name."""
    model.objects.bulk_create(
        model(**{model.owner: record}, **columns(row))
        for record, each in made
        for row in each[name]
    )


def _store_relations(model, made):
    model.objects.bulk_create(
        model(**{model.owner: record}, kind=kind, other=made[place][0])
        for record, each in made
        for kind, place in each["relations"]
        if place < len(made) and made[place][0] != record
    )
