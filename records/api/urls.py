"""Addresses of the API, below `/api/v1/`."""

from rest_framework.routers import SimpleRouter

from records.api.views import RECORD_VIEWS

router = SimpleRouter()
for view in RECORD_VIEWS:
    router.register(view.resource.collection, view, basename=view.resource.collection)

urlpatterns = router.urls
