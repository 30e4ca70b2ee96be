"""Filters of the queues."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from unfold.contrib.filters.admin import DropdownFilter

from records.enums import ReviewStatus
from records.models import Change, Citation, Source

if TYPE_CHECKING:
    from django.contrib.admin import SimpleListFilter

    PlainFilter = SimpleListFilter
else:
    PlainFilter = object

MOST_SOURCES = 200


class KeyFilter(DropdownFilter, PlainFilter):
    """Rows by the primary key of something else; anything but a number finds nothing."""

    def has_output(self) -> bool:
        """Filter even by what cannot be chosen any more, rather than show all rows."""
        return True

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> Any:  # noqa: ARG002
        """Keep the rows of what was chosen."""
        value = self.value()
        if not value:
            return queryset
        if not re.fullmatch("[0-9]{1,18}", value):
            return queryset.none()
        return self.chosen(queryset, int(value))

    def chosen(self, queryset: models.QuerySet[Any], key: int) -> models.QuerySet[Any]:
        """Keep the rows of a key."""
        raise NotImplementedError


class SubmitterFilter(KeyFilter):
    """Who submitted the record."""

    title = "submitted by"
    parameter_name = "submitter"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """List everybody who ever changed a record."""
        writers = User.objects.filter(Exists(Change.objects.filter(actor=OuterRef("pk"))))
        names = writers.order_by("username").values_list("pk", "username")
        return [(str(key), name) for key, name in names]

    def chosen(self, queryset: models.QuerySet[Any], key: int) -> models.QuerySet[Any]:
        """Keep what a person submitted."""
        return queryset.filter(submitter_id=key)


class QueuedSourceFilter(KeyFilter):
    """A source that the claim cites."""

    title = "source"
    parameter_name = "source"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """List the sources that waiting claims cite, the newest first."""
        waiting = Citation.objects.filter(claim__review_status=ReviewStatus.IN_REVIEW)
        sources = Source.objects.filter(pk__in=waiting.values("source")).order_by("-pk")
        return [(str(source.pk), f"{source} · {source.public_id}")
                for source in sources.only("title")[:MOST_SOURCES]]  # fmt: skip

    def chosen(self, queryset: models.QuerySet[Any], key: int) -> models.QuerySet[Any]:
        """Keep the claims that cite a source."""
        cited = Citation.objects.filter(claim=OuterRef("pk"), source=key)
        return queryset.filter(Exists(cited))
