"""Proposals at the desk: what ingest found in a sentence, confirmed by a person."""
