"""Keeps the pairs of records that may be one, and the decisions about them."""
