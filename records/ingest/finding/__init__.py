"""Finds what a sentence says, by rules of general grammar and lists of names."""

from records.ingest.finding.reader import read_sentence

__all__ = ["read_sentence"]
