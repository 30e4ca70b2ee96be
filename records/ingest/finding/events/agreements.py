"""Finds the event in the life of an agreement, if that is what a statement is about."""

from collections.abc import Callable

from records.enums import Modality
from records.ingest.finding.events.acts import Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.contracts import (
    find_instrument,
    find_loan,
    find_purchase,
    find_sale,
)
from records.ingest.finding.events.gifts import find_aid, find_gift
from records.ingest.finding.events.military import is_civil, is_military
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.told import Event, Told
from records.ingest.finding.events.works import (
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
    find_purchase,
    find_training,
    find_joint_work,
    find_cooperation,
    find_membership,
)


def find_agreement(scene: Scene, modality: Modality) -> Event | None:
    """Find the agreement event by the first rule that knows it."""
    first, stop = scene.statement.start, scene.statement.stop
    if modality in {Modality.FORECAST, Modality.DENIAL}:
        return None
    if is_civil(scene, first, stop) or not is_military(scene, first, stop):
        return None
    told = Told(scene, _told(scene), modality)
    return next((event for rule in _RULES if (event := rule(told))), None)


def _told(scene: Scene) -> tuple[Link, ...]:
    """The main chain; for a meeting “where they sign”, what was done there."""
    main, head = scene.chain.main, scene.chain.head
    if head and head.act is Act.MEET and not any(k.act is Act.INSTRUMENT for k in main):
        return (*main, *scene.chain.context)
    return main
