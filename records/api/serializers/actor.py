"""How an actor is shown: a country or an organization, in brief."""

from typing import Any

from rest_framework import serializers

from records.analysis.actors import Actor
from records.representations.links import API_ROOT, COLLECTIONS
from records.values.public_ids import RecordType, format_public_id

_ORGANIZATIONS = f"{API_ROOT}/{COLLECTIONS[RecordType.ORGANIZATION]}/"


class ActorSerializer(serializers.Serializer[Any]):
    """A country, or an organization in brief."""

    id = serializers.CharField(help_text="ISO 3166-1 alpha-2 code, or the organization's id.")
    url = serializers.CharField(help_text="Path of the organization, or of those of the country.")
    name = serializers.CharField(help_text="Name.")
    kind = serializers.CharField(help_text="`country`, or the kind of organization.")
    country = serializers.CharField(
        allow_null=True, help_text="ISO 3166-1 alpha-2 code; null for multinational organizations."
    )


def actor_brief(actor: Actor) -> dict[str, Any]:
    """Show an actor."""
    public_id = format_public_id(RecordType.ORGANIZATION, actor.number) if actor.number else ""
    return {
        "id": public_id or actor.code,
        "url": f"{_ORGANIZATIONS}{public_id}/"
        if public_id
        else _ORGANIZATIONS + f"?country={actor.code}",
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.code or None,
    }
