"""Shape of a network."""

from typing import Any

from rest_framework import serializers

from records.analysis.actors import Actor
from records.analysis.network.graph import Edge, Node, Span
from records.api.serializers.actor import ActorSerializer, actor_brief
from records.enums import PartyRole


class MeetingsSerializer(serializers.Serializer[Any]):
    """How many agreements and claims."""

    agreements = serializers.IntegerField(help_text="Agreements.")
    claims = serializers.IntegerField(help_text="Claims.")


class RoleCountSerializer(serializers.Serializer[Any]):
    """A role and in how many agreements."""

    role = serializers.ChoiceField(PartyRole.choices, help_text="Role in agreements.")
    agreements = serializers.IntegerField(help_text="Agreements in which the actor has it.")


class NodeSerializer(ActorSerializer):
    """A country or an organization in the network."""

    degree = serializers.IntegerField(help_text="Actors that it meets, in the whole network.")
    weight = serializers.IntegerField(
        help_text="`agreements` and `claims` together; nodes are kept and ordered by it."
    )
    agreements = serializers.IntegerField(
        help_text="Agreements, summed over all its edges: one of three parties counts twice."
    )
    claims = serializers.IntegerField(help_text="Claims, summed over all its edges.")
    internal = MeetingsSerializer(
        help_text="Those in which two organizations of this country meet, which are no edge."
    )
    roles = RoleCountSerializer(many=True, help_text="Its roles, the most frequent first.")


class DateBoundsSerializer(serializers.Serializer[Any]):
    """The first and the last day that dates can mean; null where none says."""

    since = serializers.DateField(allow_null=True, help_text="First possible day.")
    until = serializers.DateField(allow_null=True, help_text="Last possible day.")


class RolePairSerializer(serializers.Serializer[Any]):
    """Two roles and in how many agreements."""

    source_role = serializers.ChoiceField(PartyRole.choices, help_text="Role of the source.")
    target_role = serializers.ChoiceField(PartyRole.choices, help_text="Role of the target.")
    agreements = serializers.IntegerField(help_text="Agreements in which the two have them.")


class EdgeSerializer(serializers.Serializer[Any]):
    """Two actors that meet. Edges have no direction: the source is the one that sorts first."""

    source = serializers.CharField(  # type: ignore[assignment] # REST framework takes it out
        help_text="Id of the one actor."
    )
    source_name = serializers.CharField(help_text="Name of the source.")
    target = serializers.CharField(help_text="Id of the other actor.")
    target_name = serializers.CharField(help_text="Name of the target.")
    weight = serializers.IntegerField(help_text="`agreements` and `claims` together.")
    agreements = serializers.IntegerField(help_text="Agreements that have both as parties.")
    claims = serializers.IntegerField(help_text="Claims that are about both.")
    signed = DateBoundsSerializer(help_text="When these agreements were signed.")
    occurred = DateBoundsSerializer(help_text="When what these claims are about happened.")
    roles = RolePairSerializer(many=True, help_text="Their roles, the most frequent first.")


class NetworkTotalSerializer(MeetingsSerializer):
    """What matches, before anything is left out."""

    nodes = serializers.IntegerField(help_text="Actors that meet others.")
    edges = serializers.IntegerField(help_text="Pairs of actors that meet.")


class NetworkLeftOutSerializer(serializers.Serializer[Any]):
    """What matches and is not in the network."""

    nodes = serializers.IntegerField(help_text="Nodes beyond `limit`, those of least weight.")
    edges = serializers.IntegerField(
        help_text="Edges to those nodes, and the lightest ones beyond 10,000."
    )
    agreements = serializers.IntegerField(help_text="Agreements with one organization or none.")
    claims = serializers.IntegerField(help_text="Claims about one actor or none.")
    restated_claims = serializers.IntegerField(
        help_text="Claims that say again what another one says that matches."
    )
    replaced_claims = serializers.IntegerField(
        help_text="Claims whose place another one takes that matches."
    )


class NetworkSerializer(serializers.Serializer[Any]):
    """Nodes, and in `results` the edges among them, the heaviest first."""

    of = serializers.ListField(child=serializers.CharField(), help_text="What makes edges.")
    at = serializers.CharField(help_text="What counts as one actor.")
    role = serializers.ListField(
        child=serializers.ChoiceField(PartyRole.choices), help_text="Roles that count; all if none."
    )
    double_counting = serializers.CharField(help_text="Whether restated claims are left out.")
    limit = serializers.IntegerField(help_text="Most nodes that are shown.")
    total = NetworkTotalSerializer()
    left_out = NetworkLeftOutSerializer()
    nodes = NodeSerializer(many=True)
    results = EdgeSerializer(many=True)


def shown_node(node: Node, actor: Actor) -> dict[str, Any]:
    """Show a node."""
    return {
        **actor_brief(actor),
        "degree": node.degree,
        "weight": node.agreements + node.claims,
        "agreements": node.agreements,
        "claims": node.claims,
        "internal": {"agreements": node.internal_agreements, "claims": node.internal_claims},
        "roles": [{"role": role, "agreements": count} for role, count in node.roles.items()],
    }


def shown_edge(edge: Edge, source: Actor, target: Actor) -> dict[str, Any]:
    """Show an edge."""
    return {
        "source": actor_brief(source)["id"],
        "source_name": source.name,
        "target": actor_brief(target)["id"],
        "target_name": target.name,
        "weight": edge.agreements + edge.claims,
        "agreements": edge.agreements,
        "claims": edge.claims,
        "signed": _span(edge.signed),
        "occurred": _span(edge.occurred),
        "roles": [
            {"source_role": one, "target_role": other, "agreements": count}
            for (one, other), count in edge.roles.items()
        ],
    }


def _span(span: Span) -> dict[str, Any]:
    return {"since": span.since, "until": span.until}
