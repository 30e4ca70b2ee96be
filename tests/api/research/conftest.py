"""Who meets in agreements and claims that research is asked about."""

import pytest

from tests.factories import AgreementFactory, AgreementPartyFactory, OrganizationFactory


def agreed(*parties, **columns):
    """Store a published agreement of (organization, role), in this order."""
    return AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=organization, role=role)
                 for organization, role in parties],
        **columns,
    )  # fmt: skip


@pytest.fixture
def payer(db):
    return OrganizationFactory(country="GB", kind="ministry", name="Payer")


@pytest.fixture
def maker(db):
    return OrganizationFactory(country="UA", kind="company", name="Maker")


@pytest.fixture
def alliance(db):
    return OrganizationFactory(country="", kind="alliance", name="Alliance")
