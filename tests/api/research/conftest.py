"""Who meets in agreements and claims that research is asked about."""

import pytest

from tests.factories import OrganizationFactory


@pytest.fixture
def payer(db):
    return OrganizationFactory(country="GB", kind="ministry", name="Payer")


@pytest.fixture
def maker(db):
    return OrganizationFactory(country="UA", kind="company", name="Maker")


@pytest.fixture
def alliance(db):
    return OrganizationFactory(country="", kind="alliance", name="Alliance")
