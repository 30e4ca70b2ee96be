"""The front page: what the register is, what it holds, and where to go from here."""

from dataclasses import dataclass
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from records.models import Agreement, Claim, Organization, Record, Source, WeaponSystem
from records.pages.pictures import pictures
from records.representations.links import API_ROOT, COLLECTIONS

LATEST = 5


@dataclass(frozen=True, slots=True)
class Holding:
    """How many public records of a type there are, and where they are listed."""

    name: str
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question in plain words and the request that answers it."""

    words: str
    collection: str
    query: str

    @property
    def path(self) -> str:
        """Path of the request."""
        return f"{API_ROOT}/{self.collection}/?{quote(self.query, safe='=&,')}"


QUESTIONS = (
    Question("Which agreements does the United Kingdom pay for?", "agreements", "funder=GB"),
    Question("What is being repaired or built in Ukraine?", "agreements", "host=UA"),
    Question("What did Oleksandr Kamyshyn say?", "claims", "speaker=Kamyshyn"),
    Question("What is planned, and what is only possible?", "claims", "modality=plan,possibility"),
    Question("Which figures are given for drones?", "claims", "measure_object=uas"),
)


@require_safe
@cache_control(public=True, max_age=60)
def front(request: HttpRequest) -> HttpResponse:
    """Show the front page."""
    latest = Claim.objects.published().order_by("-occurred_sort", "-id")[:LATEST]
    holdings = [_holding(model) for model in (Agreement, Organization, WeaponSystem, Claim, Source)]
    context = {
        "holdings": holdings,
        "pictures": pictures() if holdings[0].count else [],
        "questions": QUESTIONS,
        "latest": latest.defer("document").select_related("said_by"),
    }  # fmt: skip
    return render(request, "records/front.html", context)


def _holding(model: type[Record]) -> Holding:
    return Holding(
        name=str(model._meta.verbose_name_plural),
        count=model.objects.published().count(),
        path=f"{API_ROOT}/{COLLECTIONS[model.record_type]}/",
    )
