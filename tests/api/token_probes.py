"""The real API with one address more, which checks writes and does nothing else."""

from django.urls import path
from rest_framework.response import Response
from rest_framework.views import APIView

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as real
from records.api.permissions import check_may_write, may_write
from records.models import Claim

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


class Write(APIView):
    """POST asks whether claims may be created, PATCH whether they may be changed."""

    def post(self, request):
        return self._checked(request, "add")

    def patch(self, request):
        return self._checked(request, "change")

    def _checked(self, request, action):
        allowed = may_write(request, Claim, action)
        check_may_write(request, Claim, action)
        return Response({"allowed": allowed})


urlpatterns = [path("api/v1/probes/", Write.as_view()), *real]
