"""Merges records that were found to be one, and undoes it."""

from records.services.merging.merging import merge_records
from records.services.merging.planning import Plan, preview_merge
from records.services.merging.unmerging import unmerge

__all__ = ["Plan", "merge_records", "preview_merge", "unmerge"]
