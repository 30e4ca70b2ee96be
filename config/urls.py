"""Every address that the site answers."""

from django.contrib import admin
from django.urls import path

from records.api.health import healthz, readyz
from records.api.problem_page import problems_page

urlpatterns = [
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("readyz", readyz),
    path("problems/", problems_page),
]

handler400 = "records.api.handlers.bad_request"
handler403 = "records.api.handlers.permission_denied"
handler404 = "records.api.handlers.page_not_found"
handler500 = "records.api.handlers.server_error"
