"""Figures with their units, as they are reported."""
