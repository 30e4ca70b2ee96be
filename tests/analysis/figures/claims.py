"""Made-up claims with figures, stored straight into the tables, and what they say read plainly.

What is here follows the definitions in words: numbers are the halves from 0 to LARGEST that a
figure leaves possible, periods are sets of days. Nothing of `records.analysis` is used.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from records.models import (
    Category,
    Claim,
    ClaimAgreement,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    Measure,
)
from tests.factories import AgreementFactory, CategoryFactory, OrganizationFactory

LARGEST = 20
PERIODS = {
    "2024": ("2024-01-01", "2024-12-31"),
    "2024-01": ("2024-01-01", "2024-01-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2024~": ("2024-01-01", "2024-12-31"),
    "2024-01-01/2024-01-20": ("2024-01-01", "2024-01-20"),
    "2024-01-01/2024-02-10": ("2024-01-01", "2024-02-10"),
    "2024-01-15/2024-02-10": ("2024-01-15", "2024-02-10"),
    "2024-01-20": ("2024-01-20", "2024-01-20"),
    "2024-01-01/..": ("2024-01-01", "2025-01-01"),
    "../2024-01-31": ("2023-12-01", "2024-01-31"),
}
"""Periods with their days, of which those from 2023-12-01 to 2025-01-01 stand for all."""

ONE, BOTH = frozenset([0]), frozenset([0, 1])
"""Organizations that a claim names, by their place."""

REPEATING = ("duplicates", "derives_from", "corroborates")
MODES = ("absolute", "absolute", "absolute", "ratio", "percent_change")


@dataclass(eq=False)
class Stated:
    """A measure."""

    metric: str
    category: str
    words: str
    mode: str
    qualifier: str
    value: int | None
    currency: str
    period: str
    baseline: str
    temporal_mode: str
    length: str
    claim: "Told" = field(default=None, repr=False)
    position: int = 0

    @property
    def place(self):
        return self.claim.number, self.position

    @property
    def date(self):
        return self.period or self.claim.occurred

    @property
    def grows_until_told(self):
        """Tell whether this is a fact since a day, so that it counts up to its claim's date."""
        told = self.temporal_mode == "actual" and firmness(self.claim) == "fact"
        return told and self.period.endswith("/..") and bool(self.claim.occurred)

    @property
    def is_vague(self):
        """Tell whether it is not known for sure which days it is for."""
        if not self.period or "~" in self.period or self.period.startswith("../"):
            return True
        if self.grows_until_told:
            return len(set(PERIODS[self.claim.occurred])) > 1
        return self.period.endswith("/..")

    @property
    def days(self):
        first, last = (date.fromisoformat(day) for day in PERIODS[self.date])
        if self.grows_until_told:
            last = date.fromisoformat(PERIODS[self.claim.occurred][1])
        return {first + timedelta(number) for number in range((last - first).days + 1)}

    @property
    def numbers(self):
        """All halves that the figure leaves possible."""
        every = [Fraction(number, 2) for number in range(2 * LARGEST + 1)]
        means = {
            "exact": lambda number: number == self.value,
            "about": lambda number: number == self.value,
            "at_least": lambda number: number >= self.value,
            "more_than": lambda number: number > self.value,
            "at_most": lambda number: number <= self.value,
            "less_than": lambda number: number < self.value,
        }
        return set() if self.value is None else set(filter(means[self.qualifier], every))


@dataclass(eq=False)
class Told:
    """A claim; `relations` name other claims by their place in the list."""

    modality: str
    occurred: str
    agreements: frozenset[int]
    organizations: frozenset[int]
    countries: frozenset[str]
    relations: list[tuple[str, int]]
    measures: list[Stated]
    published: bool
    number: int = 0


def _mostly(usual, *others):
    """Pick the usual value more often, so that claims have something in common."""
    return st.sampled_from([usual] * 5 + [*others])


measures = st.builds(
    Stated,
    metric=_mostly("production_output", "personnel"),
    category=_mostly("uas", ""),
    words=_mostly("drones", "Drones", "trucks"),
    mode=st.sampled_from(MODES),
    qualifier=st.sampled_from(
        [
            "exact",
            "exact",
            "about",
            "at_least",
            "more_than",
            "at_most",
            "less_than",
        ]
    ),
    value=_mostly(3, None, 0, 1, 2, 5, 8),
    currency=_mostly("", "EUR"),
    period=_mostly("2024-01", "", *PERIODS),
    baseline=st.sampled_from(["", "2024", "2024-01"]),
    temporal_mode=_mostly("actual", "plan"),
    length=_mostly("", "P1M"),
)


def claims(kinds):
    """Build lists of claims that are related in some of these ways."""
    related = st.tuples(st.sampled_from(kinds), st.integers(0, 5))
    told = st.builds(
        Told,
        modality=_mostly("reported", "official_statement", "plan", "denial"),
        occurred=st.sampled_from(["", "2024", "2024-01", "2024-01-20"]),
        agreements=_mostly(frozenset(), frozenset([0])),
        organizations=st.sampled_from([ONE, ONE, ONE, BOTH, BOTH, frozenset()]),
        countries=st.sampled_from([frozenset(["UA"]), frozenset(["UA", "RU"]), frozenset()]),
        relations=st.lists(related, max_size=1),
        measures=st.lists(measures, min_size=1, max_size=3),
        published=_mostly(True, False),
    )
    return st.lists(told, min_size=2, max_size=6)


def store(told):
    """Store claims as they are; fill in their numbers and those of what they are about."""
    CategoryFactory(code="uas")
    category = Category.objects.get(code="uas")
    agreement = AgreementFactory()
    organizations = [OrganizationFactory(), OrganizationFactory()]
    rows = Claim.objects.bulk_create(
        Claim(
            text="Words.", language="en", kind="other", modality=each.modality,
            occurred=each.occurred, citation_count=1,
            review_status="published" if each.published else "draft",
        )
        for each in told
    )  # fmt: skip
    for each, row in zip(told, rows, strict=True):
        each.number = row.pk
        each.relations = [
            (kind, told[place % len(told)])
            for kind, place in each.relations
            if told[place % len(told)] is not each
        ]
    Measure.objects.bulk_create(
        _measure(stated, each, position, category)
        for each in told
        for position, stated in enumerate(each.measures)
    )
    ClaimAgreement.objects.bulk_create(
        ClaimAgreement(claim_id=each.number, agreement=agreement)
        for each in told for _ in each.agreements
    )  # fmt: skip
    ClaimOrganization.objects.bulk_create(
        ClaimOrganization(claim_id=each.number, organization=organizations[place])
        for each in told for place in each.organizations
    )  # fmt: skip
    ClaimCountry.objects.bulk_create(
        ClaimCountry(claim_id=each.number, country=country)
        for each in told for country in each.countries
    )  # fmt: skip
    ClaimRelation.objects.bulk_create(
        ClaimRelation(claim_id=each.number, kind=kind, other_id=other.number)
        for each in told for kind, other in each.relations
    )  # fmt: skip
    return [stated for each in told if each.published for stated in each.measures]


def _measure(stated, claim, position, category):
    stated.claim, stated.position = claim, position
    absolute = stated.mode == "absolute"
    if not absolute:
        stated.currency = ""
    else:
        stated.baseline = ""
    return Measure(
        claim_id=claim.number, position=position, metric=stated.metric,
        category=category if stated.category else None, object_words=stated.words,
        mode=stated.mode, qualifier=stated.qualifier,
        value=None if stated.value is None else Decimal(stated.value),
        currency=stated.currency, period=stated.period, baseline_period=stated.baseline,
        temporal_mode=stated.temporal_mode, period_length=stated.length,
    )  # fmt: skip


def apart(one):
    """Tell whether its claim has the same figure of something else by words."""
    return any(
        other.words.lower() != one.words.lower()
        and same_kind(one, other)
        and (one.mode, one.currency, one.temporal_mode, one.period, one.length)
        == (other.mode, other.currency, other.temporal_mode, other.period, other.length)
        for other in one.claim.measures
    )


def same_kind(one, other):
    """Tell whether the same metric of one category, or of one thing by words, is meant."""
    if one.metric != other.metric or one.category != other.category:
        return False
    return bool(one.category) or one.words.lower() == other.words.lower()


def same_thing(one, other):
    """Tell whether two claims mean one thing, as far as their words tell things apart."""
    if not same_kind(one, other):
        return False
    if apart(one) != apart(other):
        return not one.category
    return not apart(one) or one.words.lower() == other.words.lower()


def firmness(claim):
    return "fact" if claim.modality in ("reported", "official_statement") else claim.modality


def measure_the_same(one, other):
    """Tell whether two absolute figures are comparable, whatever their time and subject."""
    return (
        same_thing(one, other)
        and one.currency == other.currency
        and one.temporal_mode == other.temporal_mode
        and one.length == other.length
        and firmness(one.claim) == firmness(other.claim)
    )


def subject(claim):
    """Say at what level a claim names its subject, and whom."""
    for level in ("agreements", "organizations", "countries"):
        if getattr(claim, level):
            return level, getattr(claim, level)
    return "nothing", frozenset([claim.number])


def about_the_same(one, other):
    """Tell whether two claims give figures of the same actors, all of them.

    What a donor gave to one country is no other account of what another donor gave to it.
    """
    if one.agreements or other.agreements:
        return one.agreements == other.agreements
    if one.organizations or other.organizations:
        return one.organizations == other.organizations
    return one.countries == other.countries != frozenset()


def replacements(figures, told):
    """List which figure is replaced by which claim, reading every pair of claims."""
    found = set()
    counted = [
        (new, kind, old)
        for new in told if new.published
        for kind, old in new.relations
        if kind in ("retracts", "corrects", "narrows", "updates")
        and not any(
            ("retracts", new) in [(kind, other) for kind, other in each.relations]
            for each in told if each.published
        )
    ]  # fmt: skip
    for new, kind, old in counted:
        for figure in (each for each in figures if each.claim is old):
            if kind == "retracts" or any(restates(each, figure) for each in new.measures):
                found.add((figure.place, new.number))
        if kind not in ("corrects", "narrows"):
            continue
        together = [each.number for claim, way, each in counted if claim is new and way == kind]
        stated = [each for each in figures if each.claim.number in together]
        for each in new.measures:
            rivals = [other for other in new.measures if same_fact(each, other)]
            alike = [other for other in stated if same_fact(each, other)]
            exactly = any(restates(each, other) for other in stated)
            if len(rivals) == len(alike) == 1 and not exactly and alike[0].claim is old:
                found.add((alike[0].place, new.number))
    return found


def same_fact(one, other):
    return (
        same_kind(one, other)
        and (one.mode, one.temporal_mode) == (other.mode, other.temporal_mode)
        and (one.words.lower() == other.words.lower() or not (apart(one) or apart(other)))
    )


def restates(one, other):
    """Tell whether a figure is of the same fact, unit and period."""
    return (
        same_fact(one, other)
        and (one.currency, one.length) == (other.currency, other.length)
        and PERIODS.get(one.period, one.period) == PERIODS.get(other.period, other.period)
    )


def repeating(figures, told):
    """List the figures that repeat another one, following each to the first."""
    public = [each for each in told if each.published]
    after = {}
    for claim in public:
        taken_back = any(("retracts", claim) in each.relations for each in public)
        for kind, other in sorted(claim.relations, key=lambda relation: relation[1].number):
            if kind in REPEATING and not taken_back:
                for one in (each for each in figures if each.claim is claim):
                    first = [
                        each.place for each in figures
                        if each.claim is other and restates(one, each) and both_hold(one, each)
                    ]  # fmt: skip
                    if first and one.place not in after:
                        after[one.place] = min(first)
    repeats = set()
    for place in after:
        way = [place]
        while way[-1] in after and after[way[-1]] not in way:
            way.append(after[way[-1]])
        circle = way[way.index(after[way[-1]]) :] if way[-1] in after else [way[-1]]
        if min(circle) != place:
            repeats.add(place)
    return repeats


def both_hold(one, other):
    """Tell whether two figures of one mode can both hold; a change may be below zero."""
    if one.mode == "percent_change" and None not in (one.value, other.value):
        upward, downward = {"at_least", "more_than"}, {"at_most", "less_than"}
        if {one.qualifier} <= downward and {other.qualifier} <= downward:
            return True
        if one.qualifier in upward and other.qualifier in upward:
            return True
    return bool(one.numbers & other.numbers)
