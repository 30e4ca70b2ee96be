"""Settings of the test suite; `tests/support/database.py` chooses the database before them."""

from config.settings.base import *  # noqa: F403 - a settings module is its names
from config.settings.base import DATABASES
from config.settings.database import SQLITE

DEBUG = False
SECRET_KEY = "accord-tests-only"  # noqa: S105 - signs nothing outside a test run
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1", "[::1]"]

# A file rather than memory: write-ahead log, locks and several connections behave as they will
# in production.
if DATABASES["default"]["ENGINE"] == SQLITE:
    DATABASES["default"]["TEST"] = {"NAME": f"{DATABASES['default']['NAME']}-test"}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Tests of the limits turn them on.
RATE_LIMIT_ANON = RATE_LIMIT_USER = ""

# Hashing passwords well is slow on purpose.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Look for static files when asked rather than scan all packages for every test client.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
