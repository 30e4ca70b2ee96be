"""Tells what kind of instrument an agreement, contract or deal is."""

from records.enums import AgreementKind
from records.ingest.finding.events.acts import Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.military import is_military
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.vocabulary import words

_BY_WORD: tuple[tuple[frozenset[str], AgreementKind], ...] = tuple(
    (frozenset(words.split()), kind)
    for words, kind in (
        ("letter", AgreementKind.LETTER_OF_INTENT),
        ("memorandum memorandums memoranda mou mous", AgreementKind.MEMORANDUM_OF_UNDERSTANDING),
        ("declaration communique communiqué", AgreementKind.JOINT_DECLARATION),
        ("protocol protocols", AgreementKind.PROTOCOL),
        ("venture ventures", AgreementKind.JOINT_VENTURE),
        ("framework", AgreementKind.FRAMEWORK_AGREEMENT),
        ("implementing arrangement arrangements", AgreementKind.IMPLEMENTING_ARRANGEMENT),
        ("licence license licensing", AgreementKind.LICENCE_PRODUCTION),
        ("loan credit", AgreementKind.LOAN),
        ("lease leasing", AgreementKind.LOAN),
    )
)
_FOREIGN = words(
    """
    peace ceasefire truce cease-fire trade climate border prisoner hostage hostages surrender grain
    armistice disarmament extradition customs gas oil plea fisheries coalition tax migration sharing
    disengagement free withdrawal reconciliation nuclear swap exchange denuclearization power merger
    constitutional executive court restraining evacuation labor labour takeover minerals mineral
    transfer accession
    """
)
_DEFENSE = words("defence defense military")
_MUTUAL = words("mutual reciprocal collective security guarantees guarantee")
_ARMS = words(
    """
    arms weapons weapon missile jet fighter submarine tank drone aircraft
    """
)
_SECTOR = words(
    """
    intelligence logistics basing access status visiting information cyber stationing servicing
    acquisition reciprocal-access overflight transit
    """
)
_LASTING = words("strategic comprehensive year partnership enhanced")
_JOINT = words("joint jointly together co coproduce locally")
_CONTRACT = words("order orders contract contracts deal deals subcontract")


_FOREIGN_OBJECTS = words(
    """
    trade border prisoner prisoners hostages power ceasefire truce climate energy peace refugees oil
    gas grain tariffs transition rule uranium
    """
)
_PEACE = words(
    """
    ceasefire truce prisoner prisoners hostages peace refugees power rule transition uranium dispute
    """
)
_DETERRING = words("deterrence")
_REACH = 8
"""How many tokens after an instrument tell what it is about."""


def is_of_defense(scene: Scene, instrument: Link) -> bool:
    """Whether it can be of defense: no peace deal, no accord on trade or to share power."""
    named = set(scene.words(phrase_start(scene, instrument), instrument.first))
    if named & (_DEFENSE | _ARMS):
        return True
    near = min(scene.chain.end, instrument.last + _REACH)
    if scene.says(_DETERRING, instrument.last + 1, near):
        return True
    if named & _FOREIGN or scene.says(_FOREIGN_OBJECTS, instrument.last + 1, near):
        return False
    return is_military(scene, scene.statement.start, scene.relevant_stop)


def is_of_peace(scene: Scene, instrument: Link) -> bool:
    """Whether what follows tells of a truce, prisoners or other matters than defense."""
    return scene.says(_PEACE, instrument.last + 1, scene.statement.stop)


def instrument_kind(scene: Scene, instrument: Link, purposes: tuple[Link, ...]) -> AgreementKind:
    """Choose the kind by the instrument's own name, then its purpose, then its adjectives."""
    named = set(scene.words(phrase_start(scene, instrument), instrument.last + 1))
    if kind := next((kind for known, kind in _BY_WORD if named & known), None):
        return kind
    purpose = _by_purpose(scene, instrument, purposes)
    pact = instrument.lemma not in _CONTRACT
    bought = purpose is AgreementKind.PROCUREMENT_CONTRACT
    if pact and named & (_MUTUAL | _DEFENSE) and not bought:
        return _pact(named)
    return purpose or _by_adjective(named, instrument, pact=pact)


def _by_adjective(named: set[str], instrument: Link, *, pact: bool) -> AgreementKind:
    if pact and named & _LASTING:
        return AgreementKind.FRAMEWORK_AGREEMENT
    if named & _SECTOR:
        return AgreementKind.SECTOR_AGREEMENT
    if instrument.lemma in {"contract", "contracts", "order", "orders"}:
        return AgreementKind.PROCUREMENT_CONTRACT
    if not pact and named & (_ARMS | _DEFENSE):
        return AgreementKind.PROCUREMENT_CONTRACT
    return AgreementKind.OTHER


def phrase_start(scene: Scene, noun: Link) -> int:
    """Where the adjectives before a noun begin: after the last verb, preposition or mark."""
    place = noun.first
    while place > scene.chain.start and _belongs(scene, place - 1):
        place -= 1
    return place


_BORDERS = words(
    """
    of in on at by for from with to under and or , ; ( ) that which
    """
)


def _belongs(scene: Scene, place: int) -> bool:
    if scene.statement.lower(place) in _BORDERS:
        return False
    verbs = (*scene.chain.main, *scene.chain.context)
    return not any(not k.is_noun and k.first <= place <= k.last for k in verbs)


def _pact(named: set[str]) -> AgreementKind:
    if named & _SECTOR:
        return AgreementKind.SECTOR_AGREEMENT
    if named & _MUTUAL and "cooperation" not in named:
        return AgreementKind.SECURITY_AGREEMENT
    return AgreementKind.DEFENSE_COOPERATION_AGREEMENT


def is_object(scene: Scene, before: Link, noun: Link) -> bool:
    """Whether a noun is the object of the act before it: “approves $2 billion in arms sales”."""
    between = scene.words(before.last + 1, phrase_start(scene, noun))
    return all(word in _OBJECT_WORDS or not word.isalpha() for word in between)


_OBJECT_WORDS = words("of for on in worth a an the million billion trillion us usd eur about over")


def _by_purpose(scene: Scene, instrument: Link, purposes: tuple[Link, ...]) -> AgreementKind | None:
    end = scene.chain.end
    joint = scene.says(_JOINT, instrument.first, end)
    for link in purposes:
        kind = kind_of_purpose(link, joint=joint, paid=instrument.lemma in _CONTRACT)
        if kind:
            return kind
    return None


def kind_of_purpose(link: Link, *, joint: bool, paid: bool) -> AgreementKind | None:
    """The kind that an agreement to do something has."""
    if link.act is Act.GIVE:
        trade = paid or link.lemma in {"export", "exports"}
        return AgreementKind.PROCUREMENT_CONTRACT if trade else AgreementKind.DONATION
    if link.act is Act.MAKE and paid and not joint:
        return AgreementKind.PROCUREMENT_CONTRACT
    if link.lemma in _IMPROVING:
        return None
    return _BY_PURPOSE.get(link.act)


_IMPROVING = words("upgrade modernize modernise")
_BY_PURPOSE = {
    Act.BUY: AgreementKind.PROCUREMENT_CONTRACT,
    Act.SELL: AgreementKind.PROCUREMENT_CONTRACT,
    Act.LEND: AgreementKind.LOAN,
    Act.LICENSE: AgreementKind.LICENCE_PRODUCTION,
    Act.REPAIR: AgreementKind.MAINTENANCE_CONTRACT,
    Act.TRAIN: AgreementKind.TRAINING_PROGRAMME,
    Act.DEVELOP: AgreementKind.RESEARCH_DEVELOPMENT,
    Act.MAKE: AgreementKind.CO_PRODUCTION,
    Act.AID: AgreementKind.AID_PACKAGE,
    Act.COOPERATE: AgreementKind.DEFENSE_COOPERATION_AGREEMENT,
}
