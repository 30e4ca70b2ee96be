"""Organizations by small words: “the Ukrainian military”, “the defence ministry”, “parliament”."""

from collections.abc import Iterator, Sequence

from records.enums import OrganizationKind
from records.ingest.finding.names.atoms import Atom
from records.ingest.finding.names.institutions import Reader, portfolios
from records.ingest.finding.names.lexicon import OrganizationEntry
from records.ingest.finding.names.spans import Span
from records.ingest.finding.names.vocabulary import AFTER_MILITARY

_FIRST_HALVES = {"force": {"air"}, "guard": {"coast", "national", "border", "presidential"}}
"""What stands before words that name a service only together."""
_ARMED = frozenset({"military", "army", "navy", *_FIRST_HALVES})
_MINISTRIES = frozenset({"ministry", "department"})
_KINDS: dict[str, OrganizationKind] = {
    **dict.fromkeys(_ARMED, OrganizationKind.ARMED_SERVICE),
    **dict.fromkeys(_MINISTRIES, OrganizationKind.MINISTRY),
    "parliament": OrganizationKind.OTHER,
    "senate": OrganizationKind.OTHER,
}
_MINISTERS = frozenset({"minister", "ministers", "secretary"})


def find_common(reader: Reader) -> Iterator[Span]:
    """Propose the organizations that a common noun names, with the adjective before it."""
    for place, atom in enumerate(reader.atoms):
        kind = _KINDS.get(atom.text)
        if kind and not _is_title(reader.atoms, place + 1):
            start = _start(reader, place)
            if start is not None:
                end = _end(reader, place)
                owned = start in reader.country_at or end > place + 1
                yield Span(
                    start,
                    end,
                    "names.organization.common",
                    0.8 if owned else 0.6,
                    (OrganizationEntry(kind, reader.country(start, end)),),
                )


def _start(reader: Reader, place: int) -> int | None:
    """Return where the name starts; None when the noun names nobody."""
    atoms, word, start = reader.atoms, reader.atoms[place].text, place
    if word in _FIRST_HALVES:
        if place == 0 or atoms[place - 1].text not in _FIRST_HALVES[word]:
            return None
        start = place - 1
    while (
        word in _MINISTRIES
        and start > 0
        and atoms[start].gap == " "
        and (atoms[start - 1].key in portfolios() or _is_state_department(atoms, place, start))
    ):
        start -= 1
    plain, start = start, _with_adjective(reader, start)
    if word in _ARMED and _end(reader, place) > place + 1:
        return start
    if word in _ARMED and (start == plain or _modifies(atoms, place + 1)):
        return None
    if word == "department" and plain == place:
        return None
    return start


def _is_state_department(atoms: Sequence[Atom], place: int, start: int) -> bool:
    return start == place and [atom.text for atom in atoms[place - 1 : place + 1]] == [
        "state", "department",
    ]  # fmt: skip


def _end(reader: Reader, place: int) -> int:
    """Return where the name ends: with the country in “the military of Chile”."""
    atoms, after = reader.atoms, place + 2
    if after < len(atoms) and atoms[place + 1].text == "of" and atoms[place + 1].gap == " ":
        after += atoms[after].text == "the"
        country = reader.country_at.get(after)
        if country and country.first == after and country.place.form == "name":
            return country.after
    return place + 1


def _with_adjective(reader: Reader, start: int) -> int:
    """Take in the country's adjective before the noun."""
    if start > 0 and reader.atoms[start].gap == " ":
        country = reader.country_at.get(start - 1)
        if country and country.after == start and country.place.country:
            return country.first
    return start


def _modifies(atoms: Sequence[Atom], after: int) -> bool:
    """Tell whether a noun follows that it describes: military aid, army-run."""
    if after >= len(atoms) or atoms[after].gap not in {" ", "-"}:
        return False
    return atoms[after].key in AFTER_MILITARY or atoms[after].gap == "-"


def _is_title(atoms: Sequence[Atom], after: int) -> bool:
    return after < len(atoms) and atoms[after].gap == " " and atoms[after].key in _MINISTERS
