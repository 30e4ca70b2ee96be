"""Finds what a claim reports, by its decisive act."""

from records.enums import AgreementKind, ClaimKind, Modality
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.military import names_forces
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.told import Event
from records.ingest.finding.events.vocabulary import words
from records.ingest.findings import KindFinding

_OF_AGREEMENT = {
    AgreementKind.AID_PACKAGE: ClaimKind.AID,
    AgreementKind.DONATION: ClaimKind.AID,
}
_OF_ACT = {
    Act.DENY: ClaimKind.DENIAL,
    Act.NEGOTIATE: ClaimKind.CONSULTATION,
    Act.MEET: ClaimKind.CONSULTATION,
    Act.SIGN: ClaimKind.AGREEMENT_EVENT,
    Act.INITIAL: ClaimKind.AGREEMENT_EVENT,
    Act.RATIFY: ClaimKind.AGREEMENT_EVENT,
    Act.INSTRUMENT: ClaimKind.AGREEMENT_EVENT,
    Act.AWARD: ClaimKind.ORDER,
    Act.WIN: ClaimKind.ORDER,
    Act.BUY: ClaimKind.ORDER,
    Act.SELL: ClaimKind.ORDER,
    Act.GIVE: ClaimKind.DELIVERY,
    Act.RECEIVE: ClaimKind.DELIVERY,
    Act.AID: ClaimKind.AID,
    Act.LEND: ClaimKind.FINANCING,
    Act.FUND: ClaimKind.FINANCING,
    Act.MAKE: ClaimKind.PRODUCTION_OUTPUT,
    Act.DEVELOP: ClaimKind.CAPABILITY,
    Act.REPAIR: ClaimKind.SERVICE_REPAIR,
    Act.TRAIN: ClaimKind.TRAINING,
    Act.OPEN: ClaimKind.FACILITY,
    Act.FACILITY: ClaimKind.FACILITY,
    Act.CARRY: ClaimKind.TRADE_OR_LOGISTICS_VOLUME,
    Act.SHOW: ClaimKind.CAPABILITY,
    Act.DEPLOY: ClaimKind.CAPABILITY,
    Act.DESTROY: ClaimKind.LOSSES,
    Act.RULE: ClaimKind.POLICY_OR_ORGANIZATION,
    Act.REFUSE: ClaimKind.POLICY_OR_ORGANIZATION,
    Act.SUSPEND: ClaimKind.POLICY_OR_ORGANIZATION,
    Act.JOIN: ClaimKind.POLICY_OR_ORGANIZATION,
    Act.HONOR: ClaimKind.COMMEMORATION,
    Act.COOPERATE: ClaimKind.CONSULTATION,
}
_PASSED = SPEECH | {Act.BEGIN, Act.APPROVE, Act.PLAN, Act.AIM, Act.EXPECT, Act.PLEDGE, Act.AGREE,
                    Act.OFFER, Act.OTHER, Act.REQUEST, Act.END, Act.CANCEL}  # fmt: skip
_INTENDED = {Modality.PLAN, Modality.POSSIBILITY, Modality.TARGET}
_OWN_KINDS = {ClaimKind.FACILITY, ClaimKind.TRAINING, ClaimKind.AID, ClaimKind.AGREEMENT_EVENT}
_SOLEMN = words(
    """
    stamp stamps anniversary ceremony commemorative memorial holiday medal parade
    """
)
_ORDERS = words("order orders")
_LAWS = words("law bill act order decree resolution")


def find_kind(scene: Scene, modality: Modality, event: Event | None) -> KindFinding:
    """Find the kind of the claim."""
    if modality is Modality.DENIAL:
        return _finding(scene, ClaimKind.DENIAL, scene.chain.main[:1], "denial", 0.8)
    if event:
        kind = _OF_AGREEMENT.get(event.kind, ClaimKind.AGREEMENT_EVENT)
        last = event.links[-1]
        if last.act is Act.NEGOTIATE or (
            scene.chain.head and scene.chain.head.act is Act.NEGOTIATE
        ):
            kind = ClaimKind.CONSULTATION
        elif event.links[-1].act is Act.BUY:
            kind = ClaimKind.ORDER
        elif scene.chain.head and any(k.act is Act.OPEN for k in event.links):
            kind = ClaimKind.FACILITY
        return _finding(scene, kind, event.links, "agreement", 0.8)
    if scene.everything & _SOLEMN:
        return _finding(scene, ClaimKind.COMMEMORATION, scene.chain.main[:1], "solemn", 0.7)
    return _by_act(scene, modality)


def _by_act(scene: Scene, modality: Modality) -> KindFinding:
    main = scene.chain.main
    for place, link in enumerate(main):
        if link.lemma == "be":
            return _finding(scene, ClaimKind.ASSESSMENT, (link,), "state", 0.5)
        if link.act in _PASSED or (link.is_noun and (place == 0 or link.lemma in _ORDERS)):
            continue
        kind = _OF_ACT.get(link.act, ClaimKind.OTHER)
        if link.act is Act.GIVE and not _is_handed_over(main, place):
            if not scene.everything & _CONTROLS:
                continue
            kind = ClaimKind.POLICY_OR_ORGANIZATION
        later = main[place + 1 :]
        if _is_decree(scene, link):
            kind = ClaimKind.POLICY_OR_ORGANIZATION
        if link.lemma == "send" and names_forces(scene, link.last + 1):
            kind = ClaimKind.CAPABILITY
        if link.act is Act.SHOW and any(k.act is Act.TRAIN for k in later):
            kind = ClaimKind.TRAINING
        if modality in _INTENDED and kind not in _OWN_KINDS:
            kind = ClaimKind.INTENT
        return _finding(scene, kind, (link,), "act", 0.7)
    return _finding(scene, _without_act(scene, modality), main[:1], "default", 0.4)


def _is_handed_over(main: tuple[Link, ...], place: int) -> bool:
    """Whether goods move: no “shipments” that are only named, nobody moved to send something."""
    link, before = main[place], main[:place]
    if link.is_noun:
        return any(k.act in _MOVING or k.lemma == "arrive" for k in before if not k.is_noun)
    if link.tense is Tense.INFINITIVE:
        return bool(before) and before[-1].act in _LEADING
    return not link.negated


_MOVING = frozenset({Act.RECEIVE, Act.GIVE, Act.BEGIN, Act.CARRY, Act.FUND})
_LEADING = _PASSED - {Act.OTHER, Act.END, Act.CANCEL}
_CONTROLS = words(
    """
    control controls controlled ban banned bans prohibited restrictions restricted licence licences
    license licenses licensing moratorium
    """
)
"""Words that make exports a matter of policy."""


def _is_decree(scene: Scene, link: Link) -> bool:
    """Whether a law is signed or somebody is ordered to act, and nothing is bought."""
    if link.lemma in {"order", "adopt"}:
        return True
    return link.act is Act.SIGN and scene.says(_LAWS, link.last + 1, scene.chain.end)


def _without_act(scene: Scene, modality: Modality) -> ClaimKind:
    acts = {link.act for link in scene.chain.main}
    if modality in {Modality.POSSIBILITY, Modality.FORECAST} or acts & {Act.SAY}:
        return ClaimKind.ASSESSMENT
    if acts & {Act.END, Act.CANCEL, Act.APPROVE}:
        return ClaimKind.POLICY_OR_ORGANIZATION
    return ClaimKind.INTENT if modality in _INTENDED else ClaimKind.OTHER


def _finding(
    scene: Scene, kind: ClaimKind, links: tuple[Link, ...], rule: str, confidence: float
) -> KindFinding:
    if links:
        start, end = scene.span_of(links)
    else:
        start, end = scene.span(scene.statement.start, scene.statement.stop - 1)
    return KindFinding(
        start=start, end=end, rule=f"events.kind.{rule}", confidence=confidence, kind=kind
    )
