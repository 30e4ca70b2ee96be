"""Rules for training, joint work, cooperation, membership and talks."""

from records.enums import AgreementKind, AgreementStatus, Modality, OrganizationKind
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.instruments import kind_of_purpose
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


def find_cooperation(told: Told) -> Event | None:
    """Find states that agree or declare to work together in defense."""
    head = told.scene.chain.head
    for place, link in enumerate(told.links):
        if link.act is not Act.COOPERATE or head is None:
            continue
        acts = {k.act for k in told.links[:place]}
        if not acts & {Act.AGREE, Act.ANNOUNCE, Act.PLEDGE, Act.SIGN} or not _two_sides(told):
            continue
        if told.scene.says(_ENDED, head.last + 1, link.first):
            return None
        if not told.scene.says(_DEFENSE, head.last + 1, told.scene.chain.end):
            continue
        links = told.links[: place + 1]
        kind = AgreementKind.JOINT_DECLARATION
        return Event(kind, AgreementStatus.ANNOUNCED, links, "events.agreement.cooperation", 0.6)
    return None


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
    """Find states that agree to do something about defense, whatever it is."""
    head = told.scene.chain.head
    following = next((k for k in told.links if head and k.first > head.last), None)
    if head is None or following is None or head.act is not Act.AGREE:
        return None
    if following.tense is not Tense.INFINITIVE or following.act is Act.MEET:
        return None
    states = told.scene.countries(told.scene.chain.start, head.first)
    if len(states) < _BOTH or not is_military(told.scene, head.last, told.scene.chain.end):
        return None
    links = (head, following)
    kind = AgreementKind.JOINT_DECLARATION
    return Event(kind, AgreementStatus.ANNOUNCED, links, "events.agreement.concord", 0.5)


_BOTH = 2
