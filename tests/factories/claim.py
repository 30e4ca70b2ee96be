"""Claims and what they are about."""

import factory

from records.enums import ClaimKind, ClaimRelationKind, Modality
from records.models import (
    Citation,
    Claim,
    ClaimAgreement,
    ClaimCategory,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    ClaimWeaponSystem,
)
from tests.factories.agreement import AgreementFactory
from tests.factories.base import RecordFactory, RowFactory, Stored
from tests.factories.category import CategoryFactory
from tests.factories.organization import OrganizationFactory
from tests.factories.source import SourceFactory
from tests.factories.weapon_system import WeaponSystemFactory


class ClaimFactory(RecordFactory):
    """A claim that cites a source of its own, unless `citations` says otherwise.

    What it is about is given as `organizations=[…]`, `agreements=[…]`, `weapon_systems=[…]`,
    `categories=[…]` and `countries=["UA"]`.
    """

    class Meta:
        model = Claim

    text = factory.Sequence(lambda number: f"Statement {number}.")
    language = "en"
    kind = ClaimKind.OTHER
    modality = Modality.REPORTED

    _shorthands = {
        "agreements": ("agreement_links", "agreement"),
        "organizations": ("organization_links", "organization"),
        "weapon_systems": ("weapon_system_links", "weapon_system"),
        "categories": ("category_links", "category"),
        "countries": ("country_links", "country"),
    }

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        if "citations" not in kwargs:
            kwargs["citations"] = [CitationFactory.build()]
        return super()._create(model_class, *args, **kwargs)


class CitationFactory(RowFactory):
    class Meta:
        model = Citation

    source = Stored(SourceFactory)
    locator = factory.Sequence(lambda number: f"line {number + 1}")

    _list = "citations"
    _owner = ClaimFactory


class ClaimAgreementFactory(RowFactory):
    class Meta:
        model = ClaimAgreement

    agreement = Stored(AgreementFactory)

    _list = "agreement_links"
    _owner = ClaimFactory


class ClaimOrganizationFactory(RowFactory):
    class Meta:
        model = ClaimOrganization

    organization = Stored(OrganizationFactory)

    _list = "organization_links"
    _owner = ClaimFactory


class ClaimWeaponSystemFactory(RowFactory):
    class Meta:
        model = ClaimWeaponSystem

    weapon_system = Stored(WeaponSystemFactory)

    _list = "weapon_system_links"
    _owner = ClaimFactory


class ClaimCategoryFactory(RowFactory):
    class Meta:
        model = ClaimCategory

    category = Stored(CategoryFactory)

    _list = "category_links"
    _owner = ClaimFactory


class ClaimCountryFactory(RowFactory):
    class Meta:
        model = ClaimCountry

    country = "UA"

    _list = "country_links"
    _owner = ClaimFactory


class ClaimRelationFactory(RowFactory):
    class Meta:
        model = ClaimRelation

    kind = ClaimRelationKind.UPDATES
    other = Stored(ClaimFactory)

    _list = "relations"
    _owner = ClaimFactory
