"""Events in the life of agreements: whether there is one, of what kind, and where it stands."""

from decimal import Decimal

import pytest

from records.enums import MeasureMode, Qualifier
from records.ingest.finding.events.finder import find_event
from records.ingest.findings import MeasureFinding
from records.ingest.sentence import Sentence
from tests.ingest.finding.events.reading import given, read

CASES = [
    ("procurement_contract", "signed", "Norway signs a contract to buy 54 tanks from Germany."),
    ("procurement_contract", "signed", "Chile orders six frigates from a German shipyard."),
    ("procurement_contract", "announced", "Latvia plans to buy 42 howitzers."),
    ("procurement_contract", "announced", "Kenya announces the purchase of eight helicopters."),
    ("procurement_contract", "signed", "The Norwegian army awards a contract for radars."),
    ("procurement_contract", "under_negotiation",
     "Chile and Portugal negotiate a deal to buy patrol aircraft and missiles."),
    ("procurement_contract", "cancelled", "Kenya cancels a contract for ten armoured vehicles."),
    ("procurement_contract", "terminated",
     "Chile announces the termination of a deal to procure German submarines."),
    ("procurement_contract", "under_negotiation",
     "Chile holds talks with Norway over buying twelve frigates."),
    ("procurement_contract", "cancelled",
     "Norway tells lawmakers and cancels Chile's purchase of six fighter jets."),
    ("security_agreement", "signed",
     "Norway and Latvia sign an agreement in Oslo, offering security guarantees to Latvia."),
    ("security_agreement", "signed", "Kenya and Chile make an agreement on nuclear deterrence."),
    ("defense_cooperation_agreement", "terminated",
     "Kenya announces an end to security and military cooperation with Chile."),
    ("defense_cooperation_agreement", "suspended",
     "Kenya suspends its military cooperation with Chile."),
    ("sector_agreement", "announced",
     "Norway and Latvia agree to create a radar data sharing centre."),
    ("other", "announced", "Norway and Latvia agree to deploy a missile battery in Oslo."),
    ("other", "announced", "Norway and Latvia approve a plan for a joint military patrol."),
    ("aid_package", "announced", "Norway and Latvia both prepare new weapons packages for Kenya."),
    ("sale_notification", "announced",
     "Kenya's president visits Chile and approves a defence sale of six howitzers to Norway."),
    ("sale_notification", "announced",
     "The Norwegian king bypasses lawmakers to approve the sale of tank shells to Chile."),
    ("research_development", "terminated",
     "A firm reports that it will not renew a contract to develop drones for Norway."),
    ("maintenance_contract", "signed",
     "Latvia and a British firm signed a contract to repair howitzers in Latvia."),
    ("research_development", "signed", "A firm wins a contract to develop drones for Norway."),
    ("training_programme", "announced", "Norway will train Ukrainian soldiers in Latvia."),
    ("donation", "announced", "Norway announces that it will donate howitzers to Ukraine."),
    ("donation", "announced", "Latvia approves the delivery of 30 mortars to Ukraine."),
    ("donation", "announced", "Portugal and Chile agree to send three tanks to Ukraine."),
    ("donation", "announced", "Norway says it is sending 2,000 anti-tank weapons to Ukraine."),
    ("aid_package", "announced", "Norway announces a new military aid package for Ukraine."),
    ("aid_package", "announced",
     "Latvia will send drones to Ukraine as part of its latest support package."),
    ("aid_package", "suspended", "Portugal suspends military aid to Kenya."),
    ("loan", "signed", "Ukraine and Norway sign a loan of 2 billion euros for weapons."),
    ("sale_notification", "announced",
     "The U.S. approves the sale of 60 anti-aircraft missiles to Norway."),
    ("defense_cooperation_agreement", "signed", "Chile and Kenya sign a defence pact in Oslo."),
    ("defense_cooperation_agreement", "terminated",
     "Kenya withdraws from its military cooperation agreement with Chile."),
    ("security_agreement", "signed", "Norway and Ukraine signed a bilateral security agreement."),
    ("security_agreement", "signed", "Chile and Portugal sign a mutual defence treaty."),
    ("framework_agreement", "signed",
     "Ukraine and Latvia sign a framework agreement on arms production."),
    ("memorandum_of_understanding", "signed",
     "Kenya and Portugal sign a memorandum of understanding on defence cooperation."),
    ("letter_of_intent", "signed", "Norway and Latvia sign a letter of intent to buy radars."),
    ("joint_venture", "announced",
     "A German firm plans to build an ammunition plant in Ukraine in a joint venture."),
    ("co_production", "announced", "Norway and Ukraine agree to jointly produce drones."),
    ("joint_declaration", "announced",
     "Norway and Portugal agree to strengthen their defence cooperation."),
    ("renewal", "signed", "Kenya and the UK renew their defence agreement."),
    ("defense_cooperation_agreement", "in_force",
     "The Latvian parliament ratifies a defence agreement with Norway."),
    ("sale_notification", "announced",
     "The Chilean government notifies Congress of a planned arms sale to Kenya."),
    ("sale_notification", "announced", "Norway approves $2 billion in arms sales to Latvia."),
    ("procurement_contract", "signed", "The German air force awards Fjord a contract for jets."),
    ("aid_package", "announced",
     "Norway announces a $2 billion military aid package for Ukraine, aimed at its industry."),
    ("aid_package", "announced", "Chile signs a bill that provides military aid to Ukraine."),
    ("sector_agreement", "signed",
     "Norway and Kenya sign a reciprocal access agreement for their armed forces."),
    ("defense_cooperation_agreement", "under_negotiation",
     "Kenya and Chile postpone signing a military treaty."),
    ("defense_cooperation_agreement", "suspended",
     "Kenya suspends its participation in a defence treaty with Chile."),
    ("defense_cooperation_agreement", "in_force",
     "A defence agreement of Norway and Latvia enters into force."),
    ("defense_cooperation_agreement", "expired", "A military pact of Kenya and Chile expires."),
    ("defense_cooperation_agreement", "terminated",
     "Chile pulls out of its defence pact with Kenya."),
    ("other", "announced", "Norway agrees to join a missile shield initiative."),
    ("joint_declaration", "announced", "Chile and Kenya agree to open a military hotline."),
    ("training_programme", "announced",
     "Norway announces a proposal to send military advisers to train Ukrainian forces."),
    ("procurement_contract", "signed", "Fjord receives an order from Chile for 36 missiles."),
    ("procurement_contract", "announced", "Chile selects a German frigate for its navy."),
    ("procurement_contract", "under_negotiation",
     "Kenya holds talks with Portugal over buying howitzers."),
    ("aid_package", "announced", "Norway unveils a new package of military aid for Ukraine."),
    ("donation", "announced", "Norway will continue to provide weapons to Ukraine."),
]  # fmt: skip

NONE = [
    "Norway delivers the first tanks to Ukraine.",
    "Latvia confirms that it has received ten howitzers from Norway.",
    "Ukraine receives a shipment of mortars from Latvia.",
    "Chile and Kenya sign a free trade agreement.",
    "Norwegian negotiators hope that a ceasefire deal will stop the attacks of the army.",
    "Russia and Ukraine sign a prisoner exchange agreement after their armies met.",
    "Kenya vetoes a request to export ammunition.",
    "Portugal blocks the transfer of howitzers to Chile.",
    "Norway and Latvia begin a naval exercise.",
    "Norway imposes sanctions on a Russian maker of drones.",
    "Chile sends 300 soldiers to Kenya.",
    "The U.S. sends an aircraft carrier to the coast of Chile.",
    "Russian drones hit a factory in Ukraine.",
    "A Norwegian official claims that Russia will supply missiles to Kenya.",
    "Norway tests a new missile.",
    "Norway accuses Russia of preparing to supply Kenya with missiles.",
    "Russia says the Norwegian decision to supply Ukraine with missiles could widen the war.",
    "Two officers are arrested for signing a declaration against the army.",
    "Chile decides that alcohol sales near army barracks will be banned.",
    "The army will help the town deal with a flood in Latvia.",
    "Kenya signs an executive order on the pay of its army.",
    "Norway orders 1,500 troops to Latvia.",
    "An airline orders 75 passenger jets.",
    "The decree does not allow weapons shipments to Chile.",
    "Norway sends aircraft and ships to strengthen the border of Latvia.",
    "Chile lost a case over the purchase of fighter jets.",
    "The two armies meet but fail in Norway.",
    "Kenya denies that it agreed to a deal on howitzers.",
    "Chile warns Norway over its proposed sale of jets to Kenya.",
    "Chile notifies Kenya of a visit in view of commitments to increase military cooperation.",
    "Chile protests the sale of six warships to Kenya.",
    "Kenya receives the final four of its order of 20 fighter jets.",
]


@pytest.mark.parametrize(("kind", "status", "text"), CASES)
def test_agreement_event_is_found(kind, status, text):
    agreement = read(text).agreement
    assert agreement is not None
    assert (agreement.kind.value, agreement.status.value) == (kind, status)


@pytest.mark.parametrize("text", NONE)
def test_agreement_is_none_when_nothing_is_agreed(text):
    assert read(text).agreement is None


def test_span_of_agreement_is_the_words_that_tell_it():
    text = "The minister says that Latvia has signed a new contract for howitzers."
    found = read(text).agreement
    assert found is not None
    assert text[found.start : found.end] == "has signed a new contract"
    assert found.rule == "events.agreement.instrument"


def test_agreement_is_found_in_the_second_statement():
    found = read("Norway bans imports of oil. It also approves the delivery of mortars to Latvia.")
    assert found.agreement is not None
    assert found.agreement.kind == "donation"


def test_money_for_the_defense_of_others_is_an_aid_package():
    text = "Norway allocates 20 million euros for Ukrainian drones."
    start = text.index("20")
    money = MeasureFinding(
        start=start,
        end=start + len("20 million euros"),
        rule="test",
        confidence=1.0,
        mode=MeasureMode.ABSOLUTE,
        qualifier=Qualifier.EXACT,
        value=Decimal(20_000_000),
        currency="EUR",
    )
    found = find_event(Sentence(text), given(text), (money,)).agreement
    assert found is not None
    assert (found.kind, found.status) == ("aid_package", "announced")
    assert find_event(Sentence(text), given(text), ()).agreement is None


def test_equipment_that_is_pledged_is_a_donation():
    text = "Norway pledges 30 Skjold-7 jets to Ukraine."
    found = read(text, systems=["Skjold-7"]).agreement
    assert found is not None
    assert (found.kind, found.status) == ("donation", "announced")
