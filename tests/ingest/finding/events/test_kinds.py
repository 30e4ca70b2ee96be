"""What claims report."""

import pytest

from tests.ingest.finding.events.reading import read

CASES = {
    "agreement_event": "Kenya and Chile sign a defence pact.",
    "consultation": "The Norwegian president met the Latvian prime minister in Oslo.",
    "aid": "Norway announces a military aid package for Ukraine.",
    "order": "Chile orders six frigates from Germany.",
    "delivery": "Latvia receives ten howitzers from Norway.",
    "production_output": "Ukraine produced 300 howitzers in May.",
    "service_repair": "A workshop in Latvia repairs Ukrainian tanks.",
    "training": "Norway trained 300 Ukrainian sailors.",
    "facility": "A German firm opened an ammunition plant in Latvia.",
    "trade_or_logistics_volume": "The railway transported two million tons of cargo.",
    "losses": "Ukrainian drones destroyed six tanks.",
    "capability": "Kenya tests a new missile.",
    "policy_or_organization": "Chile appoints a new chief of its navy.",
    "commemoration": "The post issued stamps for the anniversary of the navy.",
    "denial": "Kenya denies that it sold rifles.",
    "intent": "Norway will use ground drones in its army.",
}


NO_DELIVERIES = {
    "Chilean officers seize a ship with weapons shipments prohibited by a ban.": "losses",
    "Russian jets enter the zone, prompting Norway to send its own fighter jets.": "other",
    "Kenya tightens controls on the export of drones.": "policy_or_organization",
    "Chile bans the export of rifles to Kenya.": "policy_or_organization",
    "Norway protests the delivery of Russian missiles to Kenya.": "other",
}
DELIVERIES = [
    "A Chilean officer admits that Chile did indeed supply missiles to Kenya.",
    "Norway delivers six howitzers to Kenya.",
    "Chile receives a shipment of rifles from Norway.",
    "Norway begins to supply Kenya with mortars.",
]


@pytest.mark.parametrize(("text", "kind"), NO_DELIVERIES.items())
def test_goods_that_are_only_named_are_no_delivery(text, kind):
    assert read(text).kind.kind == kind


@pytest.mark.parametrize("text", DELIVERIES)
def test_goods_that_change_hands_are_a_delivery(text):
    assert read(text).kind.kind == "delivery"


@pytest.mark.parametrize(("kind", "text"), CASES.items())
def test_kind_is_that_of_the_decisive_act(kind, text):
    assert read(text).kind.kind == kind
