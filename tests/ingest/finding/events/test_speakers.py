"""Who speaks, in which office, for whom."""

import pytest

from tests.ingest.finding.events.reading import read

CASES = [
    ("Norwegian Defence Minister Kari Bakke announces that Norway will send tanks to Ukraine.",
     "Kari Bakke", "Norwegian Defence Minister", "NO"),
    ("Prime Minister of Latvia Juris Ozols says the factory is open.",
     "Juris Ozols", "Prime Minister of Latvia", "LV"),
    ("U.S. Secretary of State Mary B. Field confirms the sale of missiles to Chile.",
     "Mary B. Field", "U.S. Secretary of State", "US"),
    ("Ukraine may build more mortars, according to Minister of Strategic Industries Olena Hrynko.",
     "Olena Hrynko", "Minister of Strategic Industries", ""),
    ("The Minister of Defence of Kenya said that Kenya will buy boats.",
     "", "Minister of Defence of Kenya", "KE"),
    ("Rui de Almeida, the Portuguese foreign minister, said that the treaty was signed.",
     "Rui de Almeida", "Portuguese foreign minister", "PT"),
    ("The jets have arrived in Oslo, said General Nils-Olav van der Berg.",
     "Nils-Olav van der Berg", "General", ""),
    ("President of Chile Ana Ríos signs a defence pact with Kenya and pledges 20 boats.",
     "Ana Ríos", "President of Chile", "CL"),
    ("During a visit to Kyiv, British Prime Minister Sir Hugh Marsh announces a loan to Ukraine.",
     "Hugh Marsh", "British Prime Minister", "GB"),
    ("South Sea rebels hold boats, spokesman Karim al-Haddad claims.",
     "Karim al-Haddad", "spokesman", ""),
    ("Kenya's Infrastructure Minister Peter Otieno says that the boats are late.",
     "Peter Otieno", "Infrastructure Minister", "KE"),
    ("Kari Bakke, Norway's foreign minister, foresees to supply missiles to Kenya.",
     "Kari Bakke", "foreign minister", "NO"),
    ("Norway's Prime Minister, Nils Dahl, offers to donate mortars to Kenya.",
     "Nils Dahl", "Prime Minister", "NO"),
    ("Chilean President Ana Ríos agrees to provide Kenya with patrol boats.",
     "Ana Ríos", "Chilean President", "CL"),
    ("The Chilean general Hugo Marsh pleads not guilty to selling rifles.",
     "Hugo Marsh", "Chilean general", "CL"),
    ("Norway sends mortars to Kenya, with Defence Minister Kari Bakke stating that more will come.",
     "Kari Bakke", "Defence Minister", ""),
    ("Peter Novak says that the shells are late.", "Peter Novak", "", ""),
    ('Chile bought boats. "They are strong", said Hans P. Roth, the Chilean ambassador to Kenya.',
     "Hans P. Roth", "Chilean ambassador to Kenya", "CL"),
    ("Prior to talks with Kenyan President Peter Otieno, U.S. President Ann Lee announces aid.",
     "Ann Lee", "U.S. President", "US"),
    ("German chancellor-in-waiting Otto Vogt says that Germany needs tanks.",
     "Otto Vogt", "German chancellor-in-waiting", "DE"),
    ("Former candidate and U.S. Senator, Jane Poole, calls for sanctions on makers of drones.",
     "Jane Poole", "U.S. Senator", "US"),
    ("Minister of Labour Relations Anna Berg says that the yard is open.",
     "Anna Berg", "Minister of Labour Relations", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "country"), CASES)
def test_speaker_is_found_with_office_and_country(text, name, title, country):
    speaker = read(text).speaker
    assert speaker is not None
    assert (speaker.name, speaker.title, speaker.country) == (name, title, country)
    assert text[speaker.start : speaker.end] == (name or title)


@pytest.mark.parametrize(
    "text",
    [
        "President of Chile Ana Ríos vetoes the sale of boats to Kenya.",
        "British Prime Minister Hugh Marsh visits Kyiv to sign a treaty.",
        "Norway announces the delivery of 50 tanks to Ukraine.",
        "Harbour Gazette reports that Chile will sell six boats.",
        "Ministers of Norway and Latvia met in Oslo.",
        "Chilean President Ana Ríos and King Hugo Marsh agree to send boats to Kenya.",
    ],
)
def test_speaker_is_none_when_nobody_is_quoted(text):
    assert read(text).speaker is None


def test_speaker_speaks_for_the_organization_beside_the_name():
    text = "The Latvian Army chief Juris Ozols said that 20 howitzers arrived."
    found = read(text, organizations=["Latvian Army"]).speaker
    assert found is not None
    assert (found.name, found.organization) == ("Juris Ozols", 0)
