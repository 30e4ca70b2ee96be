"""The one app of the register."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Agreements, organizations, weapon systems, claims and their sources."""

    name = "records"
    verbose_name = "Register"
