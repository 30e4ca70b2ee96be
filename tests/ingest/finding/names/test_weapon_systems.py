import pytest

CASES = [
    ("Chile buys F-16s, F16 kits and an F 16.", ["F-16", "F16", "F 16"]),
    ("Chile buys the F-16 Fighting Falcon.", ["F-16 Fighting Falcon"]),
    ("Chile buys M1A2 tanks and M1 Abrams tanks.", ["M1A2", "M1 Abrams"]),
    ("Chile buys Leopard 2A6 tanks.", ["Leopard 2A6"]),
    ("Chile buys Bradley Fighting Vehicles.", ["Bradley Fighting Vehicles"]),
    ("Chile buys Mil Mi-17 helicopters.", ["Mil Mi-17"]),
    ("Chile buys Dassault Rafales.", ["Dassault Rafales"]),
    ("Chile buys S-300PMU-2 batteries.", ["S-300PMU-2"]),
    ("Chile buys AN/TPQ-36 radars.", ["AN/TPQ-36"]),
    ("Chile buys Wombat 7 infantry fighting vehicles.", ["Wombat 7"]),
    ("Chile buys Arboga long-range cruise missiles.", ["Arboga"]),
    ("Chile buys Lockheed Martin missiles.", []),
    ("Chile buys European missiles and Chinese drones.", []),
    ("Several missiles land. Armed drones follow.", []),
    ("NATO missiles land.", []),
    ("Chile orders an Esmeralda-class frigate.", ["Esmeralda-class"]),
    ("Chile orders an Esmeralda class frigate.", ["Esmeralda class"]),
    ("It is a world-class frigate.", []),
    ("Chile buys 12 Boeing 737 jets and an Airbus A320.", []),
    ("Chile buys 30 QZX-9s.", []),
    ("Chile buys 30 QZX-9 drones.", ["QZX-9"]),
    ("COVID-19 and COP-26 are no drones.", []),
    ("The Patriot Act expires.", []),
    ("Typhoon Mangkhut nears a missile base.", []),
    ("Chile buys Typhoon fighter jets.", ["Typhoon"]),
    ("Chile sends humvees.", ["humvees"]),
    ("Chile buys F-16V Block 70 jets and Caesar Mk1 guns.", ["F-16V Block 70", "Caesar Mk1"]),
    ("Chile buys Himars and Gripen E fighters.", ["Himars", "Gripen E"]),
    ("Chile buys 40 tanks and 12 QZ-WXs.", ["QZ-WXs"]),
    ("Chile buys 12 UAVs and 3 IFVs.", []),
    ("Chile buys MILAN anti-tank missiles.", ["MILAN"]),
    ("Chile buys Patriot GEM-T missiles.", ["Patriot GEM-T"]),
    ("Army Javelin missiles and two Hawks arrive.", ["Javelin", "Hawks"]),
    ("The Assam Rifles carry rifles.", []),
    ("Chile orders a Kingston-class ship.", ["Kingston-class"]),
    ("A 10-year contract for missiles is signed.", []),
    ("In May-2020 US$ 16 was paid.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_weapon_system_has_its_longest_name(read, text, expected):
    assert [text[found.start : found.end] for found in read(text).weapon_systems] == expected


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Chile buys the F-16.", "combat_aircraft.fighter"),
        ("Chile buys the QZX-9 reconnaissance drone.", "uas.isr"),
        ("Chile buys the GBU-99.", "ammunition.aerial_bomb.guided"),
        ("Chile orders an Esmeralda-class submarine.", "warship.submarine"),
    ],
)
def test_weapon_system_has_a_category(read, text, category):
    (found,) = read(text).weapon_systems
    assert (found.category, found.candidates) == (category, ())
