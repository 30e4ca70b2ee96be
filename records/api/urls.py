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

router = SimpleRouter()
for view in RECORD_VIEWS:
    router.register(view.resource.collection, view, basename=view.resource.collection)
router.register("changes", ChangeViewSet, basename="changes")
router.register("coverage", CoverageViewSet, basename="coverage")
router.register("categories", CategoryViewSet, basename="categories")
router.register("vocabularies", VocabularyViewSet, basename="vocabularies")

urlpatterns = [
    path("", RootViewSet.as_view({"get": "list"}), name="root"),
    path("ingest/", IngestViewSet.as_view({"post": "create"}), name="ingest"),
    *router.urls,
]
