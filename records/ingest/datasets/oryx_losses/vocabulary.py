"""The fields of the dataset, and the nearest category of each type of equipment."""

from datetime import date

FILE = "daily_count.csv"
FIRST_DAY = date(2022, 2, 24)
"""Every count is of losses since then."""

COUNTRIES = {"Russia": "RU", "Ukraine": "UA"}
FATES = ("destroyed", "damaged", "abandoned", "captured")

CATEGORIES = {
    "Tanks": "tank",
    "Armoured Fighting Vehicles": "armored_vehicle",
    "Infantry Fighting Vehicles": "armored_vehicle.infantry_fighting_vehicle",
    "Armoured Personnel Carriers": "armored_vehicle.armored_personnel_carrier",
    "Mine-Resistant Ambush Protected": "armored_vehicle.mrap",
    "Infantry Mobility Vehicles": "armored_vehicle.infantry_mobility",
    "Self-Propelled Anti-Tank Missile Systems": "armored_vehicle.tank_destroyer",
    "Command Posts And Communications Stations": "c2",
    "Engineering Vehicles And Equipment": "other.engineering",
    "Unmanned Ground Vehicles": "ugv",
    "Artillery Support Vehicles And Equipment": "other",
    "Towed Artillery": "artillery.towed",
    "Self-Propelled Artillery": "artillery.self_propelled",
    "Multiple Rocket Launchers": "artillery.multiple_rocket_launcher",
    "Rocket and Missile Artillery": "artillery.multiple_rocket_launcher",
    "Anti-Aircraft Guns": "air_defense.gun",
    "Self-Propelled Anti-Aircraft Guns": "air_defense.gun",
    "Surface-To-Air Missile Systems": "air_defense",
    "Radars": "sensor.radar",
    "Radars And Communications Equipment": "sensor.radar",
    "Jammers And Deception Systems": "electronic_warfare",
    "Aircraft": "combat_aircraft",
    "Helicopters": "helicopter",
    "Unmanned Combat Aerial Vehicles": "uas.ucav",
    "Reconnaissance Unmanned Aerial Vehicles": "uas.isr",
    "Naval Ships": "warship",
    "Naval Ships and Submarines": "warship",
    "Trucks, Vehicles, and Jeeps": "other.truck",
    "Trucks, Vehicles, Jeeps, and Trains": "other.truck",
}

SUMS = (
    "All Types",
    "Losses excluding Recon Drones and Trucks",
    "Losses of Armoured Combat Vehicles",
)
"""How the names of types begin that count others again."""
