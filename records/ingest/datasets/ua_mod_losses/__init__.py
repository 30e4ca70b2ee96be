"""The daily counts of Russian losses by the General Staff of the Armed Forces of Ukraine."""

from records.ingest.datasets.ua_mod_losses.reading import read_ua_mod_losses

__all__ = ["read_ua_mod_losses"]
