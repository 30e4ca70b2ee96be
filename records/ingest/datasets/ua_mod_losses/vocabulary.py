"""The files and fields of the dataset, and what they count."""

from datetime import date

from records.enums import Metric, Qualifier
from records.ingest.datasets.losses import Object

EQUIPMENT = "russia_losses_equipment.json"
PERSONNEL = "russia_losses_personnel.json"
CORRECTIONS = "russia_losses_equipment_correction.json"

FIRST_DAY = date(2022, 2, 24)
"""Day 1: every count is of losses since then."""

PEOPLE = "personnel"
PEOPLE_QUALIFIER = "personnel*"

OBJECTS: dict[str, Object] = {
    "aircraft": Object(Metric.EQUIPMENT_LOSSES, "combat_aircraft"),
    "helicopter": Object(Metric.EQUIPMENT_LOSSES, "helicopter"),
    "tank": Object(Metric.EQUIPMENT_LOSSES, "tank"),
    "APC": Object(Metric.EQUIPMENT_LOSSES, "armored_vehicle"),
    "field artillery": Object(Metric.EQUIPMENT_LOSSES, "artillery"),
    "MRL": Object(Metric.EQUIPMENT_LOSSES, "artillery.multiple_rocket_launcher"),
    "anti-aircraft warfare": Object(Metric.EQUIPMENT_LOSSES, "air_defense"),
    "drone": Object(Metric.EQUIPMENT_LOSSES, "uas"),
    "ground robotic systems": Object(Metric.EQUIPMENT_LOSSES, "ugv"),
    "cruise missiles": Object(Metric.EQUIPMENT_LOSSES, "missile.cruise"),
    "mobile SRBM system": Object(Metric.EQUIPMENT_LOSSES, "missile.ballistic"),
    "naval ship": Object(Metric.EQUIPMENT_LOSSES, "warship"),
    "submarines": Object(Metric.EQUIPMENT_LOSSES, "warship.submarine"),
    "military auto": Object(Metric.EQUIPMENT_LOSSES, "other.truck"),
    "fuel tank": Object(Metric.EQUIPMENT_LOSSES, "other.fuel"),
    "vehicles and fuel tanks": Object(Metric.EQUIPMENT_LOSSES, "other.truck"),
    "special equipment": Object(Metric.EQUIPMENT_LOSSES, "other"),
    PEOPLE: Object(Metric.PERSONNEL_LOSSES),
}
"""What each field counts, in the order in which statements list it: the nearest category."""

QUALIFIERS = {"about": Qualifier.ABOUT, "more": Qualifier.MORE_THAN}
"""How the dataset says that a number of people is no exact count."""

DAY = ("date", "day")
PASSED_OVER = {"greatest losses direction": "towns", "POW": "counts of prisoners"}
"""Fields that are not loaded: towns, which are finer than any place in the register, and
prisoners, whose number another source gave."""
