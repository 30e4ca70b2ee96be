"""The metric that is proposed for a figure."""

import pytest

from records.enums import AgreementKind, AgreementStatus, ClaimKind, MeasureMode, Qualifier
from records.ingest import findings as f
from records.services.deciding.metrics import metric_of
from tests.services.deciding.findings import at, kinds


def chosen(kind, *, unit="", currency="", agreement=None):
    measure = f.MeasureFinding(
        mode=MeasureMode.ABSOLUTE, qualifier=Qualifier.EXACT, unit=unit, currency=currency,
        **at("64"),
    )  # fmt: skip
    found = kinds()
    found["kind"] = f.KindFinding(kind=ClaimKind(kind), **at("signed"))
    if agreement:
        found["agreement"] = f.AgreementFinding(
            kind=AgreementKind(agreement), status=AgreementStatus.SIGNED, **at("signed")
        )
    return metric_of(measure, f.Findings(**found)).value


@pytest.mark.parametrize(
    ("kind", "unit", "metric"),
    [
        ("delivery", "tank", "delivered_quantity"),
        ("order", "tank", "ordered_quantity"),
        ("aid", "main battle tank", "pledged_quantity"),
        ("losses", "truck", "equipment_losses"),
        ("losses", "soldier", "personnel_losses"),
        ("training", "tank crew member", "trained_personnel"),
        ("production_output", "drone", "production_output"),
        ("delivery", "soldier", "personnel"),
        ("facility", "ammunition plant", "facilities"),
        ("policy_or_organization", "project", "projects"),
        ("delivery", "km", "other"),
        ("assessment", "tank", "other"),
    ],
)
def test_metric_follows_what_is_reported_and_counted(kind, unit, metric):
    assert chosen(kind, unit=unit) == metric


@pytest.mark.parametrize(
    ("kind", "agreement", "metric"),
    [
        ("order", None, "contract_value"),
        ("trade_or_logistics_volume", None, "trade_value"),
        ("aid", None, "funding"),
        ("agreement_event", "procurement_contract", "contract_value"),
        ("agreement_event", "aid_package", "funding"),
    ],
)
def test_money_is_a_price_or_funding(kind, agreement, metric):
    assert chosen(kind, currency="USD", agreement=agreement) == metric


@pytest.mark.parametrize(
    ("agreement", "metric"),
    [
        ("procurement_contract", "ordered_quantity"),
        ("donation", "pledged_quantity"),
        ("joint_declaration", "other"),
    ],
)
def test_goods_of_an_agreement_are_ordered_or_pledged(agreement, metric):
    assert chosen("agreement_event", unit="tank", agreement=agreement) == metric
