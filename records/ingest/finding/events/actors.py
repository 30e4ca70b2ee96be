"""Countries and organizations of a statement as they stand in its grammar."""

from collections.abc import Iterator
from dataclasses import dataclass

from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.vocabulary import words
from records.ingest.findings import Finding

_PREPOSITIONS = words(
    """
    to from with for by in between of at on under into against and over near toward towards through
    via
    """
)
_STANDS_FOR = words(
    """
    government governments military army forces navy authorities president prime minister ministers
    ministry defence defense foreign state parliament officials troops soldiers armed side leaders
    secretary chancellor counterpart counterparts air national
    """
)
_STOPS = words(
    """
    a an the its their and or to of in on at for with from by as after amid that which who will
    would has have had is are was were may might could can also over under during following worth
    including into against be not it they while but if per then until
    """
)

_REACH = 8
"""How many tokens before a name its preposition is looked for."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A country or an organization, the place of its first token, and its preposition."""

    found: Finding
    place: int
    country: str = ""
    organization: int | None = None
    preposition: str = ""
    before: str = ""
    after: str = ""

    @property
    def key(self) -> tuple[str, int | None]:
        """What tells two actors apart."""
        return self.country, self.organization


def find_actors(scene: Scene) -> tuple[Actor, ...]:
    """Find those who can take part, in order: no country that only describes a thing."""
    rows = sorted(_named(scene), key=lambda actor: actor.place)
    actors: list[Actor] = []
    for actor in rows:
        if actor.organization is None and _describes(scene, actor):
            continue
        last = actors[-1] if actors else None
        preposition, before = _preposition(scene, actor.place, last)
        actors.append(
            Actor(
                actor.found,
                actor.place,
                actor.country,
                actor.organization,
                preposition,
                before,
                scene.statement.lower(_next(scene, actor.found)),
            )
        )
    return tuple(actors)


def _named(scene: Scene) -> Iterator[Actor]:
    sentence = scene.statement.sentence
    first, stop = scene.statement.start, scene.statement.stop
    owned = [row for row in scene.names.organizations if scene.within(row, first, stop)]
    for number, row in enumerate(scene.names.organizations):
        if scene.within(row, first, stop):
            yield Actor(row, sentence.index_at(row.start), organization=number)
    for found in scene.names.countries:
        inside = any(row.start <= found.start < row.end for row in owned)
        if scene.within(found, first, stop) and not inside:
            yield Actor(found, sentence.index_at(found.start), country=found.country)


def _next(scene: Scene, found: Finding) -> int:
    return scene.statement.sentence.index_at(found.end)


def _describes(scene: Scene, actor: Actor) -> bool:
    """Whether the country is an adjective of a thing: “French jets”, “U.S.-made”."""
    place = _next(scene, actor.found)
    word = scene.statement.text(place)
    if word in {"-", "–"}:  # noqa: RUF001
        return True
    if _leads_to_organization(scene, place):
        return True
    if not word.isalpha() or word[:1].isupper():
        return False
    if word in _STANDS_FOR or word in _STOPS or word == "expense":
        return False
    return not any(
        link.first <= place <= link.last for link in scene.chain.main if not link.is_noun
    )


def _leads_to_organization(scene: Scene, place: int) -> bool:
    """Whether an organization follows in the same phrase: “French shipbuilder Naval Group”."""
    starts = {row.start for row in scene.names.organizations}
    for ahead in range(place, min(scene.statement.stop, place + 5)):
        if scene.statement.token(ahead).start in starts:
            return True
        word = scene.statement.text(ahead)
        if any(k.first <= ahead <= k.last for k in scene.chain.main if not k.is_noun):
            return False
        if not (word.islower() or word in {"'s", "’s"}) or word in _STOPS:  # noqa: RUF001
            return False
    return False


def _preposition(scene: Scene, place: int, last: Actor | None) -> tuple[str, str]:
    """The preposition that governs an actor, and the word before the preposition."""
    statement = scene.statement
    verbs = {k for link in scene.chain.main for k in range(link.first, link.last + 1)}
    for back in range(place - 1, max(statement.start, place - _REACH) - 1, -1):
        word, before = statement.lower(back), statement.lower(back - 1)
        if word in {"and", ","}:
            near = last is not None and back - last.place < _REACH
            return (last.preposition, last.before) if last and near else ("", "")
        if word in _PREPOSITIONS and not (word == "of" and _office_of(scene, back)):
            return (before if before == "according" else word), before
        if back in verbs or word.isdigit():
            return "", word
    return "", ""


def _office_of(scene: Scene, place: int) -> bool:
    return any(
        scene.statement.lower(k) in _STANDS_FOR or scene.statement.is_name(k)
        for k in range(max(scene.statement.start, place - 3), place)
    )
