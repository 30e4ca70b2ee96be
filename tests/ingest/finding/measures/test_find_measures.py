from decimal import Decimal

import pytest

from records.enums import MeasureMode, Qualifier, Superlative
from records.ingest.finding.dates.finder import find_dates
from records.ingest.finding.measures.finder import find_measures
from records.ingest.sentence import Sentence, Spans


def find(text, designations=Spans()):  # noqa: B008 - immutable
    sentence = Sentence(text, "2024-05-15")
    return find_measures(sentence, designations=designations, dates=Spans.of(find_dates(sentence)))


def read(text):
    """Return what is counted, shortly: qualifier unless exact, figure, and unit or currency."""
    return [
        " ".join(
            part
            for part in (
                "" if each.qualifier == Qualifier.EXACT else each.qualifier.value,
                "" if each.mode == MeasureMode.ABSOLUTE else each.mode.value,
                each.direction,
                f"{each.value}"
                if each.value is not None
                else f"{each.value_min}..{each.value_max}",
                each.unit or each.currency,
            )
            if part
        )
        for each in find(text)
    ]


NUMBERS = [
    ("They ordered 12 frigates.", ["12 frigate"]),
    ("They ordered 1,250 rifles.", ["1250 rifle"]),
    ("They ordered 12,50,000 rifles.", ["1250000 rifle"]),
    ("They ordered 2.5 million rounds.", ["2500000 round"]),
    ("They moved 3. 75 million tons of grain.", ["3750000 ton"]),
    ("They ordered seven frigates.", ["7 frigate"]),
    ("They ordered twenty-four helicopters.", ["24 helicopter"]),
    ("They ordered two hundred and fifty thousand masks.", ["250000 mask"]),
    ("They ordered a hundred trucks.", ["100 truck"]),
    ("They ordered two dozen trucks.", ["24 truck"]),
    ("They ordered half a dozen trucks.", ["6 truck"]),
    ("They ordered half a million shells.", ["500000 shell"]),
    ("They trained for two and a half years.", ["2.5 year"]),
    ("They ordered five lakh grenades.", ["500000 grenade"]),
    ("They ordered dozens of boats.", ["at_least 12..None boat"]),
    ("They ordered thousands of mines.", ["at_least 1000..None mine"]),
    ("They ordered tens of thousands of mines.", ["at_least 10000..None mine"]),
    ("They ordered several hundred mines.", ["at_least 100..None mine"]),
    ("They ordered 10 to 15 boats.", ["between 10..15 boat"]),
    ("They ordered between 10 and 15 boats.", ["between 10..15 boat"]),
    ("They ordered 10–15 boats.", ["between 10..15 boat"]),  # noqa: RUF001
    ("They hold 3 to 4 million masks.", ["between 3000000..4000000 mask"]),
    ("They ordered one submarine and 1 tug.", ["1 submarine", "1 tug"]),
    ("All fifty states (50) object.", ["50 state"]),
]

QUALIFIERS = [
    ("About 40 boats sailed.", ["about 40 boat"]),
    ("Some 40 boats sailed.", ["about 40 boat"]),
    ("Nearly 40 boats sailed.", ["about 40 boat"]),
    ("An estimated 40 boats sailed.", ["about 40 boat"]),
    ("More than 40 boats sailed.", ["more_than 40 boat"]),
    ("Over 40 boats sailed.", ["more_than 40 boat"]),
    ("At least 40 boats sailed.", ["at_least 40 boat"]),
    ("No fewer than 40 boats sailed.", ["at_least 40 boat"]),
    ("Up to 40 boats sailed.", ["at_most 40 boat"]),
    ("As many as 40 boats sailed.", ["at_most 40 boat"]),
    ("No more than 40 boats sailed.", ["at_most 40 boat"]),
    ("Fewer than 40 boats sailed.", ["less_than 40 boat"]),
    ("They lost more than another 40 boats.", ["more_than 40 boat"]),
    ("They lost 40 or more boats.", ["at_least 40 boat"]),
    ("They ruled over five years.", ["5 year"]),
]

MONEY = [
    ("It costs $9 million.", ["9000000 USD"]),
    ("It costs US$9-million.", ["9000000 USD"]),
    ("It costs $9bn.", ["9000000000 USD"]),
    ("It costs $US9 million.", ["9000000 USD"]),
    ("It costs $A9 million.", ["9000000 AUD"]),
    ("It costs 'at least' $9 million.", ["at_least 9000000 USD"]),
    ("It costs £9m.", ["9000000 GBP"]),
    ("It costs €1,500.", ["1500 EUR"]),
    ("It costs A$9 million.", ["9000000 AUD"]),
    ("It costs C$9 million.", ["9000000 CAD"]),
    ("It costs ₴9 billion.", ["9000000000 UAH"]),
    ("It costs NOK 9 billion.", ["9000000000 NOK"]),
    ("It costs 9 billion PLN.", ["9000000000 PLN"]),
    ("It costs Rs 5 crore.", ["50000000 INR"]),
    ("It costs 9 million euros.", ["9000000 EUR"]),
    ("It costs 9 million U.S. dollars.", ["9000000 USD"]),
    ("It costs 9 million Canadian dollars.", ["9000000 CAD"]),
    ("It costs 9 trillion won.", ["9000000000000 KRW"]),
    ("It costs 9 million Pakistani rupees.", ["9000000 PKR"]),
    ("Sweden pays 9 million kronor.", ["9000000 SEK"]),
    ("Norway pays 9 million kroner.", ["9000000 NOK"]),
    ("It costs 9 million Danish crowns.", ["9000000 DKK"]),
    ("It costs $5 to $10 million.", ["between 5000000..10000000 USD"]),
    ("It costs between $5 million and $10 million.", ["between 5000000..10000000 USD"]),
    ("It costs 5-10 billion yen.", ["between 5000000000..10000000000 JPY"]),
    ("It costs more than €9 million.", ["more_than 9000000 EUR"]),
    ("It costs hundreds of millions of dollars.", ["at_least 100000000..None USD"]),
    ("It costs £9 million ($11 million).", ["9000000 GBP", "11000000 USD"]),
]

UNITS = [
    ("They sent 30 Ajax reconnaissance vehicles to Peru.", ["30 vehicle"]),
    ("They sent 30 self-propelled guns.", ["30 gun"]),
    ("They sent 30 patrol-boats.", ["30 boat"]),
    ("They sent 30 F-5 fighters.", ["30 fighter"]),
    ("They sent 30 F-5s and two tugs.", ["30", "2 tug"]),
    ("They sent 30 APCs to Peru.", ["30 apc"]),
    ("They sent 30 U.S. Marines to Peru.", ["30 marine"]),
    ("They sent 30 transport aircraft to Peru.", ["30 aircraft"]),
    ("They sent two aircraft carrier groups.", ["2 group"]),
    ("They sent 30 anti-tank and anti-ship mines.", ["30 mine"]),
    ("They sent 30 British and French engineers.", ["30 engineer"]),
    ("They sent 30 small arms crates.", ["30 crate"]),
    ("They sent 30 of their trucks.", ["30 truck"]),
    ("They sent 30 people and 20 servicemen.", ["30 person", "20 serviceman"]),
    ("They moved 30 batteries.", ["30 battery"]),
    ("They lost 30 and fled.", ["30"]),
    ("It killed six and injured 30 others.", ["6 person", "30 person"]),
    ("Seven were wounded; 30 injured were flown out.", ["7 person", "30 person"]),
    ("They sank 30 small, fast and cheap boats.", ["30 boat"]),
    ("They sank 30 small, fast ships.", ["30"]),
    ("A pact of two countries helps both.", ["2 country"]),
    ("It flies 300 km.", ["300 km"]),
    ("It flies 300 kilometres.", ["300 km"]),
    ("It flies 300km.", ["300 km"]),
    ("It flies 12 nautical miles.", ["12 nautical mile"]),
    ("It needs 2,000 105-mm shells.", ["2000 shell"]),
    ("A 30-year lease and a six-month truce.", ["30 year", "6 month"]),
    ("They have 14 tanks; it was hot.", ["14 tank"]),
    ("They have 14 tanks.(Agency)", ["14 tank"]),
    ("Peru sends 19 and Chile 24.", ["19", "24"]),
    ("They have 14 Su-24 and Su-25 bombers.", ["14 bomber"]),
    ("A 14-boat order and a 90-metre-long ship.", ["14 boat", "90 metre"]),
    ("A 20,000-strong force.", ["20000"]),
]

RELATIVE = [
    ("Output grew tenfold.", ["ratio increase 10"]),
    ("Output grew 12-fold.", ["ratio increase 12"]),
    ("Output doubled.", ["ratio increase 2"]),
    ("They will triple their output.", ["ratio increase 3"]),
    ("Output nearly tripled.", ["about ratio increase 3"]),
    ("Output is halved.", ["ratio decrease 0.5"]),
    ("They built four times more boats.", ["ratio increase 4"]),
    ("Output is 6 times higher.", ["ratio increase 6"]),
    ("They built twice as many boats.", ["ratio increase 2"]),
    ("Output is up 30%.", ["percent_change increase 30"]),
    ("Output rose by more than 30 percent.", ["more_than percent_change increase 30"]),
    ("Output fell 12.5 per cent.", ["percent_change decrease 12.5"]),
    ("They cut their fleet by 30 %.", ["percent_change decrease 30"]),
    ("A 30% increase in pay was agreed.", ["percent_change increase 30"]),
    ("They spend 2% of output on it.", ["share 2"]),
    ("More than half of its fleet sank.", ["more_than share 50"]),
    ("Nearly two-thirds of Peru's fleet sank.", ["about share 66.67"]),
    ("A quarter of all 80 ships sank.", ["share 25", "80 ship"]),
    ("They will raise spending to 3% of output.", ["share 3"]),
    ("The rate rose by two percentage points.", ["pp_change increase 2"]),
    ("They will cut the force by 500 soldiers.", ["difference decrease 500 soldier"]),
    ("They built 500 more boats than before.", ["difference increase 500 boat"]),
    ("They built 500 more boats.", ["500 boat"]),
    ("It is the world's third-largest exporter.", ["rank 3"]),
    ("A double agent doubled down on double standards.", []),
]

NONE = [
    "The F-5, the L70, the Type 31 and the Viking 4 flew.",
    "The Gepard 2 tanks and the Puma 3 carrier arrived.",
    "They sent 155-mm shells, 105mm guns and 7.62x39 cartridges.",
    "They sent .50-caliber rifles and an 8.8 cm gun.",
    "The 36th Brigade and the 101st Division left.",
    "It began at 10:30, at 5 pm and at 0600 GMT.",
    "Article 5, Resolution 1973 and chapter 7 apply.",
    "One of them left, and no one knew which one.",
    "The two countries and the three ministers agreed.",
    "Three-quarters of a fleet left in the first half of the week.",
    "A one-way drone, a four-star general and a two-state plan.",
    "The Six Nations met the Group of 7 for six party talks.",
    "He lives at 14 Long Acre Road.",
    "The bill passed 52-48.",
    "He is 45 years old, and a 60-year-old rule applies.",
    "On 12 May 2021 and since 2019 it rained.",
    "Minister Ann Lee, 61, resigned.",
    "It is broadcast by France 24 (France 24) and i24.",
    "It runs 24/7 with a 1-in-50 chance.",
]


@pytest.mark.parametrize(("text", "measures"), NUMBERS + QUALIFIERS + MONEY + UNITS + RELATIVE)
def test_find_measures(text, measures):
    assert read(text) == measures


@pytest.mark.parametrize("text", NONE)
def test_find_measures_in_what_is_none(text):
    assert read(text) == []


def test_find_measures_gives_words_and_span():
    text = "They sent at least 14 Ajax reconnaissance vehicles to Peru."
    (found,) = find(text)
    assert text[found.start : found.end] == "at least 14 Ajax reconnaissance vehicles"
    assert (found.unit_words, found.precision) == ("Ajax reconnaissance vehicles", 1)
    assert (found.rule, found.currency, found.superlative) == ("measures.count", "", None)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("It costs $9.4 billion.", 100_000_000),
        ("It costs $9 billion.", 1_000_000_000),
        ("They sent 2,000 men.", 1),
        ("It rose by 12.5%.", Decimal("0.1")),
        ("They sent 3 to 4 million masks.", 1_000_000),
        ("They sent dozens of boats.", None),
    ],
)
def test_find_measures_precision(text, precision):
    assert [each.precision for each in find(text)] == [precision]


@pytest.mark.parametrize(
    ("text", "superlative"),
    [
        ("They moved a record 14 million tons.", Superlative.RECORD),
        ("They passed a record defence budget of $9 billion.", Superlative.RECORD),
        ("They signed their largest deal, worth money. It costs $9 million.", None),
        ("They signed the largest order of 500 boats.", Superlative.LARGEST),
    ],
)
def test_find_measures_superlative(text, superlative):
    assert [each.superlative for each in find(text)] == [superlative]


def test_find_measures_inside_a_designation():
    text = "They sent 30 Ural 4320 trucks and Corsair 20 boats."
    taken = Spans(((13, 22), (34, 44)))
    assert [each.value for each in find(text, taken)] == [30]


def test_find_measures_in_a_number_that_is_too_long():
    assert read("They sent " + "9" * 25 + " boats and 1." + "2" * 7 + " tons.") == []
