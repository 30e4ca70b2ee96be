"""Every address that the site answers."""

from django.contrib import admin
from django.urls import include, path
from drf_spectacular.views import SpectacularRedocView, SpectacularSwaggerView

from records.api.health import healthz, readyz
from records.api.problems.page import problems_page
from records.api.views.schema import schema
from records.pages.front import front

urlpatterns = [
    path("", front, name="front"),
    path("api/v1/schema/", schema, name="schema"),
    path("api/v1/", include("records.api.urls")),
    path("api/docs/", SpectacularSwaggerView.as_view(url_name="schema"), name="docs"),
    path(
        "api/redoc/",
        SpectacularRedocView.as_view(url_name="schema", template_name="records/redoc.html"),
        name="reference",
    ),
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("readyz", readyz),
    path("problems/", problems_page),
]

handler400 = "records.api.problems.handlers.bad_request"
handler403 = "records.api.problems.handlers.permission_denied"
handler404 = "records.api.problems.handlers.page_not_found"
handler500 = "records.api.problems.handlers.server_error"
