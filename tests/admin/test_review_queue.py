"""The queues: what waits, in which order, for whom, and where the review goes on."""

import re
from urllib.parse import quote

import pytest
from django.contrib.contenttypes.models import ContentType

from records.enums import Channel, ReviewStatus
from records.models import Claim
from records.services import review
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from tests.admin.conftest import desk_of
from tests.admin.forms import address
from tests.factories import CitationFactory, ClaimFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer(db):
    return desk_of("reviewer")


def submitted(record, user=None):
    channel = Channel.COMMAND if user is None else Channel.API
    return review.submit(record=record, authorship=Authorship(channel=channel, actor=user))


def waiting(count, **fields):
    return [ClaimFactory(review_status="in_review", **fields) for _ in range(count)]


def queue(model=Claim):
    return address(model, "queue")


def rows(page):
    return [record.pk for record in page.context["cl"].result_list]


def opened(record, filters=""):
    return f"{address(type(record), 'review', record.pk)}?queue={quote(f'?{filters}', safe='')}"


# Session, user, permissions (2), rows, submitters; for claims the sources.
QUERIES = {"claims": 6, "agreements": 5, "organizations": 5, "weapon-systems": 5, "sources": 5}


@pytest.mark.parametrize("count", [1, 3])
def test_queue_query_count(reviewer, subject, count, django_assert_num_queries):
    records = [subject.make(review_status="in_review") for _ in range(count)]
    with django_assert_num_queries(QUERIES[str(subject)]):
        page = reviewer.get(queue(subject.resource.model))
    assert rows(page) == [record.pk for record in records]
    body = page.content.decode()
    found = re.findall(r"field-public_id.*?>([A-Z]{3}-\d+)<", body, re.DOTALL)
    assert found == [record.public_id for record in records]


@pytest.mark.parametrize("status", ReviewStatus)
def test_only_records_in_review_wait(reviewer, status):
    record = ClaimFactory(review_status=status)
    assert rows(reviewer.get(queue())) == ([record.pk] if status == "in_review" else [])


@pytest.mark.parametrize("role", ["anonymous", "nobody", *ROLES])
def test_queue_by_role(client, subject, role):
    record = subject.make(review_status="in_review")
    desk = client if role == "anonymous" else desk_of("" if role == "nobody" else role)
    page = desk.get(queue(subject.resource.model))
    expected = {"anonymous": 302, "nobody": 403}.get(role, 200)
    following = desk.get(address(type(record), "next", record.pk))
    assert page.status_code == expected
    assert following.status_code == (expected if expected == 403 else 302)


def test_oldest_submission_comes_first_and_says_by_whom(reviewer):
    user = UserFactory(username="ada", role="editor")
    first, second, third = (ClaimFactory(review_status="draft") for _ in range(3))
    entered = ClaimFactory(review_status="in_review")
    for record in (third, first):
        submitted(record, user)
    submitted(second)
    returned = Authorship(channel=Channel.COMMAND, reason="More.")
    again = review.request_changes(record=third, authorship=returned)
    again.review_status = "draft"
    type(again).objects.filter(pk=again.pk).update(review_status="draft")
    submitted(again, user)

    page = reviewer.get(queue())

    assert rows(page) == [entered.pk, first.pk, second.pk, third.pk]
    names = [record.submitter for record in page.context["cl"].result_list]
    assert names == [None, "ada", None, "ada"]


def test_filters_by_source_and_by_who_submitted(reviewer):
    user = UserFactory(role="editor")
    source = SourceFactory()
    cited, other = waiting(1, citations=[CitationFactory.build(source=source)])[0], waiting(1)[0]
    own = submitted(ClaimFactory(review_status="draft"), user)
    for parameters, expected in (
        ({"source": source.pk}, [cited.pk]),
        ({"submitter": user.pk}, [own.pk]),
        ({"source": source.pk, "submitter": user.pk}, []),
        ({"q": other.text}, [other.pk]),
        ({"source": "x"}, []),
        ({"submitter": "9" * 30}, []),
    ):
        assert (parameters, rows(reviewer.get(queue(), parameters))) == (parameters, expected)


def test_row_of_the_whole_queue_leads_to_a_page_that_knows_it(reviewer):
    (claim,) = waiting(1)
    assert f'href="{opened(claim)}"' in reviewer.get(queue()).content.decode()


def test_rows_lead_to_their_pages_which_know_the_queue(reviewer):
    source = SourceFactory()
    (claim,) = waiting(1, citations=[CitationFactory.build(source=source)])
    filters = f"source={source.pk}"
    body = reviewer.get(f"{queue()}?{filters}").content.decode()
    assert f'href="{opened(claim, filters)}"' in body
    ways = reviewer.get(opened(claim, filters)).context["ways"]
    assert ways["queue"] == f"{queue()}?{filters}"


def test_empty_queue_says_so(reviewer, subject):
    model = subject.resource.model
    body = reviewer.get(queue(model)).content.decode()
    assert "Nothing waits for review here" in body
    assert 'name="action"' not in body
    assert "Show the whole queue" in reviewer.get(queue(model), {"q": "x"}).content.decode()


def test_tabs_lead_to_all_queues(reviewer):
    tabs = reviewer.get(queue()).context["tabs"]
    assert [(title, active) for title, _, active in tabs] == [
        ("Claims", True), ("Agreements", False), ("Organizations", False),
        ("Weapon systems", False), ("Sources", False), ("Proposals to confirm", False),
    ]  # fmt: skip
    for _, tab, _ in tabs:
        assert reviewer.get(tab).status_code == 200


def test_step_leads_to_the_next_of_the_queue(reviewer):
    first, second, third = waiting(3)
    data = {"step": "published", "revision": 1, "reason": ""}
    assert landed(reviewer.post(opened(second), data), reviewer) == opened(third)
    assert landed(reviewer.post(opened(third), data), reviewer) == opened(first)
    assert landed(reviewer.post(opened(first), data), reviewer) == queue()


def landed(answer, desk):
    """Follow the answer to a step once."""
    assert answer.status_code == 302
    return desk.get(answer.url).url


def test_next_stays_within_the_filters(reviewer):
    source = SourceFactory()
    first, _, third = (
        waiting(1, citations=[CitationFactory.build(source=cited)])[0]
        for cited in (source, SourceFactory(), source)
    )
    filters = f"source={source.pk}"
    skip = reviewer.get(opened(first, filters)).context["ways"]["next"]
    assert reviewer.get(skip).url == opened(third, filters)
    skip = reviewer.get(opened(third, filters)).context["ways"]["next"]
    assert reviewer.get(skip).url == opened(first, filters)


def test_next_of_the_last_one_is_the_queue(reviewer):
    (claim,) = waiting(1)
    skip = reviewer.get(opened(claim, "q=x")).context["ways"]["next"]
    assert reviewer.get(skip).url == f"{queue()}?q=x"


def test_next_costs_the_same_with_many(reviewer, django_assert_num_queries):
    ContentType.objects.get_for_model(Claim)
    claims = waiting(1)
    for more in (0, 3):
        claims += waiting(more)
        # Session, user, permissions, submitters, sources, list, submission, next, first.
        with django_assert_num_queries(9):
            reviewer.get(address(Claim, "next", claims[-1].pk), {"queue": ""})
