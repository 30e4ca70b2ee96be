import pytest

CASES = [
    ("Chile buys tanks, howitzers and helicopters.", "artillery helicopter tank"),
    ("Chile buys surface-to-air missiles.", "air_defense"),
    ("Chile buys air and missile defence systems.", "air_defense"),
    ("Chile buys anti-tank missiles.", "missile"),
    ("Chile buys gear for landmine clearing.", "demining"),
    ("Chile practises jamming the radars and satellites of Peru.", "electronic_warfare"),
    ("Chile practises jamming, and buys radars.", "electronic_warfare sensor"),
    ("Chile has neither nuclear weapons nor military instructors.", "other training"),
    ("Chile uses machine learning.", "software"),
    ("Chile buys artillery shells and howitzers.", "ammunition artillery"),
    ("Chile buys Patriot missiles.", "air_defense"),
    ("Chile buys F-16 engines.", "combat_aircraft engine"),
    ("Chile buys naval drones and drones.", "uas usv"),
    ("Chile buys armoured personnel carriers.", "armored_vehicle"),
    ("Chile buys night vision devices, body armour and helmets.", "protective sensor"),
    ("Chile buys weapons and military equipment.", ""),
    ("Chile buys military vehicles.", "other"),
    ("A think tank warns of a fuel tank.", ""),
    ("A submarine cable breaks; satellite images show it.", ""),
    ("Chile trains the pilots of Peru.", "training"),
    ("Chile will train Peruvian soldiers.", "training"),
    ("Peruvian soldiers will be trained by Chile.", "training"),
    ("Soldiers arrive by train.", ""),
    ("The trains run; the training area is closed.", ""),
    ("Chile orders 12 Boeing 737 jets.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_category_of_words_and_systems(read, text, expected):
    tops = {found.category.partition(".")[0] for found in read(text).categories}
    assert " ".join(sorted(tops)) == expected


@pytest.mark.parametrize("reach", ["long-range", "medium-range", "short-range"])
def test_category_of_missiles_by_reach_alone_is_missile(read, reach):
    found = read(f"Chile buys {reach} missiles.").categories
    assert [one.category for one in found] == ["missile"]
