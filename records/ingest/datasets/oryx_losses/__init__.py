"""Losses that Oryx documents by pictures, counted day by day."""

from records.ingest.datasets.oryx_losses.reading import read_oryx_losses

__all__ = ["read_oryx_losses"]
