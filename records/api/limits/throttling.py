"""Refuses the requests of a client that has used up its quota."""

from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from records.api.limits.quotas import Quota, quota_of


class ClientThrottle(BaseThrottle):
    """Counts a request after authentication, so that it is known whose it is."""

    quota: Quota | None = None

    def allow_request(self, request: Request, view: object) -> bool:  # noqa: ARG002 DRF's signature
        """Tell whether the client has a request left."""
        self.quota = quota_of(request._request)
        return self.quota is None or not self.quota.exceeded

    def wait(self) -> float | None:
        """Return the seconds until the client gets new requests."""
        return self.quota.reset if self.quota else None
