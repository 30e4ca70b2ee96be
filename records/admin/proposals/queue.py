"""Claims whose proposals nobody has decided on yet, the oldest first."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from unfold.views import ChangeList

from records.admin.paging import InfinitePaginator
from records.admin.plain import ShownAdmin
from records.admin.proposals.addresses import proposals_address, queue_address, waiting
from records.admin.proposals.ingesting import Ingesting
from records.admin.review_queue import tabs_of
from records.ingest.documents import from_document
from records.models import Reading

if TYPE_CHECKING:
    from django.contrib.admin.views.main import ChangeList as DjangoChangeList

    PlainChangeList = DjangoChangeList
else:
    PlainChangeList = object

_LISTS = ("countries", "organizations", "weapon_systems", "categories", "measures", "dates",
          "subjects")  # fmt: skip
_SINGLE = ("kind", "modality", "speaker", "agreement")


class ProposalList(ChangeList, PlainChangeList):
    """The rows of the queue, which lead to the pages on which proposals are decided on."""

    def url_for_result(self, result: Any) -> str:
        """Return the page of a claim's proposals."""
        return proposals_address(result.claim_id)


@admin.register(Reading)
class ReadingAdmin(Ingesting, ShownAdmin):
    """The queue."""

    paginator = InfinitePaginator
    list_per_page = 50
    show_full_result_count = False
    list_display = ("public_id", "sentence", "proposals", "published", "read")
    list_display_links = ("public_id", "sentence")
    sortable_by = ()
    ordering = ("claim_id",)
    change_list_template = "records/admin/proposals/queue.html"

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:  # noqa: ARG002
        """Read what waits, with its claims."""
        return (
            waiting()
            .select_related("claim")
            .defer("claim__document", "text", "decisions", "labels")
        )

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:  # noqa: ARG002
        """Return the class of the list."""
        return ProposalList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Say how many wait."""
        more = {
            "title": "Proposals to confirm",
            "waiting": waiting().count(),
            "tabs": tabs_of(request, queue_address()),
        }
        return super().changelist_view(request, (extra_context or {}) | more)

    @admin.display(description="Id")
    def public_id(self, reading: Reading) -> str:
        """Show the claim's id."""
        return reading.claim.public_id

    @admin.display(description="Sentence")
    def sentence(self, reading: Reading) -> str:
        """Begin the text."""
        return str(reading.claim)

    @admin.display(description="Proposals")
    def proposals(self, reading: Reading) -> int:
        """Count what is to be decided on."""
        found = from_document(reading.findings)
        lists = sum(len(getattr(found, name)) for name in _LISTS)
        single = sum(getattr(found, name) is not None for name in _SINGLE)
        return lists + single + (reading.earlier_id is not None)

    @admin.display(description="Read")
    def read(self, reading: Reading) -> datetime:
        """Show when it was ingested."""
        return reading.read_at
