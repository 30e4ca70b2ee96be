"""Merges records in one line."""

from records.enums import Channel
from records.services.authorship import Authorship
from records.services.merging import merge_records
from tests.factories import UserFactory
from tests.support.writing import AUTHORSHIP


def merge(survivor, merged, choices=None, **kwargs):
    made, _ = merge_records(
        survivor=survivor, merged=merged, choices=choices or {},
        **({"authorship": AUTHORSHIP} | kwargs),
    )  # fmt: skip
    return made


def by(role):
    return Authorship(actor=UserFactory(role=role), channel=Channel.API, reason="The same.")


def codes(error):
    return {path: [each.code for each in found] for path, found in error.error_dict.items()}
