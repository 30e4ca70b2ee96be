"""Settings that every way of running Accord shares."""

from typing import Any

from config.settings.api import *  # noqa: F403 - a settings module is its names
from config.settings.database import with_defaults
from config.settings.environment import PROJECT_ROOT, env
from config.settings.unfold import *  # noqa: F403 - a settings module is its names

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"

INSTALLED_APPS = [
    # Before the admin, whose templates it replaces; the site is ours, not the one of its default.
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "config.desk.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "corsheaders",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "records",
]

MIDDLEWARE = [
    # First, so that every answer and every line of the log has a request id.
    "records.api.request_id.RequestIdMiddleware",
    # Next, so that every answer under /api/ carries its headers, redirects included.
    "records.api.cors.ApiCorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Around all that can answer with an error, so that every answer of the API says what is left.
    "records.api.middleware.ApiMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES: dict[str, dict[str, Any]] = {
    "default": with_defaults(
        env.db_url("DATABASE_URL", default=f"sqlite:///{PROJECT_ROOT / 'accord.sqlite3'}")
    ),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Shared by all processes, so that rate limits hold across them: a table of the database
# (`manage.py createcachetable`), or Redis (`CACHE_URL=redis://…`, with the package `redis`).
_cache: dict[str, Any] = env.cache_url("CACHE_URL", default="dbcache://accord_cache")
if _cache["BACKEND"] == "django.core.cache.backends.db.DatabaseCache":
    _cache["BACKEND"] = "records.api.limits.cache.CountingDatabaseCache"
    # One entry for each client and window; Django's 300 would forget clients while they count.
    _cache["OPTIONS"] = {"MAX_ENTRIES": 10_000, **_cache.get("OPTIONS", {})}
CACHES: dict[str, dict[str, Any]] = {"default": _cache}

LANGUAGE_CODE = "en"
USE_I18N = False
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"

AUTHENTICATION_BACKENDS = ["records.services.backend.AccountBackend"]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# A web address typed without a scheme means https. Django 6 has this as its only behaviour.
FORMS_URLFIELD_ASSUME_HTTPS = True

# To standard error, where systemd and containers look for it.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "records.api.request_id.RequestIdFilter"}},
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s"}
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["request_id"],
        }
    },
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    # Without handlers of its own, so that each line is written once, by the root.
    "loggers": {"django": {"handlers": [], "level": env.str("LOG_LEVEL", default="INFO")}},
}
