"""Finds the event in the life of an agreement, if that is what a statement is about."""

from collections.abc import Callable

from records.enums import Modality
from records.ingest.finding.events.acts import Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.gifts import find_aid, find_gift, find_pledge
from records.ingest.finding.events.military import is_civil, is_military_text
from records.ingest.finding.events.modality import REPROACHES
from records.ingest.finding.events.pacts import find_instrument
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.told import Event, Told
from records.ingest.finding.events.trades import find_loan, find_purchase, find_sale
from records.ingest.finding.events.vocabulary import words
from records.ingest.finding.events.works import (
    find_concord,
    find_cooperation,
    find_joint_work,
    find_membership,
    find_training,
)

_RULES: tuple[Callable[[Told], Event | None], ...] = (
    find_instrument,
    find_loan,
    find_sale,
    find_aid,
    find_gift,
    find_pledge,
    find_purchase,
    find_training,
    find_joint_work,
    find_cooperation,
    find_membership,
    find_concord,
)


_OBJECTING = words("warn protest object complain threaten caution plead")
_PUNISHING = words("sanctions embargo")


def find_agreement(scene: Scene, modality: Modality) -> Event | None:
    """Find the agreement event by the first rule that knows it."""
    if modality in {Modality.FORECAST, Modality.DENIAL} or _is_foreign(scene):
        return None
    told = Told(scene, _told(scene), modality)
    if any(link.lemma in _PUNISHING or link.negated for link in told.links):
        return None
    return next((event for rule in _RULES if (event := rule(told))), None)


def _is_foreign(scene: Scene) -> bool:
    """Whether nothing in the text is of defense, nobody acts, or others are reproached."""
    statement, head = scene.statement, scene.chain.head
    if head is None or head.lemma in REPROACHES | _OBJECTING or not head.tense.is_finite:
        return True
    if is_civil(scene, statement.start, statement.stop):
        return True
    return not is_military_text(scene)


def _told(scene: Scene) -> tuple[Link, ...]:
    """The main chain; for a meeting “where they sign”, what was done there."""
    links, head = scene.links, scene.chain.head
    if head and head.act is Act.MEET and not any(k.act is Act.INSTRUMENT for k in links):
        return (*links, *scene.chain.context)
    return links
