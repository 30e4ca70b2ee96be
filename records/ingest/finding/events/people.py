"""Reads offices and the names of persons."""

from dataclasses import dataclass
from unicodedata import combining, normalize

from records.ingest.finding.events.given_names import GIVEN_NAMES
from records.ingest.finding.events.statements import Statement
from records.ingest.finding.events.vocabulary import words

_OFFICES = words(
    """
    president minister secretary chancellor premier king queen prince emir sultan sheikh pope
    general admiral colonel marshal commander chief spokesman spokeswoman spokesperson official
    ambassador adviser advisor governor senator representative congressman congresswoman director
    ceo chairman chairwoman chairperson chair head leader speaker taoiseach ayatollah mayor envoy
    undersecretary lieutenant major captain brigadier commissioner inspector executive officer
    delegate attorney judge manager deputy mp lawmaker candidate dictator ruler crown
    """
)
_BEFORE_OFFICE = words(
    """
    prime vice deputy foreign defense defence interior first acting former interim outgoing senior
    state national security assistant under general supreme chief armed forces army navy air force
    military secretary press commerce treasury finance trade home energy opposition executive
    strategic industries industry junta federal joint staff party caretaker transport then incoming
    new permanent special crown republican democratic conservative labour production economy justice
    health intelligence space
    """
)
_PORTFOLIO = words(
    """
    defense defence state foreign affairs interior strategic industries industry national security
    armed forces war finance economy economic trade transport energy development production
    international cooperation public works science technology veterans staff treasury commerce
    homeland navy army air force space procurement emergency situations digital transformation
    infrastructure justice european union external security-policy policy parliament republic
    kingdom democratic people house representatives senate commission council intelligence joint
    chiefs general command central nations united health government education culture agriculture
    labour labor environment oil petroleum aviation communications
    """
)
_CONNECTORS = words("of for the and to &")
_PARTICLES = words(
    """
    van de der den al bin ibn von el da dos di du la le ben abu ul ad ould af bint del zu ter ten e
    y
    """
)
_TITLES = words(
    """
    mr mrs ms dr sir dame lord lady gen lt col maj adm capt sgt cpl brig prof rev hon sheikh general
    colonel major admiral captain lieutenant marshal brigadier ayatollah king queen prince princess
    emir sultan pope commander corporal sergeant vice rear air chief
    """
)


@dataclass(frozen=True, slots=True)
class Person:
    """An office at tokens `office` and a name at tokens `name`, each (first, stop) or None."""

    office: tuple[int, int] | None
    name: tuple[int, int] | None


def find_person(
    statement: Statement, first: int, stop: int, named: frozenset[int]
) -> Person | None:
    """Find who is named in tokens `first` to `stop`; `named` are places of country names."""
    offices = [place for place in range(first, stop) if _is_office(statement, place)]
    people = [_with_office(statement, place, first, stop, named) for place in offices]
    if people:
        return next((person for person in people if person.name), people[0])
    begin = _skip_titles(statement, first, stop)
    name = _name(statement, begin, stop, named)
    if name and statement.lower(name[1]) in {"'s", "’s"}:  # noqa: RUF001
        return None
    if name and (begin > first or _plain(statement.lower(name[0])) in GIVEN_NAMES):
        return Person(None, name)
    return None


def _is_office(statement: Statement, place: int) -> bool:
    if statement.is_name(place):
        return False
    if statement.lower(place) == "official" and statement.is_name(place + 1):
        return False
    return statement.lower(place) in _OFFICES and not (
        statement.lower(place) in {"chief", "general", "crown", "deputy", "major", "executive"}
        and any(statement.lower(k) in _OFFICES for k in range(place + 1, place + 3))
    )


def _with_office(
    statement: Statement, place: int, first: int, stop: int, named: frozenset[int]
) -> Person:
    begin = place
    while begin > first and _belongs_before(statement, begin - 1, named):
        begin -= 1
    end = place + 1
    while statement.text(end) == "-" and statement.text(end + 1).isalpha():
        end += 2
    if statement.lower(end) == "general":
        end += 1
    end = _complement(statement, end, stop, named)
    name = _name(statement, _skip_titles(statement, _skip_comma(statement, end), stop), stop, named)
    if name is None:
        name = _name_before(statement, begin, first, named)
    elif given := _given_name(statement, name):
        name, end = (given, name[1]), given
    return Person((begin, end), name)


def _given_name(statement: Statement, name: tuple[int, int]) -> int | None:
    """Where a given name ends an office in capitals: “Minister of Labour Relations Anna Berg”."""
    inside = range(name[0] + 1, name[1] - 1)
    if _plain(statement.lower(name[0])) in GIVEN_NAMES:
        return None
    apart = (k for k in inside if statement.token(k).start > statement.token(k - 1).end)
    return next((k for k in apart if _plain(statement.lower(k)) in GIVEN_NAMES), None)


def _belongs_before(statement: Statement, place: int, named: frozenset[int]) -> bool:
    if statement.lower(place) in {"'s", "’s"}:  # noqa: RUF001
        return False
    after_possessive = statement.lower(place + 1) in {"'s", "’s"}  # noqa: RUF001
    if after_possessive:
        return False
    return (
        place in named
        or statement.is_name(place)
        or statement.lower(place) in _BEFORE_OFFICE
        or statement.lower(place) in _OFFICES
        or (statement.is_capital(place) and statement.lower(place) in _PORTFOLIO)
        or (statement.lower(place) == "-")
    )


def _complement(statement: Statement, place: int, stop: int, named: frozenset[int]) -> int:
    """Skip “of the Armed Forces of Ukraine” and “for Strategic Industries”."""
    end = place
    while end < stop:
        word = statement.lower(end)
        opens = end > place or word in {"of", "for", "to"}
        if word in _CONNECTORS and opens and end + 1 < stop:
            ahead = end
            while ahead < stop and statement.lower(ahead) in _CONNECTORS:
                ahead += 1
            known = ahead in named or statement.is_name(ahead)
            known = known or statement.lower(ahead) in _PORTFOLIO
            if known or (word == "of" and statement.is_capital(ahead)):
                end = ahead + 1
                continue
            return end
        if end > place and (
            end in named or statement.is_name(end) or word in _PORTFOLIO or (word == "-")
        ):
            end += 1
            continue
        return end
    return end


def _skip_comma(statement: Statement, place: int) -> int:
    return place + 1 if statement.text(place) == "," else place


def _skip_titles(statement: Statement, place: int, stop: int) -> int:
    while place < stop and (
        statement.lower(place) in _TITLES
        or (statement.text(place) == "." and statement.lower(place - 1) in _TITLES)
    ):
        place += 1
    return place


def _is_name_word(statement: Statement, place: int, named: frozenset[int]) -> bool:
    return (
        statement.is_capital(place)
        and statement.text(place)[0].isalpha()
        and place not in named
        and not statement.is_name(place)
        and statement.lower(place) not in _OFFICES
    )


def _name(
    statement: Statement, first: int, stop: int, named: frozenset[int]
) -> tuple[int, int] | None:
    """Read capitalized words, initials and particles, joined by hyphens or spaces."""
    if not _is_name_word(statement, first, named) or first >= stop:
        return None
    end = first + 1
    while end < stop:
        word = statement.text(end)
        glued = statement.token(end).start == statement.token(end - 1).end
        if (
            _is_name_word(statement, end, named)
            or (glued and word == "-" and end + 1 < stop)
            or (glued and statement.text(end - 1) == "-" and word.isalpha())
            or (glued and word == "." and len(statement.text(end - 1)) == 1)
            or (word.lower() in _PARTICLES and _is_continued(statement, end, stop, named))
        ):
            end += 1
        else:
            break
    return (first, end)


def _is_continued(statement: Statement, place: int, stop: int, named: frozenset[int]) -> bool:
    ahead = place + 1
    while ahead < stop and (statement.lower(ahead) in _PARTICLES or statement.text(ahead) == "-"):
        ahead += 1
    return ahead < stop and _is_name_word(statement, ahead, named)


def _name_before(
    statement: Statement, office: int, first: int, named: frozenset[int]
) -> tuple[int, int] | None:
    """Read the name in “Lloyd Austin, the U.S. Secretary of Defense,”."""
    comma = office - 1
    while comma > first and (
        comma in named or statement.lower(comma) in {"the", "a", "an", "'s", "’s"}  # noqa: RUF001
    ):
        comma -= 1
    if comma <= first or statement.text(comma) != ",":
        return None
    name = _name(statement, _skip_titles(statement, first, comma), comma, named)
    return name if name and name[1] == comma else None


def _plain(word: str) -> str:
    """Drop diacritics: “sébastien” becomes “sebastien”."""
    return "".join(mark for mark in normalize("NFKD", word) if not combining(mark))
