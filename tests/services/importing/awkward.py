"""Records of every table with values that files are prone to change."""

from decimal import Decimal

from tests.factories import (
    AgreementAreaFactory,
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
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    SourceFactory,
    WeaponSystemFactory,
    WeaponSystemManufacturerFactory,
    WeaponSystemNameFactory,
)

CYRILLIC = "Державний концерн «Укроборонпром»"
FORMULA = '=HYPERLINK("https://example.org","a;b,c")'
TEXTS = (
    CYRILLIC, FORMULA, "'=1+1", "''@home", "+380 44", "-5", "-x", "@handle",
    "'quoted' “twice” \"3\"",
    "two\nlines, one; comma\tand tab", "2024", "1,5", "007", "TRUE", "_x0041_ \uffff", "e\u0301",
    "ORG-1", "#N/A",
)  # fmt: skip


def organizations():
    made = [OrganizationFactory(name=text, notes=text) for text in TEXTS]
    OrganizationFactory(name="draft", review_status="draft")
    OrganizationFactory(
        name=CYRILLIC,  # twice: the name alone would not do
        country="UA",
        parent=made[0],
        website="https://example.org/?a=1;b=2",
        founded="2010-12?",
        dissolved="1990~/..",
        names=[
            OrganizationNameFactory.build(text=text, language="uk", kind="official")
            for text in TEXTS
        ],
        identifiers=[
            OrganizationIdentifierFactory.build(value="000123"),
            OrganizationIdentifierFactory.build(value="1e5"),
        ],
    )


def weapon_systems():
    family = WeaponSystemFactory(designation=FORMULA, notes="two\nlines")
    WeaponSystemFactory(
        designation="2С22 «Богдана»",  # noqa: RUF001 so it is written
        variant_of=family,
        origin="UA",
        caliber_mm=Decimal("154.71"),
        names=[WeaponSystemNameFactory.build(text=text) for text in TEXTS],
        manufacturer_links=[
            WeaponSystemManufacturerFactory.build(organization=OrganizationFactory(name=text))
            for text in (CYRILLIC, FORMULA, "ORG-1", "two\nlines")
        ],
    )


def agreements():
    buyer = OrganizationFactory(name="=buyer")
    claim = ClaimFactory()
    first = AgreementFactory(title="'=title", summary="one\n\ntwo")
    AgreementFactory(
        title=CYRILLIC,
        status="in_force",
        value_amount=Decimal("123456789012345678.90"),
        value_currency="UAH",
        place="UA",
        areas=[AgreementAreaFactory.build()],
        parties=[
            AgreementPartyFactory.build(organization=buyer, role="buyer", signatory_name="-x"),
            AgreementPartyFactory.build(organization=buyer, role="funder"),
            AgreementPartyFactory.build(role="supplier", signatory_title="Міністр; @"),
        ],
        items=[
            AgreementItemFactory.build(words="+1", quantity=Decimal("0.125"), unit="т"),
            AgreementItemFactory.build(category=CategoryFactory(code="artillery.towed")),
        ],
        milestones=[
            AgreementMilestoneFactory.build(date="2024-33", claim=claim),
            AgreementMilestoneFactory.build(kind="entry_into_force", date="../2025-02-03"),
        ],
        relations=[AgreementRelationFactory.build(other=first)],
    )


def claims():
    source = SourceFactory(title="=source\nwith lines")
    speaker = OrganizationFactory(name="'=speaker")
    agreement = AgreementFactory(title="+ agreement")
    updated = ClaimFactory(text=FORMULA)
    ClaimFactory(
        text=f"{CYRILLIC}\n“rose by 30 %”, \tthey said; -5",
        language="uk-Latn",
        said_by=speaker,
        speaker_name="@speaker",
        occurred="2024-02~",
        due_words="by spring",
        due_unresolved="ambiguous",
        outcome="open",
        organizations=[speaker, OrganizationFactory(name=CYRILLIC)],
        agreements=[agreement],
        countries=["UA", "GB"],
        categories=[CategoryFactory(code="uas"), CategoryFactory(code="uas.one_way_attack")],
        citations=[
            CitationFactory.build(source=source, locator="-1", quote="=1\n+1"),
            CitationFactory.build(source=source, locator="line 2"),
        ],
        measures=[
            MeasureFactory.build(value=Decimal("-0.000001"), unit_code="TNE", unit_words="=t"),
            MeasureFactory.build(
                value=None,
                value_min=Decimal("123456789012345678901234.123456"),
                value_max=Decimal(200000000000000000000000),
                qualifier="between",
                period="2024-33/2024-34",
            ),
            MeasureFactory.build(mode="percent_change", value=Decimal("30.5"), baseline_words="@"),
        ],
        relations=[ClaimRelationFactory.build(other=updated)],
    )


MADE = {
    "organizations": organizations,
    "weapon-systems": weapon_systems,
    "agreements": agreements,
    "claims": claims,
}
