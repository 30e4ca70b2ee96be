"""The page that explains every problem: where the `type` of a problem document leads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from records.api.problems.catalogue import PROBLEMS


@require_safe
def problems_page(request: HttpRequest) -> HttpResponse:
    """Show the catalogue, one anchor for each code."""
    return render(request, "records/problems.html", {"problems": PROBLEMS.values()})
