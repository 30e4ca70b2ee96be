"""Which metric a figure most likely has, from what the claim reports and what is counted."""

from records.enums import AgreementKind, ClaimKind, Metric
from records.ingest.findings import Findings, MeasureFinding

_PEOPLE = frozenset({
    "adviser", "advisor", "cadet", "civilian", "contractor", "employee", "expert", "fighter",
    "instructor", "marine", "member", "mercenary", "officer", "people", "person", "personnel",
    "pilot", "recruit", "sailor", "serviceman", "soldier", "specialist", "trainee", "troop",
    "volunteer", "worker",
})  # fmt: skip
_SITES = frozenset({
    "academy", "base", "center", "centre", "facility", "factory", "plant", "school", "site",
    "workshop",
})  # fmt: skip
_NOT_COUNTED = frozenset({
    "year", "month", "week", "day", "hour", "minute", "second", "km", "kilometre", "kilometer",
    "mile", "metre", "meter", "knot", "mm",
})  # fmt: skip
"""Units of time and distance, in which no amount of equipment is given."""

_OF_UNITS = {
    "project": Metric.PROJECTS,
    "programme": Metric.PROJECTS,
    "region": Metric.REGIONS,
    **dict.fromkeys(_SITES, Metric.FACILITIES),
    **dict.fromkeys(_NOT_COUNTED, Metric.OTHER),
}

_BOUGHT = frozenset(
    {
        AgreementKind.PROCUREMENT_CONTRACT,
        AgreementKind.MAINTENANCE_CONTRACT,
        AgreementKind.SALE_NOTIFICATION,
        AgreementKind.LICENCE_PRODUCTION,
        AgreementKind.CO_PRODUCTION,
    }
)
_GIVEN = frozenset({AgreementKind.AID_PACKAGE, AgreementKind.DONATION})

_OF_PEOPLE = {
    ClaimKind.TRAINING: Metric.TRAINED_PERSONNEL,
    ClaimKind.LOSSES: Metric.PERSONNEL_LOSSES,
}
_OF_MONEY = {
    ClaimKind.ORDER: Metric.CONTRACT_VALUE,
    ClaimKind.DELIVERY: Metric.CONTRACT_VALUE,
    ClaimKind.SERVICE_REPAIR: Metric.CONTRACT_VALUE,
    ClaimKind.TRADE_OR_LOGISTICS_VOLUME: Metric.TRADE_VALUE,
}
_OF_GOODS = {
    ClaimKind.PRODUCTION_OUTPUT: Metric.PRODUCTION_OUTPUT,
    ClaimKind.PRODUCTION_CAPACITY: Metric.PRODUCTION_CAPACITY,
    ClaimKind.ORDER: Metric.ORDERED_QUANTITY,
    ClaimKind.DELIVERY: Metric.DELIVERED_QUANTITY,
    ClaimKind.AID: Metric.PLEDGED_QUANTITY,
    ClaimKind.LOSSES: Metric.EQUIPMENT_LOSSES,
    ClaimKind.TRADE_OR_LOGISTICS_VOLUME: Metric.CARGO_VOLUME,
}


def metric_of(measure: MeasureFinding, found: Findings) -> Metric:
    """Choose the metric that a person most likely would."""
    kind, unit = found.kind.kind, measure.unit.rpartition(" ")[2]
    agreement = found.agreement.kind if found.agreement else None
    if measure.currency:
        bought = agreement in _BOUGHT
        return Metric.CONTRACT_VALUE if bought else _OF_MONEY.get(kind, Metric.FUNDING)
    if unit in _PEOPLE:
        return _OF_PEOPLE.get(kind, Metric.PERSONNEL)
    return _OF_UNITS.get(unit) or _OF_GOODS.get(kind) or _of_agreement(agreement)


def _of_agreement(kind: AgreementKind | None) -> Metric:
    """Choose the metric of goods that an agreement is about."""
    if kind in _BOUGHT:
        return Metric.ORDERED_QUANTITY
    return Metric.PLEDGED_QUANTITY if kind in _GIVEN else Metric.OTHER
