"""Promises and their sums, against what each claim says by itself."""
