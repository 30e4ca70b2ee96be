"""Ladders and their sums, against what milestones and claims say by themselves."""
