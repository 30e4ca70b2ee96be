"""From names found to the records that they may mean."""

from collections.abc import Sequence

from records.enums import OrganizationKind
from records.ingest.finding.names.atoms import Atom, atoms_of
from records.ingest.finding.names.countries import places
from records.ingest.finding.names.lexicon import Lexicon, OrganizationEntry, content_words
from records.ingest.finding.names.spans import Span
from records.ingest.findings import Candidate, OrganizationFinding, WeaponSystemFinding

_OPEN = {
    OrganizationKind.MINISTRY: "The sentence does not say whose ministry it is.",
    OrganizationKind.ARMED_SERVICE: "The sentence does not say whose armed service it is.",
    OrganizationKind.AGENCY: "The sentence does not say whose body it is.",
}


def link_organization(
    text: str, atoms: Sequence[Atom], span: Span, lexicon: Lexicon
) -> OrganizationFinding:
    """Propose an organization with the records whose name it is, or whose type and country."""
    start, end = atoms[span.first].start, atoms[span.after - 1].end
    name = text[start:end]
    meanings = span.meanings
    if not _records(meanings):
        meanings = (*lexicon.organizations.whole(atoms[span.first : span.after]), *meanings)
    records = _records(meanings)
    entry: OrganizationEntry = next((one for one in meanings if one.record), meanings[0])
    country = entry.country or next((one.country for one in meanings if one.country), "")
    if not records and country:
        records = _of_type(name, country, entry.kind, lexicon)
    named = country or span.rule == "names.organization.listed"
    return OrganizationFinding(
        start=start,
        end=end,
        rule=span.rule,
        confidence=span.confidence,
        name=name,
        candidates=records,
        kind=entry.kind,
        country=country,
        why_open="" if named or records else _OPEN.get(entry.kind, ""),
    )


def _records(meanings: Sequence[OrganizationEntry]) -> tuple[Candidate, ...]:
    return tuple(dict.fromkeys(one.record for one in meanings if one.record))


def _of_type(
    name: str, country: str, kind: OrganizationKind, lexicon: Lexicon
) -> tuple[Candidate, ...]:
    """Find “Finnish Ministry of Defence” where the register has “Ministry of Defence of Finland”.

    Every word of the text, its country's words left out, is a word of the record's name.
    """
    wanted = content_words(name) - _country_words(name)
    rows = lexicon.ministries.get((kind, country), ())
    if not wanted:
        return ()
    return tuple(
        dict.fromkeys(
            record for record, words in rows if wanted == words - _country_words(" ".join(words))
        )
    )


def _country_words(name: str) -> frozenset[str]:
    trie, atoms = places(), atoms_of(name.title())
    found: set[str] = set()
    for place in range(len(atoms)):
        match = trie.longest(atoms, place)
        if match:
            found |= {atom.key for atom in atoms[match.first : match.after]}
    return frozenset(found)


def link_system(text: str, atoms: Sequence[Atom], span: Span) -> WeaponSystemFinding:
    """Propose a weapon system with the records whose name it is."""
    start, end = atoms[span.first].start, atoms[span.after - 1].end
    records = tuple(dict.fromkeys(one.record for one in span.meanings if one.record))
    entry = next((one for one in span.meanings if one.record), span.meanings[0])
    return WeaponSystemFinding(
        start=start,
        end=end,
        rule=span.rule,
        confidence=span.confidence,
        name=text[start:end],
        candidates=records,
        category=entry.category,
    )
