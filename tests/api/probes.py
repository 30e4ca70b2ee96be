"""An API of tiny views that fail in every way, for tests of how failures are answered."""

import logging

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import include, path
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import AllowAny
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.response import Response
from rest_framework.views import APIView

from config.urls import handler400, handler403, handler404, handler500
from records.api.health import healthz, readyz
from records.api.problems.page import problems_page
from records.api.query_string import validated_query

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


class ApiProbe(APIView):
    """A view that anybody may call, authenticated by session only."""

    authentication_classes = [SessionAuthentication]
    permission_classes = [AllowAny]


class Echo(ApiProbe):
    """Says what it was asked."""

    def get(self, request):
        return Response({"query": dict(validated_query(request).lists())})

    def post(self, request):
        return Response({"body": request.data})


class CsvRenderer(BaseRenderer):
    media_type = "text/csv"
    format = "csv"

    def render(self, *_):
        return "a,b\n"


class Raise(ApiProbe):
    """Raises what a test has put here."""

    renderer_classes = [CsvRenderer, JSONRenderer]
    error: Exception

    def get(self, *_):
        raise type(self).error


def raise_outside_rest_framework(request):
    raise Raise.error


def log(request):
    logging.getLogger(__name__).warning("in the view")
    raise Http404


def page(request):
    return HttpResponse("a page")


def number(request, number):
    return JsonResponse({"number": number})


urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("problems/", problems_page),
    path(
        "api/v1/",
        include(
            [
                path("", Echo.as_view()),
                path("echoes/", Echo.as_view()),
                path("failures/", Raise.as_view()),
                path("plain-failures/", raise_outside_rest_framework),
                path("logs/", log),
                path("numbers/<int:number>/", number),
            ]
        ),
    ),
    path("page/", page),
    path("failing-page/", raise_outside_rest_framework),
]
