"""How firmly sentences are stated."""

import pytest

from tests.ingest.finding.events.reading import read

CASES = {
    "reported": [
        "Norway buys 40 tanks from a Portuguese dealer.",
        "Chile and Kenya signed an agreement that will deepen military ties.",
        "A newspaper reports that Latvia has received ten howitzers.",
        "Portugal approves the sale of six patrol boats to Kenya.",
        "It is reported that Chile has sold its old frigates.",
        "Russia suspends a treaty with the United States, citing new missiles.",
        "Kenya denies access for two Russian ships.",
        "Chile had planned to buy ten jets.",
        "The Norwegian prime minister travels to Kyiv to sign a treaty.",
    ],
    "official_statement": [
        "The Kenyan government announces the purchase of eight helicopters.",
        "Latvia says that it has delivered all the promised mortars.",
        "Chile received the boats in May, according to the Chilean Defence Ministry.",
        "The shells have arrived, the Latvian army said.",
        "The boats have arrived, Kenyan general Peter Otieno said on Monday.",
        "Kenya accuses Chile of planning to sell howitzers.",
        "Chile announces a military aid package for Kenya, intended for its navy.",
        "Norway’s navy reports that it trained 300 Ukrainian sailors.",  # noqa: RUF001
    ],
    "plan": [
        "Norway will send 12 howitzers to Ukraine.",
        "Latvia announces that it will buy more mortars.",
        "Kenya plans to build a shipyard.",
        "Portugal is to receive five transport aircraft.",
        "The Chilean parliament approves a plan to replace its frigates.",
        "Chile is going to retire its submarines.",
        "Latvia is considering sending more mortars to Ukraine.",
        "Norway is set to order five frigates.",
        "Latvia expects to buy ten radars.",
        "A newspaper reports that the Kenyan navy will buy six patrol boats.",
    ],
    "commitment": [
        "Norway pledges 20 million euros for Ukrainian drones.",
        "Portugal and Chile agree to send three helicopters to Kenya.",
        "The UK announces its largest package yet, promising 200 vehicles.",
        "Latvia vows to supply drones to Ukraine.",
    ],
    "target": ["Ukraine aims to produce one million drones in a year."],
    "forecast": [
        "A Norwegian general says that Russia will deploy new missiles.",
        "Deliveries are expected to begin in May.",
        "Chile warns that the frigates will arrive late.",
    ],
    "possibility": [
        "Norway may send fighter jets to Ukraine.",
        "Latvia could buy a second battery, according to its defence minister.",
    ],
    "conditional": ["Portugal says it would send tanks if its allies agreed."],
    "denial": [
        "Kenya denies that it sold rifles to rebels.",
        "Chile says it has not ordered any frigates.",
        "Latvia refuses to sell its howitzers.",
    ],
}


@pytest.mark.parametrize(
    ("modality", "text"), [(name, text) for name, texts in CASES.items() for text in texts]
)
def test_modality_is_that_of_the_main_clause(modality, text):
    assert read(text).modality.modality == modality


def test_span_of_modality_is_its_verb():
    text = "Latvia announces that it will buy more mortars."
    found = read(text).modality
    assert text[found.start : found.end] == "will buy"
    assert found.rule == "events.modality.plan"
