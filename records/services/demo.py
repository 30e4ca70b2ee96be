"""The demonstration data: one real news digest, curated by hand."""

from records.services.loading.loader import Loaded, load_folder
from records.services.reference import FIXTURES

DEMO = FIXTURES / "demo"


def load_demo() -> Loaded:
    """Load the curated digest; needs the reference data. Raises LoadError."""
    return load_folder(DEMO)
