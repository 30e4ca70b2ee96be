"""Every model has a factory, and what it makes is valid."""

import pytest
from django.apps import apps

from records.representations.rendering import render
from tests import factories
from tests.support.references import FACTORIES, RECORDS, ROWS

MODELS = list(apps.get_app_config("records").get_models())


def test_every_model_has_a_factory():
    assert FACTORIES.keys() == set(MODELS)


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_factory_makes_valid_rows(model):
    one, other = FACTORIES[model](), FACTORIES[model]()

    one.full_clean()
    other.full_clean()
    assert set(model.objects.all()) >= {one, other}
    assert one != other


@pytest.mark.django_db
@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_record_factory_makes_a_published_record_with_its_document(model):
    made = FACTORIES[model]()

    stored = model.objects.published().get(pk=made.pk)
    assert stored.revision == 1
    assert stored.document == render(model, [made.pk])[made.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_row_factory_adds_to_the_list_of_a_given_owner(model):
    first = FACTORIES[model]()
    owner = getattr(first, model.owner)
    other = {"country": "PL"} if model.__name__ == "ClaimCountry" else {}
    other |= {"area": "procurement"} if model.__name__ == "AgreementArea" else {}

    second = FACTORIES[model](**{model.owner: owner}, **other)

    assert list(model.objects.filter(**{model.owner: owner}))[-2:] == [first, second]


@pytest.mark.django_db
def test_shorthand_makes_link_rows_in_order():
    one, two = factories.OrganizationFactory(), factories.OrganizationFactory()

    claim = factories.ClaimFactory(organizations=[two, one], countries=["UA"])

    assert [link.organization for link in claim.organization_links.all()] == [two, one]
    assert [link.country for link in claim.country_links.all()] == ["UA"]


@pytest.mark.django_db
def test_row_points_at_a_stored_record_when_only_built():
    party = factories.AgreementPartyFactory.build(organization__name="Built")

    assert party.pk is None
    assert party.organization.name == "Built"
    assert party.organization.pk is not None
