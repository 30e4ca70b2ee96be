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


@pytest.mark.parametrize(("kind", "text"), CASES.items())
def test_kind_is_that_of_the_decisive_act(kind, text):
    assert read(text).kind.kind == kind
