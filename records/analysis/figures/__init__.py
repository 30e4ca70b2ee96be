"""Figures that published claims report, and when two of them are about the same thing."""
