"""The parameter that chooses what counts as one actor."""

from records.analysis.actors import Level
from records.api.filters.own import OneOf


class ActorLevel(OneOf):
    """Whether actors are countries, as when it is not given, or single organizations."""

    def __init__(self) -> None:
        """Describe the choice."""
        super().__init__(
            [str(level) for level in Level],
            default=str(Level.COUNTRY),
            help_text="What counts as one actor: an organization, or all of a country together; "
            "organizations without a country, such as alliances, stay single.",
        )
