"""Digests as drafts: each statement a claim with its citation, and a reading beside it.

A draft holds what is certain: the sentence verbatim, its language and its place in its source, and
of what was found in it only the kind and the modality that every claim must have. Everything else
stays a proposal in the claim's reading until a person decides on it.

`ingest` reads, compares and stores in batches, so that a long digest takes no more memory than a
short one, and all of it in one transaction. What stands in the register already is left alone: a
statement is known by its source and its text.
"""
