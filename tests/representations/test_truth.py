"""Whatever is written in whatever order, a document that is not empty is what it would be now."""

from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.models import Claim
from records.representations.rendering import render
from records.representations.staleness import refresh_stale
from tests.factories import (
    AgreementAreaFactory,
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementItemFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    CategoryFactory,
    CitationFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    SourceFactory,
    WeaponSystemFactory,
)
from tests.support.references import RECORDS
from tests.support.writing import store

pytestmark = pytest.mark.django_db

PAIR = (0, 1)


class World:
    """Two records of each type, and what can be done to them. A step names two of its numbers."""

    def __init__(self):
        for code in ("tank", "uas"):
            CategoryFactory(code=code)
        self.organizations = [OrganizationFactory() for _ in PAIR]
        self.systems = [WeaponSystemFactory(category_id="tank") for _ in PAIR]
        self.sources = [SourceFactory() for _ in PAIR]
        self.agreements = [AgreementFactory() for _ in PAIR]
        self.claims = [ClaimFactory() for _ in PAIR]

    def write(self, record, owned=None, **columns):
        read = type(record).objects.get(pk=record.pk)
        for column, value in columns.items():
            setattr(read, column, value)
        store(record=read, owned=owned or {})

    def rename(self, one, two):
        name = f"Name {two} of {one}"
        self.write(self.organizations[one], name=name, country=["", "UA"][two])
        self.write(self.systems[one], designation=name, category_id=["tank", "uas"][two])
        self.write(self.sources[one], title=name)

    def retitle(self, one, two):
        self.write(self.agreements[one], title=f"Title {two}", kind=["loan", "donation"][two])

    def reword(self, one, two):
        self.write(self.claims[one], text=f"Text {two}.", occurred=["", "2024-02"][two])

    def hang(self, one, two):
        self.write(self.organizations[1], parent=[None, self.organizations[0]][two])
        self.write(self.systems[1], variant_of=[None, self.systems[0]][one])

    def name(self, one, two):
        names = [OrganizationNameFactory.build(text=f"{two}{number}") for number in range(two)]
        self.write(self.organizations[one], {"names": names})

    def make(self, one, two):
        links = [type(self.systems[0]).manufacturers.through(organization=self.organizations[two])]
        self.write(self.systems[one], {"manufacturer_links": links})

    def agree(self, one, two):
        self.write(
            self.agreements[one],
            {
                "areas": [AgreementAreaFactory.build()] * two,
                "parties": [
                    AgreementPartyFactory.build(organization=self.organizations[two]),
                    AgreementPartyFactory.build(organization=self.organizations[0], role="host"),
                ],
                "items": [AgreementItemFactory.build(weapon_system=self.systems[two])],
                "milestones": [AgreementMilestoneFactory.build(claim=self.claims[two])],
                "relations": [AgreementRelationFactory.build(other=self.agreements[1 - one])] * two,
                "evidence": [AgreementEvidenceFactory.build(claim=self.claims[one])],
            },
        )

    def claim(self, one, two):
        through = {name: getattr(Claim, name).through for name in ("agreements", "organizations")}
        self.write(
            self.claims[one],
            {
                "citations": [CitationFactory.build(source=self.sources[two])],
                "agreement_links": [through["agreements"](agreement=self.agreements[two])],
                "organization_links": [
                    through["organizations"](organization=organization)
                    for organization in self.organizations[two:]
                ],
                "relations": [ClaimRelationFactory.build(other=self.claims[1 - one])] * two,
            },
            said_by=[None, self.organizations[two]][two],
        )

    def measure(self, one, two):
        figure = MeasureFactory.build(
            weapon_system=self.systems[two], period="2024", value=Decimal("14.50"), unit_code="TNE"
        )
        change = MeasureFactory.build(
            weapon_system=self.systems[two], mode="ratio", period="2024", value=two + 2
        )
        self.write(self.claims[one], {"measures": [figure, change][: two + 1]})

    def refresh(self, one, two):
        for model in RECORDS[one * 2 :]:
            refresh_stale(model, batch=two + 1)

    def retract(self, one, two):
        self.write(self.sources[one], review_status="retracted")
        self.write(self.agreements[two], review_status="retracted")


STEPS = sorted(name for name in vars(World) if not name.startswith("_") and name != "write")


def assert_documents_are_true():
    for model in RECORDS:
        kept = dict(model.objects.exclude(document=None).values_list("pk", "document"))
        assert kept == render(model, list(kept))


@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.sampled_from(PAIR), st.sampled_from(PAIR)),
        min_size=6,
        max_size=14,
    )
)
@settings(derandomize=True, database=None, deadline=None, max_examples=8)
def test_documents_are_true_after_every_step(steps):
    with transaction.atomic():
        world = World()
        for step, one, two in steps:
            getattr(world, step)(one, two)
            assert_documents_are_true()
        transaction.set_rollback(True)


def test_every_step_is_possible_in_every_way():
    world = World()
    for step in STEPS:
        for one in PAIR:
            for two in PAIR:
                getattr(world, step)(one, two)
                assert_documents_are_true()
