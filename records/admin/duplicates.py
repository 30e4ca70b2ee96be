"""Records that may be one: a list of pairs, and a page to decide on each."""

from textwrap import shorten
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models import Case, OuterRef, Subquery, When
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from records.admin.authorship import authorship_of
from records.admin.labels import label
from records.admin.merge_shown import pair_of
from records.admin.paging import InfinitePaginator
from records.admin.plain import ShownAdmin
from records.enums import DuplicateDecision, DuplicateReason
from records.models import Candidate, Record
from records.models.relations import models_by_type
from records.representations.history import NAMES
from records.services.duplicates.deciding import decide
from records.services.errors import NotPermittedError
from records.values.public_ids import RecordType

NAME_LENGTH = 80


@admin.register(Candidate)
class CandidateAdmin(ShownAdmin):
    """Pairs of records that may be one, the likeliest first."""

    list_display = ("pair", "score", "why", "decision", "decided_by")
    list_display_links = ("pair",)
    list_filter = ("record_type", ("decision", admin.EmptyFieldListFilter), "decision")
    list_filter_submit = True
    list_select_related = ("decided_by",)
    list_per_page = 50
    paginator = InfinitePaginator
    show_full_result_count = False
    ordering = ("-score", "id")
    actions = None

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Candidate]:
        """Leave out pairs of which a record is merged; read both names along."""
        del request
        names = {f"{place}_name": _name_of(place) for place in ("first", "second")}
        return Candidate.objects.standing().annotate(**names)

    @admin.display(description="Records")
    def pair(self, candidate: Any) -> str:
        """Name both, with their ids."""
        names = (candidate.first_name, candidate.second_name)
        return " — ".join(
            f"{shorten(name or '', NAME_LENGTH, placeholder='…')} ({public_id})"
            for name, public_id in zip(names, candidate.public_ids, strict=True)
        )

    @admin.display(description="Why")
    def why(self, candidate: Candidate) -> str:
        """Say the reasons."""
        return ", ".join(reasons_of(candidate))

    def change_view(self, request: HttpRequest, object_id: str, *args: Any) -> HttpResponse:
        """Show both records, or keep a decision and go on to the next pair."""
        del args
        if not self.has_view_permission(request):
            raise PermissionDenied
        number = int(object_id) if object_id.isdecimal() else 0
        candidate = Candidate.objects.filter(pk=number).first()
        if candidate is None:
            raise Http404
        problems: list[str] = []
        if request.method == "POST":
            try:
                self._decide(request, candidate)
            except ValidationError as error:
                problems = error.messages
            except NotPermittedError as error:
                raise PermissionDenied(str(error)) from error
            else:
                return HttpResponseRedirect(_next_address(candidate))
        return self._page(request, candidate, problems)

    def _decide(self, request: HttpRequest, candidate: Candidate) -> None:
        reason, decision = request.POST.get("reason", ""), request.POST.get("decision", "")
        decide(candidate=candidate, decision=decision, authorship=authorship_of(request, reason))
        told = candidate.get_decision_display().lower() if decision else "open again"
        messages.success(request, f"{' and '.join(candidate.public_ids)}: {told}.")

    def _page(
        self, request: HttpRequest, candidate: Candidate, problems: list[str]
    ) -> HttpResponse:
        model = models_by_type()[RecordType(candidate.record_type)]
        records: dict[int, Record] = model.objects.defer("document").in_bulk(
            [candidate.first, candidate.second]
        )
        if len(records) < 2:  # noqa: PLR2004 a draft can be deleted
            raise Http404
        first, second = records[candidate.first], records[candidate.second]
        context = {
            **self.admin_site.each_context(request),
            "title": "May these two be one?",
            "opts": self.opts,
            "candidate": candidate,
            "names": [label(record) for record in (first, second)],
            "facts": pair_of(first, second),
            "reasons": reasons_of(candidate),
            "decisions": DuplicateDecision.choices,
            "may_decide": request.user.has_perm(f"records.merge_{model._meta.model_name}"),
            "merging": reverse("admin:records_merge_new"),
            "problems": problems,
        }
        return TemplateResponse(request, "records/admin/merge/candidate.html", context)


def _name_of(place: str) -> Case:
    """Build the name of the record whose number stands in a column of the pair."""
    return Case(
        *(
            When(
                record_type=model.record_type,
                then=Subquery(model.objects.filter(pk=OuterRef(place)).values(column)[:1]),
            )
            for model, column in NAMES.items()
        ),
        output_field=models.TextField(),
    )


def reasons_of(candidate: Candidate) -> list[str]:
    """Say the reasons in words."""
    return [DuplicateReason(each).label.lower() for each in candidate.reasons]


def _next_address(candidate: Candidate) -> str:
    """Lead to the likeliest pair of the type that is open; to the list when there is none."""
    waiting = Candidate.objects.of(RecordType(candidate.record_type)).undecided().standing()
    following = waiting.exclude(pk=candidate.pk).likeliest_first().first()
    if following is None:
        return reverse("admin:records_candidate_changelist")
    return reverse("admin:records_candidate_change", args=[following.pk])
