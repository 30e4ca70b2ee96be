import pytest

from records.enums import Unresolved
from records.ingest.finding.dates.finder import find_dates
from records.ingest.sentence import Sentence

WEDNESDAY = "2024-05-15"


def read(text: str, date: str = WEDNESDAY) -> list[tuple[str, str]]:
    return [
        (text[found.start : found.end], found.edtf or f"{found.unresolved}")
        for found in find_dates(Sentence(text, date))
    ]


ABSOLUTE = [
    ("The pact was initialled on 7 March 2019.", [("7 March 2019", "2019-03-07")]),
    ("The pact was initialled on March 7, 2019.", [("March 7, 2019", "2019-03-07")]),
    ("The pact was initialled on the 7th of March 2019.",
     [("the 7th of March 2019", "2019-03-07")]),
    ("The pact was initialled on 2019-03-07.", [("2019-03-07", "2019-03-07")]),
    ("The pact was initialled on 27.03.2019.", [("27.03.2019", "2019-03-27")]),
    ("The pact was initialled on Thursday, 7 March 2019.",
     [("Thursday, 7 March 2019", "2019-03-07")]),
    ("The yard launched the hull in Sept. 2021.", [("Sept. 2021", "2021-09")]),
    ("The yard launched the hull in early June 2021.", [("early June 2021", "2021-06")]),
    ("Exports rose in the second quarter of 2022.", [("the second quarter of 2022", "2022-34")]),
    ("Exports rose in Q3 2022.", [("Q3 2022", "2022-35")]),
    ("Exports rose in the first half of 2022.", [("the first half of 2022", "2022-40")]),
    ("The first unit arrives in the summer of 2026.", [("the summer of 2026", "2026-22")]),
    ("The type entered service in the late 1980s.", [("the late 1980s", "1980/1989")]),
    ("It was common in the '70s.", [("the '70s", "1970/1979")]),
    ("The budget of 2019–20 paid for it.", [("2019–20", "2019/2020")]),  # noqa: RUF001
    ("The ship was laid down in 2017.", [("2017", "2017")]),
    ("It replaces a 1998 accord on overflights.", [("1998", "1998")]),
    ("The exercise ran from 3 to 9 June 2021.", [("3 to 9 June 2021", "2021-06-03/2021-06-09")]),
]  # fmt: skip

RELATIVE = [
    ("The minister resigned yesterday.", [("yesterday", "2024-05-14")]),
    ("The minister resigned today.", [("today", "2024-05-15")]),
    ("The council meets tomorrow.", [("tomorrow", "2024-05-16")]),
    ("The minister resigned on Monday.", [("Monday", "2024-05-13")]),
    ("The minister resigned on Wednesday.", [("Wednesday", "2024-05-15")]),
    ("The minister will resign on Friday.", [("Friday", "2024-05-17")]),
    ("The minister resigned last Wednesday.", [("last Wednesday", "2024-05-08")]),
    ("The truce takes effect Monday.", [("Monday", "2024-05-20")]),
    ("Buses will leave at 5:00 a.m. on Friday.", [("Friday", "2024-05-17")]),
    ("The ship left on Monday (May 13).", [("Monday (May 13", "2024-05-13")]),
    ("It was caused by last month's flood.", [("last month", "2024-04")]),
    ("The council meets next Wednesday.", [("next Wednesday", "2024-05-22")]),
    ("The council meets this week.", [("this week", "2024-05-13/2024-05-19")]),
    ("The council met last week.", [("last week", "2024-05-06/2024-05-12")]),
    ("The council met last month.", [("last month", "2024-04")]),
    ("The council meets next month.", [("next month", "2024-06")]),
    ("The council meets next year.", [("next year", "2025")]),
    ("It ends at the close of next year and is renewed.", [("the close of next year", "2025")]),
    ("It will end by summer.", [("by summer", "../2024-22")]),
    ("It ended in the winter.", [("winter", "2023-24")]),
    ("Crews worked over the weekend.", [("over the weekend", "2024-05-11/2024-05-12")]),
    ("The drill takes place from Monday to Friday.",
     [("from Monday to Friday", "2024-05-20/2024-05-24")]),
    ("The council meets next quarter.", [("next quarter", "2024-35")]),
    ("The council meets this summer.", [("this summer", "2024-22")]),
    ("The council met last winter.", [("last winter", "2023-24")]),
    ("The council met earlier this year.", [("earlier this year", "2024")]),
    ("The council met last December.", [("last December", "2023-12")]),
    ("The council met three weeks ago.", [("three weeks ago", "2024-04-24")]),
    ("The council met two years ago.", [("two years ago", "2022")]),
    ("Output grew over the past six months.",
     [("over the past six months", "2023-11-15/2024-05-15")]),
    ("Output grew in the past year.", [("in the past year", "2023-05-15/2024-05-15")]),
    ("Output will grow over the next two years.",
     [("over the next two years", "2024-05-15/2026-05-15")]),
    ("The troops leave within ten days.", [("within ten days", "2024-05-15/2024-05-25")]),
    ("The troops leave within 48 hours.", [("within 48 hours", "2024-05-15/2024-05-17")]),
]  # fmt: skip

WITHOUT_YEAR = [
    ("The yard delivered the hull in November.", [("November", "2023-11")]),
    ("The yard will deliver the hull in November.", [("November", "2024-11")]),
    ("The yard is to deliver the hull in February.", [("February", "2025-02")]),
    ("It asks to shun the polls that they hold on 10 May.", [("10 May", "2024-05-10")]),
    ("The hull, delivered on 20 May, sank.", [("20 May", "2023-05-20")]),
    ("The hull will be delivered on 10 May.", [("10 May", "2025-05-10")]),
    ("The inquiry concerns April's accident.", [("April", "2024-04")]),
    ("Theresa May visited a plant.", []),
]

INTERVALS = [
    ("Deliveries run from 2025 to 2028.", [("from 2025 to 2028", "2025/2028")]),
    ("Deliveries run between 2025 and 2028.", [("between 2025 and 2028", "2025/2028")]),
    ("It was built from 3 May to 4 June 2021.",
     [("from 3 May to 4 June 2021", "2021-05-03/2021-06-04")]),
    ("The plant has been shut since 2016.", [("since 2016", "2016/..")]),
    ("The plant will open by 2027.", [("by 2027", "../2027")]),
    ("The plant will open by the end of the year.", [("by the end of the year", "../2024")]),
    ("The plant will open by mid-2027.", [("by mid-2027", "../2027")]),
    ("The lease runs until March 2031.", [("until March 2031", "../2031-03")]),
    ("The plant must open before mid-2027.", [("before mid-2027", "../2027")]),
    ("The plant must open before 2027.", [("before 2027", "../2026")]),
    ("The plant must open before the end of 2027.", [("before the end of 2027", "../2027")]),
    ("Deliveries start later, beginning in 2029.", [("beginning in 2029", "2029/..")]),
    ("They will fly there from 2030 onwards.", [("from 2030 onwards", "2030/..")]),
    ("The papers are from 2011.", [("2011", "2011")]),
    ("The work of 2014 and 2016 is lost.", [("2014", "2014"), ("2016", "2016")]),
]  # fmt: skip

OPEN = [
    ("They will arrive in the coming weeks.", "in the coming weeks", Unresolved.AMBIGUOUS),
    ("They will arrive within months.", "within months", Unresolved.AMBIGUOUS),
    ("Tension grew in recent years.", "in recent years", Unresolved.AMBIGUOUS),
    ("Nothing moved since the outbreak of the war.", "since the outbreak of the war",
     Unresolved.NOT_STATED),
    ("The bill passed on 31 April 2023.", "31 April 2023", Unresolved.AMBIGUOUS),
    ("The bill passed on 01.02.2023.", "01.02.2023", Unresolved.AMBIGUOUS),
]  # fmt: skip

NONE = [
    "Resolution 1973 was vetoed.",
    "A Peugeot 2008 was hit.",
    "The Firearms Act of 1968 bans it.",
    "About 2000 soldiers marched.",
    "The raid began at 1900 GMT.",
    "They hold 2,024 shells and $2014 in cash.",
    "A fall in exports and a spring in the lock delayed it.",
    "2031 Ruritanian crisis: The army moves.",
    "The March 23 Movement signs nothing.",
    "The paper Lisbon Today reports it.",
    "The article in The Sunday Times is wrong.",
    "A winter coat and the spring of his youth.",
    "He drives it on most days of every month.",
]


@pytest.mark.parametrize(("text", "dates"), ABSOLUTE + RELATIVE + WITHOUT_YEAR + INTERVALS)
def test_find_dates_resolved(text, dates):
    assert read(text) == dates


@pytest.mark.parametrize(("text", "surface", "why"), OPEN)
def test_find_dates_that_no_calendar_can_tell(text, surface, why):
    assert read(text) == [(surface, str(why))]


@pytest.mark.parametrize("text", NONE)
def test_find_dates_in_what_is_no_date(text):
    assert read(text) == []


@pytest.mark.parametrize("date", ["", "2024", "2024-05/2024-06", "nonsense"])
@pytest.mark.parametrize("text", [text for text, _ in RELATIVE])
def test_find_dates_relative_to_an_unknown_day(text, date):
    found = find_dates(Sentence(text, date))
    assert {(each.edtf, each.unresolved) for each in found} == {("", Unresolved.ANCHOR_UNKNOWN)}


@pytest.mark.parametrize(("text", "dates"), ABSOLUTE)
def test_find_dates_absolute_without_a_day_of_publication(text, dates):
    assert read(text, "") == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It was 90 years ago.", "0050-01-01"),
        ("It ends next year.", "9999-12-31"),
        ("It ends within 9999 decades.", "2024-05-15"),
    ],
)
def test_find_dates_beyond_the_calendar(text, date):
    found = find_dates(Sentence(text, date))
    assert [each.unresolved for each in found] == [Unresolved.AMBIGUOUS]


def test_find_dates_names_rule_and_confidence():
    (found,) = find_dates(Sentence("The plant will open by 2027.", WEDNESDAY))
    assert (found.rule, found.unresolved) == ("dates.year", None)
    assert 0 < found.confidence < 1
