"""How alike two statements are, and by which words those that are alike are found."""

from records.ingest.matching.rarity import Rarity
from records.ingest.matching.similarity import similarity

__all__ = ["Rarity", "similarity"]
