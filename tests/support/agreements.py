"""Agreements of given parties."""

from tests.factories import AgreementFactory, AgreementPartyFactory


def agreed(*parties, **columns):
    """Store a published agreement of (organization, role), in this order."""
    return AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=organization, role=role)
                 for organization, role in parties],
        **columns,
    )  # fmt: skip
