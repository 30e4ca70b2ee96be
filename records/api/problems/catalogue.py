"""The catalogue of problems: every `code` of a problem document, and what to do about it.

A problem's `type` is the address of its entry on the page that is made from this catalogue.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

PAGE = "/problems/"


class ProblemCode(StrEnum):
    """What is wrong with a request as a whole. Codes are stable; clients act on them."""

    MALFORMED_REQUEST = "malformed_request"
    INVALID_QUERY = "invalid_query"
    VALIDATION_FAILED = "validation_failed"
    UNKNOWN_HOST = "unknown_host"
    UNAUTHENTICATED = "unauthenticated"
    PERMISSION_DENIED = "permission_denied"
    NOT_FOUND = "not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    NOT_ACCEPTABLE = "not_acceptable"
    IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused"
    OWN_WORK = "own_work"
    WRONG_REVIEW_STATUS = "wrong_review_status"
    MERGED = "merged"
    NOT_MERGED = "not_merged"
    SURVIVOR_NOT_PUBLIC = "survivor_not_public"
    CHANGED_SINCE = "changed_since"
    RETRACTED = "retracted"
    PRECONDITION_FAILED = "precondition_failed"
    CONTENT_TOO_LARGE = "content_too_large"
    URI_TOO_LONG = "uri_too_long"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    PRECONDITION_REQUIRED = "precondition_required"
    TOO_MANY_REQUESTS = "too_many_requests"
    SERVER_ERROR = "server_error"
    SERVICE_UNAVAILABLE = "service_unavailable"


@dataclass(frozen=True, slots=True)
class Problem:
    """One entry of the catalogue."""

    code: ProblemCode
    status: int
    title: str
    meaning: str
    fix: str

    @property
    def type(self) -> str:
        """Where the problem is explained: the `type` of RFC 9457."""
        return f"{PAGE}#{self.code}"


_ENTRIES = (
    Problem(
        ProblemCode.MALFORMED_REQUEST,
        400,
        "Malformed request",
        "The request cannot be read: its body is not the JSON that it says it is, or the request "
        "breaks the rules of HTTP.",
        "Correct what the detail names. A body is one JSON document in UTF-8.",
    ),
    Problem(
        ProblemCode.INVALID_QUERY,
        400,
        "Invalid query",
        "One or more query parameters are unknown or have a value that cannot be used. Nothing "
        "was answered, because a mistyped filter that is ignored would return other records.",
        "Each item of errors points at one parameter (“?name”) and says what is possible instead.",
    ),
    Problem(
        ProblemCode.VALIDATION_FAILED,
        400,
        "Validation failed",
        "The body is JSON, but what it says breaks a rule of the register. Nothing was stored.",
        "Each item of errors points at a value in the body by JSON Pointer, such as "
        "“/parties/0/role”, and says which rule it breaks. An empty pointer means the whole body.",
    ),
    Problem(
        ProblemCode.UNKNOWN_HOST,
        400,
        "Unknown host",
        "The host name of the request is not one that this server answers to.",
        "Use the address under which the register is published. Operators list their names in "
        "the setting ALLOWED_HOSTS.",
    ),
    Problem(
        ProblemCode.UNAUTHENTICATED,
        401,
        "Authentication required",
        "The address is not open to everybody, and the request proves no identity or a wrong one.",
        "Send valid credentials in the way that the header WWW-Authenticate names.",
    ),
    Problem(
        ProblemCode.PERMISSION_DENIED,
        403,
        "Permission denied",
        "The client, if it is known at all, may not do this.",
        "Sign in as somebody who may, or ask an administrator of the register for the permission.",
    ),
    Problem(
        ProblemCode.NOT_FOUND,
        404,
        "Not found",
        "There is nothing at this address, or nothing that is public.",
        "Check the address. Records have ids such as “AGR-12”; a collection lists those it holds.",
    ),
    Problem(
        ProblemCode.METHOD_NOT_ALLOWED,
        405,
        "Method not allowed",
        "The address exists, but not for this HTTP method.",
        "Use one of the methods that the header Allow lists.",
    ),
    Problem(
        ProblemCode.NOT_ACCEPTABLE,
        406,
        "Not acceptable",
        "The address cannot answer with any of the media types in the header Accept.",
        "Ask for application/json, or leave the header out.",
    ),
    Problem(
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        409,
        "Idempotency key reused",
        "The Idempotency-Key was sent before, within a day, with another request.",
        "Send a new key with a new request, and the same key only to repeat the same request.",
    ),
    Problem(
        ProblemCode.OWN_WORK,
        403,
        "A second person is needed",
        "Who entered, changed or submitted a record cannot publish it.",
        "Ask another reviewer.",
    ),
    Problem(
        ProblemCode.WRONG_REVIEW_STATUS,
        409,
        "Not possible in this state",
        "The step does not begin where the record stands: only a draft can be submitted, only "
        "what is in review can be published, returned or rejected, and only what is published "
        "can be retracted. Nothing was stored.",
        "Read the record again; its review status says which step is next.",
    ),
    Problem(
        ProblemCode.MERGED,
        409,
        "Merged",
        "The record was found to be another one, which answers for it. Nothing was stored.",
        "Change the record that the detail names.",
    ),
    Problem(
        ProblemCode.NOT_MERGED,
        409,
        "Not merged",
        "The record stands for itself, so there is no merge to undo.",
        "Read the record again.",
    ),
    Problem(
        ProblemCode.SURVIVOR_NOT_PUBLIC,
        409,
        "The survivor is not public",
        "A public record is merged into another public one only, because others cite it.",
        "Publish the record that is to stay, or merge it into the public one.",
    ),
    Problem(
        ProblemCode.CHANGED_SINCE,
        409,
        "Changed since the merge",
        "What the merge did to a record was changed again, so it cannot be taken back alone. "
        "Nothing was stored.",
        "Take back the later change that the detail names, then undo the merge.",
    ),
    Problem(
        ProblemCode.RETRACTED,
        410,
        "Retracted",
        "The record was public and has been withdrawn.",
        "The detail gives the reason. The header Link leads to the last version that was public.",
    ),
    Problem(
        ProblemCode.PRECONDITION_FAILED,
        412,
        "Precondition failed",
        "The record has been changed since the revision that If-Match names. Nothing was stored.",
        "Read the record again, apply the change to what it is now, and send its new ETag.",
    ),
    Problem(
        ProblemCode.CONTENT_TOO_LARGE,
        413,
        "Content too large",
        "The body is larger than the server takes.",
        "Split it into several requests.",
    ),
    Problem(
        ProblemCode.URI_TOO_LONG,
        414,
        "Address too long",
        "The query string has more than 8,192 bytes.",
        "Ask for less at once: split long lists of values into several requests.",
    ),
    Problem(
        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
        415,
        "Unsupported media type",
        "The body is in a format that this address does not read.",
        "Send JSON with the header “Content-Type: application/json”.",
    ),
    Problem(
        ProblemCode.PRECONDITION_REQUIRED,
        428,
        "Precondition required",
        "A change has to say which revision it is meant for. Nothing was stored.",
        "Read the record and send its ETag in the header If-Match.",
    ),
    Problem(
        ProblemCode.TOO_MANY_REQUESTS,
        429,
        "Too many requests",
        "The client has used up its requests for the current window of time.",
        "Wait for the seconds in the header Retry-After. Every answer says in RateLimit how many "
        "requests are left (r) and in how many seconds they are renewed (t).",
    ),
    Problem(
        ProblemCode.SERVER_ERROR,
        500,
        "Server error",
        "The server failed. The fault is ours, and it has been logged.",
        "Try again later. If it stays, report it with the request_id of the answer.",
    ),
    Problem(
        ProblemCode.SERVICE_UNAVAILABLE,
        503,
        "Service unavailable",
        "The server cannot work at the moment; errors says what is missing.",
        "Try again later. Operators find the reason in the log.",
    ),
)

PROBLEMS: Mapping[ProblemCode, Problem] = {entry.code: entry for entry in _ENTRIES}
