"""Filters by other records."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.db.models import Exists, OuterRef, Q

from records.api.filters.asked import Asked, Condition
from records.api.filters.bad_values import BadValueError
from records.api.filters.base import JsonSchema, RecordFilter
from records.api.filters.choices import country
from records.enums import PartyRole
from records.models import AgreementParty, Organization, OwnedRow, WeaponSystem
from records.querysets.tree import descendants
from records.values.public_ids import PublicIdError, RecordType, parse_public_id, public_id_pattern
from records.values.quoting import quote

_COUNTRY_FORM = re.compile(r"[A-Za-z]{2}")
_ID_FORM = re.compile(r"[A-Z]{3}-[1-9][0-9]*")


class IdFilter(RecordFilter):
    """Records by public id; an id that no record has matches nothing."""

    def __init__(
        self, field_name: str, *, record_type: RecordType, most: int = 100, **kwargs: Any
    ) -> None:
        """Name the column of the primary key and the type of record whose key it is."""
        super().__init__(field_name, **kwargs)
        self.record_type = record_type
        self.most = most

    def parse(self, text: str) -> int:
        """Accept an id of the record type."""
        return number(text, self.record_type)

    def only(self, value: Sequence[int], asked: Asked) -> tuple[str, int] | None:
        """Give the one id."""
        del asked
        return (self.field_name, value[0]) if len(value) == 1 else None

    def schema(self) -> JsonSchema:
        """Describe the id's form."""
        pattern = f"^{public_id_pattern(self.record_type)}$"
        return {"type": "string", "pattern": pattern, "example": f"{self.record_type}-1"}


class WeaponSystemFilter(IdFilter):
    """Weapon systems by id, with their variants when `include_variants` is on."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        """Name the column of the weapon system's primary key."""
        super().__init__(field_name, record_type=RecordType.WEAPON_SYSTEM, **kwargs)

    def where(self, value: Sequence[int], asked: Asked) -> Q:
        """Match the systems, or all of their trees."""
        tree = asked.flag("include_variants")
        numbers = descendants(WeaponSystem, "variant_of", value) if tree else value
        return Q(**{f"{self.field_name}__in": numbers})

    def only(self, value: Sequence[int], asked: Asked) -> tuple[str, int] | None:
        """Give the one id, unless its variants count."""
        return None if asked.flag("include_variants") else super().only(value, asked)


class OrganizationFilter(RecordFilter):
    """Organizations by id or country code, with those below when `include_children` is on."""

    def parse(self, text: str) -> int | str:
        """Accept an organization id as a number, or a country code."""
        if _COUNTRY_FORM.fullmatch(text):
            return country(text)
        if _ID_FORM.fullmatch(text):
            return number(text, RecordType.ORGANIZATION)
        raise BadValueError(
            "invalid_id",
            f"{quote(text)} is neither an organization id such as ORG-12 nor an ISO 3166-1 "
            "alpha-2 country code such as UA.",
        )

    def where(self, value: Sequence[int | str], asked: Asked) -> Q:
        """Match the organizations asked for, whichever way they are named."""
        numbers = [each for each in value if isinstance(each, int)]
        countries = [each for each in value if isinstance(each, str)]
        tree = asked.flag("include_children") and numbers
        named = descendants(Organization, "parent", numbers) if tree else numbers
        if not countries:
            return Q(**{f"{self.field_name}__in": named})
        of_country = Q(country__in=countries) | (Q(pk__in=named) if numbers else Q())
        found = Organization.objects.filter(of_country).values("pk")
        return Q(**{f"{self.field_name}__in": found})

    def only(self, value: Sequence[int | str], asked: Asked) -> tuple[str, int] | None:
        """Give the one id, unless a country or a tree is asked for."""
        match value:
            case [int(one)] if not asked.flag("include_children"):
                return self.field_name, one
        return None

    def schema(self) -> JsonSchema:
        """Describe both forms."""
        pattern = f"^({public_id_pattern(RecordType.ORGANIZATION)}|[A-Z]{{2}})$"
        return {"type": "string", "pattern": pattern, "example": "UA"}


class PartyFilter(OrganizationFilter):
    """Parties of agreements, in one role or in any; each parameter finds a party of its own."""

    def __init__(self, role: PartyRole | None = None, **kwargs: Any) -> None:
        """Name the role; None is any."""
        super().__init__("organization_id", rows=AgreementParty, **kwargs)
        self.role = role

    def where(self, value: Sequence[int | str], asked: Asked) -> Q:
        """Match a party of the role."""
        found = super().where(value, asked)
        return found & Q(role=self.role) if self.role else found

    def conditions(
        self, name: str, value: Any, asked: Asked, *, negated: bool
    ) -> Iterator[Condition]:
        """Ask for a row that no other parameter has to share."""
        yield Condition(self.where(value, asked), self.rows, alone=name, negated=negated)


class BetweenFilter(PartyFilter):
    """Parties of agreements, all of which must be there."""

    negatable = False
    minimum: ClassVar[int] = 2

    def conditions(
        self, name: str, value: Any, asked: Asked, *, negated: bool
    ) -> Iterator[Condition]:
        """Ask for a party for each value."""
        del negated
        for each in value:
            yield Condition(self.where([each], asked), self.rows, alone=f"{name} {each}")

    def schema(self) -> JsonSchema:
        """Describe a party, with two as the example."""
        return super().schema() | {"example": ["GB", "UA"]}


class RelatedFilter(IdFilter):
    """Records that are related to others, whichever of the two names the relation."""

    def __init__(self, rows: type[OwnedRow], **kwargs: Any) -> None:
        """Name the table of relations, whose columns are its owner and `other`."""
        super().__init__("other_id", **kwargs)
        self.relations = rows

    def where(self, value: Sequence[int], asked: Asked) -> Q:
        """Match both directions; from the far end only through records that may be seen."""
        owner, rows = self.relations.owner, self.relations._default_manager
        seen = asked.visible.filter(pk__in=value).order_by().values("pk")
        named = rows.filter(**{f"{owner}_id": OuterRef("pk"), "other_id__in": value})
        naming = rows.filter(**{"other_id": OuterRef("pk"), f"{owner}_id__in": seen})
        return Q(Exists(named)) | Q(Exists(naming))


def number(text: str, record_type: RecordType) -> int:
    """Read a public id of one record type."""
    try:
        return parse_public_id(text, record_type)
    except PublicIdError as error:
        raise BadValueError(error.code, str(error)) from error
