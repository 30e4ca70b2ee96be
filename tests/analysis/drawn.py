"""Small registers that hypothesis draws, stored in bulk: agreements of organizations, and claims.

Numbers in what is drawn are places in the lists of the same register.
"""

from dataclasses import dataclass

from hypothesis import strategies as st

from records.models import (
    Agreement,
    AgreementParty,
    AgreementRelation,
    Claim,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    Organization,
)

COUNTRIES = ("GB", "UA", "", "GB", "")
ROLES = ("funder", "performer", "signatory")
DATES = ("", "2024-03-04", "2024", "2023-11/2024-02", "../2022", "2025-01/..")
STATES = ("published", "published", "published", "draft", "retracted")

places = st.integers(0, 5)
organizations = st.integers(0, len(COUNTRIES) - 1)


def rows(*columns, most):
    """Draw rows that differ from each other."""
    return st.lists(st.tuples(*columns), max_size=most, unique=True)


@dataclass(frozen=True)
class DrawnAgreement:
    status: str
    signed: str
    value: tuple[str, str] | None
    parties: list[tuple[int, str]]
    relations: list[tuple[str, int]]


@dataclass(frozen=True)
class DrawnClaim:
    status: str
    occurred: str
    organizations: list[int]
    countries: list[str]
    relations: list[tuple[str, int]]


agreements = st.lists(
    st.builds(
        DrawnAgreement,
        st.sampled_from(STATES),
        st.sampled_from(DATES),
        st.none() | st.tuples(st.sampled_from(["0.10", "0.20", "500000000"]),
                              st.sampled_from(["GBP", "EUR"])),
        rows(organizations, st.sampled_from(ROLES), most=5),
        rows(st.sampled_from(["implements", "amends", "subcontract_of", "related"]), places,
             most=2),
    ),
    max_size=6,
)  # fmt: skip
claims = st.lists(
    st.builds(
        DrawnClaim,
        st.sampled_from(STATES),
        st.sampled_from(DATES),
        st.lists(organizations, max_size=4, unique=True),
        st.lists(st.sampled_from(["GB", "UA", "PL"]), max_size=2, unique=True),
        rows(st.sampled_from(["duplicates", "corroborates", "derives_from", "corrects",
                              "updates", "narrows", "retracts", "contradicts"]), places, most=2),
    ),
    max_size=6,
)  # fmt: skip


def store_organizations():
    return Organization.objects.bulk_create(
        Organization(name=f"Organization {number}", kind="company", country=country,
                     review_status="published")
        for number, country in enumerate(COUNTRIES)
    )  # fmt: skip


def store_agreements(drawn, stored):
    """Store agreements between stored organizations."""
    made = Agreement.objects.bulk_create(
        Agreement(
            title=f"Agreement {number}",
            kind="other",
            review_status=each.status,
            signed=each.signed,
            value_amount=each.value and each.value[0],
            value_currency=each.value[1] if each.value else "",
        )
        for number, each in enumerate(drawn)
    )
    AgreementParty.objects.bulk_create(
        AgreementParty(agreement=agreement, organization=stored[place], role=role)
        for agreement, each in zip(made, drawn, strict=True)
        for place, role in each.parties
    )
    AgreementRelation.objects.bulk_create(
        AgreementRelation(agreement=agreement, kind=kind, other=made[place])
        for agreement, each in zip(made, drawn, strict=True)
        for kind, place in each.relations
        if place < len(made) and made[place] != agreement
    )
    return made


def store_claims(drawn, stored):
    """Store claims about stored organizations."""
    made = Claim.objects.bulk_create(
        Claim(
            text=f"Statement {number}.",
            language="en",
            kind="other",
            modality="reported",
            review_status=each.status,
            occurred=each.occurred,
            citation_count=1,
        )
        for number, each in enumerate(drawn)
    )
    pairs = list(zip(made, drawn, strict=True))
    ClaimOrganization.objects.bulk_create(
        ClaimOrganization(claim=claim, organization=stored[place])
        for claim, each in pairs
        for place in each.organizations
    )
    ClaimCountry.objects.bulk_create(
        ClaimCountry(claim=claim, country=country)
        for claim, each in pairs
        for country in each.countries
    )
    ClaimRelation.objects.bulk_create(
        ClaimRelation(claim=claim, kind=kind, other=made[place])
        for claim, each in pairs
        for kind, place in each.relations
        if place < len(made) and made[place] != claim
    )
    return made
