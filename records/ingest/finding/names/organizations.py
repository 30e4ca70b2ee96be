"""Organizations: by the lists, by their nouns, and by what the sentence calls them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from records.enums import OrganizationKind
from records.ingest.finding.names.atoms import Atom
from records.ingest.finding.names.common_nouns import find_common
from records.ingest.finding.names.countries import CURRENCY_SIGNS, Country
from records.ingest.finding.names.institutions import Reader, heads, portfolios
from records.ingest.finding.names.lexicon import Lexicon, OrganizationEntry
from records.ingest.finding.names.spans import Span, without_overlap
from records.ingest.finding.names.vocabulary import (
    COMPANY_NOUNS,
    MEDIA_NOUNS,
    MONTHS,
    NOT_NAMES,
    TITLES,
)

_LONGEST_NAME = 4  # words
_NOUNS: dict[str, OrganizationKind] = {
    **dict.fromkeys(COMPANY_NOUNS, OrganizationKind.COMPANY),
    **dict.fromkeys(MEDIA_NOUNS, OrganizationKind.MEDIA),
}
_GROUP_NEEDS = frozenset({"defense", "defence", "arms", "aerospace", "mercenary", "mining"})
_LIKE_SURNAMES = frozenset({OrganizationKind.COMPANY, OrganizationKind.OTHER})
_PRIVATE = frozenset({OrganizationKind.COMPANY, OrganizationKind.MEDIA})
_PLACES = frozenset({"act", "treaty", "street", "island", "islands", "river", "valley"})
_REPORTING = frozenset({"reports", "reveals"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence as the rules for organizations see it."""

    text: str
    atoms: Sequence[Atom]
    lexicon: Lexicon
    countries: Sequence[Country]
    systems: Sequence[Span]


def find_organizations(setting: Setting) -> tuple[Span, ...]:
    """Propose the organizations of a sentence: none overlaps another or a weapon system."""
    reader = Reader(setting.atoms, setting.countries)
    found = [
        *_listed(setting),
        *reader.find(),
        *find_common(reader),
        *_called(setting),
        *_reporting(setting),
    ]
    found += _in_parentheses(setting, found)
    spans = [_trimmed(setting, span) for span in found if not reader.spoils(span.after)]
    ranked = without_overlap(
        [*(span for span in spans if span.first < span.after), *setting.systems]
    )
    return tuple(span for span in ranked if span.rule.startswith("names.organization"))


def _listed(setting: Setting) -> Iterator[Span]:
    for match in setting.lexicon.organizations.all(setting.atoms):
        first, after = match.first, match.after
        if setting.text[setting.atoms[after - 1].end :][:1] in CURRENCY_SIGNS:
            continue
        if _names_other(setting, match.first, after):
            continue
        kind = match.meanings[0].kind
        if kind in _LIKE_SURNAMES and after - first == 1 and _is_part_of_name(setting, first):
            continue
        if kind is OrganizationKind.COMPANY:
            after = _with_branch(setting, after)
        yield Span(first, after, "names.organization.listed", 0.95, match.meanings)


def _names_other(setting: Setting, first: int, after: int) -> bool:
    """Tell the ANZUS treaty, and the office of a Kremlin spokesman, from bodies."""
    atoms = setting.atoms
    if after >= len(atoms) or atoms[after].gap != " ":
        return False
    if atoms[after].text in {"treaty", "pact"}:
        return True
    seat = any(one.first == first and one.place.form == "government" for one in setting.countries)
    return seat and (atoms[after].key in TITLES or atoms[after].key == "press")


def _with_branch(setting: Setting, after: int) -> int:
    """Take in the country of “Bell Textron Canada”."""
    branch = next((one for one in setting.countries if one.first == after), None)
    if branch and branch.place.form == "name" and setting.atoms[after].gap == " ":
        return branch.after
    return after


def _is_part_of_name(setting: Setting, place: int) -> bool:
    """Tell a list's one-word name from a surname, a given name, or a street."""
    atoms, atom = setting.atoms, setting.atoms[place]
    if not atom.capital or atom.text.isupper():
        return False
    after = place + 1
    if after < len(atoms) and atoms[after].gap == " " and atoms[after].capital:
        following = atoms[after]
        if following.key in _PLACES:
            return True
        if not (following.key in TITLES or following.text.isupper() or _known(setting, after)):
            return True
    before = atoms[place - 1] if place and atom.gap == " " else None
    return (
        before is not None
        and before.capital
        and not before.text.isupper()
        and before.key not in TITLES | NOT_NAMES | MONTHS
        and not _known(setting, place - 1)
    )


def _known(setting: Setting, place: int) -> bool:
    """Tell whether a word is a country's, an organization's or a weapon system's."""
    return (
        any(one.first <= place < one.after for one in setting.countries)
        or any(span.first <= place < span.after for span in setting.systems)
        or setting.lexicon.organizations.longest(setting.atoms, place) is not None
        or heads().longest(setting.atoms, place) is not None
    )


def _called(setting: Setting) -> Iterator[Span]:
    """Find “aircraft maker Tupolev”: a noun for companies or papers, then a name."""
    atoms = setting.atoms
    for place, atom in enumerate(atoms):
        kind = _NOUNS.get(atom.text)
        if kind is None or place + 1 >= len(atoms):
            continue
        if atom.text == "group" and (place == 0 or atoms[place - 1].key not in _GROUP_NEEDS):
            continue
        after = _run(setting, place + 1)
        if after > place + 1 and atoms[place + 1].gap == " ":
            country = _adjective_before(setting, place)
            yield Span(
                place + 1, after, "names.organization.called", 0.85,
                (OrganizationEntry(kind, country),),
            )  # fmt: skip


def _run(setting: Setting, place: int) -> int:
    atoms, start = setting.atoms, place
    countries = {at for one in setting.countries for at in range(one.first, one.after)}
    while place < len(atoms) and place - start < _LONGEST_NAME:
        atom = atoms[place]
        if place > start and atom.gap not in {" ", "-", "", " & "}:
            break
        if not (atom.capital or (place > start and atom.digits)):
            break
        if atom.key in TITLES and atom.key not in portfolios():
            break
        if place == start and (place in countries or atom.key in NOT_NAMES or atom.key in MONTHS):
            break
        place += 1
    return place


def _adjective_before(setting: Setting, place: int) -> str:
    """Return the country of “French defense firm”, up to three words back."""
    near = [
        one
        for one in setting.countries
        if 0 <= place - one.after < _LONGEST_NAME and one.place.country
    ]
    return near[-1].place.country if near and near[-1].place.form == "people" else ""


def _reporting(setting: Setting) -> Iterator[Span]:
    """Find the paper at the start of “… reports that”: a run of capitals and no country."""
    atoms = setting.atoms
    first = 1 if atoms and atoms[0].text == "The" else 0
    after = _run(setting, first)
    if not first < after < len(atoms) or atoms[after].text not in _REPORTING:
        return
    if after - first == 1 and first == 0:
        return
    yield Span(
        first, after, "names.organization.reporting", 0.8,
        (OrganizationEntry(OrganizationKind.MEDIA, ""),),
    )  # fmt: skip


def _in_parentheses(setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """Find the short form in “International Atomic Energy Agency (IAEA)”."""
    atoms = setting.atoms
    by_end = {span.after: span for span in found}
    for place, atom in enumerate(atoms):
        span = by_end.get(place)
        if span is None or atom.gap.strip() != "(" or not atom.text.isupper():
            continue
        if setting.text[atom.end : atom.end + 1] == ")" and len(atom.text) > 1:
            yield Span(place, place + 1, "names.organization.short_form", 0.9, span.meanings)


def _trimmed(setting: Setting, span: Span) -> Span:
    """Leave out a leading article, and the adjective of “Russian Wagner Group”."""
    first = span.first + (setting.atoms[span.first].key == "the")
    adjective = next((one for one in setting.countries if one.first == first), None)
    if adjective and adjective.place.form == "people" and adjective.after < span.after:
        bare = setting.lexicon.organizations.whole(setting.atoms[adjective.after : span.after])
        if any(one.kind in _PRIVATE for one in bare) and span.rule.endswith("institution"):
            first = adjective.after
    return replace(span, first=first)
