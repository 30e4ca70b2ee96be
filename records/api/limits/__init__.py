"""Limits on how often a client may ask, held across processes."""
