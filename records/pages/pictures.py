"""Pictures of the whole register for the front page, each with its numbers as a table."""

from collections.abc import Sequence
from typing import NamedTuple, cast
from urllib.parse import quote

from django.core.cache import cache
from django.utils import timezone

from records.analysis.actors import Actor, Level, read_actors
from records.analysis.ladder.reading import read_ladders
from records.analysis.ladder.summing import sum_ladders
from records.analysis.network.graph import Network, network
from records.analysis.network.selection import Selection
from records.analysis.roles.matrix import Matrix, role_matrix
from records.enums import PartyRole, RungReached
from records.models import Agreement, Claim
from records.pictures.contacts import network_picture
from records.pictures.network import DRAWN
from records.pictures.picture import inline
from records.pictures.progress import levels_picture
from records.pictures.roles import NOT_NAMED, roles_picture
from records.representations.links import API_ROOT

KEPT = 300
"""Seconds for which pictures are shown again: each looks at all published agreements."""

ROWS = 50
"""Rows of a table, those with the largest numbers."""

PAYING = (PartyRole.FUNDER, PartyRole.DONOR, PartyRole.LENDER)
RECEIVING = (PartyRole.RECIPIENT, PartyRole.BENEFICIARY, PartyRole.HOST, PartyRole.END_USER)

_KEY = "front-pictures"


class Shown(NamedTuple):
    """A question, the picture that answers it, the same numbers in rows, and where they are."""

    question: str
    svg: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str | int]]
    path: str


def pictures() -> list[Shown]:
    """Draw the pictures, or show those that were drawn a while ago: at most eight queries."""
    return cast("list[Shown]", cache.get_or_set(_KEY, _drawn, KEPT))


def _drawn() -> list[Shown]:
    return [_contacts(), _payments(), _progress()]


def _contacts() -> Shown:
    claims = Claim.objects.none()
    selection = Selection(Agreement.objects.published(), claims, Level.COUNTRY, (), guarded=False)
    found = network(selection, DRAWN)
    actors = read_actors([node.actor for node in found.nodes])
    return Shown(
        "Who makes agreements with whom?",
        inline(network_picture(found, actors), "contacts"),
        ("One", "Other", "Agreements"),
        _edges(found, actors),
        _path("network", "of=agreements"),
    )


def _edges(found: Network, actors: dict[int, Actor]) -> list[tuple[str, str, int]]:
    return [(actors[edge.source].name, actors[edge.target].name, edge.agreements)
            for edge in found.edges[:ROWS]]  # fmt: skip


def _payments() -> Shown:
    agreements = Agreement.objects.published()
    found = role_matrix(agreements, PAYING, RECEIVING, Level.COUNTRY, limit=ROWS, guarded=True)
    actors = read_actors({*found.rows, *found.columns})
    return Shown(
        "Who pays for whom?",
        inline(roles_picture(found, actors, ("Pays", "Receives")), "payments"),
        ("Pays", "Receives", "Agreements"),
        _cells(found, actors),
        _path("agreements/roles", f"row={','.join(PAYING)}&column={','.join(RECEIVING)}"),
    )


def _cells(found: Matrix, actors: dict[int, Actor]) -> list[tuple[str, str, int]]:
    names = {key: actor.name for key, actor in actors.items()}
    return [
        (names.get(row, NOT_NAMED), names.get(column, NOT_NAMED), tally.agreements)
        for (row, column), tally in found.cells.items()
    ]


def _progress() -> Shown:
    today = timezone.localdate()
    found = sum_ladders(read_ladders(Agreement.objects.published().order_by("pk"), today))
    return Shown(
        "How far do agreements get?",
        inline(levels_picture(found, today), "progress"),
        ("Step", "On record", "Implied by the status"),
        [
            (rung.label, tally.reached[RungReached.YES], tally.reached[RungReached.IMPLIED])
            for rung, tally in found.rungs.items()
        ],
        _path("ladder/summary", ""),
    )


def _path(place: str, query: str) -> str:
    return f"{API_ROOT}/{place}/{'?' if query else ''}{quote(query, safe='=&,')}"
