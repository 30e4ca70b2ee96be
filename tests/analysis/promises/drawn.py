"""Small registers of promises that hypothesis draws, stored in bulk.

Numbers in what is drawn are places in the lists of the same register.
"""

from dataclasses import dataclass

from hypothesis import strategies as st

from records.models import (
    Claim,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    Measure,
    Organization,
)

DATES = (
    "", "2025-01-10", "2025-01-15", "2025-01", "../2025-01-05", "2025-01-14/..", "2024", "2025-02",
)  # fmt: skip
MODALITIES = ("plan", "commitment", "target", "forecast", "reported", "official_statement",
              "denial", "possibility", "conditional")  # fmt: skip
PROMISING, TELLING = MODALITIES[:4], MODALITIES[4:6]
OUTCOMES = ("", "", "", "", "", "open", "kept", "late", "partly", "missed", "unknown")
RESTATING = ("corroborates", "derives_from", "duplicates")
DECIDING = ("contradicts", "updates", "corrects", "narrows")

dates = st.sampled_from(DATES)
organizations = st.integers(0, 2)
kinds = st.sampled_from(RESTATING) | st.sampled_from(DECIDING) | st.just("retracts")


@dataclass(frozen=True)
class DrawnFigure:
    temporal_mode: str
    due: str
    period: str
    outcome: str


@dataclass(frozen=True)
class DrawnClaim:
    review_status: str
    modality: str
    kind: str
    said_by: int | None
    organizations: list[int]
    countries: list[str]
    due: str
    due_words: str
    outcome: str
    occurred: str
    figures: list[DrawnFigure]
    relations: list[tuple[str, int]]


figures = st.builds(
    DrawnFigure,
    st.sampled_from(["actual", "plan", "target", "forecast"]),
    dates,
    dates,
    st.sampled_from(OUTCOMES),
)
drawn = st.lists(
    st.builds(
        DrawnClaim,
        st.sampled_from(["published"] * 6 + ["draft", "retracted"]),
        st.sampled_from(["plan"] * 4 + ["reported"] * 4) | st.sampled_from(MODALITIES),
        st.sampled_from(["delivery", "order"]),
        st.none() | st.none() | organizations,
        st.lists(organizations, max_size=2, unique=True),
        st.lists(st.sampled_from(["GB", "UA"]), max_size=2, unique=True),
        dates,
        st.sampled_from(["", "soon"]),
        st.sampled_from(OUTCOMES),
        dates,
        st.lists(figures, max_size=3),
        st.lists(st.tuples(kinds, st.integers(0, 5)), max_size=3, unique=True),
    ),
    min_size=5,
    max_size=9,
)


def store(claims):
    columns = ("review_status", "modality", "kind", "due", "due_words", "outcome", "occurred")
    stored = Organization.objects.bulk_create(
        Organization(name=f"Organization {number}", kind="company", review_status="published")
        for number in range(3)
    )
    made = Claim.objects.bulk_create(
        Claim(
            text=f"Statement {number}.",
            language="en",
            citation_count=1,
            said_by=None if each.said_by is None else stored[each.said_by],
            **{name: getattr(each, name) for name in columns},
        )
        for number, each in enumerate(claims)
    )
    pairs = list(zip(made, claims, strict=True))
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
    Measure.objects.bulk_create(
        Measure(claim=claim, position=position, metric="other", mode="absolute", **vars(figure))
        for claim, each in pairs
        for position, figure in enumerate(each.figures)
    )
    ClaimRelation.objects.bulk_create(
        ClaimRelation(claim=claim, kind=kind, other=made[place])
        for claim, each in pairs
        for kind, place in each.relations
        if place < len(made) and made[place] != claim
    )
