"""What clients are told about bad values."""

import pytest

from records.models import Agreement, Claim, Organization
from tests.api.filters.support import refusals, refused
from tests.factories import CategoryFactory


def test_all_that_is_wrong_is_told_at_once():
    found = refused(
        Claim,
        "kind=intend,aid,helpp&organization=x&occurred_after=2024&occurred_after=2025"
        "&measure_value_min=ten&language!=",
    )
    assert found == [
        ("?kind", "invalid_choice"),
        ("?kind", "invalid_choice"),
        ("?organization", "invalid_id"),
        ("?occurred_after", "repeated_parameter"),
        ("?measure_value_min", "invalid_number"),
        ("?language!", "empty_value"),
    ]


@pytest.mark.parametrize(
    ("model", "query", "detail"),
    [
        (
            Claim,
            "kind=intend",
            "'intend' is not an accepted value. Nearest: intent.",
        ),
        (
            Claim,
            "credibility=A",
            "'A' is not an accepted value. Accepted: 1, 2, 3, 4, 5, 6.",
        ),
        (
            Organization,
            "id=ORG-01",
            (
                "'ORG-01' is not a public id: write one such as 'ORG-12', with a capital prefix, a "
                "hyphen and a number without leading zeros."
            ),
        ),
        (
            Organization,
            "id=CLM-1",
            "'CLM-1' names another type of record: an id such as 'ORG-12' is expected here.",
        ),
        (
            Agreement,
            "funder=bae",
            (
                "'bae' is neither an organization id such as ORG-12 nor an ISO 3166-1 alpha-2 "
                "country code such as UA."
            ),
        ),
        (
            Agreement,
            "funder=gb",
            "'gb' is not an ISO 3166-1 alpha-2 country code. Write GB.",
        ),
        (
            Agreement,
            "between=GB",
            "It takes at least 2 different values; give more.",
        ),
        (
            Agreement,
            "value_min=1",
            "Amounts in different currencies cannot be compared; add one currency=EUR or another.",
        ),
        (
            Agreement,
            "signed_after=2024-04&signed_before=2024-01",
            (
                "signed_after begins at 2024-04-01, beyond the end of signed_before, 2024-01-31; "
                "exchange them."
            ),
        ),
        (
            Organization,
            "updated_after=" + "9" * 60,
            (
                f"'{'9' * 40}' (cut, 60 characters) is not an ISO 8601 time or day. Write "
                "2025-04-04T12:30:00Z or 2025-04-04, and %2B for the plus sign of an offset."
            ),
        ),
    ],
)
def test_error_names_the_value_and_the_fix(model, query, detail):
    (item,) = refusals(model, query)
    assert item.detail == detail


@pytest.mark.django_db
def test_unknown_category_is_told_with_the_nearest():
    CategoryFactory(code="artillery.towed")
    (item,) = refusals(Claim, "category=artilery.towed")
    assert item.detail == "'artilery.towed' is not an accepted value. Nearest: artillery.towed."
