"""Addresses of the API, below `/api/v1/`."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from records.api.views import (
    RECORD_VIEWS,
    CategoryViewSet,
    ChangeViewSet,
    CoverageViewSet,
    IngestViewSet,
    RootViewSet,
    VocabularyViewSet,
)
from records.api.views.research.autocomplete import AutocompleteViewSet
from records.api.views.research.conflicts import ConflictViewSet
from records.api.views.research.groups import ClaimGroupsViewSet
from records.api.views.research.ladder import LadderViewSet
from records.api.views.research.ladder_summary import LadderSummaryViewSet
from records.api.views.research.network import NetworkViewSet
from records.api.views.research.promise_summary import PromiseSummaryViewSet
from records.api.views.research.promises import PromiseViewSet
from records.api.views.research.roles import RoleMatrixViewSet
from records.api.views.research.search import SearchViewSet
from records.api.views.research.series import SeriesViewSet

router = SimpleRouter()
for view in RECORD_VIEWS:
    router.register(view.resource.collection, view, basename=view.resource.collection)
router.register("changes", ChangeViewSet, basename="changes")
router.register("coverage", CoverageViewSet, basename="coverage")
router.register("categories", CategoryViewSet, basename="categories")
router.register("vocabularies", VocabularyViewSet, basename="vocabularies")

RESEARCH = {
    "agreements/roles/": RoleMatrixViewSet,
    "claims/groups/": ClaimGroupsViewSet,
    "ladder/": LadderViewSet,
    "ladder/summary/": LadderSummaryViewSet,
    "network/": NetworkViewSet,
    "promises/": PromiseViewSet,
    "promises/summary/": PromiseSummaryViewSet,
    "measures/series/": SeriesViewSet,
    "search/": SearchViewSet,
    "autocomplete/": AutocompleteViewSet,
    "conflicts/": ConflictViewSet,
}
"""Questions over many records, by address; they go before the records of a collection."""

urlpatterns = [
    path("", RootViewSet.as_view({"get": "list"}), name="root"),
    *(path(address, view.as_view({"get": "list"})) for address, view in RESEARCH.items()),
    path("ingest/", IngestViewSet.as_view({"post": "create"}), name="ingest"),
    *router.urls,
]
