"""Settings of the usual create: those of competitor (b), with REST framework's own tokens."""

from tests.benchmarks.usual_settings import *  # noqa: F403 - a settings module is its names
from tests.benchmarks.usual_settings import INSTALLED_APPS, REST_FRAMEWORK

ROOT_URLCONF = "tests.benchmarks.usual_create"
INSTALLED_APPS = [*INSTALLED_APPS, "rest_framework.authtoken"]
REST_FRAMEWORK = REST_FRAMEWORK | {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
}
