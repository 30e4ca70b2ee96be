"""The editors' desk: Django's admin as an application, with Unfold's site in place of its own."""

from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, path
from unfold.sites import UnfoldAdminSite


class DeskSite(UnfoldAdminSite):
    """Unfold's site with the search for related records that is ours."""

    index_title = "Dashboard"
    index_template = "records/admin/index.html"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Add the page that reads dates."""
        return [path("date/", self.admin_view(self.date_view), name="date"), *super().get_urls()]

    def date_view(self, request: HttpRequest) -> HttpResponseBase:
        """Tell how a date is understood, while it is typed."""
        from records.admin.dates import read_date

        return read_date(request)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the search fields of the forms."""
        # Importing the package registers its models here, for which the site has to be ready.
        from records.admin.results import LabelledResults

        return LabelledResults.as_view(admin_site=self)(request)


class DeskConfig(AdminConfig):
    """Django's admin with our site."""

    default_site = "config.desk.DeskSite"
