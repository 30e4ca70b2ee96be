"""Rules for training, joint work, cooperation, membership and talks."""

from records.enums import AgreementKind, AgreementStatus, Modality, OrganizationKind
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.instruments import kind_of_purpose, phrase_start
from records.ingest.finding.events.military import is_military
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.told import Event, Told
from records.ingest.finding.events.vocabulary import words

_JOINT = words("joint jointly together licence license co coproduce venture")
_DEFENSE = words("defence defense military security naval arms")
_ENDED = words("end suspension halt cancellation")
_SCHEMES = words(
    """
    initiative programme program coalition project mechanism facility shield
    """
)
_PROMISING = frozenset({Act.ANNOUNCE, Act.PLEDGE, Act.APPROVE, Act.AGREE, Act.OFFER, Act.PLAN,
                        Act.SIGN})  # fmt: skip


def find_training(told: Told) -> Event | None:
    """Find training that one side is to give another."""
    for place, link in enumerate(told.links):
        if link.act is not Act.TRAIN:
            continue
        acts = {k.act for k in told.links[:place]}
        if acts & {Act.MEET, Act.REFUSE, Act.SUSPEND}:
            return None
        if told.is_coming or acts & _PROMISING:
            if not _two_sides(told):
                return None
            links = told.links[: place + 1]
            kind = AgreementKind.TRAINING_PROGRAMME
            return Event(kind, AgreementStatus.ANNOUNCED, links, "events.agreement.training", 0.7)
    return None


_WORKS = frozenset({Act.MAKE, Act.DEVELOP, Act.LICENSE, Act.REPAIR})
_PLANTS = words("plant plants factory factories workshop hub shipyard")


def find_joint_work(told: Told) -> Event | None:
    """Find production or development that two sides are to share, or one to do in the other."""
    for place, link in enumerate(told.links):
        if link.act not in _WORKS and link.lemma not in _PLANTS:
            continue
        if link.act is Act.REPAIR and not is_military(told.scene, link.last, told.scene.chain.end):
            continue
        acts = {k.act for k in told.links[:place]}
        talked = Act.NEGOTIATE in acts
        coming = told.is_coming and told.modality is not Modality.POSSIBILITY
        if not (talked or coming or acts & _PROMISING) or not _shared(told):
            continue
        kind = AgreementKind.CO_PRODUCTION
        if link.act is not Act.FACILITY:
            kind = kind_of_purpose(link, joint=True, paid=False) or kind
        if told.scene.everything & {"venture"}:
            kind = AgreementKind.JOINT_VENTURE
        status = AgreementStatus.UNDER_NEGOTIATION if talked else AgreementStatus.ANNOUNCED
        return Event(kind, status, told.links[: place + 1], "events.agreement.joint_work", 0.65)
    return None


def _two_sides(told: Told) -> bool:
    return len(told.scene.countries(told.scene.statement.start, told.scene.statement.stop)) > 1


_FIRMS = frozenset(
    {
        OrganizationKind.COMPANY,
        OrganizationKind.STATE_OWNED_ENTERPRISE,
        OrganizationKind.CONSORTIUM,
        OrganizationKind.OTHER,
    }
)


def _shared(told: Told) -> bool:
    """Whether two sides share it: two states, or a firm and the state where it works."""
    head = told.scene.chain.head
    first, stop = told.scene.statement.start, told.scene.statement.stop
    if head and head.act in SPEECH - {Act.ANNOUNCE}:
        first = head.last + 1
    firms = [
        row
        for row in told.scene.names.organizations
        if row.kind in _FIRMS and told.scene.within(row, first, stop)
    ]
    sides = len(told.scene.countries(first, stop)) + len(firms)
    return bool(told.scene.everything & _JOINT) or sides > 1


_DECLARING = frozenset({Act.AGREE, Act.ANNOUNCE, Act.PLEDGE, Act.SIGN})


def find_cooperation(told: Told) -> Event | None:
    """Find states that agree or declare to work together in defense."""
    head = told.scene.chain.head
    for place, link in enumerate(told.links):
        if link.act is not Act.COOPERATE or head is None:
            continue
        acts = {k.act for k in told.links[:place]}
        if acts & _ENDING.keys() and _two_sides(told):
            return _ended(told, place)
        declared = {k.act for k in told.links[:place] if not k.is_noun} & _DECLARING
        if not declared or not _two_sides(told):
            continue
        if told.scene.says(_ENDED, head.last + 1, link.first):
            return _ended(told, place)
        if not told.scene.says(_DEFENSE, head.last + 1, told.scene.chain.end):
            continue
        links = told.links[: place + 1]
        kind = AgreementKind.JOINT_DECLARATION
        return Event(kind, AgreementStatus.ANNOUNCED, links, "events.agreement.cooperation", 0.6)
    return None


_ENDING = {
    Act.END: AgreementStatus.TERMINATED,
    Act.CANCEL: AgreementStatus.TERMINATED,
    Act.SUSPEND: AgreementStatus.SUSPENDED,
}


def _ended(told: Told, place: int) -> Event | None:
    """Read “announces an end to military cooperation”, “suspends defence ties”."""
    scene, link = told.scene, told.links[place]
    start = phrase_start(scene, link)
    if scene.statement.lower(start - 1) == "and":  # “security and military cooperation”
        start -= 2
    acts = {k.act for k in told.links[:place]}
    by_verb = next((status for act, status in _ENDING.items() if act in acts), None)
    by_noun = _ENDED_BY_NOUN.get(
        (scene.statement.lower(start - 2), scene.statement.lower(start - 1))
    )
    status = by_noun or by_verb
    if status is None or not link.is_noun or not scene.says(_DEFENSE, start, link.first):
        return None
    kind = AgreementKind.DEFENSE_COOPERATION_AGREEMENT
    return Event(kind, status, told.links[: place + 1], "events.agreement.cooperation_ended", 0.7)


_ENDED_BY_NOUN = {
    ("end", "to"): AgreementStatus.TERMINATED,
    ("end", "of"): AgreementStatus.TERMINATED,
    ("cancellation", "of"): AgreementStatus.TERMINATED,
    ("halt", "to"): AgreementStatus.SUSPENDED,
    ("suspension", "of"): AgreementStatus.SUSPENDED,
}


def find_membership(told: Told) -> Event | None:
    """Find somebody who joins a programme of defense, or is to."""
    for place, link in enumerate(told.links):
        if link.act is not Act.JOIN or link.is_noun:
            continue
        if not told.scene.says(_SCHEMES, link.last + 1, told.scene.chain.end):
            return None
        status = AgreementStatus.ANNOUNCED if told.is_coming else AgreementStatus.SIGNED
        links = told.links[: place + 1]
        return Event(AgreementKind.OTHER, status, links, "events.agreement.membership", 0.7)
    return None


def find_concord(told: Told) -> Event | None:
    """Find states that agree to do something about defense, or approve a plan of it."""
    head = told.scene.chain.head
    following = next((k for k in told.links if head and k.first > head.last), None)
    if head is None or following is None or not _agrees(head, following):
        return None
    states = told.scene.countries(told.scene.chain.start, head.first)
    if len(states) < _BOTH or not is_military(told.scene, head.last, told.scene.chain.end):
        return None
    links = (head, following)
    kind = _of_concord(told, head, following)
    return Event(kind, AgreementStatus.ANNOUNCED, links, "events.agreement.concord", 0.5)


def _agrees(head: Link, following: Link) -> bool:
    if head.act is Act.APPROVE:
        return following.act is Act.PLAN and following.is_noun
    infinitive = following.tense is Tense.INFINITIVE and following.act is not Act.MEET
    return head.act is Act.AGREE and infinitive


def _of_concord(told: Told, head: Link, following: Link) -> AgreementKind:
    """A matter of what is done together: data that are shared, systems that are put somewhere."""
    if told.scene.says(_SHARED, head.last + 1, told.scene.chain.end):
        return AgreementKind.SECTOR_AGREEMENT
    placed = following.act is Act.DEPLOY or following.lemma in _PLACING
    if placed or following.act is Act.PLAN:
        return AgreementKind.OTHER
    return AgreementKind.JOINT_DECLARATION


_PLACING = words("put place install locate base")
_SHARED = words("sharing exchange share")
_BOTH = 2
