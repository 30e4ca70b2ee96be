import pytest

CASES = [
    ("The Finnish Ministry of Defence orders boots.", ["Finnish Ministry of Defence"]),
    ("The Ministry of Defence of Finland orders boots.", ["Ministry of Defence of Finland"]),
    ("Finland's Defence Ministry orders boots.", ["Defence Ministry"]),
    ("The Peruvian energy ministry objects.", ["Peruvian energy ministry"]),
    ("The ministry objects.", ["ministry"]),
    (
        "The Ministry of Economy, Trade and Industry of Japan objects.",
        ["Ministry of Economy, Trade and Industry of Japan"],
    ),
    ("Peruvian Defence Minister Ana Diaz speaks.", []),
    ("The Secretary of Defense speaks.", []),
    ("French Armed Forces Minister Ana Diaz speaks.", []),
    ("The U.S. Department of the Army pays.", ["U.S. Department of the Army"]),
    ("The Chilean Navy and the Royal Thai Air Force.", ["Chilean Navy", "Royal Thai Air Force"]),
    ("The Armed Forces of the Philippines train.", ["Armed Forces of the Philippines"]),
    ("The Chilean military trains.", ["Chilean military"]),
    ("The Chilean military base is empty; Chilean military aid stops.", []),
    ("Chilean forces and Chilean troops train.", []),
    ("Its armed forces and its air force train.", []),
    ("The Chilean air force trains.", ["Chilean air force"]),
    ("The military of Chile trains.", ["military of Chile"]),
    ("The Chilean coast guard trains.", ["Chilean coast guard"]),
    ("The Minister of the Armed Forces resigns.", []),
    ("The Minister for Heavy Industries of Chile and the Minister of Trade and Works resign.", []),
    ("The Ministry of Heavy Industries of Chile objects.",
     ["Ministry of Heavy Industries of Chile"]),
    ("A body of experts, the Andes Export Team, meets.", ["Andes Export Team"]),
    ("The Chilean Team wins; the Polar Response Force trains.", ["Polar Response Force"]),
    ("Some 400 Chilean Marines leave; the Chilean Marines stay.", ["Chilean Marines"]),
    ("The ANZUS treaty and the Kremlin spokesman Ivan Orlov are old.", []),
    ("The U.S. state department objects.", ["U.S. state department"]),
    ("Chilean military instructors train; Duma Lopez, a general, speaks.", []),
    ("The Commercial Pilots' Union objects.", ["Commercial Pilots' Union"]),
    ("The Philippines' Department of Trade objects.", ["Department of Trade"]),
    ("The Trump Administration objects.", []),
    ("President Duma Boko objects.", []),
    ("Bell Textron Canada and the Russian Wagner Group.", ["Bell Textron Canada", "Wagner Group"]),
    ("Work on Artillery Rocket Systems stops.", []),
    ("It costs AU$ 5 million.", []),
    ("The bill goes back to parliament.", ["parliament"]),
    ("The Peruvian Senate, the Chamber of Deputies.", ["Peruvian Senate", "Chamber of Deputies"]),
    ("NATO, the EU and the United Nations agree.", ["NATO", "EU", "United Nations"]),
    ("The Soviet Union is gone.", []),
    ("Work at Andrews Air Force Base stops.", []),
    ("The firm Nordlicht Marine wins.", ["Nordlicht Marine"]),
    ("Chilean aircraft maker Condor Alto wins.", ["Condor Alto"]),
    ("Nordlicht Shipyards and Condor Aerospace win.", ["Nordlicht Shipyards", "Condor Aerospace"]),
    ("The Santiago Tribune reports that it rains.", ["Santiago Tribune"]),
    ("Chile reports that it rains.", []),
    ("It pays the Harbour Safety Agency (HSA).", ["Harbour Safety Agency", "HSA"]),
    ("President Rafael Gomez meets Rafael.", ["Rafael"]),
    ("The Nile Delta Treaty and the Northern Shield Initiative end.", []),
    ("The people's army is small.", []),
    ("The Chilean People's Liberation Army trains.", ["Chilean People's Liberation Army"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_organization_has_its_longest_name(read, text, expected):
    assert [text[found.start : found.end] for found in read(text).organizations] == expected


@pytest.mark.parametrize(
    ("text", "kind", "country", "why"),
    [
        ("The Finnish Ministry of Defence pays.", "ministry", "FI", ""),
        ("Finland's Defence Ministry pays.", "ministry", "FI", ""),
        (
            "The Defence Ministry pays.",
            "ministry",
            "",
            "The sentence does not say whose ministry it is.",
        ),
        ("The Navy pays.", "armed_service", "",
         "The sentence does not say whose armed service it is."),
        ("The Chilean firm Condor Alto pays.", "company", "CL", ""),
        ("NATO pays.", "alliance", "", ""),
    ],
)  # fmt: skip
def test_organization_says_what_a_new_record_would_be(read, text, kind, country, why):
    (found,) = read(text).organizations
    assert (found.kind, found.country, found.why_open) == (kind, country, why)
    assert found.candidates == ()
