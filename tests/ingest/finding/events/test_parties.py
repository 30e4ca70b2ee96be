"""Who takes part in agreements, and as what."""

import pytest

from tests.ingest.finding.events.reading import parties

EXPENSE = (
    "Norway and Fjord Works have signed an agreement for the company to repair howitzers in Latvia"
    " at Norwegian expense, easing logistics for the Latvian military."
)

CASES = [
    (EXPENSE, ["Fjord Works"],
     {"NO: signatory", "Fjord Works: signatory", "Fjord Works: performer", "NO: funder",
      "LV: host", "LV: beneficiary"}),
    ("Ukraine and Norway sign a framework agreement on defence.", [],
     {"UA: signatory", "NO: signatory"}),
    ("Kenya signs a defence pact with Portugal.", [], {"KE: signatory", "PT: signatory"}),
    ("Norway announces that it will donate howitzers to Ukraine.", [],
     {"NO: donor", "UA: recipient"}),
    ("Latvia will supply the Ukrainian military with mortars.", [], {"LV: donor", "UA: recipient"}),
    ("The U.S. approves the sale of 60 missiles to Norway.", [], {"US: supplier", "NO: buyer"}),
    ("Chile agrees to a deal with Portugal to buy six armed boats.", [],
     {"CL: signatory", "PT: signatory", "CL: buyer", "PT: supplier"}),
    ("Chile and Kenya finalize a deal for the latter to export 20 missiles to the former.", [],
     {"CL: signatory", "KE: signatory", "CL: buyer", "KE: supplier"}),
    ("Norway awards a contract for radars to German firm Rhein Systems.", ["Rhein Systems"],
     {"NO: signatory", "NO: buyer", "Rhein Systems: signatory", "Rhein Systems: supplier"}),
    ("Fjord Works wins a defence contract from the Chilean government.", ["Fjord Works"],
     {"Fjord Works: signatory", "Fjord Works: supplier", "CL: signatory", "CL: buyer"}),
    ("The ministers discussed the production of howitzers by Fjord Works in Ukraine.",
     ["Fjord Works"], {"Fjord Works: manufacturer", "UA: host"}),
    ("Norway will train Ukrainian soldiers in Latvia.", [],
     {"NO: trainer", "UA: beneficiary", "LV: host"}),
    ("Norway will send French jets to Ukraine, becoming the first to help Kenya.", [],
     {"NO: donor", "UA: recipient"}),
    ("Kenya vetoes a proposed agreement to provide Ukraine with armoured vehicles.", [],
     {"UA: recipient"}),
    ("The Chilean navy awards Fjord Works a contract to build corvettes.", ["Fjord Works"],
     {"CL: signatory", "CL: buyer", "Fjord Works: signatory", "Fjord Works: supplier"}),
    ("Fjord Works is awarded a defence contract by Norway.", ["Fjord Works"],
     {"Fjord Works: signatory", "Fjord Works: supplier", "NO: buyer", "NO: signatory"}),
    ("A defence agreement is signed by officials from Kenya and Chile.", [],
     {"KE: signatory", "CL: signatory"}),
    ("Norway and Latvia agree to jointly buy six frigates.", [], {"NO: buyer", "LV: buyer"}),
    ("Latvia will host a Ukrainian drone factory.", [], {"LV: host"}),
    ("Norway plans to sell Latvia 200 missiles.", [], {"NO: supplier", "LV: buyer"}),
    ("Chile and Ukraine sign a Norwegian loan for weapons.", [],
     {"CL: signatory", "UA: signatory", "NO: lender"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "organizations", "expected"), CASES)
def test_parties_have_the_roles_that_verbs_and_prepositions_give(text, organizations, expected):
    assert parties(text, organizations) == expected
