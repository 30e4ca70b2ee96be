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
        "Chile and Kenya block a treaty on rifles, which needs the consent of all member states.",
        "Norwegian media report that Chile has been helping Kenya plan the building of a yard.",
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
        "Chile warns Kenya over the Portuguese sale of drones.",
        "Chile says that Norway will not forget the Russian missiles.",
        "The Kenyan navy releases a study arguing that the radars are old.",
        "Norway’s navy reports that it trained 300 Ukrainian sailors.",  # noqa: RUF001
    ],
    "plan": [
        "Norway will send 12 howitzers to Ukraine.",
        "Latvia offers to send mortars to Kenya.",
        "Latvia announces that it will send mortars to Kenya even if its allies do not.",
        "The U.S. notifies lawmakers of a possible sale of missiles to Norway.",
        "Norway and Latvia both prepare new weapons packages for Ukraine.",
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
    "conditional": [
        "Portugal says it would send tanks if its allies agreed.",
        "Chile warns that ties with Kenya will suffer if it sells drones.",
        "Norway notifies Chile that it will cancel the order of jets if the payment is late.",
    ],
    "denial": [
        "Kenya denies that it sold rifles to rebels.",
        "Chile says it has not ordered any frigates.",
        "Latvia refuses to sell its howitzers.",
        "The Chilean general pleads not guilty to charges over a missile deal.",
        "Kenya rejects allegations that it sold rifles to rebels.",
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
