"""Finds how firmly a statement is made. The main clause decides."""

from records.enums import Modality
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.attributions import Attribution, Voice
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.vocabulary import words
from records.ingest.findings import ModalityFinding

_FUTURE = frozenset({"will", "shall", "would"})
_POSSIBLE = frozenset({"may", "might", "could"})
_FOREBODING = words("warn predict estimate anticipate fear believe")
_READY = {
    "likely": Modality.FORECAST,
    "poised": Modality.FORECAST,
    "unlikely": Modality.FORECAST,
    "ready": Modality.PLAN,
    "willing": Modality.PLAN,
    "prepared": Modality.PLAN,
    "due": Modality.PLAN,
    "slated": Modality.PLAN,
    "keen": Modality.PLAN,
}
_TELLING = words("notify inform")
_THREATENING = words("warn threaten caution")
_COMING = words("planned proposed possible potential prospective intended")
_CONDITIONS = words("if unless")
_UNCONDITIONAL = words("even regardless as see ask asks asked know")
_CHARGES = words(
    """
    accusation accusations allegation allegations charge charges claim claims report reports
    suggestion suggestions rumors rumours
    """
)
_REACH = 6
"""How many tokens after “rejects” tell what is rejected."""
_IF = frozenset({"if", "unless", "provided"})
_PASSED_THROUGH = frozenset({Act.APPROVE, Act.BEGIN, Act.ANNOUNCE, Act.SAY, Act.REPORT, Act.RULE})


REPROACHES = words("accuse blame condemn criticize urge demand call praise defend")
"""Verbs of speech about what others do: neither told as fact nor planned by the speaker."""


def find_modality(scene: Scene, attributions: tuple[Attribution, ...]) -> ModalityFinding:
    """Find the modality: a plan, promise or doubt in the main clause, else who says it."""
    attribution = attributions[0] if attributions else None
    for place, link in enumerate(scene.links):
        after = scene.links[place + 1] if place + 1 < len(scene.links) else None
        if modality := _of_link(scene, link, after, attribution):
            return _finding(scene, modality, link)
        if _decides(link) or link.lemma in REPROACHES:
            break
    if pledge := _pledge_beside(scene):
        return _finding(scene, Modality.COMMITMENT, pledge)
    if official := next((k for k in attributions if k.voice is Voice.OFFICIAL), None):
        start, end = scene.span(official.verb, official.verb)
        return ModalityFinding(
            start=start,
            end=end,
            rule="events.modality.attributed",
            confidence=0.9,
            modality=Modality.OFFICIAL_STATEMENT,
        )
    head = scene.chain.head
    start, end = scene.span(head.first, head.last) if head else scene.span(
        scene.statement.start, scene.statement.stop - 1
    )  # fmt: skip
    return ModalityFinding(
        start=start,
        end=end,
        rule="events.modality.told",
        confidence=0.85,
        modality=Modality.REPORTED,
    )


def _finding(scene: Scene, modality: Modality, link: Link) -> ModalityFinding:
    start, end = scene.span(link.first, link.last)
    return ModalityFinding(
        start=start,
        end=end,
        rule=f"events.modality.{modality.value}",
        confidence=0.85,
        modality=modality,
    )


def _decides(link: Link) -> bool:
    """Whether a link states a fact, after which purposes and consequences do not count."""
    return link.tense.is_finite and link.act not in _PASSED_THROUGH


def _of_link(
    scene: Scene, link: Link, after: Link | None, attribution: Attribution | None
) -> Modality | None:
    if link is scene.chain.head and (modality := _of_head(scene, link)):
        return modality
    if link.tense.is_finite and link.negated and (attribution or link.modal):
        return None if _is_vow(link, attribution) else Modality.DENIAL
    if link.tense is Tense.MODAL:
        return _of_modal(scene, link, attribution)
    if link.tense.is_finite:
        return _of_verb(scene, link, after)
    if link.is_noun and scene.chain.head and link.first > scene.chain.head.first:
        return {Act.PLAN: Modality.PLAN, Act.PLEDGE: Modality.COMMITMENT}.get(link.act)
    return None


def _denies(scene: Scene, head: Link) -> bool:
    """Whether the head denies: also “pleads not guilty”, “rejects the allegations”."""
    if head.lemma == "plead":
        return scene.statement.lower(head.last + 1) == "not"
    if head.lemma == "reject":
        return scene.says(_CHARGES, head.last + 1, head.last + _REACH)
    return head.act is Act.DENY


def _is_vow(link: Link, attribution: Attribution | None) -> bool:
    """Tell “says that it will not forget” from the denial of a fact."""
    leads = attribution is not None and attribution.leads
    return leads and link.modal == "will" and link.act is Act.OTHER


def _of_head(scene: Scene, head: Link) -> Modality | None:
    """Read a denial, or a warning of what happens if."""
    if _denies(scene, head):
        return Modality.DENIAL
    warns = head.lemma in _THREATENING and _has_condition(scene)
    return Modality.CONDITIONAL if warns else None


def _has_condition(scene: Scene) -> bool:
    """Whether something happens only if: no “even if”, no “provided by”."""
    statement = scene.statement
    return any(
        statement.lower(place) in _CONDITIONS and statement.lower(place - 1) not in _UNCONDITIONAL
        for place in range(statement.start, statement.stop)
    )


def _of_modal(scene: Scene, link: Link, attribution: Attribution | None) -> Modality | None:
    if link.modal in _POSSIBLE:
        return Modality.POSSIBILITY
    if link.modal not in _FUTURE:
        return None
    told = attribution or (scene.chain.head and scene.chain.head.lemma in _TELLING)
    if (link.modal == "would" and _IF & scene.everything) or (told and _has_condition(scene)):
        return Modality.CONDITIONAL
    if link.act is Act.EXPECT or _foretold(scene, link, attribution):
        return Modality.FORECAST
    return Modality.COMMITMENT if link.act is Act.PLEDGE else Modality.PLAN


def _foretold(scene: Scene, link: Link, attribution: Attribution | None) -> bool:
    """Whether somebody tells what others will do: no plan of theirs."""
    head = scene.chain.head
    if not attribution or not attribution.leads or head is None or head is link:
        return False
    if head.lemma in _FOREBODING:
        return True
    if head.act is not Act.SAY or link.act is Act.RECEIVE:
        return False
    speakers = scene.countries(attribution.first, attribution.stop)
    actors = scene.countries(head.last + 1, link.first)
    return bool(speakers and actors and not speakers & actors)


def _of_verb(scene: Scene, link: Link, after: Link | None) -> Modality | None:
    leads_on = after is not None and after.tense is Tense.INFINITIVE
    if link.lemma in _TELLING and after is not None and after.act is Act.SELL:
        return Modality.PLAN if scene.says(_COMING, link.last + 1, after.first) else None
    if link.lemma == "plan" and link.tense is Tense.PERFECT:
        return None
    if link.act is Act.EXPECT and (link.passive or not leads_on):
        return _BY_LEMMA.get(link.lemma, Modality.FORECAST)
    kind = _BY_LEMMA.get(link.lemma) or _BY_ACT.get(link.act)
    if kind or not leads_on or (link.lemma == "set" and not link.passive):
        return kind
    if link.lemma == "be":
        return _READY.get(scene.statement.lower(link.last + 1))
    return _BEFORE_INFINITIVE.get(link.lemma)


_BY_LEMMA = {"aim": Modality.TARGET, "schedule": Modality.PLAN}
_BY_ACT = {
    Act.PLEDGE: Modality.COMMITMENT,
    Act.PLAN: Modality.PLAN,
    Act.AIM: Modality.PLAN,
}
_BEFORE_INFINITIVE = {
    "agree": Modality.COMMITMENT,
    "expect": Modality.PLAN,
    "refuse": Modality.DENIAL,
    "decline": Modality.DENIAL,
    "offer": Modality.PLAN,
    "threaten": Modality.PLAN,
    "set": Modality.PLAN,
}


def _pledge_beside(scene: Scene) -> Link | None:
    """Find “announces a package, pledging …”: the announcement is the promise."""
    head = scene.chain.head
    if head is None or head.act not in SPEECH:
        return None
    return next(
        (k for k in scene.chain.context if k.act is Act.PLEDGE and k.tense is Tense.GERUND), None
    )
