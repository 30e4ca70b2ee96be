"""Rules over a record and those around it."""

import pytest
from django.core.exceptions import ValidationError

from records.enums import ReviewStatus
from records.validators.records import (
    validate_no_cycle,
    validate_review_status_change,
    validate_shown_are_not_merged,
    validate_shown_are_public,
)

PUBLIC = {ReviewStatus.PUBLISHED, ReviewStatus.RETRACTED}
STANDING = [status for status in ReviewStatus if status != ReviewStatus.MERGED]


def test_record_among_its_ancestors_is_a_cycle():
    with pytest.raises(ValidationError) as raised:
        validate_no_cycle(3, {1, 2, 3}, "parent")

    (error,) = raised.value.error_dict["parent"]
    assert error.code == "parent_cycle"


@pytest.mark.parametrize("ancestors", [set(), {1, 2}])
def test_record_under_others_is_no_cycle(ancestors):
    assert validate_no_cycle(3, ancestors, "parent") is None


@pytest.mark.parametrize("state", ReviewStatus)
def test_shown_record_is_public_when_it_is_or_was_published(state):
    shown = {"ORG-1": ReviewStatus.PUBLISHED, "ORG-2": state}
    if state in PUBLIC:
        assert validate_shown_are_public(shown) is None
        return

    with pytest.raises(ValidationError) as raised:
        validate_shown_are_public(shown)

    assert raised.value.code == "refers_to_unpublished"


def test_all_hidden_records_are_named():
    with pytest.raises(ValidationError) as raised:
        validate_shown_are_public({"SRC-2": "draft", "ORG-1": "published", "CLM-3": "in_review"})

    assert raised.value.messages == [
        "A published record points at published records only; publish CLM-3, SRC-2 first."
    ]


@pytest.mark.parametrize("before", ReviewStatus)
@pytest.mark.parametrize("after", ReviewStatus)
def test_public_record_stays_public(before, after):
    if before not in PUBLIC or after in PUBLIC | {ReviewStatus.MERGED}:
        assert validate_review_status_change(before, after) is None
        return

    with pytest.raises(ValidationError) as raised:
        validate_review_status_change(before, after)

    assert raised.value.code == "published_stays_public"


@pytest.mark.parametrize("state", STANDING)
def test_shown_record_that_stands_for_itself_is_fine(state):
    assert validate_shown_are_not_merged({"ORG-1": state}) is None


def test_all_merged_records_are_named():
    with pytest.raises(ValidationError) as raised:
        validate_shown_are_not_merged({"ORG-9": "merged", "ORG-1": "published", "CLM-3": "merged"})

    assert raised.value.code == "refers_to_merged"
    assert raised.value.messages == [
        "Merged into other records, which are to be named instead: CLM-3, ORG-9."
    ]
