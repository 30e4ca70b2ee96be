"""Small registers of agreements with milestones and claims that hypothesis draws, stored in bulk.

Numbers in what is drawn are places in the lists of the same register.
"""

from dataclasses import dataclass

from hypothesis import strategies as st

from records.enums import AgreementStatus
from records.models import (
    Agreement,
    AgreementMilestone,
    Claim,
    ClaimAgreement,
    ClaimRelation,
)

DATES = ("", "2025-01-10", "2025-01-15", "2025-01", "../2025-01-05", "2025-01-12/..", "2025-02")
MILESTONES = {
    "announcement": "announced", "signature": "signed", "entry_into_force": "in_force",
    "provisional_application": "in_force", "contracting": "contracted", "funding": "funded",
    "production_start": "produced", "first_delivery": "delivered", "delivery": "delivered",
}  # fmt: skip
CLAIMS = {"order": "contracted", "financing": "funded", "production_output": "produced",
          "delivery": "delivered"}  # fmt: skip
KINDS = ("framework_agreement", "procurement_contract", "donation")

states = st.sampled_from(["published"] * 6 + ["draft", "retracted"])
dates = st.sampled_from(DATES)


@dataclass(frozen=True)
class DrawnClaim:
    review_status: str
    kind: str
    modality: str
    occurred: str
    about: list[int]
    relations: list[tuple[str, int]]


@dataclass(frozen=True)
class DrawnAgreement:
    review_status: str
    kind: str
    status: str
    milestones: list[tuple[str, str, int]]


claims = st.lists(
    st.builds(
        DrawnClaim,
        states,
        st.sampled_from(["delivery"]) | st.sampled_from([*CLAIMS, "agreement_event"]),
        st.sampled_from(["reported"]) | st.sampled_from(["official_statement", "plan", "denial"]),
        dates,
        st.lists(st.integers(0, 3), max_size=2, unique=True),
        st.lists(
            st.tuples(st.sampled_from(["corrects", "retracts", "updates"]), st.integers(0, 2)),
            max_size=1,
        ),
    ),
    min_size=3,
    max_size=6,
)
agreements = st.lists(
    st.builds(
        DrawnAgreement,
        states,
        st.sampled_from(KINDS),
        st.sampled_from(["unknown", *AgreementStatus.values]),
        st.lists(
            st.tuples(
                st.sampled_from(["signature", "delivery", "first_delivery"])
                | st.sampled_from([*MILESTONES, "completion", "expiry"]),
                dates,
                st.integers(-2, 5),
            ),
            min_size=2,
            max_size=6,
        ),
    ),
    min_size=2,
    max_size=4,
)


def store(drawn_claims, drawn_agreements):
    columns = ("review_status", "kind", "modality", "occurred")
    made = Claim.objects.bulk_create(
        Claim(text=f"Statement {number}.", language="en", citation_count=1,
              **{name: getattr(each, name) for name in columns})
        for number, each in enumerate(drawn_claims)
    )  # fmt: skip
    signed = Agreement.objects.bulk_create(
        Agreement(title=f"Agreement {number}", review_status=each.review_status,
                  kind=each.kind, status=each.status)
        for number, each in enumerate(drawn_agreements)
    )  # fmt: skip
    AgreementMilestone.objects.bulk_create(
        AgreementMilestone(
            agreement=agreement, kind=kind, date=day, position=position,
            claim=made[place] if 0 <= place < len(made) else None,
        )
        for agreement, each in zip(signed, drawn_agreements, strict=True)
        for position, (kind, day, place) in enumerate(each.milestones)
    )  # fmt: skip
    pairs = list(zip(made, drawn_claims, strict=True))
    ClaimAgreement.objects.bulk_create(
        ClaimAgreement(claim=claim, agreement=signed[place])
        for claim, each in pairs
        for place in each.about
        if place < len(signed)
    )
    ClaimRelation.objects.bulk_create(
        ClaimRelation(claim=claim, kind=kind, other=made[place])
        for claim, each in pairs
        for kind, place in each.relations
        if place < len(made) and made[place] != claim
    )
