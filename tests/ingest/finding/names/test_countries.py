import pytest

CASES = [
    ("Norway and Portugal sign a pact.", "NO PT"),
    ("A Norwegian frigate visits a Portuguese port.", "NO PT"),
    ("Norwegians and Danes train together.", "DK NO"),
    ("Oslo pays for it, Lisbon does not.", "NO PT"),
    ("The U.S. and the UK agree; the UAE does not.", "AE GB US"),
    ("It tells us nothing.", ""),
    ("US forces leave.", "US"),
    ("The deal is worth US$300 million and NZ$20 million.", ""),
    ("U.S.-made and ex-Soviet tanks arrive.", "SU US"),
    ("The Franco-German tank and the Sino-Indian border.", "CN DE FR IN"),
    ("General Franco is dead.", ""),
    ("Forces of the Indo-Pacific meet.", ""),
    ("Equatorial Guinea and Guinea-Bissau sign.", "GQ GW"),
    ("Papua New Guinea signs.", "PG"),
    ("Nigerien and Nigerian officers meet.", "NE NG"),
    ("North Korea and South Korean ships meet near the Korean Peninsula.", "KP KR"),
    ("The DR Congo buys drones; the Congolese army waits.", "CD"),
    ("A ship sails the South China Sea and the Indian Ocean.", ""),
    ("The factory in New Mexico opens.", "US"),
    ("Jets leave Texas; the USS Nevada stays.", "US"),
    ("The USS Nevada sails.", ""),
    ("The Obama administration objects.", "US"),
    ("The Lopez administration objects.", ""),
    ("The Oslo Peace Research Institute counts.", ""),
    ("The Peace Research Institute Oslo counts.", "NO"),
    ("It is built in Washington state.", ""),
    ("Washington agrees.", "US"),
    ("The envoy Denzel Washington speaks.", ""),
    ("King Abdullah of Jordan meets Michael Jordan.", "JO"),
    ("Chad and Georgia sign.", "GE TD"),
    ("A shipyard in the U.S. state of Georgia closes.", ""),
    ("The Kremlin denies it.", "RU"),
    ("The Pentagon confirms it.", "US"),
    ("Hamas denies it.", ""),
    ("Putin and Zelenskyy speak.", ""),
    ("Türkiye, formerly Turkey, and Côte d'Ivoire sign.", "CI TR"),
    ("Czechoslovakia and East Germany are gone.", "CS DD"),
    ("North and South Korea meet.", "KP KR"),
    ("A plant in Naples, Florida, and one in Atlanta, Georgia.", "US"),
    ("The Kingston-class ships sail.", ""),
    ("Kosovo buys drones.", "XK"),
    ("The Bank of Finland and the University of Warsaw agree.", "FI PL"),
    ("Northern Ireland is not Ireland.", "GB IE"),
    ("A polish of the hull is a chore for turkey farmers.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_country_as_the_news_names_it(read, text, expected):
    assert sorted({found.country for found in read(text).countries}) == expected.split()


def test_country_span_leaves_out_the_possessive(read):
    text = "It is Norway's ship."
    (found,) = read(text).countries
    assert (text[found.start : found.end], found.rule) == ("Norway", "names.country.name")


def test_country_with_marks_that_nobody_sees(read):
    text = "\u200fNor\u200dway\u200f and Mali\u00ad sign in O\u0301slo."
    assert [found.country for found in read(text).countries] == ["NO", "ML", "NO"]
