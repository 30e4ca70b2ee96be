"""Settings of the REST API, its schema, and who may call it from a browser."""

from typing import Any

from config.settings.environment import env

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_SCHEMA_CLASS": "records.api.schema.inspector.OperationSchema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    # The first says in WWW-Authenticate how to authenticate.
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "records.api.authentication.TokenAuthentication",
        "records.api.authentication.SessionAuthentication",
    ],
    # Everybody reads; the views show drafts to those who may see them.
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "EXCEPTION_HANDLER": "records.api.problems.handlers.handle_exception",
    "DEFAULT_THROTTLE_CLASSES": ["records.api.limits.throttling.ClientThrottle"],
    # `records.api.formats.negotiation` reads the parameter `format` where there is a choice.
    "URL_FORMAT_OVERRIDE": None,
    # How many proxies stand in front: a client's address is read from X-Forwarded-For only as far
    # as they wrote it. With 0 the header is ignored, so that nobody can forge an address.
    "NUM_PROXIES": env.int("NUM_PROXIES", default=0),
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}

# Requests of one address, and of one user, in a fixed window; empty for no limit.
RATE_LIMIT_ANON = env.str("RATE_LIMIT_ANON", default="600/min")
RATE_LIMIT_USER = env.str("RATE_LIMIT_USER", default="3000/min")

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Accord API",
    "VERSION": "1",
    "DESCRIPTION": (
        "An open register of defense cooperation: agreements, organizations, weapon systems, and "
        "the sourced claims behind every fact."
    ),
    "OAS_VERSION": "3.1.1",
    "LICENSE": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
    "TAGS": [
        {"name": "agreements", "description": "Instruments, with parties in roles and items."},
        {"name": "organizations", "description": "Actors; states among them."},
        {"name": "weapon-systems", "description": "Named types and families."},
        {"name": "claims", "description": "Sourced statements, verbatim, with their figures."},
        {"name": "sources", "description": "Publications that claims cite."},
        {"name": "coverage", "description": "What claims do not bear out yet."},
        {"name": "ladder", "description": "How far agreements have come, and what waits."},
        {"name": "promises", "description": "What was promised, and what became of it."},
        {"name": "network", "description": "Who meets whom in agreements and claims."},
        {"name": "categories", "description": "The tree of weapon categories and its crosswalk."},
        {"name": "vocabularies", "description": "Every code, with its label and definition."},
        {"name": "search", "description": "Records of all types by words and by names."},
        {"name": "root", "description": "Where everything is."},
    ],
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "records.api.schema.hooks.complete",
    ],
    # Components of vocabularies keep their names however many fields use them.
    "ENUM_NAME_OVERRIDES": {
        name: f"records.enums.{name}"
        for name in (
            "Activity",
            "AgreementAreaCode",
            "AgreementKind",
            "AgreementRelationKind",
            "AgreementStatus",
            "ChangeAction",
            "Channel",
            "ClaimKind",
            "ClaimRelationKind",
            "ConflictBasis",
            "ConflictCertainty",
            "Credibility",
            "DateBasis",
            "DerivedNullReason",
            "DevelopmentStatus",
            "DueBasis",
            "DuplicateDecision",
            "DuplicateReason",
            "EvidenceStance",
            "EvidenceState",
            "IdentifierScheme",
            "LadderState",
            "LatenessGap",
            "MappingMatch",
            "MeasureMode",
            "Metric",
            "MilestoneKind",
            "Modality",
            "NameKind",
            "OrganizationKind",
            "Outcome",
            "OutcomeBasis",
            "OutcomeDoubt",
            "Overdue",
            "PartyRole",
            "PeriodGrain",
            "Qualifier",
            "Reliability",
            "ReviewStatus",
            "Rung",
            "RungBasis",
            "RungReached",
            "Scheme",
            "SearchMatch",
            "SourceKind",
            "Superlative",
            "TemporalMode",
            "Unresolved",
        )
    },
    "SCHEMA_PATH_PREFIX": "/api/v1",
    # The documentation pages come from this server, so they work without any network.
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# Any page may read the API, never with the visitor's own rights. Pages of the origins named here,
# such as https://editor.example.org, may send a token and write (see `records/api/cors.py`).
CORS_ALLOWED_ORIGINS = env.list("CORS_ALLOWED_ORIGINS", default=[])
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_CREDENTIALS = False
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "accept-language", "content-type", "if-none-match", "x-request-id"]
CORS_EXPOSE_HEADERS = [
    "Content-Disposition",
    "ETag",
    "Idempotency-Replayed",
    "Link",
    "Location",
    "RateLimit",
    "RateLimit-Policy",
    "Repr-Digest",
    "Retry-After",
    "WWW-Authenticate",
    "X-Request-ID",
]
CORS_URLS_REGEX = r"^/api/"
