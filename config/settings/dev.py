"""Settings to try Accord on one machine: `manage.py demo`, `manage.py runserver`."""

from config.settings.base import *  # noqa: F403 - a settings module is its names
from config.settings.environment import env

# Off by default, so that what one tries behaves as it will in production; `DEBUG=1` shows Django's
# error pages.
DEBUG = env.bool("DEBUG", default=False)

# Known to everybody and therefore worthless: it protects nothing but a server on one's own machine.
SECRET_KEY = env.str("SECRET_KEY", default="accord-development-only-never-use-this-in-production")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

# Static files come straight from the packages; nothing has to be collected first.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
