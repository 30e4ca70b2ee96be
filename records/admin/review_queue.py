"""What waits for review, a list for each record type: the oldest submission first."""

from copy import copy
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from unfold.views import ChangeList

from records.admin.authorship import authorship_of
from records.admin.lines import LinesField
from records.admin.paging import InfinitePaginator
from records.admin.plain import PlainAdmin
from records.admin.proposals.addresses import queue_address as proposals_queue
from records.admin.review_bulk import MOST, Outcome, publish_each, read_choices, rehearse
from records.admin.review_filters import QueuedSourceFilter, SubmitterFilter
from records.enums import ChangeAction, ReviewStatus
from records.models import (
    Agreement,
    Change,
    Claim,
    Organization,
    Reading,
    Record,
    Source,
    WeaponSystem,
)

if TYPE_CHECKING:
    from django.contrib.admin.views.main import ChangeList as DjangoChangeList

    PlainChangeList = DjangoChangeList
else:
    PlainChangeList = object

MODELS: tuple[type[Record], ...] = (Claim, Agreement, Organization, WeaponSystem, Source)


class QueueList(ChangeList, PlainChangeList):
    """The rows of a queue, which lead to the page on which they are reviewed."""

    def url_for_result(self, result: Any) -> str:
        """Return the page, which knows the queue it was opened from."""
        return review_address(type(result), result.pk, self.get_query_string().removeprefix("?"))


class ReviewQueue(PlainAdmin):
    """The list of records in review, from which many can be published at once."""

    paginator = InfinitePaginator
    list_per_page = 50
    show_full_result_count = False
    list_filter_submit = True
    list_display = ("public_id", "record", "submitted", "submitted_by")
    list_display_links = ("public_id", "record")
    sortable_by = ()
    ordering = ("submission", "pk")
    actions = ("publish_selected",)
    list_disable_select_all = True
    change_list_template = "records/admin/review/queue.html"

    def __init__(self, records: "admin.ModelAdmin[Any]") -> None:
        """Show the records of another admin class, searched as there."""
        self.records = records
        super().__init__(records.model, records.admin_site)

    def get_search_fields(self, request: HttpRequest) -> Any:
        """Search as in the list of all records."""
        return self.records.get_search_fields(request)

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """Search as in the list of all records."""
        return self.records.get_search_results(request, queryset, search_term)

    def get_list_filter(self, request: HttpRequest) -> Any:  # noqa: ARG002
        """Filter by who submitted the record and, for claims, by source."""
        return (SubmitterFilter, QueuedSourceFilter) if self.model is Claim else (SubmitterFilter,)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:  # noqa: ARG002
        """Read what waits, with the change that submitted it, or entered it as submitted."""
        change = submissions(self.model, OuterRef("pk"))
        waiting = self.model._default_manager.filter(review_status=ReviewStatus.IN_REVIEW)
        rows: models.QuerySet[Any] = waiting.defer("document").annotate(
            submission=Subquery(change.values("sequence")[:1]),
            submitted_at=Subquery(change.values("at")[:1]),
            submitter_id=Subquery(change.values("actor")[:1]),
            submitter=Subquery(change.values("actor__username")[:1]),
        )
        return rows

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:  # noqa: ARG002
        """Return the class of the list."""
        return QueueList

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Nobody adds here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Nobody deletes here."""
        return False

    def has_review_permission(self, request: HttpRequest) -> bool:
        """Decide on records of the type."""
        return request.user.has_perm(f"records.review_{self.opts.model_name}")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """See what one may see in the list of all records."""
        return self.records.has_view_permission(request, obj)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the queue under the names of all of them."""
        tabs = tabs_of(request, queue_address(self.model))
        more = {"title": f"Review of {self.opts.verbose_name_plural}", "tabs": tabs}
        return super().changelist_view(request, (extra_context or {}) | more)

    @admin.action(permissions=["review"], description="Publish …")
    def publish_selected(self, request: HttpRequest, records: models.QuerySet[Any]) -> HttpResponse:
        """Show what would come of publishing the selected records."""
        outcomes = rehearse(list(records[:MOST]), authorship_of(request, ""))
        filters = request.GET.urlencode()
        return self._bulk_page(request, outcomes, filters)

    def bulk_view(self, request: HttpRequest) -> HttpResponse:
        """Publish the records of which the page before said that they can be."""
        if not self.has_review_permission(request):
            raise PermissionDenied
        filters = request.GET.get("queue", "")
        if request.method != "POST":
            return HttpResponseRedirect(queue_address(self.model, filters))
        reason = LinesField().to_python(request.POST.get("reason")) or ""
        chosen = read_choices(self.model, request.POST.getlist("chosen"))
        outcomes = publish_each(chosen, authorship_of(request, reason))
        done = [each.record.public_id for each in outcomes if not each.problems]
        messages.success(request, f"{', '.join(done) or 'Nothing'}: published.")
        if len(done) == len(outcomes):
            return HttpResponseRedirect(queue_address(self.model, filters))
        return self._bulk_page(request, outcomes, filters, is_done=True)

    def _bulk_page(
        self,
        request: HttpRequest,
        outcomes: list[Outcome],
        filters: str,
        *,
        is_done: bool = False,
    ) -> HttpResponse:
        confirm = reverse(f"admin:records_{self.opts.model_name}_bulk")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Publish {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "passing": [each for each in outcomes if not each.problems],
            "failing": [each for each in outcomes if each.problems],
            "is_done": is_done,
            "queue": queue_address(self.model, filters),
            "confirm": f"{confirm}?{urlencode({'queue': filters})}",
        }
        return TemplateResponse(request, "records/admin/review/bulk.html", context)

    def next_address(self, request: HttpRequest, number: int, filters: str) -> str:
        """Return where the review goes on after a record: its successor, else the first one.

        When nothing is left, that is the queue, filtered as before.
        """
        asked = copy(request)
        asked.GET = QueryDict(filters)
        asked.method = "GET"
        rows = self.get_changelist_instance(asked).queryset.exclude(pk=number)
        done = submissions(self.model, number).values_list("sequence", flat=True).first()
        found = rows.filter(submission__gt=done or 0).first() or rows.first()
        if found is None:
            return queue_address(self.model, filters)
        return review_address(self.model, found.pk, filters)

    @admin.display(description="Id")
    def public_id(self, record: Record) -> str:
        """Show the public id."""
        return record.public_id

    @admin.display(description="Record")
    def record(self, record: Record) -> str:
        """Say which record it is."""
        return str(record)

    @admin.display(description="Submitted")
    def submitted(self, record: Any) -> datetime:
        """Show when it was submitted."""
        at: datetime = record.submitted_at
        return at

    @admin.display(description="By", empty_value="a command")
    def submitted_by(self, record: Any) -> str:
        """Show who submitted it."""
        name: str = record.submitter
        return name


def tabs_of(request: HttpRequest, current: str) -> list[tuple[str, str, bool]]:
    """Name the queues that a person may see, each with its address and whether it is shown."""
    queues: list[tuple[str, str, type[models.Model]]]
    queues = [(str(model._meta.verbose_name_plural).capitalize(), queue_address(model), model)
              for model in MODELS]  # fmt: skip
    queues.append(("Proposals to confirm", proposals_queue(), Reading))
    return [
        (title, address, address == current)
        for title, address, model in queues
        if request.user.has_perm(f"records.view_{model._meta.model_name}")
    ]


def submissions(model: type[Record], number: Any) -> "models.QuerySet[Change]":
    """Find the changes by which a record came to its review, the last one first."""
    ways = (ChangeAction.SUBMITTED, ChangeAction.CREATED)
    return (
        Change.objects.of(model.record_type, number).filter(action__in=ways).order_by("-revision")
    )


def queue_address(model: type[Record], filters: str = "") -> str:
    """Return the address of a queue, filtered as `submitter=3`."""
    address = reverse(f"admin:records_{model._meta.model_name}_queue")
    return f"{address}?{filters}" if filters else address


def review_address(model: type[Record], number: int, filters: str) -> str:
    """Return the page of a record that was opened from a queue with these filters.

    They begin with a question mark, because Django drops empty parameters from links in lists.
    """
    address = reverse(f"admin:records_{model._meta.model_name}_review", args=[number])
    return f"{address}?{urlencode({'queue': f'?{filters}'})}"
