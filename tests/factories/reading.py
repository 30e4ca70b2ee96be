"""Readings of ingested claims."""

import factory
from factory.django import DjangoModelFactory

from records.enums import ClaimKind, Modality, ReviewStatus
from records.ingest.documents import to_document
from records.ingest.findings import Findings, KindFinding, ModalityFinding
from records.models import Reading
from tests.factories.claim import ClaimFactory

WHOLE = {"start": 0, "end": 9, "rule": "default", "confidence": 0.0}


class ReadingFactory(DjangoModelFactory):
    """The reading of a draft in which nothing but its kind and modality was found."""

    class Meta:
        model = Reading

    claim = factory.SubFactory(ClaimFactory, review_status=ReviewStatus.DRAFT)
    digest = factory.Sequence(lambda number: f"{number:064x}")
    text = factory.SelfAttribute("claim.text")
    findings = factory.LazyFunction(
        lambda: to_document(
            Findings(
                kind=KindFinding(kind=ClaimKind.OTHER, **WHOLE),
                modality=ModalityFinding(modality=Modality.REPORTED, **WHOLE),
            )
        )
    )
