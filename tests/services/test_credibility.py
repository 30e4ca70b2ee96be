"""Grade 1 is given to what independent sources confirm, and to nothing else."""

import pytest
from django.core.exceptions import ValidationError

from records.enums import ReviewStatus
from records.models import Claim, ClaimRelation, Source
from records.services.merging import merge_records
from records.services.review import publish, retract
from tests.factories import CitationFactory, ClaimFactory, ClaimRelationFactory, SourceFactory
from tests.support.writing import AUTHORSHIP, store

pytestmark = pytest.mark.django_db

UNCONFIRMED = {"credibility": ["credibility_unconfirmed"]}


def claim(*groups, links=(), kind="corroborates", **columns):
    """Make a claim that cites a source of each group and corroborates others."""
    return ClaimFactory(
        citations=[CitationFactory.build(source=SourceFactory(origin_group=group))
                   for group in groups],
        relations=[ClaimRelationFactory.build(kind=kind, other=other) for other in links],
        **columns,
    )  # fmt: skip


def refusal(write):
    with pytest.raises(ValidationError) as raised:
        write()
    return {path: [each.code for each in found] for path, found in raised.value.error_dict.items()}


def regraded(record, credibility="1"):
    fresh = Claim.objects.get(pk=record.pk)
    fresh.credibility = credibility
    return store(record=fresh, owned={})


def confirmed(**columns):
    """Make a pair: a claim with grade 1, and the one that corroborates it."""
    graded = claim("first")
    other = claim("second", links=[graded], **columns)
    return regraded(graded), other


def test_grade_without_any_relation_is_refused_with_the_rule():
    with pytest.raises(ValidationError) as raised:
        claim("first", "second", credibility="1")

    assert raised.value.message_dict == {
        "credibility": [
            (
                "Grade 1 means “confirmed by other sources” (STANAG 2511): a claim that "
                "corroborates this one, or that it corroborates, must cite a source of another "
                "origin group, and be published if this one is. None does; add the relation, or "
                "give grade 2."
            )
        ]
    }
    assert not Claim.objects.exists()


@pytest.mark.parametrize("direction", ["names it", "is named"])
@pytest.mark.parametrize(
    ("mine", "theirs", "fine"),
    [
        ("first", "second", True),
        ("first", "", True),
        ("", "", True),
        ("first", "first", False),
    ],
)
def test_grade_needs_another_origin_group_in_either_direction(direction, mine, theirs, fine):
    if direction == "names it":
        graded = claim(mine, links=[claim(theirs)])
    else:
        graded = claim(mine)
        claim(theirs, links=[graded])

    if fine:
        assert regraded(graded).credibility == "1"
    else:
        assert refusal(lambda: regraded(graded)) == UNCONFIRMED


def test_one_source_without_a_group_confirms_nothing():
    source = SourceFactory(origin_group="")
    one = ClaimFactory(citations=[CitationFactory.build(source=source)])
    ClaimFactory(
        citations=[CitationFactory.build(source=source)],
        relations=[ClaimRelationFactory.build(kind="corroborates", other=one)],
    )

    assert refusal(lambda: regraded(one)) == UNCONFIRMED


@pytest.mark.parametrize("kind", ["updates", "contradicts", "duplicates", "derives_from"])
def test_other_relations_confirm_nothing(kind):
    graded = claim("first", links=[claim("second")], kind=kind)

    assert refusal(lambda: regraded(graded)) == UNCONFIRMED


def test_other_grades_need_nothing():
    assert {claim("first", credibility=grade).credibility for grade in "23456"} == set("23456")


def test_draft_confirms_a_draft_but_nothing_published():
    graded = claim("first", review_status=ReviewStatus.DRAFT)
    claim("second", links=[graded], review_status=ReviewStatus.DRAFT)
    regraded(graded)

    graded.refresh_from_db()
    graded.review_status = ReviewStatus.PUBLISHED

    assert refusal(lambda: store(record=graded, owned={})) == UNCONFIRMED


def test_claims_that_confirm_each_other_are_published_together():
    one = claim("first", review_status=ReviewStatus.DRAFT)
    other = claim("second", links=[one], review_status=ReviewStatus.DRAFT)
    pair = [regraded(one), regraded(other)]
    for each in pair:
        each.review_status = ReviewStatus.IN_REVIEW
        store(record=each, owned={})

    publish(record=pair[0], together=[pair[1]], authorship=AUTHORSHIP)

    assert Claim.objects.published().count() == 2


def test_relation_that_a_grade_rests_on_is_not_removed():
    graded, other = confirmed()

    with pytest.raises(ValidationError) as raised:
        store(record=other, owned={"relations": []})

    assert raised.value.message_dict == {
        "__all__": [
            (
                f"Grade 1, “confirmed by other sources”, of {graded.public_id} would rest on "
                "nothing any more; give another grade there first."
            )
        ]
    }
    assert ClaimRelation.objects.filter(claim=other, other=graded).exists()


def test_own_relation_that_the_grade_rests_on_is_not_removed():
    graded = regraded(claim("first", links=[claim("second")]))

    assert refusal(lambda: store(record=graded, owned={"relations": []})) == UNCONFIRMED


def test_citation_that_a_grade_rests_on_is_not_exchanged():
    _, other = confirmed()
    copy = CitationFactory.build(source=SourceFactory(origin_group="first"))

    found = refusal(lambda: store(record=other, owned={"citations": [copy]}))

    assert found == {"__all__": ["confirms_others"]}


def test_claim_that_a_grade_rests_on_is_not_retracted():
    _, other = confirmed()

    found = refusal(lambda: retract(record=other, authorship=AUTHORSHIP))

    assert found == {"__all__": ["confirms_others"]}


def test_source_that_a_grade_rests_on_is_not_moved_into_the_same_group():
    confirmed()
    source = Source.objects.get(origin_group="second")
    source.origin_group = "first"

    assert refusal(lambda: store(record=source, owned={})) == {"origin_group": ["confirms_others"]}


def test_source_moves_into_a_third_group():
    confirmed()
    source = Source.objects.get(origin_group="second")
    source.origin_group = "third"

    assert store(record=source, owned={}).origin_group == "third"


def test_after_another_grade_the_confirmation_may_go():
    graded, other = confirmed()
    regraded(graded, "2")

    store(record=other, owned={"relations": []})

    assert not ClaimRelation.objects.exists()


def test_confirmation_that_another_one_replaces_may_go():
    graded, other = confirmed()
    claim("third", links=[graded])

    retract(record=other, authorship=AUTHORSHIP)

    assert Claim.objects.get(pk=other.pk).review_status == ReviewStatus.RETRACTED


def test_graded_claim_itself_may_be_retracted():
    graded, _ = confirmed()

    assert retract(record=graded, authorship=AUTHORSHIP).review_status == ReviewStatus.RETRACTED


def test_draft_with_a_grade_lets_its_confirmation_go_and_is_checked_when_written():
    draft = claim("first", review_status=ReviewStatus.DRAFT)
    other = claim("second")
    link = [ClaimRelationFactory.build(kind="corroborates", other=other)]
    store(record=draft, owned={"relations": link})
    regraded(draft)

    retract(record=other, authorship=AUTHORSHIP)

    assert refusal(lambda: regraded(draft)) == UNCONFIRMED


def test_confirming_claim_that_is_merged_leaves_the_confirmation_to_the_survivor():
    graded, other = confirmed()
    survivor = claim("third")

    merge_records(survivor=survivor, merged=other, choices={}, authorship=AUTHORSHIP)

    assert ClaimRelation.objects.filter(claim=survivor, other=graded).exists()
    regraded(graded)
