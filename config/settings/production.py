"""Settings of a public server. Everything particular to it comes from the environment."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403 - a settings module is its names
from config.settings.environment import PROJECT_ROOT, env

DEBUG = False

SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])

_missing = []
if not SECRET_KEY:
    _missing.append(
        "Set the environment variable SECRET_KEY to a long random text and keep it secret. "
        "This makes one: python -c 'import secrets; print(secrets.token_urlsafe(64))'"
    )
if not ALLOWED_HOSTS:
    _missing.append(
        "Set the environment variable ALLOWED_HOSTS to the host names that this server answers to, "
        "with commas between them, for example: ALLOWED_HOSTS=accord.example.org"
    )
if _missing:
    raise ImproperlyConfigured("\n".join(_missing))

# HTTPS only, and browsers remember that for a year.
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
# A load balancer asks inside the network, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Behind a proxy that ends TLS, name the header by which it says so, and the value it then has:
# SECURE_PROXY_SSL_HEADER=X-Forwarded-Proto,https. Only where the proxy always overwrites that
# header, or any client can pretend to have come over HTTPS.
_proxy_header = env.list("SECURE_PROXY_SSL_HEADER", default=[])
if _proxy_header:
    try:
        _name, _value = _proxy_header
    except ValueError:
        raise ImproperlyConfigured(
            "The environment variable SECURE_PROXY_SSL_HEADER must be a header and its value with "
            "a comma between them, for example: SECURE_PROXY_SSL_HEADER=X-Forwarded-Proto,https"
        ) from None
    _name = _name.strip().upper().replace("-", "_").removeprefix("HTTP_")
    SECURE_PROXY_SSL_HEADER = (f"HTTP_{_name}", _value.strip())

# Files get a hash in their name (`manage.py collectstatic`) and may be cached for ever.
STATIC_ROOT = env.str("STATIC_ROOT", default=str(PROJECT_ROOT / "static-root"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
