"""Who a statement is attributed to: an official or organization, a medium, or nobody."""

from dataclasses import dataclass
from enum import Enum, auto

from records.enums import OrganizationKind
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.vocabulary import words


class Voice(Enum):
    """What sort of voice speaks."""

    OFFICIAL = auto()
    MEDIA = auto()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that name who speaks, tokens `first` to `stop` (not included), and the verb's place.

    `leads` tells that the verb is that of the main clause, so that what it says comes after it.
    """

    voice: Voice
    first: int
    stop: int
    verb: int
    leads: bool


_MEDIA = words(
    """
    times post news newspaper newspapers media journal press reuters tribune guardian telegraph
    herald gazette magazine broadcaster television tv radio outlet outlets report reports sources
    source analysts analyst experts expert witnesses observers leak leaks documents website bbc cnn
    ap afp xinhua tass bloomberg politico axios spiegel daily weekly mail study institute survey
    monitor monitors observatory researchers watchdog activists locals residents
    """
)
_OFFICIAL = words(
    """
    ministry minister president government department secretary service army navy military forces
    force command chancellor premier king spokesman spokeswoman spokesperson official officials
    agency parliament commission office pentagon kremlin chief general ambassador police authorities
    administration cabinet senator governor officer director union nato
    """
)
_MARKS = frozenset({",", '"', "“", "”"})
_AFTER_SAID = words(
    ". , ; on in at monday tuesday wednesday thursday friday saturday sunday today yesterday"
) | {""}
_REACH = 18
"""How many tokens a name with its office takes at most."""
_ITSELF = frozenset({"it", "they"})
_CLAUSE = 9
"""How many tokens into a reported clause its subject is looked for."""
_SAID = words(
    """
    says say said announced announces states stated reports reported confirms confirmed claims
    claimed adds added
    """
)


_STATE_NOUNS = words("member nation baltic gulf arab neighboring neighbouring other all candidate")
"""Words before “states” that make it countries."""


def find_attributions(scene: Scene) -> tuple[Attribution, ...]:
    """Find who says it: the subject of a verb of speech, then “according to” and its like."""
    found = (_by_main_verb(scene), _according_to(scene) or _trailing(scene))
    return tuple(attribution for attribution in found if attribution)


def _by_main_verb(scene: Scene) -> Attribution | None:
    head = scene.chain.head
    if head is None or head.tense is Tense.GERUND:
        return None
    if head.act not in SPEECH:
        return _by_report(scene, head)
    start = scene.chain.start
    voice = _voice(scene, start, head.first, careful=head.act is Act.REPORT)
    if head.passive:
        voice = Voice.MEDIA
    elif scene.says(_ITSELF, head.last + 1, head.last + _CLAUSE) and head.act is Act.REPORT:
        voice = _voice(scene, start, head.first, careful=False)
    return Attribution(voice, start, head.first, head.first, leads=True)


_REPORTS = words("report study statement letter paper survey assessment")


def _by_report(scene: Scene, head: Link) -> Attribution | None:
    """Find who “publishes a study arguing that”."""
    for link in scene.chain.main:
        said = link.act in SPEECH and link.tense is Tense.GERUND
        if said and scene.statement.lower(link.first - 1) in _REPORTS:
            voice = _voice(scene, scene.chain.start, head.first, careful=True)
            return Attribution(voice, scene.chain.start, head.first, link.first, leads=True)
    return None


def _according_to(scene: Scene) -> Attribution | None:
    statement = scene.statement
    for place in range(statement.start, statement.stop - 2):
        if statement.lower(place) == "according" and statement.lower(place + 1) == "to":
            stop = next(
                (k for k in range(place + 2, statement.stop) if statement.text(k) in {",", ";"}),
                statement.stop,
            )
            voice = _voice(scene, place + 2, stop, careful=True)
            return Attribution(voice, place + 2, stop, place, leads=False)
    return None


def _trailing(scene: Scene) -> Attribution | None:
    """Find “…, the ministry said on Monday” and “…, said the minister” behind the main verb."""
    statement, head = scene.statement, scene.chain.head
    for place in range(statement.start + 1, statement.stop):
        if statement.text(place) not in _SAID or (head and place <= head.last):
            continue
        if statement.text(place) == "states" and statement.lower(place - 1) in _STATE_NOUNS:
            continue
        if statement.text(place - 1) in _MARKS:
            first, stop = place + 1, statement.stop
        else:
            first, stop = _after_mark(scene, place), place
            if statement.lower(place + 1) not in _AFTER_SAID:
                continue
        if first < stop and any(statement.is_capital(k) for k in range(first, stop)):
            voice = _voice(scene, first, stop, careful=False)
            return Attribution(voice, first, stop, place, leads=False)
    return None


def _after_mark(scene: Scene, place: int) -> int:
    """The place after the last mark before a verb, or the verb's own where none is near."""
    for mark in range(place - 1, max(scene.statement.start, place - _REACH), -1):
        if scene.statement.text(mark) in _MARKS:
            return mark + 1
    return place


def _voice(scene: Scene, first: int, stop: int, *, careful: bool) -> Voice:
    """Tell officials from media; a careful reader wants a sign that it is an official."""
    for found in scene.names.organizations:
        if scene.within(found, first, stop) and found.kind is OrganizationKind.MEDIA:
            return Voice.MEDIA
        if scene.within(found, first, stop) and found.kind is OrganizationKind.RESEARCH_INSTITUTE:
            return Voice.OFFICIAL
    official = scene.says(_OFFICIAL, first, stop)
    if scene.says(_MEDIA, first, stop) and not official:
        return Voice.MEDIA
    if (
        careful
        and not official
        and not scene.countries(first, stop)
        and not _known(scene, first, stop)
    ):
        return Voice.MEDIA
    return Voice.OFFICIAL


def _known(scene: Scene, first: int, stop: int) -> bool:
    return any(
        scene.within(found, first, stop) and found.kind is not OrganizationKind.OTHER
        for found in scene.names.organizations
    )
