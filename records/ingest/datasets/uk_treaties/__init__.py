"""Treaties of the United Kingdom, from the register of its foreign office."""

from records.ingest.datasets.uk_treaties.reading import read_uk_treaties
from records.ingest.datasets.uk_treaties.treaty import Treaty

__all__ = ["Treaty", "read_uk_treaties"]
