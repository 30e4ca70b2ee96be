"""How the editors' desk looks and where it leads. See the documentation of django-unfold."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

# Where a login leads that began at the login page itself.
LOGIN_REDIRECT_URL = "admin:index"

# Dates and times in place of the language's own.
FORMAT_MODULE_PATH = "config.formats"

# A claim with forty measures posts more fields than Django's 1000; the size in bytes stays limited.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000


def _may_view(app: str, model: str) -> Callable[[HttpRequest], bool]:
    return lambda request: request.user.has_perm(f"{app}.view_{model}")


def _page(name: str) -> Callable[[HttpRequest], str]:
    return lambda _request: reverse(f"admin:{name}")


def _link(title: str, icon: str, app: str, model: str) -> dict[str, Any]:
    return {
        "title": title,
        "icon": icon,
        "link": _page(f"{app}_{model}_changelist"),
        "permission": _may_view(app, model),
    }


UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "Accord",
    "SITE_HEADER": "Accord",
    "SITE_SUBHEADER": "Defense cooperation",
    "SITE_SYMBOL": "handshake",
    "SITE_URL": "/",
    "SITE_FAVICONS": [
        {
            "rel": "icon",
            "type": "image/svg+xml",
            "href": lambda _request: static("records/icon.svg"),
        }
    ],
    "SHOW_BACK_BUTTON": True,
    "DASHBOARD_CALLBACK": "records.admin.dashboard.dashboard",
    "STYLES": ["records.admin.site.stylesheet"],
    "SCRIPTS": ["records.admin.site.script"],
    "SIDEBAR": {
        "navigation": [
            {
                "items": [
                    {"title": "Dashboard", "icon": "dashboard", "link": _page("index")},
                    {
                        "title": "Review",
                        "icon": "fact_check",
                        "link": _page("records_claim_queue"),
                        "permission": _may_view("records", "claim"),
                    },
                    _link("Proposals", "rule", "records", "reading"),
                ]
            },
            {
                "title": "Records",
                "separator": True,
                "items": [
                    _link("Claims", "format_quote", "records", "claim"),
                    _link("Agreements", "handshake", "records", "agreement"),
                    _link("Organizations", "account_balance", "records", "organization"),
                    _link("Weapon systems", "precision_manufacturing", "records", "weaponsystem"),
                    _link("Sources", "newspaper", "records", "source"),
                ],
            },
            {
                "title": "Duplicates",
                "separator": True,
                "items": [
                    _link("Candidates", "join_inner", "records", "candidate"),
                    _link("Merges", "merge", "records", "merge"),
                ],
            },
            {
                "title": "Reference",
                "separator": True,
                "items": [_link("Categories", "category", "records", "category")],
            },
            {
                "title": "Access",
                "separator": True,
                "items": [
                    _link("Users", "person", "auth", "user"),
                    _link("Groups", "group", "auth", "group"),
                    _link("API tokens", "key", "records", "apitoken"),
                ],
            },
        ]
    },
}
